"""People propose what nobody has read for yet: that is read first, and decided then."""

from datetime import timedelta

import pytest

from orchestration.actions.action import Action
from orchestration.actions.decision import Verdict
from orchestration.actions.executing import PATIENCE, PAUSE
from orchestration.actions.undertaking import Undertaking
from orchestration.actions.why import Why
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.errors.actions import ActionDecided
from orchestration.events.actions import ActionJudged, ActionMoved, Progress
from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Binding
from orchestration.status import Status
from tests.unit.centre.actions.bank import ACCOUNT, PAY, Counter, approval, needs, pay
from tests.unit.centre.cast import ANNA, EVA, SAM

ACT = FollowUpKind.ACT


@pytest.fixture
def fresh(counter: Counter) -> Counter:
    """A bank that has an account of hers that nobody has looked at yet."""
    counter.bank.balances["A-3"] = 900_00
    return counter


async def reads(counter: Counter, amount: int) -> Undertaking:
    """Anna proposes a payment to it."""
    stands = await counter.stands(pay(amount, "A-3"), ANNA)
    assert (stands.progress, stands.decision.verdict) == (Progress.READING, Verdict.UNPROVEN)
    assert await counter.due(ACT) == FollowUp(1, ACT, counter.now)
    return stands


async def judged(counter: Counter) -> list[ActionJudged]:
    events = [each.event for each in await counter.entries(1)]
    return [one for one in events if isinstance(one, ActionJudged)]


async def test_it_is_read_decided_and_done(fresh: Counter) -> None:
    """The gate's decision on it is on the record."""
    stands = await reads(fresh, 1000)
    await fresh.works(1)
    assert (await fresh.found(stands.ref.seq)).progress is Progress.DONE
    assert fresh.bank.done[0][1]["account"] == "A-3"
    (said,) = await judged(fresh)
    assert said == ActionJudged(
        stands.ref.seq, PAY, "auto", Progress.READY, ("small.",), ("small",)
    )


@pytest.mark.parametrize(
    ("amount", "verdict", "progress"),
    [
        (3000, Verdict.APPROVE, Progress.WAITING),
        (60_000, Verdict.ESCALATE, Progress.ESCALATED),
        (1_000_000, Verdict.DENY, Progress.DENIED),
    ],
)
async def test_it_goes_as_if_it_had_been_read_before(
    fresh: Counter, amount: int, verdict: Verdict, progress: Progress
) -> None:
    """People are asked, told, or read that it is denied; nothing is done."""
    stands = await reads(fresh, amount)
    await fresh.runs_due()
    found, ticket = await fresh.found(stands.ref.seq), await fresh.ticket(1)
    assert (found.decision.verdict, found.progress) == (verdict, progress)
    assert (ticket.status is Status.WAITING_APPROVAL) == (progress is Progress.WAITING)
    assert bool(ticket.escalations) == (progress is Progress.ESCALATED)
    assert (found.until is not None) == (progress is Progress.WAITING)
    assert await fresh.due(ACT) is None
    assert fresh.bank.asked == []


async def test_who_proposed_it_does_not_approve_it(fresh: Counter) -> None:
    """The time to decide begins with the decision, and the yes is to what was read."""
    fresh.with_policy(pay=needs(approval(within=timedelta(hours=1))))
    stands = await reads(fresh, 3000)
    with pytest.raises(ActionDecided):
        await fresh.approves(SAM, stands.ref.seq)
    fresh.passes(minutes=1)
    await fresh.runs_due()
    found = await fresh.found(stands.ref.seq)
    assert found.until == fresh.now + timedelta(hours=1)
    with pytest.raises(ActionDecided):
        await fresh.approves(SAM, stands.ref.seq, stands.seal)
    await fresh.approves(SAM, stands.ref.seq)
    await fresh.works(1)
    assert len(fresh.bank.done) == 1


async def test_what_reading_does_not_prove_is_void(counter: Counter) -> None:
    """There is no such account, and people read so; it can be proposed again."""
    stands = await reads(counter, 1000)
    await counter.runs_due()
    found = await counter.found(stands.ref.seq)
    assert found.progress is Progress.VOID
    assert found.decision.reasons == (
        f"account does not exist, or is not the verified customer's: {ACCOUNT}",
    )
    assert counter.bank.asked == []
    counter.bank.balances["A-3"] = 900_00
    again = await counter.again(ANNA, stands.ref.seq)
    assert again is None or again.undertaking is None, "what was read stands for a while"
    counter.passes(minutes=16)
    again = await counter.again(ANNA, stands.ref.seq)
    assert again is not None
    assert again.undertaking is not None
    await counter.works(1)
    assert (await counter.found(again.undertaking.ref.seq)).progress is Progress.DONE


async def test_what_is_too_old_is_read_anew(counter: Counter) -> None:
    """A person's proposal never dies of that."""
    counter.passes(minutes=16)
    stands = await counter.stands(pay(1000), ANNA)
    assert stands.progress is Progress.READING
    await counter.works(1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


async def test_what_no_read_proves_is_not_kept(fresh: Counter) -> None:
    """Nobody is verified: whoever proposes it is told at once."""
    async with fresh.begin() as uow:
        await uow.bindings.end(EVA.id, "Sam", fresh.now)
    proposed = await fresh.proposes(pay(1000, "A-3"), ANNA)
    assert proposed is not None
    assert proposed.undertaking is None
    assert await fresh.due(ACT) is None


async def test_a_system_that_is_down_is_tried_again(fresh: Counter) -> None:
    """Not for ever: then it is surely not done, and people read so."""
    stands = await reads(fresh, 1000)
    fresh.bank.trouble = "no connection"
    await fresh.runs_due()
    assert await fresh.due(ACT) == FollowUp(1, ACT, fresh.now + PAUSE)
    assert (await fresh.found(stands.ref.seq)).progress is Progress.READING
    fresh.bank.trouble = ""
    await fresh.works(1)
    assert (await fresh.found(stands.ref.seq)).progress is Progress.DONE
    other = await fresh.stands(pay(1100, "A-4"), ANNA)
    fresh.bank.trouble = "no connection"
    await fresh.works(PATIENCE // timedelta(minutes=1) + 1)
    assert (await fresh.found(other.ref.seq)).progress is Progress.FAILED
    assert await fresh.due(ACT) is None


async def test_amended_to_another_object_it_is_read(fresh: Counter) -> None:
    """What it takes the place of is void at once: nobody approves what was thought better of."""
    stands = await fresh.stands(pay(3000))
    proposed = await fresh.amends(SAM, stands.ref.seq, account="A-3")
    assert proposed is not None
    assert proposed.undertaking is not None
    assert proposed.undertaking.progress is Progress.READING
    assert (await fresh.found(stands.ref.seq)).progress is Progress.VOID
    assert (await fresh.ticket(1)).status is Status.OPEN
    await fresh.runs_due()
    assert (await fresh.found(proposed.undertaking.ref.seq)).progress is Progress.WAITING
    assert (await fresh.ticket(1)).status is Status.WAITING_APPROVAL


async def why_void(counter: Counter, seq: int) -> str:
    assert (await counter.found(seq)).progress is Progress.VOID
    events = [each.event for each in await counter.entries(1)]
    (moved,) = [one for one in events if isinstance(one, ActionMoved) and one.action == seq]
    return moved.words


async def test_another_customers_record_by_now(fresh: Counter) -> None:
    """Whoever proposed it meant the one that was bound then."""
    stands = await reads(fresh, 1000)
    async with fresh.begin() as uow:
        await uow.bindings.end(EVA.id, "Sam", fresh.now)
        await uow.bindings.add(Binding(EVA.id, "C-2", Proof.SUPERVISOR, "Sam", fresh.now))
    await fresh.works(1)
    assert await why_void(fresh, stands.ref.seq) == Why.EVIDENCE
    assert fresh.bank.asked == []


async def test_closed_before_it_was_decided(fresh: Counter) -> None:
    """A closed ticket takes no actions."""
    stands = await reads(fresh, 1000)
    await fresh.moves(1, Status.CLOSED)
    await fresh.works(1)
    assert await why_void(fresh, stands.ref.seq) == Why.CLOSED
    assert fresh.bank.asked == []


async def test_killed_at_any_instant_of_reading(counter: Counter) -> None:
    """It is decided once, and done once."""
    for at in range(1, 100):
        counter = await Counter().opens()
        counter.bank.balances["A-3"] = 900_00
        stands = await counter.stands(pay(1000, "A-3"), ANNA)
        killed = await counter.is_killed(at)
        await counter.works()
        assert (await counter.found(stands.ref.seq)).progress is Progress.DONE, at
        assert len(await judged(counter)) == 1, at
        assert len(counter.bank.done) == 1, at
        if not killed:
            assert at > 10, "it is killed at many instants"
            return
    pytest.fail("it never ended")


async def test_two_desks_decide_once(fresh: Counter) -> None:
    """Another one that finds it read, and decided, leaves it."""
    stands = await reads(fresh, 3000)
    await fresh.runs_due()
    async with fresh.begin() as uow:
        await uow.follow_ups.schedule(FollowUp(1, ACT, fresh.now))
    await fresh.runs_due()
    assert (await fresh.found(stands.ref.seq)).progress is Progress.WAITING
    assert len(await judged(fresh)) == 1


async def test_a_specialists_is_not_kept(fresh: Counter) -> None:
    """They read before they propose; the next turn does."""
    proposed = await fresh.proposes(Action(PAY, {"account": "A-3", "amount_minor": 1000}))
    assert proposed is not None
    assert proposed.undertaking is None
