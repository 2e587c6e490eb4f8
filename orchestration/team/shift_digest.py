"""What a shift leaves to the next one, told to its people in private when it ends.

When that is due is one row for the whole desk: however many ends were missed while it was down,
there is one digest, and whoever moves the row first tells of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from orchestration.clock.reminding import LATE
from orchestration.content import MessageRef
from orchestration.delivery import Delivery, Lane, TellShift
from orchestration.desk import Desk
from orchestration.events import Urgency
from orchestration.people import Person
from orchestration.ports import UnitOfWork
from orchestration.sla.clocks import SlaClock, nearest
from orchestration.team.absence import shown
from orchestration.team.away import absences_of
from orchestration.team.oncall import named_for, running
from orchestration.team.shifts import Shift
from orchestration.ticket import Ticket

#: So many of the oldest open tickets are looked through for the most pressing ones.
LOOKED_THROUGH = 200

_NAME = "shift-end"
_FIRST = tuple(reversed(Urgency))


@dataclass(frozen=True, slots=True)
class ShiftEnd:
    """The end of a shift, when the next one is to be told."""

    due_at: datetime


@dataclass(frozen=True, slots=True)
class Left:
    """A ticket that is left to others: its next deadline, and where its topic is."""

    ticket: Ticket
    clock: SlaClock | None
    topic: MessageRef | None


@dataclass(frozen=True, slots=True)
class Digest:
    """The open tickets, the most pressing first; `more` is whether not all were looked through."""

    tickets: Sequence[Left]
    more: bool = False


async def watch(uow: UnitOfWork, desk: Desk, now: datetime) -> ShiftEnd | None:
    """The end that is told of next, which may be due; it is kept from when there are shifts."""
    kept = await uow.memory.recall(_NAME)
    following = _next_end(desk, now)
    if following is None:
        if kept is not None:
            await uow.memory.forget(_NAME)
        return None
    if kept is not None and datetime.fromisoformat(kept) <= following:
        return ShiftEnd(datetime.fromisoformat(kept))
    await uow.memory.remember(_NAME, following.isoformat())
    return ShiftEnd(following)


async def put_off(uow: UnitOfWork, end: ShiftEnd, until: datetime) -> None:
    """Tells of it later, where nobody else has told of it; raises `StaleTicket`."""
    await uow.memory.swap(_NAME, end.due_at.isoformat(), until.isoformat())


async def run(uow: UnitOfWork, desk: Desk, end: ShiftEnd, now: datetime) -> None:
    """Tells the people of the shift that runs or comes next, once; raises `StaleTicket`."""
    following = _next_end(desk, now)
    if following is None or await uow.memory.recall(_NAME) != end.due_at.isoformat():
        return
    await uow.memory.swap(_NAME, end.due_at.isoformat(), following.isoformat())
    late = now - end.due_at > LATE
    due = shown(end.due_at, now, ZoneInfo(desk.zone)) if late else ""
    for person in await _next_people(uow, desk, now):
        body = TellShift(person.id, due)
        name = f"shift:{person.id}"
        await uow.outbox.add(Delivery(Lane.RELAY, body, chat=person.id, collapse=name))


async def digest(uow: UnitOfWork) -> Digest:
    """What is open now, by urgency and then by deadline."""
    found = await uow.tickets.unended(LOOKED_THROUGH + 1)
    left = []
    for ticket in found[:LOOKED_THROUGH]:
        place = await uow.places.of(ticket.id)
        topic = MessageRef(place.chat, place.thread) if place else None
        left.append(Left(ticket, nearest(await uow.clocks.of(ticket.id)), topic))
    return Digest(sorted(left, key=_pressing), len(found) > LOOKED_THROUGH)


def _pressing(left: Left) -> tuple[int, bool, float, int]:
    due = left.clock.due if left.clock else None
    moment = due.timestamp() if due else 0.0
    return _FIRST.index(left.ticket.urgency), due is None, moment, left.ticket.id


async def _next_people(uow: UnitOfWork, desk: Desk, now: datetime) -> Sequence[Person]:
    """Who can be told: those named for the next shift, else those beside all, else supervisors.

    Nothing is said in the group: what one person needs to read costs it no message.
    """
    named = [
        number for shift in _next_shifts(desk, now) for number in await named_for(uow, shift)
    ] or await named_for(uow)
    away = await absences_of(uow, named, now)
    staff = {person.id: person for person in await uow.people.staff() if person.reachable}
    there = [staff[each] for each in dict.fromkeys(named) if each in staff and each not in away]
    return there or [each for each in await uow.people.supervisors() if each.reachable]


def _next_shifts(desk: Desk, now: datetime) -> Sequence[Shift]:
    """Those that run; where none does, those that begin before any other."""
    runs = running(desk, now)
    if runs:
        return runs
    zone = ZoneInfo(desk.zone)
    begins = {shift: shift.next_begin(now, zone) for shift in desk.shifts}
    return [shift for shift in desk.shifts if begins[shift] == min(begins.values())]


def _next_end(desk: Desk, now: datetime) -> datetime | None:
    zone = ZoneInfo(desk.zone)
    return min((shift.next_end(now, zone) for shift in desk.shifts), default=None)
