"""A ticket's own refusals: who owns it, where it stands."""

from orchestration.errors import DeskError
from orchestration.status import Status


class IllegalTransition(DeskError):
    """The table of moves has no such move; names both statuses and what is allowed."""

    text = "error-illegal-transition"

    def __init__(
        self, ticket: int, before: Status, after: Status, allowed: frozenset[Status]
    ) -> None:
        ordered = tuple(status for status in Status if status in allowed)
        super().__init__(ticket=ticket, before=before, after=after, allowed=ordered)


class TicketClosed(DeskError):
    """A closed ticket only takes notes."""

    text = "error-ticket-closed"


class AlreadyOwned(DeskError):
    """Someone else is the primary responder; a claim names them."""

    text = "error-already-owned"
    owner_can_be_asked = True


class AlreadyYours(DeskError):
    """The claimant is the primary responder already."""

    text = "error-already-yours"


class NotOwned(DeskError):
    """There is no primary responder to release."""

    text = "error-not-owned"


class NotAllowed(DeskError):
    """The ticket is someone else's, and the rights say no; names the owner."""

    text = "error-not-allowed"
    owner_can_be_asked = True


class AnonymousCannotOwn(DeskError):
    """An anonymous administrator cannot be the primary responder."""

    text = "error-anonymous-cannot-own"


class UnknownPerson(DeskError):
    """Nobody of that name has been seen in the staff group."""

    text = "error-unknown-person"


class UnknownStatus(DeskError):
    """There is no such status; names those there are."""

    text = "error-unknown-status"


class NoSuchTicket(DeskError):
    """There is no ticket of that number, or it is not the asker's."""

    text = "error-no-such-ticket"


class Unchanged(DeskError):
    """The ticket is already as it was asked to be."""

    text = "error-unchanged"
