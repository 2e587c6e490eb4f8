"""An approval that nobody decides: the tiers that a ticket reaches by nothing but waiting.

A ticket that waits has one due row, at the moment at which it reaches the next of them. A cause
names the condition, and the newest deed of somebody else than the desk that moved the ticket. So
another wait is another cause, but only if somebody brought it about: whatever the desk does to the
ticket meanwhile, each condition leads to its tier once between two deeds of others (decision 28).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.escalating.attending import escalate
from orchestration.escalating.conditions import Firing, known_causes, tiers_for
from orchestration.escalating.policy import Undecided
from orchestration.history import history_of
from orchestration.people import SYSTEM, System
from orchestration.ports import UnitOfWork
from orchestration.ports.tickets import by_ticket
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

_UNITS = (("d", timedelta(days=1)), ("h", timedelta(hours=1)), ("m", timedelta(minutes=1)))


async def watch(uow: UnitOfWork, desk: Desk, now: datetime) -> None:
    """Sees to the due row of every saved ticket that waits for an approval, or did so before."""
    conditions = [condition for tier in desk.escalation.tiers for condition in tier.when]
    if not any(isinstance(each, Undecided) for each in conditions):
        return
    for ticket, entries in by_ticket(uow.tickets.saved):
        if _concerns(ticket, entries):
            await _plan(uow, desk, ticket, now)


async def look(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Does what the tiers say that the ticket has reached by now."""
    ticket = await uow.tickets.get(due.ticket)
    ahead = await _ahead(uow, desk, ticket)
    firings = [firing for moment, firing in ahead if moment <= now]
    for firing in firings:
        await escalate(uow, desk, ticket, firing, SYSTEM, now)
    if not firings:
        await uow.tickets.hold(ticket)
        await _plan(uow, desk, ticket, now)


def reached(
    desk: Desk, ticket: Ticket, timeline: Iterable[Entry]
) -> Iterator[tuple[datetime, Firing]]:
    """The tiers that the ticket reaches if nobody decides, and when; not those that it has reached.

    `timeline` is the whole of it.
    """
    if ticket.status is not Status.WAITING_APPROVAL:
        return
    entries = list(timeline)
    known, deed = known_causes(entries), _newest_deed(entries)
    calendar = desk.sla.hours_of(ticket.queue)
    for tier in tiers_for(desk.escalation, ticket):
        for condition in tier.when:
            if isinstance(condition, Undecided):
                cause = f"undecided:{_span(condition.after)}:{deed}"
                if (tier.id, cause) not in known:
                    known.add((tier.id, cause))  # the same time may stand there twice
                    yield calendar.after(ticket.status_since, condition.after), Firing(tier, cause)


async def _plan(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    moments = [moment for moment, _ in await _ahead(uow, desk, ticket)]
    if moments:
        due = FollowUp(ticket.id, FollowUpKind.UNDECIDED, max(now, min(moments)))
        await uow.follow_ups.schedule(due)
    else:
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNDECIDED)


async def _ahead(uow: UnitOfWork, desk: Desk, ticket: Ticket) -> list[tuple[datetime, Firing]]:
    return list(reached(desk, ticket, await history_of(uow, ticket.id)))


def _newest_deed(entries: Iterable[Entry]) -> int:
    """The newest entry by which somebody else than the desk moved the ticket, or 0."""
    deeds = (
        entry.seq
        for entry in entries
        if entry.move is not None and not isinstance(entry.actor, System)
    )
    return max(deeds, default=0)


def _concerns(ticket: Ticket, entries: Iterable[Entry]) -> bool:
    moves = [entry.move for entry in entries if entry.move is not None]
    left = any(move.before is Status.WAITING_APPROVAL for move in moves)
    return left or ticket.status is Status.WAITING_APPROVAL


def _span(time: timedelta) -> str:
    """A time as the owner writes it, in its largest unit."""
    unit, length = next(each for each in _UNITS if not time % each[1])
    return f"{time // length}{unit}"
