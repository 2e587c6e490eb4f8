"""The draft lock: who is answering the customer just now, so that nobody else does.

A lock ends by itself: whether it is open is read from the clock, and a follow-up only lets the card
say so. It binds as long as its holder may answer at all.
"""

from datetime import datetime

from orchestration import deliveries
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.errors.drafting import NotLocked, SomeoneAnswers
from orchestration.events import DraftLock, DraftLocked, DraftUnlocked
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb, may
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry
from orchestration.times import timed


def open_lock(ticket: Ticket, now: datetime) -> DraftLock | None:
    """The lock that binds at `now`: its time runs, and its holder may still answer."""
    lock = ticket.lock
    if lock is None or lock.until <= now or ticket.status is Status.CLOSED:
        return None
    holder = Staff(lock.holder, lock.name, lock.role)
    return lock if may(holder, Verb.REPLY, ticket.primary_id) else None


def held_by_another(ticket: Ticket, person: int, now: datetime) -> DraftLock | None:
    """The lock of someone else that is open at `now`, if there is one."""
    lock = open_lock(ticket, now)
    return lock if lock is not None and lock.holder != person else None


def lock(ticket: Ticket, by: Staff, until: datetime, at: datetime, zone: str = "UTC") -> Entry:
    """`by` is answering; their own lock is made longer, and a supervisor takes over another's.

    Raises `SomeoneAnswers`, which says until when by the clocks of `zone`, `NotAllowed`,
    `AnonymousCannotOwn` or `TicketClosed`.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.LOCK)
    ticket.check_named(by)
    others = held_by_another(ticket, by.id, at)
    _check_may_end(ticket, others, by, zone)
    ticket.lock = DraftLock(by.id, by.name, by.role, until)
    event = DraftLocked(until, others.holder if others else None)
    return ticket.record(event, by, Audience.INTERNAL, at)


def unlock(ticket: Ticket, by: Staff, at: datetime, zone: str = "UTC") -> Entry:
    """`by` answers no more; a supervisor ends another's lock, too.

    Raises `NotLocked` where there is none, and `SomeoneAnswers` as `lock` does.
    """
    held = open_lock(ticket, at)
    if held is None:
        raise NotLocked(ticket=ticket.id)
    _check_may_end(ticket, held if held.holder != by.id else None, by, zone)
    ticket.lock = None
    return ticket.record(DraftUnlocked(held.holder), by, Audience.INTERNAL, at)


async def take(uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime) -> DraftLock:
    """`by` begins to answer; raises what `lock` raises."""
    until = now + desk.draft_lock
    lock(ticket, by, until, now, desk.zone)
    await uow.tickets.save(ticket)
    await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.UNLOCK, until))
    await uow.outbox.add(deliveries.card(ticket.id))
    return DraftLock(by.id, by.name, by.role, until)


async def give_back(uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime) -> None:
    """`by` answers no more; raises what `unlock` raises."""
    unlock(ticket, by, now, desk.zone)
    await uow.tickets.save(ticket)
    await show_end(uow, ticket)


async def take_or_give_back(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime
) -> None:
    """What the ✍ button does: whoever has the lock gives it back, anyone else takes it."""
    held = open_lock(ticket, now)
    if held is not None and held.holder == by.id:
        await give_back(uow, desk, ticket, by, now)
    else:
        await take(uow, desk, ticket, by, now)


async def show_end(uow: UnitOfWork, ticket: Ticket) -> None:
    """The lock of a saved ticket is no more, and the card says so."""
    await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNLOCK)
    await uow.outbox.add(deliveries.card(ticket.id))


async def ran_out(uow: UnitOfWork, due: FollowUp) -> None:
    """A lock's time is over: the card shows it no more. The ticket is as it was."""
    await uow.outbox.add(deliveries.card(due.ticket))


def _check_may_end(ticket: Ticket, others: DraftLock | None, by: Staff, zone: str) -> None:
    if others is not None and not may(by, Verb.TAKE_LOCK, ticket.primary_id):
        until = timed(others.until, zone)
        raise SomeoneAnswers(ticket=ticket.id, who=others.name, until=until)
