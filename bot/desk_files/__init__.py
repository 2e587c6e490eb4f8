"""Reads the desk's folder: what its owner decided, and what line of it cannot be."""
