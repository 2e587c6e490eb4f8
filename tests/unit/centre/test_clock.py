"""What the clock wakes: the watch for a claim, and the reading of a settled burst."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from orchestration.clock import clockwork
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.keeping import LEASE
from orchestration.delivery import ShowCard, TellTopic
from orchestration.events import Alerted, Triaged, Urgency
from orchestration.people import Customer
from orchestration.ports import UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Triage
from tests.unit.centre.cast import ADA, ANNA, EVA, MAX, NOW, SAM
from tests.unit.centre.house import FAR, House, ignored


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
    assert await house.runs_due() is None
    facts: Facts = {"ticket": 1, "minutes": 10, "why": 0, "supervisors": "@sam @ada"}
    assert TellTopic(StaffSentence.UNCLAIMED, facts) in await house.sent()
    assert (await house.entries(1))[-1].event == Alerted("unclaimed")


async def test_before_its_time_nothing_is_told(house: House) -> None:
    """A minute early there is no alert, and the clock says when to come again."""
    await house.writes(EVA)
    house.passes(minutes=9)
    assert await house.runs_due() == house.now + timedelta(minutes=1)
    assert await house.alerts() == []


async def test_supervisors_are_told_once(house: House) -> None:
    """A follow-up that is run twice, as after a restart, alerts once."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.UNCLAIMED)
    house.passes(minutes=10)
    await house.runs(due)
    await house.runs(due)
    house.passes(days=1)
    await house.runs_due()
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
    await house.runs_due()
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
    await house.writes(EVA, "My vase arrived broken")
    await house.writes(EVA, "I want it replaced immediately")
    await house.sent()
    house.passes(seconds=2)
    await house.runs_due()
    assert (await house.ticket(1)).triage == Triage("damaged_item", Urgency.URGENT, "en")
    assert await readings(house) == [Triaged("damaged_item", Urgency.URGENT, "en", about=4)]
    assert await house.sent() == [ShowCard()]


async def test_a_reading_that_says_nothing_new_changes_nothing(house: House) -> None:
    """The same triage again is neither recorded nor shown."""
    await house.writes(EVA)
    house.passes(seconds=2)
    await house.runs_due()
    await house.writes(EVA, "hello?")
    await house.sent()
    house.passes(seconds=2)
    await house.runs_due()
    assert len(await readings(house)) == 1
    assert await house.sent() == []


async def test_a_reading_that_is_run_twice_is_kept_once(house: House) -> None:
    """Two clocks with the same follow-up leave one reading."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.CONSULT)
    await house.runs(due)
    await house.runs(due)
    assert len(await readings(house)) == 1


async def test_what_specialists_think_about_is_due_again_should_it_come_to_nothing(
    house: House,
) -> None:
    """A desk that is killed meanwhile has it due once more, and not before its time is over."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.CONSULT)
    begun: list[FollowUp] = []
    await clockwork.run(house.begin, house.desk, begun.append, due, house.clock)
    again = await the(house, FollowUpKind.CONSULT)
    assert begun == [again]
    assert again.due_at == house.now + house.desk.advise_within + LEASE


async def test_what_comes_back_unread_is_read(house: House) -> None:
    """Resolved before the words had settled, and reopened: nobody would have read them."""
    await house.writes(EVA)
    await house.moves(1, Status.RESOLVED)
    await house.moves(1, Status.OPEN)
    await house.runs_due()
    assert (await house.ticket(1)).triage is not None
    await house.moves(1, Status.RESOLVED)
    await house.moves(1, Status.OPEN)
    assert FollowUpKind.CONSULT not in {due.kind for due in await house.scheduled()}


async def test_what_has_ended_is_not_read(house: House) -> None:
    """Should a reading outlive its ticket, nothing is kept of it."""
    await house.writes(EVA)
    due = await the(house, FollowUpKind.CONSULT)
    await house.moves(1, Status.CLOSED)
    async with house.begin() as uow:
        await uow.follow_ups.schedule(due)
    await house.runs(due)
    assert (await readings(house), await house.scheduled()) == ([], [])


async def test_what_fails_is_told_and_put_off(house: House) -> None:
    """A follow-up that breaks stops nobody else; it is tried again a minute later."""
    failures: list[clockwork.Due | Reception] = []
    await house.writes(EVA)
    house.passes(minutes=10)
    due = FollowUp(999, FollowUpKind.CONSULT, house.now)
    async with house.begin() as uow:
        await uow.follow_ups.schedule(due)
    again = await clockwork.run_due(
        house.begin, house.desk, ignored, house.clock, lambda failed, _: failures.append(failed)
    )
    assert failures == [due]
    assert again == house.now + house.desk.advise_within + LEASE  # of what is thought about
    assert await house.alerts() == [StaffSentence.UNCLAIMED]
    async with house.begin() as uow:
        put_off = [one for one in await uow.follow_ups.due(house.now + FAR) if one.ticket == 999]
    assert [one.due_at for one in put_off] == [house.now + clockwork.RETRY_AFTER]


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

    await clockwork.run_due(counted, house.desk, ignored, house.clock, failed)
    assert failures == [FollowUp(999, FollowUpKind.UNCLAIMED, NOW)]
    alerts = [each for each in await house.outbox() if isinstance(each.body, TellTopic)]
    assert [each.ticket for each in alerts] == list(range(1, most + 1))
    assert max(commits) == clockwork.TOGETHER
    commits.clear()
    assert await clockwork.run_due(counted, house.desk, ignored, house.clock, failed) is not None
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

    await clockwork.run_due(watched, house.desk, ignored, house.clock, lambda *_: None)
    assert [each for each in taken if each] == [1, 1]
