"""How a ticket moves by name: status, resolve, reopen, close."""

from datetime import datetime

from orchestration import deliveries
from orchestration.closing import ask_rating
from orchestration.errors.ticket import UnknownStatus
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket


async def set_status(uow: UnitOfWork, ticket: Ticket, to: Status, by: Staff, now: datetime) -> None:
    """Moves the ticket; raises `IllegalTransition` or `NotAllowed`, and then changes nothing.

    One that comes back before the specialists had read it is read now.
    """
    ended = ticket.status in ENDED
    ticket.set_status(to, by, now)
    await uow.tickets.save(ticket)
    await settled(uow, ticket)
    await ask_rating(uow, ticket, now)
    if ended and ticket.status not in ENDED and ticket.triage is None:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.CONSULT, now))


async def settled(uow: UnitOfWork, ticket: Ticket) -> None:
    """Shows a saved ticket's new status, and forgets what an ended ticket no longer needs."""
    if ticket.status in ENDED:
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.CONSULT)
    await uow.outbox.add(deliveries.card(ticket.id), deliveries.dress(ticket.id))


#: A status is written out as "waiting for the customer", and so people type it.
_SMALL_WORDS = frozenset({"for", "the", "a", "an"})


def status_named(word: str) -> Status:
    """The status that someone typed, as it is named or written out; raises `UnknownStatus`."""
    typed = word.lower().replace("-", " ").replace("_", " ").split()
    try:
        return Status("_".join(each for each in typed if each not in _SMALL_WORDS))
    except ValueError:
        raise UnknownStatus(word=word[:40], allowed=tuple(Status)) from None
