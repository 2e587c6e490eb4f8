"""A shift ends: the people of the next one are told, once, what is open."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

import pytest

from orchestration.cases import filing
from orchestration.clock import clockwork
from orchestration.delivery import TellShift
from orchestration.desk import Desk
from orchestration.events import Urgency
from orchestration.people import Staff
from orchestration.team import oncall, shift_digest
from orchestration.team.away import go_away
from orchestration.team.shifts import Shift
from tests.unit.centre.cast import ANNA, BEN, EVA, MAX, SAM, known
from tests.unit.centre.house import House, ignored, unexpected

DAY = Shift("day", time(8), time(20))
NIGHT = Shift("night", time(20), time(8))
LATE = Shift("late", time(12), time(18), frozenset({0, 1, 2, 3, 4}))
#: The end of the day in which the tests begin, a Friday.
EVENING = datetime(2026, 11, 20, 20, tzinfo=UTC)


async def desk_with(*shifts: Shift, **named: Staff) -> House:
    """A desk with these shifts, and whom the roster names for each."""
    house = House(Desk(shifts=shifts))
    await house.meets(ANNA, BEN, SAM)
    async with house.begin() as uow:
        for shift in shifts:
            if shift.id in named:
                person = named[shift.id]
                await oncall.call_on(uow, (known(person),), SAM, shift)
    await house.runs_due()
    return house


async def told(house: House) -> Sequence[TellShift]:
    return [body for body in await house.sent() if isinstance(body, TellShift)]


async def test_the_night_hears_what_the_day_leaves() -> None:
    """In the minute in which the day ends, and nothing before; in the morning the day hears."""
    house = await desk_with(DAY, NIGHT, day=ANNA, night=BEN)
    house.now = EVENING - timedelta(seconds=1)
    assert await house.runs_due() == EVENING
    assert not await told(house)
    house.now = EVENING
    await house.runs_due()
    await house.runs_due()
    assert await told(house) == [TellShift(BEN.id)]
    house.passes(hours=12)
    await house.runs_due()
    assert await told(house) == [TellShift(ANNA.id)]


async def test_before_a_free_evening_the_next_to_come_are_told() -> None:
    """Nobody is named for the night that runs, because there is none."""
    house = await desk_with(LATE, DAY, late=ANNA, day=BEN)
    for hours_before in (2, 0):
        house.now = EVENING - timedelta(hours=hours_before)
        await house.runs_due()
        assert await told(house) == [TellShift(BEN.id)]


async def test_nobody_named_and_the_supervisors_are_told() -> None:
    """So they are when everybody of the shift is away, or never wrote to the bot."""
    house = await desk_with(DAY, NIGHT)
    house.now = EVENING
    await house.runs_due()
    assert await told(house) == [TellShift(SAM.id)]
    async with house.begin() as uow:
        await oncall.call_on(uow, (known(ANNA),), SAM, DAY)
        await go_away(uow, house.desk, ANNA.id, "5d", house.now)
    house.passes(hours=12)
    await house.runs_due()
    assert await told(house) == [TellShift(SAM.id)]


async def test_missed_while_the_desk_was_down() -> None:
    """Three days later it comes once, to who is there by then, and says that it is late."""
    house = await desk_with(DAY, NIGHT, day=ANNA, night=BEN)
    house.now = EVENING + timedelta(days=3, hours=-2)
    assert await house.runs_due() == EVENING + timedelta(days=3)
    (only,) = await told(house)
    assert only == TellShift(ANNA.id, "2026-11-20 20:00 UTC")


async def test_two_processes_tell_it_once() -> None:
    """Whoever moves the row first; the other finds it moved."""
    house = await desk_with(DAY, NIGHT, night=BEN)
    house.now = EVENING

    async def process() -> None:
        await clockwork.run_due(house.begin, house.desk, ignored, house.clock, unexpected)

    await asyncio.gather(process(), process(), process())
    assert await told(house) == [TellShift(BEN.id)]


async def test_shifts_that_are_changed_in_the_file() -> None:
    """An earlier end counts at once; without shifts nothing is due, and nothing is made up for."""
    house = await desk_with(DAY)
    house.desk = Desk(shifts=(LATE,))
    assert await house.runs_due() == EVENING - timedelta(hours=2)
    house.desk = Desk()
    house.passes(days=5)
    assert await house.runs_due() is None
    house.desk = Desk(shifts=(DAY,))
    await house.runs_due()
    assert not await told(house)


async def test_one_that_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute later, and what else is due does not wait for it."""
    house = await desk_with(DAY, NIGHT, night=BEN)
    house.now = EVENING
    failed: list[object] = []

    async def breaks(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(shift_digest, "run", breaks)
        following = await clockwork.run_due(
            house.begin, house.desk, ignored, house.clock, lambda due, _: failed.append(due)
        )
    assert failed == [shift_digest.ShiftEnd(EVENING)]
    assert following == EVENING + clockwork.RETRY_AFTER
    house.now = following
    await house.runs_due()
    assert await told(house) == [TellShift(BEN.id)]


async def test_the_most_pressing_first() -> None:
    """By urgency, then as they came; what is done is not listed."""
    house = await desk_with(DAY)
    for customer in (EVA, MAX):
        await house.writes(customer)
        async with house.begin() as uow:
            await uow.tickets.make_current(customer.id, None)
        await house.writes(customer)
    for number, urgency in ((3, Urgency.URGENT), (4, Urgency.LOW)):
        async with house.begin() as uow:
            ticket = await uow.tickets.get(number)
            filing.set_priority(ticket, urgency, SAM, house.now)
            await uow.tickets.save(ticket)
    async with house.begin() as uow:
        found = await shift_digest.digest(uow)
    assert [left.ticket.id for left in found.tickets] == [3, 1, 2, 4]
    assert not found.more
