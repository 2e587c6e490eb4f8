"""Actions are done: each once, whatever breaks in between."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from orchestration.actions.action import Action
from orchestration.actions.executing import ATTEMPTS, PATIENCE, PAUSE, act, begin_acting
from orchestration.actions.why import Why
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.events.actions import ActionMoved, Progress
from orchestration.events.verifying import Proof
from orchestration.people import Role
from orchestration.ports import Begin, UnitOfWork
from orchestration.ports.bindings import Binding
from orchestration.status import Status
from orchestration.team import assignment
from tests.unit.centre.actions.bank import (
    LONG,
    MOVE,
    PAY,
    Counter,
    Fate,
    approval,
    link,
    needs,
    pay,
)
from tests.unit.centre.cast import ADA, ANNA, EVA, SAM, known

ACT = FollowUpKind.ACT


async def moves(counter: Counter) -> list[tuple[Progress, str]]:
    """What the timeline says of what came further."""
    events = [each.event for each in await counter.entries(1)]
    return [(one.progress, one.words) for one in events if isinstance(one, ActionMoved)]


async def test_what_is_small_is_done_at_once(counter: Counter) -> None:
    """Once, for the bound record and with a key; its result is evidence, and is told of."""
    stands = await counter.stands(pay())
    await counter.works(1)
    (asked,) = counter.bank.asked
    arguments = {"account": "A-1", "amount_minor": 1000, "customer": "C-1", "key": stands.key}
    assert asked == (PAY, arguments)
    done = await counter.found(stands.ref.seq)
    assert (done.progress, done.reference, done.result) == (Progress.DONE, "N-1", {"number": "N-1"})
    async with counter.begin() as uow:
        (read,) = [each for each in await uow.evidence.of(1) if each.tool == PAY]
    assert (read.data, read.arguments, read.record) == ({"number": "N-1"}, pay().arguments, "C-1")
    assert await moves(counter) == [(Progress.RUNNING, ""), (Progress.DONE, "")]
    assert await counter.due(ACT) is None


async def test_what_was_done_is_read_on_from(counter: Counter) -> None:
    """Specialists are woken, who draft what the customer is told; not on a ticket that ended."""
    await counter.stands(pay())
    await counter.moves(1, Status.RESOLVED)
    due = FollowUp(1, ACT, counter.now)
    await act(counter.hands, due)
    assert await counter.due(FollowUpKind.CONSULT) is None
    await counter.moves(1, Status.OPEN)
    await counter.stands(pay(900))
    await act(counter.hands, due)
    assert await counter.due(FollowUpKind.CONSULT) is not None


async def test_a_no_of_the_system_is_a_no(counter: Counter) -> None:
    """In its own words, and it is not asked again."""
    counter.bank.fates = [Fate.NO]
    stands = await counter.stands(pay())
    await counter.works()
    assert len(counter.bank.asked) == 1
    assert (await moves(counter))[-1] == (Progress.FAILED, "The account is closed.")
    await counter.reads()
    assert await counter.proposes(pay()) is None, "a specialist learns from it"
    assert await counter.again(ANNA, stands.ref.seq) is not None, "people may try again"
    await counter.works(1)
    assert len(counter.bank.done) == 1


async def test_a_system_that_is_back_in_time_is_asked_then(counter: Counter) -> None:
    """Nothing is void because a system was down for a while, nor was anything asked of it."""
    for action in (pay(), link()):
        counter.bank.trouble = "no connection"
        stands = await counter.stands_while_up(action)
        await counter.works(5)
        assert (await counter.found(stands.ref.seq)).progress is Progress.READY
        counter.bank.trouble = ""
        await counter.works(1)
        assert (await counter.found(stands.ref.seq)).progress is Progress.DONE
    assert len(counter.bank.done) == 2


async def test_a_system_that_never_comes_back_was_not_asked(counter: Counter) -> None:
    """People read so after a quarter of an hour, and the desk leaves it."""
    for action in (pay(), link()):
        stands = await counter.stands_while_up(action)
        await counter.works(int(PATIENCE / timedelta(minutes=1)) + 2)
        assert (await counter.found(stands.ref.seq)).progress is Progress.FAILED
        assert (await moves(counter))[-1] == (Progress.FAILED, Why.NOT_ASKED)
        counter.bank.trouble = ""
    await counter.works(5)
    assert counter.bank.asked == []


async def test_a_connection_that_breaks_each_time_is_left_in_the_end(counter: Counter) -> None:
    """The server is there, and nothing can be asked of it: for a quarter of an hour."""
    counter.bank.fates = [Fate.UNREACHED] * 1000
    for action in (pay(), link()):
        stands = await counter.stands(action)
        await counter.works(int(PATIENCE / timedelta(minutes=1)) + 2)
        assert (await counter.found(stands.ref.seq)).progress is Progress.FAILED
    assert counter.bank.asked == []
    assert await counter.due(ACT) is None


async def test_a_connection_that_broke_once_is_no_attempt(counter: Counter) -> None:
    """Nothing was asked, so it is asked again, whether the system knows keys or not."""
    for action in (pay(), link()):
        counter.bank.fates = [Fate.UNREACHED]
        stands = await counter.stands(action)
        await counter.works(2)
        assert (await counter.found(stands.ref.seq)).progress is Progress.DONE
    assert len(counter.bank.done) == len(counter.bank.asked) == 2


@pytest.mark.parametrize("fate", [Fate.ANSWER_LOST, Fate.LOST])
async def test_with_a_key_a_lost_answer_is_asked_for_again(counter: Counter, fate: Fate) -> None:
    """With the same key, by which it is done once."""
    counter.bank.fates = [fate, fate]
    stands = await counter.stands(pay())
    await counter.works(3)
    assert [each[1]["key"] for each in counter.bank.asked] == [stands.key] * 3
    assert len(counter.bank.done) == 1
    done = await counter.found(stands.ref.seq)
    assert (done.progress, done.reference, done.attempts) == (Progress.DONE, "N-1", 3)


async def test_with_a_key_it_is_asked_so_often_and_then_people_look(counter: Counter) -> None:
    """What comes of it is theirs to say, and the ticket does not wait for the desk."""
    counter.bank.fates = [Fate.ANSWER_LOST] * 100
    stands = await counter.stands(pay())
    await counter.works()
    assert len(counter.bank.asked) == ATTEMPTS
    assert (await moves(counter))[-1] == (Progress.UNKNOWN, Why.NO_ANSWER)
    await counter.tells(SAM, stands.ref.seq, done=True)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


async def test_lost_and_then_unreachable_is_unknown(counter: Counter) -> None:
    """Of the first attempt nobody knows: that is not as if nobody had asked."""
    counter.bank.fates = [Fate.ANSWER_LOST, *[Fate.UNREACHED] * 100]
    stands = await counter.stands(pay())
    await counter.works(60)
    assert (await counter.found(stands.ref.seq)).progress is Progress.UNKNOWN
    assert len(counter.bank.asked) == 1


async def test_without_a_key_a_lost_answer_is_looked_up(counter: Counter) -> None:
    """A read shows that it happened."""
    counter.bank.fates = [Fate.ANSWER_LOST]
    stands = await counter.stands(link())
    await counter.works()
    assert len(counter.bank.asked) == 1
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE
    assert (await moves(counter))[-1] == (Progress.DONE, Why.LOOKED_UP)


async def test_what_no_read_shows_people_decide(counter: Counter) -> None:
    """It is never asked twice: it may be on its way still."""
    counter.bank.fates = [Fate.LOST]
    stands = await counter.stands(link())
    await counter.works()
    assert len(counter.bank.asked) == 1
    assert (await moves(counter))[-1] == (Progress.UNKNOWN, Why.NOT_SEEN)
    assert await counter.again(SAM, stands.ref.seq) is None, "first they say what is so"
    await counter.tells(SAM, stands.ref.seq, done=False)
    assert await counter.again(SAM, stands.ref.seq) is not None
    await counter.works(1)
    assert len(counter.bank.done) == 1


async def test_what_cannot_be_looked_up_people_decide(counter: Counter) -> None:
    """Neither where the read fails for ever, nor where the policy names none."""
    counter.bank.fates, counter.bank.looks_fail = [Fate.ANSWER_LOST, Fate.ANSWER_LOST], True
    await counter.stands(link())
    await counter.works()
    assert (await moves(counter))[-1] == (Progress.UNKNOWN, Why.NO_ANSWER)
    of = counter.desk.policy.actions["bank.link"]
    counter.with_policy(link=replace(of, check=None))
    await counter.stands(link("A-2"))
    await counter.works()
    assert (await moves(counter))[-1] == (Progress.UNKNOWN, Why.NO_ANSWER)
    assert len(counter.bank.asked) == 2


async def test_a_look_that_fails_is_made_again(counter: Counter) -> None:
    """The system is back a minute later."""
    counter.bank.fates, counter.bank.looks_fail = [Fate.ANSWER_LOST], True
    stands = await counter.stands(link())
    await counter.works(1)
    counter.bank.looks_fail = False
    await counter.works(2)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


async def test_what_the_records_say_otherwise_is_void(counter: Counter) -> None:
    """They changed after the approval: what is done is what was approved on what was read."""
    stands = await counter.stands(pay(3000))
    await counter.approves(SAM, stands.ref.seq)
    counter.bank.balances["A-1"] = 800_00
    await counter.works(1)
    assert counter.bank.asked == []
    assert (await moves(counter))[-1] == (Progress.VOID, Why.EVIDENCE)
    assert await counter.proposes(pay(3000)) is not None, "it is decided anew on what is so now"


async def test_what_is_gone_is_void(counter: Counter) -> None:
    """The account is another's by now, or there is none."""
    first = await counter.stands(pay(3000))
    await counter.approves(SAM, first.ref.seq)
    counter.bank.owner = "C-2"
    await counter.works(1)
    counter.bank.owner = "C-1"
    await counter.reads()
    second = await counter.stands(pay(1000))
    del counter.bank.balances["A-1"]
    await counter.works(1)
    assert counter.bank.asked == []
    for each in (first, second):
        assert (await counter.found(each.ref.seq)).progress is Progress.VOID


async def test_another_record_makes_it_void(counter: Counter) -> None:
    """Eva is somebody else by now, or nobody knows who she is: at once."""
    first = await counter.stands(pay())
    async with counter.begin() as uow:
        await uow.bindings.end(EVA.id, "Sam", counter.now)
    await counter.works(1)
    assert (await counter.found(first.ref.seq)).progress is Progress.VOID
    async with counter.begin() as uow:
        await uow.bindings.add(Binding(EVA.id, "C-1", Proof.SUPERVISOR, "Sam", counter.now))
    await counter.reads()
    second = await counter.stands(pay())
    async with counter.begin() as uow:
        await uow.bindings.end(EVA.id, "Sam", counter.now)
        await uow.bindings.add(Binding(EVA.id, "C-2", Proof.SUPERVISOR, "Sam", counter.now))
    await counter.works(1)
    assert (await counter.found(second.ref.seq)).progress is Progress.VOID
    assert counter.bank.asked == []


async def test_a_stricter_policy_makes_it_void(counter: Counter) -> None:
    """The owner changed it between the approval and the deed."""
    first = await counter.stands(pay(3000))
    await counter.approves(SAM, first.ref.seq)
    second = await counter.stands(pay(500))
    counter.with_policy(pay=needs(approval(role=Role.ADMIN)))
    await counter.works(1)
    assert counter.bank.asked == []
    for each in (first, second):
        assert (await counter.found(each.ref.seq)).progress is Progress.VOID


async def test_the_yes_of_who_was_demoted_counts_no_more(counter: Counter) -> None:
    """Between the approval and the deed."""
    stands = await counter.stands(pay(3000))
    await counter.approves(SAM, stands.ref.seq)
    async with counter.begin() as uow:
        await uow.people.learn(replace(known(SAM), role=Role.AGENT))
    await counter.works(1)
    assert counter.bank.asked == []
    assert (await moves(counter))[-1] == (Progress.VOID, Why.POLICY)


async def test_four_eyes_are_counted_at_the_deed(counter: Counter) -> None:
    """One of both who said yes answers the ticket by then."""
    stands = await counter.stands(pay(30_000))
    await counter.approves(SAM, stands.ref.seq)
    await counter.approves(ADA, stands.ref.seq)
    await counter.does(1, lambda uow, t: assignment.claim(uow, t, SAM, counter.now))
    await counter.works(1)
    assert counter.bank.asked == []
    assert (await moves(counter))[-1] == (Progress.VOID, Why.POLICY)


async def test_a_write_that_the_policy_does_not_know_is_filled_in_as_well(counter: Counter) -> None:
    """By the names that hold for all: whose it is, and a key, by which it may be asked again."""
    counter.bank.fates = [Fate.ANSWER_LOST]
    stands = await counter.stands(Action(MOVE, {}))
    await counter.approves(SAM, stands.ref.seq)
    await counter.works(2)
    assert counter.bank.asked == [(MOVE, {"customer_id": "C-1", "key": stands.key})] * 2
    assert len(counter.bank.done) == 1


@pytest.mark.parametrize("action", [pay(), link()], ids=lambda each: each.tool)
async def test_two_processes_do_nothing_twice(counter: Counter, action: Action) -> None:
    """The second attends the ticket while the first asks, and looks again later."""
    stands = await counter.stands(action)

    async def second() -> None:
        await act(counter.hands, FollowUp(1, ACT, counter.now + LONG))

    counter.bank.meanwhile = second
    await act(counter.hands, FollowUp(1, ACT, counter.now + LONG))
    await counter.works(5)
    assert len(counter.bank.done) == 1
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE
    if action.tool != PAY:
        assert len(counter.bank.asked) == 1


@pytest.mark.parametrize("action", [pay(), link()], ids=lambda each: each.tool)
async def test_two_processes_begin_in_the_same_instant(counter: Counter, action: Action) -> None:
    """Who begins second finds that somebody has begun, and is asking."""
    stands = await counter.stands(action)
    asking, answers = asyncio.Event(), asyncio.Event()

    async def takes_its_time() -> None:
        asking.set()
        await answers.wait()

    async def first() -> None:
        counter.bank.meanwhile = takes_its_time
        others.append(asyncio.create_task(act(counter.hands, FollowUp(1, ACT, counter.now))))
        await asking.wait()

    others: list[asyncio.Task[None]] = []
    hands = replace(counter.hands, begin=_overtaken(counter, first))
    await act(hands, FollowUp(1, ACT, counter.now))
    answers.set()
    await others[0]
    await counter.works(5)
    assert len(counter.bank.done) == 1
    assert len(counter.bank.asked) == (2 if action.tool == PAY else 1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


def _overtaken(counter: Counter, meanwhile: Callable[[], Awaitable[None]]) -> Begin:
    """Another process acts just before the one that is about to begin commits."""
    done: list[bool] = []

    @asynccontextmanager
    async def begun() -> AsyncIterator[UnitOfWork]:
        async with counter.mortal() as uow:
            yield uow
            if not done and any(each.attempts for each in await uow.actions.of(1)):
                done.append(True)
                await meanwhile()

    return begun


async def test_what_a_slow_system_says_at_last_counts(counter: Counter) -> None:
    """Another process looked meanwhile and saw nothing: what is answered is what is so."""
    stands = await counter.stands(link())

    async def much_later() -> None:
        counter.passes(minutes=3)
        await act(counter.hands, FollowUp(1, ACT, counter.now + LONG))
        assert (await counter.found(stands.ref.seq)).progress is Progress.UNKNOWN

    counter.bank.meanwhile = much_later
    await act(counter.hands, FollowUp(1, ACT, counter.now))
    done = await counter.found(stands.ref.seq)
    assert (done.progress, done.reference) == (Progress.DONE, "N-1")


async def test_one_after_the_other(counter: Counter) -> None:
    """In the order in which they were proposed; one that is refused stops no other."""
    counter.bank.fates = [Fate.NO]
    for amount in (100, 200, 300):
        await counter.stands(pay(amount))
    await counter.works(1)
    assert [each[1]["amount_minor"] for each in counter.bank.asked] == [100, 200, 300]
    assert [each[1]["amount_minor"] for each in counter.bank.done] == [200, 300]


async def test_what_becomes_due_meanwhile_is_not_forgotten(counter: Counter) -> None:
    """Another action is proposed while the first one is done."""
    await counter.stands(pay(100))

    async def another() -> None:
        await counter.stands(pay(200))

    counter.bank.meanwhile = another
    await counter.works(1)
    assert [each[1]["amount_minor"] for each in counter.bank.done] == [100, 200]


async def test_a_follow_up_is_leased_while_it_is_worked_on(counter: Counter) -> None:
    """It is due again, should its process die."""
    await counter.stands(pay())

    async def lease(uow: UnitOfWork) -> FollowUp:
        (due,) = [each for each in await uow.follow_ups.due(counter.now) if each.kind == "act"]
        return await begin_acting(uow, due, counter.now)

    async with counter.begin() as uow:
        leased = await lease(uow)
    due = await counter.due(ACT)
    assert due == leased
    assert due.due_at > counter.now + PAUSE


@pytest.mark.parametrize("fate", [*Fate])
@pytest.mark.parametrize("action", [pay(), link()], ids=lambda each: each.tool)
async def test_killed_at_any_instant(action: Action, fate: Fate) -> None:
    """With a key it happens exactly once; without one once at most, and people are told."""
    at = 0
    while True:
        at += 1
        counter = await Counter().opens()
        counter.bank.fates = [fate]
        stands = await counter.stands(action)
        killed = await counter.is_killed(at)
        await counter.works()
        await _ended_well(counter, stands.ref.seq, fate, at)
        if not killed:
            break
    assert at > 10, "it is killed at many instants"


async def _ended_well(counter: Counter, seq: int, fate: Fate, at: int) -> None:
    found, bank = await counter.found(seq), counter.bank
    assert len(bank.done) <= 1, at
    assert await counter.due(ACT) is None, at
    assert not counter.deaths.at
    if found.action.tool == PAY:
        expected = {Progress.DONE} if fate is not Fate.NO else {Progress.FAILED, Progress.DONE}
        assert found.progress in expected, at
        assert len(bank.done) == (found.progress is Progress.DONE), at
    else:
        assert len(bank.asked) <= 1, at
        assert found.progress in {Progress.DONE, Progress.FAILED, Progress.UNKNOWN}, at
        if found.progress is Progress.DONE:
            assert len(bank.done) == 1, at
        if found.progress is Progress.FAILED:
            assert bank.done == [], at
            assert fate is Fate.NO


@pytest.mark.parametrize("action", [pay(3000), link()], ids=lambda each: each.tool)
async def test_killed_again_and_again(action: Action) -> None:
    """At one instant and then, in the next process, at another."""
    for first in range(1, 60):
        counter = await Counter().opens()
        stands = await counter.stands(action)
        if stands.progress is Progress.WAITING:
            await counter.approves(SAM, stands.ref.seq)
        if not await counter.is_killed(first):
            return
        counter.passes(minutes=3)
        await counter.is_killed(first % 9 + 2)
        await counter.works()
        await _ended_well(counter, stands.ref.seq, Fate.DONE, first)
    pytest.fail("it never ended")
