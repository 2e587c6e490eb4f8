"""Tickets among tickets: how they are filed, found, linked, merged, and share a cause."""
