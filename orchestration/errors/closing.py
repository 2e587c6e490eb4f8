"""What keeps a ticket from ending."""

from collections.abc import Sequence

from orchestration.ending.closing_conditions import OpenMatter
from orchestration.errors import DeskError
from orchestration.status import Status


class StillOpen(DeskError):
    """Something stands open on the ticket, and nobody said yet to end it all the same.

    `matters` names it and `to` is where the ticket was to go, for the question that follows.
    """

    text = "error-still-open"

    def __init__(self, ticket: int, to: Status, matters: Sequence[OpenMatter]) -> None:
        super().__init__(ticket=ticket, after=to)
        self.ticket = ticket
        self.to = to
        self.matters = tuple(matters)


class AskedAnother(DeskError):
    """The question whether to end a ticket is answered by whoever was asked."""

    text = "error-asked-another"


class MovedOn(DeskError):
    """What stood open when the question was asked is not what stands open now."""

    text = "error-moved-on"


class NotWrappedUp(DeskError):
    """The queue wants a summary or a supervisor's look before a ticket is closed; says which."""

    text = "error-not-wrapped-up"


class SummaryStands(DeskError):
    """A summary is not changed by editing its message."""

    text = "error-summary-stands"
