"""What a ticket taught is written down by whoever ended it, and by nobody twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from orchestration.clock.reminders import Reminder
from orchestration.desk import Desk
from orchestration.ending.write_down import next_working_day
from orchestration.events.followups import FollowUpFired, FollowUpSet
from orchestration.people import SYSTEM, Staff
from orchestration.status import Status
from orchestration.team import collaboration
from tests.unit.centre.cast import ANNA, ANONYMOUS, EVA, SAM, XENIA, known
from tests.unit.centre.house import House
from tests.unit.centre.sla.house import NIGHTS, OFFICE, POLICY, madrid

WORDS = "Write it down"
LONGER = "The label printer of the warehouse in Getafe prints old addresses after its updates."


@pytest.fixture
async def house() -> House:
    """A desk that wants it written down, on a Friday morning; Anna has Eva's ticket."""
    house = House(Desk(sla=POLICY, write_down=WORDS))
    await house.meets(ANNA, SAM, XENIA)
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    return house


async def asked(house: House) -> Sequence[Reminder]:
    async with house.begin() as uow:
        return await uow.reminders.of_ticket(1)


async def asks_xenia(house: House) -> None:
    written = house.written(ANNA, "Why?")
    await house.does(
        1,
        lambda uow, t: collaboration.consult(uow, t, known(XENIA), written, house.now),
    )


async def test_after_two_longer_notes(house: House) -> None:
    """Anna resolves it on Friday, and is reminded on Monday at nine, in its topic."""
    for _ in range(2):
        await house.notes(ANNA, 1, LONGER)
    await house.moves(1, Status.RESOLVED, ANNA)
    (reminder,) = await asked(house)
    monday = madrid(2026, 11, 23, 9)
    assert (reminder.person, reminder.words, reminder.due_at) == (ANNA.id, WORDS, monday)
    entry = next(e for e in await house.entries(1) if isinstance(e.event, FollowUpSet))
    assert entry.actor == SYSTEM
    house.now = monday
    await house.runs_due()
    assert isinstance((await house.entries(1))[-1].event, FollowUpFired)


async def test_after_an_answer_of_an_expert(house: House) -> None:
    """However short; a question that nobody answered is none."""
    await asks_xenia(house)
    await house.notes(XENIA, 1, "A known fault")
    await house.moves(1, Status.RESOLVED, SAM)
    (reminder,) = await asked(house)
    assert reminder.person == SAM.id


async def test_after_a_decision(house: House) -> None:
    """What binds is worth keeping."""
    written = house.written(SAM, "We pay")
    await house.does(1, lambda uow, t: collaboration.decide(uow, t, written, house.now))
    await house.moves(1, Status.CLOSED, ANNA)
    assert len(await asked(house)) == 1


@pytest.mark.parametrize("notes", [(), (LONGER,), ("called him",) * 5])
async def test_not_after_every_ticket(house: House, notes: tuple[str, ...]) -> None:
    """A note or two in passing teach nothing."""
    for note in notes:
        await house.notes(ANNA, 1, note)
    await house.moves(1, Status.RESOLVED, ANNA)
    assert not await asked(house)


async def test_once_a_ticket(house: House) -> None:
    """Whether it was cancelled, came, or the ticket was reopened and resolved again."""
    for _ in range(2):
        await house.notes(ANNA, 1, LONGER)
    await house.moves(1, Status.RESOLVED, ANNA)
    await house.moves(1, Status.CLOSED, ANNA)
    assert len(await asked(house)) == 1
    house.now = madrid(2026, 11, 23, 9)
    await house.runs_due()
    assert not await asked(house)


async def test_again_only_if_it_was_not_asked_before(house: House) -> None:
    """Reopened and resolved by another one, it stays asked of the first."""
    for _ in range(2):
        await house.notes(ANNA, 1, LONGER)
    await house.moves(1, Status.RESOLVED, ANNA)
    await house.moves(1, Status.OPEN, SAM)
    await house.moves(1, Status.RESOLVED, SAM)
    (reminder,) = await asked(house)
    assert reminder.person == ANNA.id


@pytest.mark.parametrize(("by", "words"), [(ANNA, ""), (ANONYMOUS, WORDS)])
async def test_nobody_is_asked(house: House, by: Staff, words: str) -> None:
    """Not where the owner does not want it, nor of an account that is nobody's."""
    house.desk = Desk(sla=POLICY, write_down=words)
    for _ in range(2):
        await house.notes(ANNA, 1, LONGER)
    await house.moves(1, Status.RESOLVED, by)
    assert not await asked(house)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (madrid(2026, 11, 19, 23), madrid(2026, 11, 20, 9)),
        (madrid(2026, 11, 20, 0, 30), madrid(2026, 11, 23, 9)),
        (madrid(2026, 12, 7, 10), madrid(2026, 12, 9, 9)),
    ],
)
def test_the_next_working_day(now: datetime, then: datetime) -> None:
    """Not the same day, no weekend and no holiday."""
    assert next_working_day(OFFICE, now) == then


def test_a_team_of_the_night_writes_in_the_evening() -> None:
    """Its morning begins when it comes."""
    noon = madrid(2026, 11, 20, 12)
    due = next_working_day(NIGHTS, noon).astimezone(NIGHTS.zone)
    assert (due.hour, due.date() - noon.astimezone(NIGHTS.zone).date()) == (20, timedelta(days=1))
