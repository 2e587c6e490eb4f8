"""What the clock wakes: the watch for a claim, and the reading of a settled burst."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from orchestration.clock import clockwork
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.customers import conversation
from orchestration.delivery import ShowCard, TellTopic
from orchestration.desk import Desk
from orchestration.events import Alerted, Triaged, Urgency
from orchestration.people import Customer
from orchestration.ports import Brief, UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.triage import TriageSpecialist
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Triage
from tests.unit.centre.cast import ADA, ANNA, EVA, MAX, NOW, READING, SAM
from tests.unit.centre.house import House, Reads


async def the(house: House, kind: FollowUpKind) -> FollowUp:
    """The one follow-up of that kind."""
    (due,) = [each for each in await house.scheduled() if each.kind is kind]
    return due


async def readings(house: House, number: int = 1) -> list[Triaged]:
    events = [entry.event for entry in await house.entries(number)]
    return [event for event in events if isinstance(event, Triaged)]


async def test_an_unclaimed_ticket_is_told_to_supervisors(house: House) -> None:
    """After ten minutes they are mentioned in the topic, and the ticket records it."""
    await house.meets(ANNA, SAM, ADA)
    await house.writes(EVA)
    await house.sent()
    house.passes(minutes=10)
    assert await house.runs_due(Reads(None)) is None
    facts: Facts = {"ticket": 1, "minutes": 10, "why": 0, "supervisors": "@sam @ada"}
    assert await house.sent() == [TellTopic(StaffSentence.UNCLAIMED, facts)]
    assert (await house.entries(1))[-1].event == Alerted("unclaimed")


async def test_before_its_time_nothing_is_told(house: House) -> None:
    """A minute early there is no alert, and the clock says when to come again."""
    await house.writes(EVA)
    house.passes(minutes=9)
    assert await house.runs_due(Reads(None)) == house.now + timedelta(minutes=1)
    assert await house.alerts() == []


async def test_supervisors_are_told_once(house: House) -> None:
    """A follow-up that is run twice, as after a restart, alerts once."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.UNCLAIMED)
    house.passes(minutes=10)
    await house.runs(due)
    await house.runs(due)
    house.passes(days=1)
    await house.runs_due(Reads(None))
    assert await house.alerts() == [StaffSentence.UNCLAIMED]


async def test_a_claimed_ticket_is_not_told(house: House) -> None:
    """A claim ends the watch, also for a clock that had read it before."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.UNCLAIMED)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    house.passes(minutes=10)
    await house.runs(due)
    assert await house.alerts() == []


async def test_a_watch_that_was_moved_is_not_run_at_its_old_time(house: House) -> None:
    """A release counts anew; what was due before it is void."""
    await house.writes(EVA)
    old = await the(house, FollowUpKind.UNCLAIMED)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    house.passes(minutes=9)
    await house.does(1, lambda uow, t: assignment.release(uow, house.desk, t, ANNA, house.now))
    house.passes(minutes=1)
    await house.runs(old)
    assert await house.alerts() == []
    house.passes(minutes=9)
    await house.runs_due(Reads(None))
    assert await house.alerts() == [StaffSentence.UNCLAIMED]


@pytest.mark.parametrize("answered", [False, True])
async def test_a_watch_on_a_ticket_that_needs_none_is_silent(
    house: House, *, answered: bool
) -> None:
    """Should a watch outlive its reason, an owned or ended ticket still alerts nobody."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.UNCLAIMED)
    if answered:
        await house.answers(ANNA, 1)
    else:
        await house.moves(1, Status.RESOLVED)
    async with house.begin() as uow:
        await uow.follow_ups.schedule(due)
    await house.runs(due)
    assert await house.alerts() == []


async def test_a_settled_burst_is_read(house: House) -> None:
    """The reading is kept on the ticket with its author, and the card shows it."""
    await house.writes(EVA)
    await house.writes(EVA, "It was due on Monday")
    await house.sent()
    house.passes(seconds=2)
    reader = Reads(READING)
    await house.runs_due(reader)
    assert [(brief.ticket, brief.upto) for brief in reader.briefs] == [(1, 4)]
    assert (await house.ticket(1)).triage == READING
    assert await readings(house) == [Triaged("order_status", Urgency.HIGH, "en", about=4)]
    assert await house.sent() == [ShowCard()]


async def test_the_built_in_triage_reads_by_this_path(house: House) -> None:
    """The rules find intent, urgency and language of what was really written."""
    await house.writes(EVA, "My vase arrived broken, I want it replaced immediately")
    house.passes(seconds=2)
    await house.runs_due(TriageSpecialist())
    assert (await house.ticket(1)).triage == Triage("damaged_item", Urgency.URGENT, "en")


async def test_a_reading_that_says_nothing_new_changes_nothing(house: House) -> None:
    """The same triage again is neither recorded nor shown."""
    await house.writes(EVA)
    house.passes(seconds=2)
    await house.runs_due(Reads(READING))
    await house.writes(EVA, "hello?")
    await house.sent()
    house.passes(seconds=2)
    await house.runs_due(Reads(READING), Reads(None))
    assert len(await readings(house)) == 1
    assert await house.sent() == []


async def test_stale_advice_is_dropped(house: House) -> None:
    """Advice about words that a newer message overtook is dropped; the newer one is read."""
    await house.writes(EVA)
    house.passes(seconds=2)
    overtaken = Reads(READING, meanwhile=lambda: house.writes(EVA, "I mean the other one"))
    await house.runs(await the(house, FollowUpKind.CONSULT), overtaken)
    assert await readings(house) == []
    house.passes(seconds=2)
    await house.runs_due(Reads(READING))
    assert [reading.about for reading in await readings(house)] == [4]


async def test_words_in_the_same_moment_are_read_too() -> None:
    """Where nothing needs to settle, a message of the very moment of reading is not forgotten."""
    house = House(Desk(settle=timedelta(0)))
    await house.writes(EVA)
    overtaken = Reads(READING, meanwhile=lambda: house.writes(EVA, "I mean the other one"))
    await house.runs(await the(house, FollowUpKind.CONSULT), overtaken)
    await house.runs_due(Reads(READING))
    assert [reading.about for reading in await readings(house)] == [4]


async def test_a_reading_that_is_run_twice_is_kept_once(house: House) -> None:
    """Two clocks with the same follow-up leave one reading."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.CONSULT)
    other = replace(READING, intent="billing")
    await house.runs(due, Reads(other, meanwhile=lambda: house.runs(due, Reads(READING))))
    await house.runs(due, Reads(other))
    assert (await house.ticket(1)).triage == READING
    assert len(await readings(house)) == 1


async def test_a_reading_of_what_ended_meanwhile_is_dropped(house: House) -> None:
    """A ticket that its customer resolved during the reading keeps no advice."""

    async def says_close() -> None:
        async with house.begin() as uow:
            await conversation.close(uow, EVA, house.now)

    await house.writes(EVA)
    due = await the(house, FollowUpKind.CONSULT)
    await house.runs(due, Reads(READING, meanwhile=says_close))
    assert await readings(house) == []
    assert [due.kind for due in await house.scheduled()] == [FollowUpKind.CLOSE]


async def test_what_comes_back_unread_is_read(house: House) -> None:
    """Resolved before the words had settled, and reopened: nobody would have read them."""
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED)
    await house.moves(1, Status.OPEN)
    await house.runs_due(Reads(READING))
    assert (await house.ticket(1)).triage == READING
    await house.moves(1, Status.RESOLVED)
    await house.moves(1, Status.OPEN)
    assert FollowUpKind.CONSULT not in {due.kind for due in await house.scheduled()}


async def test_advice_on_what_has_ended_is_dropped(house: House) -> None:
    """Should a reading outlive its ticket, nothing is kept of it."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.CONSULT)
    await house.moves(1, Status.CLOSED)
    async with house.begin() as uow:
        await uow.follow_ups.schedule(due)
    await house.runs(due, Reads(READING))
    assert (await readings(house), await house.scheduled()) == ([], [])


async def test_a_claim_during_the_reading_is_no_obstacle(house: House) -> None:
    """Advice is taken on the ticket as it is now, with its new primary."""

    async def claims() -> None:
        await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))

    await house.writes(EVA)
    await house.runs(await the(house, FollowUpKind.CONSULT), Reads(READING, meanwhile=claims))
    read = await house.ticket(1)
    assert (read.triage, read.primary is not None) == (READING, True)


async def test_a_long_conversation_is_read_to_its_end(house: House) -> None:
    """After hundreds of messages the brief still holds the newest words."""
    for turn in range(120):
        await house.writes(EVA, f"message {turn}")
    reader = Reads(READING)
    house.passes(seconds=2)
    await house.runs_due(reader)
    assert reader.briefs[0].entries[-1].seq == reader.briefs[0].upto == 122


async def test_what_fails_is_told_and_put_off(house: House) -> None:
    """A specialist that breaks stops nobody else; its reading is tried again a minute later."""

    async def breaks() -> None:
        msg = "no"
        raise RuntimeError(msg)

    failures: list[clockwork.Due | Reception] = []
    await house.writes(EVA)
    house.passes(minutes=10)
    broken = Reads(READING, meanwhile=breaks)
    due = await the(house, FollowUpKind.CONSULT)
    again = await clockwork.run_due(
        house.begin, house.desk, [broken], house.clock, lambda failed, _: failures.append(failed)
    )
    assert (failures, again) == ([due], house.now + clockwork.RETRY_AFTER)
    assert await house.alerts() == [StaffSentence.UNCLAIMED]
    house.passes(minutes=1)
    await house.runs_due(Reads(READING))
    assert len(await readings(house)) == 1


async def test_much_that_was_missed_shares_commits(house: House) -> None:
    """In its order, and one that is broken keeps none of those beside it back."""
    commits: list[int] = []

    @asynccontextmanager
    async def counted() -> AsyncIterator[UnitOfWork]:
        async with house.begin() as uow:
            yield uow
        commits.append(len(uow.tickets.saved))

    most = 2 * clockwork.TOGETHER
    for number in range(most):
        await house.writes(Customer(100 + number, "Eva"))
    async with house.begin() as uow:
        for number in range(1, most + 1):
            await uow.follow_ups.cancel(number, FollowUpKind.CONSULT)
        await uow.follow_ups.schedule(FollowUp(999, FollowUpKind.UNCLAIMED, house.now))
    house.passes(minutes=10)
    failures: list[clockwork.Due | Reception] = []

    def failed(due: clockwork.Due | Reception, _: Exception) -> None:
        failures.append(due)

    await clockwork.run_due(counted, house.desk, (), house.clock, failed)
    assert failures == [FollowUp(999, FollowUpKind.UNCLAIMED, NOW)]
    alerts = [each for each in await house.outbox() if isinstance(each.body, TellTopic)]
    assert [each.ticket for each in alerts] == list(range(1, most + 1))
    assert max(commits) == clockwork.TOGETHER
    commits.clear()
    assert await clockwork.run_due(counted, house.desk, (), house.clock, failed) is not None
    assert sum(commits) == 0


async def test_two_things_of_one_ticket_are_two_commits(house: House) -> None:
    """What the first means for the clocks is seen to before the second."""
    await house.writes(EVA)
    await house.writes(MAX)
    async with house.begin() as uow:
        for number, kind in ((1, FollowUpKind.UNCLAIMED), (1, FollowUpKind.RELIEF)):
            await uow.follow_ups.schedule(FollowUp(number, kind, house.now))
    taken: list[int] = []

    @asynccontextmanager
    async def watched() -> AsyncIterator[UnitOfWork]:
        async with house.begin() as uow:
            before = await uow.follow_ups.due(house.now)
            yield uow
            taken.append(len(before) - len(await uow.follow_ups.due(house.now)))

    await clockwork.run_due(watched, house.desk, (), house.clock, lambda *_: None)
    assert [each for each in taken if each] == [1, 1]


async def test_a_brief_is_the_conversation_so_far(house: House) -> None:
    """Specialists read subject and entries in order, up to the customer's newest words."""
    await house.writes(EVA, "A vase")
    await house.notes(ANNA, 1)
    reader = Reads(None)
    await house.runs(await the(house, FollowUpKind.CONSULT), reader)
    assert reader.briefs == [Brief(1, "A vase", await house.entries(1), 2)]
