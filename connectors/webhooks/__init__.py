"""Webhooks out: what happens to tickets, told to the owner's other systems over HTTP."""
