"""What people want to hear, and when."""

from orchestration.errors import DeskError


class UnknownTime(DeskError):
    """No time of the day, or no stretch of one; shows the form."""

    text = "error-unknown-time"


class UnknownZone(DeskError):
    """There is no such time zone; shows the form."""

    text = "error-unknown-zone"


class UnknownWish(DeskError):
    """Neither an event, nor a queue, nor a ticket; names those there are."""

    text = "error-unknown-wish"


class NobodyToTell(DeskError):
    """An anonymous administrator has no private chat that could be found."""

    text = "error-nobody-to-tell"


class NotYourRoster(DeskError):
    """Only a supervisor puts someone else on call."""

    text = "error-not-your-roster"
