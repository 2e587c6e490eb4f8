"""Workflows: what has to be known, read and done for a kind of matter, and how far a case is."""
