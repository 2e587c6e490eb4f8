"""How a ticket moves by name: status, resolve, reopen, close."""

from datetime import datetime

from orchestration import deliveries
from orchestration.clock.followups import FollowUpKind
from orchestration.clock.reading_again import read_again
from orchestration.desk import Desk
from orchestration.ending import write_down
from orchestration.ending.closing import ask_rating
from orchestration.ending.closing_conditions import lacking, open_matters
from orchestration.ending.wrapping_up import look, withdraw_question
from orchestration.errors.closing import NotWrappedUp, StillOpen
from orchestration.errors.ticket import UnknownStatus
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb, may
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket


async def set_status(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, to: Status, by: Staff, now: datetime
) -> None:
    """Moves the ticket; raises what `set_status_anyway` raises, and then changes nothing.

    Nor does it when something stands open that the ticket would end without: `StillOpen` names it.
    """
    _check(desk, ticket, to, by)
    matters = open_matters(ticket, by, now) if to in ENDED else ()
    if matters:
        raise StillOpen(ticket.id, to, matters)
    await set_status_anyway(uow, desk, ticket, to, by, now)


async def set_status_anyway(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, to: Status, by: Staff, now: datetime
) -> None:
    """Moves the ticket, whatever stands open: an expert who is asked hears that nobody waits now.

    A supervisor who closes a ticket has looked at it. One that comes back before the specialists
    had read it is read now. Raises `IllegalTransition`, `NotAllowed`, and `NotWrappedUp` when the
    queue wants more before closing; then it changes nothing.
    """
    ended = ticket.status in ENDED
    if _check(desk, ticket, to, by):
        look(ticket, by, now)
    withdraw_question(ticket, now, by)
    ticket.set_status(to, by, now)
    await uow.tickets.save(ticket)
    await settled(uow, ticket)
    await ask_rating(uow, ticket, now)
    if not ended:
        await write_down.ask(uow, desk, ticket, by, now)
    if ended and ticket.triage is None:
        await read_again(uow, ticket, now)


def _check(desk: Desk, ticket: Ticket, to: Status, by: Staff) -> bool:
    """Whether the move is the look that is wanted; raises what `set_status_anyway` raises."""
    ticket.check_move(to, by)
    if to is not Status.CLOSED:
        return False
    lacks = lacking(ticket, desk.queue(ticket.queue).before_closing)
    looks = lacks.look and may(by, Verb.LOOK, ticket.primary_id)
    if lacks.summary or (lacks.look and not looks):
        facts = {"summary": int(lacks.summary), "look": int(lacks.look and not looks)}
        raise NotWrappedUp(ticket=ticket.id, **facts)
    return looks


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
