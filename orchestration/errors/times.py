"""Times that cannot be read, or cannot be meant."""

from orchestration.errors import DeskError


class UnreadableTime(DeskError):
    """No time that the desk understands; shows examples."""

    text = "error-unreadable-time"


class PastTime(DeskError):
    """That time is over; says when it was."""

    text = "error-past-time"


class TooFarAway(DeskError):
    """That time is years away; says when."""

    text = "error-too-far-away"


class EmptySeries(DeskError):
    """A series that ends before it begins."""

    text = "error-empty-series"
