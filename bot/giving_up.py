"""How a command ends that cannot go on."""

import sys
from typing import NoReturn

import typer


def give_up(words: str) -> NoReturn:
    """Says in a sentence what to do, and ends the process with status 1."""
    typer.echo(words, err=True)
    sys.exit(1)
