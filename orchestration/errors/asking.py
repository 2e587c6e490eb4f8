"""A command or a button that says too little."""

from orchestration.errors import DeskError


class MissingArgument(DeskError):
    """A command lacks what it is about; shows its form."""

    text = "error-missing-argument"


class UnknownCommand(DeskError):
    """There is no such command here; names where to find those there are."""

    text = "error-unknown-command"


class NotATicket(DeskError):
    """A ticket's command outside a ticket's topic."""

    text = "error-not-a-ticket"


class OldButton(DeskError):
    """A button that means nothing any more; points to the card."""

    text = "error-old-button"
