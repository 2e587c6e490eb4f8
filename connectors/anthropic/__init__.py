"""Claude, through the Messages API: fills the port `orchestration.ports.models`."""
