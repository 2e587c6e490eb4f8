"""Which specialists a conversation is for: what a router returns, and the one that is built in."""
