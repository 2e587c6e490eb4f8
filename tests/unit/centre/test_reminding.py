"""Follow-ups of people: who hears of them, when, and what ends them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from orchestration.cases import linking
from orchestration.clock import clockwork, reminding
from orchestration.clock.reminders import Reminder
from orchestration.content import Content, Entity
from orchestration.delivery import NameInTopic, WarnPrivately
from orchestration.errors.followups import (
    CannotBeTold,
    LongFollowUp,
    NoSuchFollowUp,
    NotYourFollowUp,
    TooManyFollowUps,
)
from orchestration.errors.ticket import UnknownPerson
from orchestration.events.followups import FollowUpCancelled, FollowUpFired, FollowUpSet
from orchestration.people import Staff
from orchestration.times import read
from tests.unit.centre.cast import ADA, ANNA, BEN, EVA, SAM, known
from tests.unit.centre.house import House, ignored

MADRID = "Europe/Madrid"


async def plans(house: House, words: str, by: Staff = ANNA, ticket: int | None = 1) -> Reminder:
    """Someone sets a follow-up as they type it."""
    reading = read(words, MADRID, house.now)
    async with house.begin() as uow:
        author = known(by, by.name.lower())
        rest = Content(reading.rest)
        said = await reminding.whom_named(uow, house.desk, rest, author, house.now)
        new = Reminder(
            0, reading.due_at, MADRID, said.words, by.id, by.name, said.whom, said.person,
            said=reading.said, rule=reading.rule,
        )  # fmt: skip
        about = await uow.tickets.get(ticket) if ticket else None
        return await reminding.plan(uow, about, new, by, house.now)


async def named(house: House) -> list[NameInTopic]:
    """What was said aloud by name."""
    return [each for each in await house.sent() if isinstance(each, NameInTopic)]


async def last_event(house: House) -> object:
    return (await house.entries(1))[-1].event


async def test_it_comes_once_and_names_its_person(house: House) -> None:
    """At its minute and not before; and the record says who set it, and that it came."""
    await house.meets(ANNA, BEN)
    await house.writes(EVA)
    kept = await plans(house, "in 2h call the shop @ben")
    assert await last_event(house) == FollowUpSet(1, kept.due_at, "Ben", "call the shop")
    house.passes(hours=1, minutes=59, seconds=59)
    await house.runs_due()
    assert await named(house) == []
    house.passes(seconds=1)
    await house.runs_due()
    await house.runs_due()
    (said,) = await named(house)
    assert (said.people, said.by, said.facts["words"]) == ((BEN.id,), "Anna", "call the shop")
    assert (said.facts["late"], said.facts["again"]) == ("", "")
    assert await last_event(house) == FollowUpFired(1, "call the shop")


async def test_run_twice_it_comes_once(house: House) -> None:
    """Two processes have read it as due."""
    await house.meets(ANNA)
    await house.writes(EVA)
    kept = await plans(house, "in 2h call")
    house.passes(hours=2)
    for _ in range(2):
        await house.runs(kept)
    assert len(await named(house)) == 1


async def test_one_that_was_missed_comes_once_and_late(house: House) -> None:
    """However often it was missed; then it goes on in its own time."""
    await house.meets(ANNA)
    await house.writes(EVA)
    await plans(house, "every day 9:00 look")
    house.passes(days=5)
    await house.runs_due()
    (said,) = await named(house)
    assert said.facts["late"] == "2026-11-21 09:00 (Europe/Madrid)"
    assert said.facts["again"] == "2026-11-26 09:00"
    house.passes(days=1)
    await house.runs_due()
    assert [each.facts["late"] for each in await named(house)] == [
        "2026-11-26 09:00 (Europe/Madrid)"
    ]


async def test_a_series_over_a_change_of_the_clocks(house: House) -> None:
    """At 9:00 on the wall on every working day, and after so many times no more."""
    house.now = datetime(2027, 3, 25, 12, 0, tzinfo=UTC)
    await house.meets(ANNA)
    await house.writes(EVA)
    await plans(house, "every weekday 9:00 3 times look")
    came = []
    for _ in range(7 * 24 * 4):
        house.passes(minutes=15)
        await house.runs_due()
        came += [house.now for _ in await named(house)]
    assert [f"{each:%a %H:%M}" for each in came] == ["Fri 08:00", "Mon 07:00", "Tue 07:00"]


@pytest.mark.parametrize(("ends", "kinds"), [(True, FollowUpCancelled), (False, FollowUpFired)])
async def test_the_customer_writes_before(house: House, kinds: type[object], *, ends: bool) -> None:
    """It ends then only if that was chosen."""
    await house.meets(ANNA)
    await house.writes(EVA)
    kept = await plans(house, "in 2h ask again")
    async with house.begin() as uow:
        changed = replace(kept, unless_written=ends)
        await reminding.change(uow, kept, changed, ANNA, house.now)
    await house.writes(EVA, "Never mind")
    house.passes(hours=2)
    await house.runs_due()
    events = [entry.event for entry in await house.entries(1)]
    assert [e for e in events if isinstance(e, FollowUpCancelled | FollowUpFired)] == [
        FollowUpCancelled(1, "ask again", answered=True) if ends else FollowUpFired(1, "ask again")
    ]
    assert isinstance(events[-1], FollowUpFired) is not ends
    assert len(await named(house)) == (0 if kinds is FollowUpCancelled else 1)


async def test_for_whoever_a_name_means_by_then(house: House) -> None:
    """`@supervisor` reaches those who supervise when it is due."""
    await house.meets(ANNA)
    await house.writes(EVA)
    with pytest.raises(UnknownPerson):
        await plans(house, "in 2h decide @supervisor")
    await house.meets(ADA)
    await plans(house, "in 2h decide @supervisor")
    await house.meets(SAM)
    house.passes(hours=2)
    await house.runs_due()
    assert [each.people for each in await named(house)] == [(SAM.id, ADA.id)]


async def test_whoever_left_is_stood_in_for(house: House) -> None:
    """By who set it, and when they left too by the supervisors."""
    await house.meets(ANNA, BEN, SAM)
    await house.writes(EVA)
    await plans(house, "in 2h call @ben")
    await plans(house, "in 3h call @ben")
    async with house.begin() as uow:
        await uow.people.learn(replace(known(BEN, "ben"), role=None))
    house.passes(hours=2)
    await house.runs_due()
    async with house.begin() as uow:
        await uow.people.learn(replace(known(ANNA, "anna"), role=None))
    house.passes(hours=1)
    await house.runs_due()
    assert [each.people for each in await named(house)] == [(ANNA.id,), (SAM.id,)]


async def test_without_a_ticket_it_is_told_in_private(house: House) -> None:
    """And refused for whom the bot cannot write to."""
    await house.meets(ANNA, BEN)
    await plans(house, "in 2h call the bank @ben", ticket=None)
    house.passes(hours=2)
    await house.runs_due()
    (told,) = [each for each in await house.sent() if isinstance(each, WarnPrivately)]
    assert (told.chat, told.facts["by"]) == (BEN.id, "Anna")
    async with house.begin() as uow:
        await uow.people.learn(replace(known(BEN, "ben"), reachable=False))
    with pytest.raises(CannotBeTold):
        await plans(house, "in 2h call the bank @ben", ticket=None)


async def test_who_may_change_it(house: House) -> None:
    """Who set it, whom it is for, and supervisors; and nobody once it came."""
    await house.meets(ANNA, BEN)
    await house.writes(EVA)
    kept = await plans(house, "in 2h call")
    async with house.begin() as uow:
        for each in (ANNA, SAM):
            assert await reminding.find(uow, kept.id, each) == kept
        with pytest.raises(NotYourFollowUp):
            await reminding.find(uow, kept.id, BEN)
        with pytest.raises(NoSuchFollowUp):
            await reminding.find(uow, 99, SAM)
        assert await reminding.change(uow, kept, kept, ANNA, house.now) == kept
    house.passes(hours=2)
    await house.runs_due()
    async with house.begin() as uow:
        with pytest.raises(NoSuchFollowUp):
            await reminding.cancel(uow, kept, ANNA, house.now)
        with pytest.raises(NoSuchFollowUp):
            await reminding.change(uow, kept, replace(kept, words="x"), ANNA, house.now)


async def test_there_are_limits(house: House) -> None:
    """Of how many, and of how long."""
    await house.meets(ANNA)
    await house.writes(EVA)
    with pytest.raises(LongFollowUp):
        await plans(house, "in 2h " + "x" * (reminding.MOST_LETTERS + 1))
    for _ in range(reminding.MOST):
        await plans(house, "in 2h call")
    with pytest.raises(TooManyFollowUps):
        await plans(house, "in 2h call")


async def test_a_person_without_a_user_name_can_be_meant(house: House) -> None:
    """By a text mention."""
    await house.meets(ANNA)
    async with house.begin() as uow:
        await uow.people.learn(known(BEN))
        words = Content("call Ben", entities=(Entity("text_mention", 5, 3, user_id=BEN.id),))
        said = await reminding.whom_named(uow, house.desk, words, known(ANNA), house.now)
        assert (said.person, said.whom) == (BEN.id, "Ben")
        stranger = replace(words, entities=(Entity("text_mention", 5, 3, user_id=99),))
        with pytest.raises(UnknownPerson):
            await reminding.whom_named(uow, house.desk, stranger, known(ANNA), house.now)


async def test_those_of_a_merged_ticket_go_along(house: House) -> None:
    """They are said where the customer is answered now."""
    await house.meets(ANNA)
    await house.writes(EVA)
    async with house.begin() as uow:
        await uow.tickets.make_current(EVA.id, None)
    await house.writes(EVA, "And another thing")
    kept = await plans(house, "in 2h call", ticket=2)
    await house.does(1, lambda uow, t: linking.merge(uow, house.desk, t, 2, ANNA, house.now))
    async with house.begin() as uow:
        assert await uow.reminders.of_ticket(1) == [replace(kept, ticket=1)]


async def test_what_fails_is_put_off(house: House) -> None:
    """A follow-up that cannot be said now is said a minute later, and stops nobody else."""
    await house.meets(ANNA)
    await house.writes(EVA)
    kept = await plans(house, "in 2h call")
    async with house.begin() as uow:
        await uow.reminders.swap(kept, replace(kept, rule="broken"))
    house.passes(hours=2)
    failures: list[object] = []
    again = await clockwork.run_due(
        house.begin, house.desk, ignored, house.clock, lambda due, _: failures.append(due)
    )
    assert len(failures) == 1
    assert again is not None
    assert again <= house.now + timedelta(minutes=1)
