"""What is escalated, and what is not."""

from orchestration.errors import DeskError


class AlreadyEscalated(DeskError):
    """The ticket has that tier; says what is possible instead."""

    text = "error-already-escalated"


class NotEscalated(DeskError):
    """There is nothing to take back; says how to escalate."""

    text = "error-not-escalated"
