"""Told once when somebody is there again, and only who needs to hear it."""

from dataclasses import replace
from datetime import datetime

from orchestration.content import MessageRef
from orchestration.customers import out_of_hours
from orchestration.events import SystemSaid
from orchestration.intake import Filed, Incoming, open_ticket
from orchestration.sentences import Facts, PublicSentence
from orchestration.sla.policy import Policy
from tests.unit.centre.cast import ANNA, EVA, MAX, words
from tests.unit.centre.house import House
from tests.unit.centre.sla.house import POLICY, ClockHouse, clock_house, madrid


def house_at(*wall: int, policy: Policy = POLICY) -> ClockHouse:
    """The office in Madrid, at a moment of its own clock."""
    house = clock_house(policy)
    house.now = madrid(*wall)
    return house


async def greetings(house: House, number: int = 1) -> list[tuple[datetime, Facts]]:
    """When the customer was told when the team is back, and what."""
    return [
        (entry.at, entry.event.facts)
        for entry in await house.entries(number)
        if isinstance(entry.event, SystemSaid)
        and entry.event.sentence is PublicSentence.OUT_OF_HOURS
    ]


async def test_once_an_evening_with_the_next_opening() -> None:
    """Friday night, and it is Monday at nine on the wall of the team; twice is no news."""
    house = house_at(2026, 11, 20, 20)
    await house.writes(EVA)
    assert await greetings(house) == [
        (
            house.now,
            {"weekday": 1, "day": "2026-11-23", "time": "09:00", "zone": "Europe/Madrid"},
        )
    ]
    house.passes(days=1)
    await house.writes(EVA, "Hello?")
    assert len(await greetings(house)) == 1
    assert (await house.told(EVA))[-1] is PublicSentence.OUT_OF_HOURS
    house.now = madrid(2026, 11, 23, 18)
    await house.writes(EVA, "And now?")
    assert len(await greetings(house)) == 2


async def test_each_customer_and_whatever_ticket() -> None:
    """Eva has heard it on another ticket; Max has not."""
    house = house_at(2026, 11, 20, 20)
    await house.writes(EVA)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    assert (await house.writes(EVA, "Something else"))[0] == 2
    assert not await greetings(house, 2)
    await house.writes(MAX)
    assert len(await greetings(house, 3)) == 1


async def test_never_in_business_hours_or_around_the_clock() -> None:
    """The desk as it is shipped has no hours."""
    house = house_at(2026, 11, 20, 17)
    await house.writes(EVA)
    assert not await greetings(house)
    always = house_at(2026, 11, 20, 20, policy=Policy())
    await always.writes(EVA)
    assert not await greetings(always)


async def test_over_a_holiday_and_the_break() -> None:
    """The eighth of December is closed; at noon it is an hour only."""
    house = house_at(2026, 12, 7, 14, 30)
    await house.writes(EVA)
    house.now = madrid(2026, 12, 7, 18, 30)
    await house.writes(EVA, "Hello?")
    told = [(facts["day"], facts["time"]) for _, facts in await greetings(house)]
    assert told == [("2026-12-07", "15:00"), ("2026-12-09", "09:00")]


async def test_not_while_someone_of_the_staff_is_there_after_all() -> None:
    """Anna answers at eight in the evening; an answer before six would not count."""
    house = house_at(2026, 11, 19, 17, 59)
    await house.meets(ANNA)
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    house.passes(hours=1)
    await house.writes(EVA, "Thanks, but")
    assert len(await greetings(house)) == 1
    house.now = madrid(2026, 11, 20, 20)
    await house.answers(ANNA, 1, "Late, but here")
    house.passes(hours=3)
    await house.writes(EVA, "Oh, and")
    assert len(await greetings(house)) == 1


async def test_an_owner_may_not_want_it() -> None:
    """A calendar in `silent` says nothing."""
    house = house_at(2026, 11, 20, 20, policy=replace(POLICY, silent=frozenset({"office"})))
    await house.writes(EVA)
    assert not await greetings(house)


async def test_a_bare_thank_you_is_not_met_with_it() -> None:
    """Nobody waits for anything then."""
    house = house_at(2026, 11, 20, 17)
    await house.meets(ANNA)
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        ticket.settle_by_customer(house.now)
        await uow.tickets.save(ticket)
    house.passes(hours=3)
    await house.writes(EVA, "Thank you!")
    assert not await greetings(house)


async def test_the_night_belongs_to_another_team() -> None:
    """A ticket goes by the calendar of its queue."""
    house = house_at(2026, 11, 20, 17)
    wrote = Incoming(EVA, words(), MessageRef(EVA.id, 1))
    async with house.begin() as uow:
        await open_ticket(uow, house.desk, wrote, house.now, filed=Filed("night"))
    ((_, facts),) = await greetings(house)
    assert (facts["time"], facts["zone"]) == ("20:00", "America/New_York")


async def test_who_is_forgotten_was_told_nothing() -> None:
    """Nothing that is kept under their id stays; others keep theirs."""
    house = house_at(2026, 11, 20, 20)
    await house.writes(EVA)
    await house.writes(MAX)
    async with house.begin() as uow:
        await out_of_hours.forget(uow, EVA.id)
        assert not await uow.memory.names(f"out-of-hours:{EVA.id}:")
        assert await uow.memory.names(f"out-of-hours:{MAX.id}:")
