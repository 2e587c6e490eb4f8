"""What texts mean, by a small multilingual model on this machine: the extra `semantic`."""
