"""One module a repository, each against the docstrings of `orchestration.ports`."""
