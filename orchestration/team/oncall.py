"""Who is on call: whom `@oncall` reaches.

A shift has people of its own, of whom the first is its primary; they are on call while it runs.
When no shift runs that somebody was named for, those are on call who stand in no shift.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from orchestration.desk import Desk
from orchestration.errors.notices import NotYourRoster
from orchestration.people import Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.team.shifts import Shift

_NAME = "on-call"


async def on_call(uow: UnitOfWork, desk: Desk, now: datetime) -> tuple[int, ...]:
    """Who is on call, by id, the first to be asked first; some may have left the staff."""
    found: list[int] = []
    for shift in running(desk, now):
        found += await named_for(uow, shift)
    return tuple(dict.fromkeys(found)) or await named_for(uow)


def running(desk: Desk, now: datetime) -> Sequence[Shift]:
    """The shifts that run now, in the desk's time zone."""
    zone = ZoneInfo(desk.zone)
    return [shift for shift in desk.shifts if shift.runs(now, zone)]


async def named_for(uow: UnitOfWork, shift: Shift | None = None) -> tuple[int, ...]:
    """Whom the roster names for a shift, or beside all shifts."""
    return tuple(map(int, (await uow.memory.recall(_name(shift)) or "").split()))


async def call_on(
    uow: UnitOfWork, people: tuple[Person, ...], by: Staff, shift: Shift | None = None
) -> None:
    """From now on these are on call, in that shift or beside all; raises `NotYourRoster`.

    Supervisors write the roster, and anybody may take the duty alone, or give their own back.
    """
    own = all(person.id == by.id for person in people)
    if not people:
        own = set(await named_for(uow, shift)) <= {by.id}
    if not (own or by.role.supervises):
        raise NotYourRoster
    await uow.memory.remember(_name(shift), " ".join(str(person.id) for person in people))


def _name(shift: Shift | None) -> str:
    return f"{_NAME}:{shift.id}" if shift else _NAME
