"""Escalation: more authority or skill is added to a ticket, by rule or by hand."""
