"""A customer who does not answer: they are asked once, then the ticket is resolved, then closed.

What is ahead of a ticket is at most one due row, of a kind in `STEPS`, or the hour at which it
wakes. Every unit of work that moves tickets passes through `attending`, so no use case has to
think of it, and none can forget it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.answering.drafting import open_lock
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import AutoClose, BeforeClosing, Desk
from orchestration.ending.closing import ask_rating
from orchestration.ending.closing_conditions import lacking, open_matters
from orchestration.ending.resolution import settled
from orchestration.errors.followups import NothingToStop
from orchestration.events import QueueChanged, RepliedPublicly, SystemSaid
from orchestration.events.followups import KeptOpen, Lapsed
from orchestration.history import history_of
from orchestration.people import SYSTEM, Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.tickets import by_ticket
from orchestration.rights import Verb
from orchestration.sentences import Facts, PublicSentence
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

#: What happens by itself, in this order.
STEPS = (FollowUpKind.NUDGE, FollowUpKind.RESOLVE, FollowUpKind.CLOSE)
#: What a card shows beforehand.
SHOWN = frozenset({*STEPS, FollowUpKind.WAKE})
#: Whoever wrote in the topic so lately may be writing still.
AT_WORK = timedelta(minutes=15)
#: Where it is people's turn, that may take long; until then the card says the next day.
LOOK_AGAIN = timedelta(days=1)
#: So few entries follow on each other in that time, specialists' and the desk's among them.
LOOKED_AT = 20


async def look_ahead(uow: UnitOfWork, desk: Desk, now: datetime) -> None:
    """Begins the wait of every ticket that this unit of work moved, or answered, anew.

    One that only went to another queue waits on, by the times of that queue.
    """
    for ticket, entries in by_ticket(uow.tickets.saved):
        if _begins_anew(ticket, entries):
            await _begin_to_wait(uow, desk, ticket, now)
        elif _changes_queue(entries):
            await _wait_on(uow, desk, ticket, now)


async def run(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Takes the step that is due, unless the ticket went on, or someone is at work on it."""
    ticket = await uow.tickets.get(due.ticket)
    waits_for = Status.RESOLVED if due.kind is FollowUpKind.CLOSE else Status.WAITING_CUSTOMER
    if ticket.status is not waits_for:
        return
    until = await held_until(uow, desk, ticket, now)
    if until is not None:
        await uow.follow_ups.schedule(replace(due, due_at=until))
        await uow.outbox.add(deliveries.card(ticket.id))
        return
    match due.kind:
        case FollowUpKind.NUDGE:
            await _nudge(uow, desk, ticket, now)
        case FollowUpKind.RESOLVE:
            await _move_on(uow, ticket, Status.RESOLVED, now)
        case _:
            await _move_on(uow, ticket, Status.CLOSED, now)


async def held_until(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> datetime | None:
    """Until when a ticket must not move by itself, None when it may: the one place that is asked.

    That is while it is people's turn, and while someone answers or is at work in its topic.
    """
    lock = open_lock(ticket, now)
    busy = [until for until in (await _at_work_until(uow, ticket), lock and lock.until) if until]
    known = max((until for until in busy if until > now), default=None)
    if known is None and await _is_peoples_turn(uow, desk, ticket, now):
        return now + LOOK_AGAIN
    return known


async def _is_peoples_turn(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> bool:
    """Whether somebody has to do something first, and nobody knows when they will.

    Something stands open that they would be asked about before they end it; words for the customer
    wait to be sent; its incident goes on; or it lacks what its queue wants before closing.
    """
    if open_matters(ticket, SYSTEM, now) or ticket.draft is not None:
        return True
    incident = await uow.incidents.get(ticket.incident) if ticket.incident is not None else None
    if (incident and incident.resolved_at is None) or await uow.held_replies.of(ticket.id):
        return True
    lacks = lacking(ticket, desk.queue(ticket.queue).before_closing)
    return ticket.status is Status.RESOLVED and lacks != BeforeClosing()


async def _at_work_until(uow: UnitOfWork, ticket: Ticket) -> datetime | None:
    newest = await uow.timeline.of(ticket.id, max(0, ticket.version - LOOKED_AT), LOOKED_AT)
    lately = max((each.at for each in newest if isinstance(each.actor, Staff)), default=None)
    return lately + AT_WORK if lately is not None else None


def lapse(ticket: Ticket, to: Status, at: datetime) -> Entry:
    """The verb: nobody answered, and the desk moves the ticket on."""
    return ticket.record(Lapsed(), SYSTEM, Audience.INTERNAL, at, to)


async def keep_open(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """The ticket does not end by itself, until it waits anew; raises `NothingToStop`."""
    ticket.check_allowed(by, Verb.KEEP_OPEN)
    ahead = await what_is_ahead(uow, ticket.id)
    if ahead is None or ahead.kind not in STEPS:
        raise NothingToStop(ticket=ticket.id)
    ticket.record(KeptOpen(), by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await uow.follow_ups.cancel(ticket.id, *STEPS)
    await uow.outbox.add(deliveries.card(ticket.id))


async def what_is_ahead(uow: UnitOfWork, ticket: int) -> FollowUp | None:
    """What will happen to a ticket by itself, for its card."""
    due = await uow.follow_ups.of(ticket)
    return next((each for each in due if each.kind in SHOWN), None)


def _begins_anew(ticket: Ticket, entries: Sequence[Entry]) -> bool:
    if any(entry.move is not None for entry in entries):
        return True
    answered = any(isinstance(entry.event, RepliedPublicly) for entry in entries)
    return answered and ticket.status is Status.WAITING_CUSTOMER


def _changes_queue(entries: Sequence[Entry]) -> bool:
    return any(isinstance(entry.event, QueueChanged) for entry in entries)


async def _wait_on(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """What is ahead by the times of the queue that it waits in now, as if it always had."""
    ahead = next_step(desk.auto_close_of(ticket.queue), ticket, await history_of(uow, ticket.id))
    await uow.follow_ups.cancel(ticket.id, *STEPS)
    if ahead is not None:
        await uow.follow_ups.schedule(replace(ahead, due_at=max(ahead.due_at, now)))


def next_step(ways: AutoClose, ticket: Ticket, timeline: Sequence[Entry]) -> FollowUp | None:
    """What a wait comes to, counted from when it began, which the ticket's timeline tells.

    None where nothing happens by itself, or where somebody stopped it.
    """
    step = _first_step(ways, ticket.status)
    began, stopped = ticket.status_since, False
    for entry in timeline:
        if _begins_anew(ticket, [entry]):
            step, began, stopped = _first_step(ways, ticket.status), entry.at, False
        elif isinstance(entry.event, SystemSaid) and entry.event.sentence is PublicSentence.NUDGE:
            step = (FollowUpKind.RESOLVE, ways.resolve) if ways.resolve is not None else None
            began = entry.at
        elif isinstance(entry.event, KeptOpen):
            stopped = True
    if step is None or stopped:
        return None
    kind, after = step
    return FollowUp(ticket.id, kind, began + after)


async def _begin_to_wait(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    ended = STEPS if ticket.status is Status.SNOOZED else (*STEPS, FollowUpKind.WAKE)
    await uow.follow_ups.cancel(ticket.id, *ended)
    step = _first_step(desk.auto_close_of(ticket.queue), ticket.status)
    if step is not None:
        kind, after = step
        await uow.follow_ups.schedule(FollowUp(ticket.id, kind, now + after))
    if step is not None and ticket.status is Status.WAITING_CUSTOMER:
        # Another answer moves nothing, and so nobody else shows the card again.
        await uow.outbox.add(deliveries.card(ticket.id))


def _first_step(ways: AutoClose, status: Status) -> tuple[FollowUpKind, timedelta] | None:
    if status is Status.WAITING_CUSTOMER and ways.nudge is not None:
        return FollowUpKind.NUDGE, ways.nudge
    if status is Status.WAITING_CUSTOMER and ways.resolve is not None:
        return FollowUpKind.RESOLVE, ways.resolve
    if status is Status.RESOLVED and ways.close is not None:
        return FollowUpKind.CLOSE, ways.close
    return None


async def _nudge(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """Asks once, unless nothing reaches the customer; then the ticket is resolved in its time."""
    after = desk.auto_close_of(ticket.queue).resolve
    if ticket.reachable:
        days = after.days if after else 0
        facts: Facts = {"ticket": ticket.id, "subject": ticket.subject, "days": days}
        said = ticket.say(PublicSentence.NUDGE, facts, now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_customer(ticket, said))
    if after is not None:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.RESOLVE, now + after))
    await uow.outbox.add(deliveries.card(ticket.id))


async def _move_on(uow: UnitOfWork, ticket: Ticket, to: Status, now: datetime) -> None:
    lapse(ticket, to, now)
    await uow.tickets.save(ticket)
    await settled(uow, ticket)
    await ask_rating(uow, ticket, now)
