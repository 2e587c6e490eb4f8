"""A shop behind a tool server of its own process: for tests only."""
