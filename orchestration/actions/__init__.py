"""Writes to business systems: proposed, decided by the gate on evidence, approved, done once."""
