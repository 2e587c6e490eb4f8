"""Somebody proposes: what follows of each verdict, at once and in the same commit."""

from dataclasses import replace

import pytest

from orchestration.actions.action import Action
from orchestration.actions.decision import Lack, Verdict
from orchestration.actions.proposing import Proposed
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.delivery import Lane, ShowAction
from orchestration.errors.ticket import TicketClosed
from orchestration.escalating.policy import EscalationPolicy, Tier
from orchestration.events import Escalated
from orchestration.events.actions import ActionProposed, Progress
from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Binding
from orchestration.status import Status
from tests.unit.centre.actions.bank import ACCOUNT, BILLING, PAY, Counter, link, needs, pay
from tests.unit.centre.cast import ANNA, EVA, SAM

ACT, APPROVAL = FollowUpKind.ACT, FollowUpKind.APPROVAL


async def shown(counter: Counter) -> list[Lane]:
    """How the messages about actions go out."""
    return [each.lane for each in await counter.outbox() if isinstance(each.body, ShowAction)]


async def proposed_on(counter: Counter) -> list[ActionProposed]:
    events = [each.event for each in await counter.entries(1)]
    return [one for one in events if isinstance(one, ActionProposed)]


async def test_what_may_be_done_is_due_at_once(counter: Counter) -> None:
    """The ticket waits for nobody."""
    stands = await counter.stands(pay())
    assert stands.progress is Progress.READY
    assert await counter.due(ACT) == FollowUp(1, ACT, counter.now)
    assert await counter.due(APPROVAL) is None
    assert (await counter.ticket(1)).status is Status.NEW
    assert await shown(counter) == [Lane.ALERT]
    assert (stands.amount, stands.record, stands.proposed_by) == (1000, "C-1", BILLING)


async def test_what_people_decide_makes_the_ticket_wait(counter: Counter) -> None:
    """Until when, and when they are reminded, is due; nothing is to be done."""
    stands = await counter.stands(pay(3000))
    assert stands.progress is Progress.WAITING
    assert stands.until == counter.now + stands.approvers.within
    reminded = counter.now + stands.approvers.within / 2
    assert await counter.due(APPROVAL) == FollowUp(1, APPROVAL, reminded)
    assert await counter.due(ACT) is None
    assert (await counter.ticket(1)).status is Status.WAITING_APPROVAL
    assert await shown(counter) == [Lane.ALERT]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.NEW, Status.WAITING_APPROVAL),
        (Status.OPEN, Status.WAITING_APPROVAL),
        (Status.WAITING_CUSTOMER, Status.WAITING_APPROVAL),
        (Status.SNOOZED, Status.WAITING_APPROVAL),
        (Status.WAITING_APPROVAL, Status.WAITING_APPROVAL),
        (Status.WAITING_EXPERT, Status.WAITING_EXPERT),
        (Status.RESOLVED, Status.RESOLVED),
    ],
)
async def test_what_somebody_decided_stays(counter: Counter, before: Status, after: Status) -> None:
    """One that waits for an expert, or has ended, does so still; both come back as they were."""
    if before is not Status.NEW:
        await counter.moves(1, before)
    stands = await counter.stands(pay(3000))
    assert (await counter.ticket(1)).status is after
    await counter.rejects(SAM, stands.ref.seq)
    went_on = Status.OPEN if after is Status.WAITING_APPROVAL else after
    assert (await counter.ticket(1)).status is went_on


async def test_what_is_denied_is_seen(counter: Counter) -> None:
    """People read that it was tried; nothing is due, and nobody is asked."""
    stands = await counter.stands(pay(1_000_000))
    assert (stands.progress, stands.decision.verdict) == (Progress.DENIED, Verdict.DENY)
    assert await counter.due(ACT) is None
    assert await counter.due(APPROVAL) is None
    (entry,) = await proposed_on(counter)
    assert (entry.reasons, entry.progress) == (("beyond.",), Progress.DENIED)
    assert (await counter.ticket(1)).status is Status.NEW


async def test_what_is_escalated_goes_to_the_tier_of_the_policy(counter: Counter) -> None:
    """For the policy's reason; a second one there is no mistake."""
    stands = await counter.stands(pay(60_000))
    assert stands.progress is Progress.ESCALATED
    await counter.stands(pay(60_001))
    ticket = await counter.ticket(1)
    assert ticket.escalations == ("second",)
    events = [each.event for each in await counter.entries(1)]
    said = [(one.tier, one.reason) for one in events if isinstance(one, Escalated)]
    assert said == [("second", "great.")] * 2
    assert await counter.due(ACT) is None


async def test_a_tier_that_is_gone_is_the_first(counter: Counter) -> None:
    """The policy names one that the owner took away since; and there may be none at all."""
    counter.desk = replace(counter.desk, escalation=EscalationPolicy((Tier("only"),)))
    await counter.stands(pay(60_000))
    assert (await counter.ticket(1)).escalations == ("only",)
    counter.desk = replace(counter.desk, escalation=EscalationPolicy(()))
    stands = await counter.stands(pay(60_001))
    assert stands.progress is Progress.ESCALATED


async def test_what_is_unproven_leaves_no_trace(counter: Counter) -> None:
    """It says what has to be read."""
    before = await counter.entries(1)
    proposed = await counter.proposes(pay(1000, "A-3"))
    assert proposed is not None
    assert proposed.undertaking is None
    (missing,) = proposed.decision.missing
    assert (missing.tool, missing.lack) == (ACCOUNT, Lack.MISSING)
    assert missing.arguments == {"account": "A-3"}
    assert await counter.entries(1) == before
    assert await shown(counter) == []


async def test_nobody_proposes_what_stands(counter: Counter) -> None:
    """While it waits, is under way, or was done; also with its arguments in another order."""
    stands = await counter.stands(pay(3000))
    reordered = Action(PAY, dict(sorted(pay(3000).arguments.items(), reverse=True)))
    for stage in (Progress.WAITING, Progress.READY, Progress.DONE):
        if stage is Progress.READY:
            await counter.approves(SAM, stands.ref.seq)
        elif stage is Progress.DONE:
            await counter.works(1)
        assert (await counter.found(stands.ref.seq)).progress is stage
        for by in (BILLING, ANNA, SAM):
            assert await counter.proposes(pay(3000), by) is None
            assert await counter.proposes(reordered, by) is None
    assert len(counter.bank.done) == 1


@pytest.mark.parametrize("amount", [3000, 60_000, 1_000_000])
async def test_a_no_holds_for_specialists(counter: Counter, amount: int) -> None:
    """People's or the policy's; a person may propose it again, and the gate decides again."""
    stands = await counter.stands(pay(amount))
    if stands.progress is Progress.WAITING:
        await counter.rejects(SAM, stands.ref.seq)
    assert await counter.proposes(pay(amount)) is None
    again = await counter.stands(pay(amount), ANNA)
    assert again.progress is stands.progress or again.progress is Progress.WAITING


async def test_with_other_arguments_it_is_another(counter: Counter) -> None:
    """A specialist learns from a no."""
    stands = await counter.stands(pay(3000))
    await counter.rejects(SAM, stands.ref.seq)
    assert (await counter.stands(pay(2500))).progress is Progress.WAITING


async def test_several_count_each_other(counter: Counter) -> None:
    """What waits for the same record, on whatever ticket, may yet happen."""
    await counter.stands(pay(15_000))
    await counter.stands(pay(20_001))
    await counter.writes(EVA, "And this?", reply_to=None)
    stands = await counter.stands(pay(30_000))
    assert stands.decision.rules[0] == "split"


async def test_on_a_closed_ticket_nothing_is_proposed(counter: Counter) -> None:
    """Its customer gets a new one."""
    await counter.moves(1, Status.CLOSED)
    with pytest.raises(TicketClosed):
        await counter.proposes(pay(), ANNA)


async def test_of_whom_nothing_is_known_nothing_is_proven(counter: Counter) -> None:
    """And what was read for another record proves nothing."""
    async with counter.begin() as uow:
        await uow.bindings.end(EVA.id, "Sam", counter.now)
    for action in (pay(), link()):
        proposed = await counter.proposes(action)
        assert isinstance(proposed, Proposed)
        assert proposed.decision.verdict is Verdict.UNPROVEN
    async with counter.begin() as uow:
        await uow.bindings.add(Binding(EVA.id, "C-2", Proof.SUPERVISOR, "Sam", counter.now))
    proposed = await counter.proposes(pay())
    assert proposed is not None
    assert proposed.decision.verdict is Verdict.UNPROVEN


async def test_without_a_rule_a_supervisor_decides(counter: Counter) -> None:
    """Nobody wrote of it."""
    counter.with_policy(pay=needs())
    stands = await counter.stands(pay(1))
    assert (stands.progress, stands.approvers.count) == (Progress.WAITING, 1)


async def test_a_system_that_is_down_settles_nothing(counter: Counter) -> None:
    """It says so, and what is proposed once it is back is decided then; no such tool is a no."""
    counter.bank.trouble = "no connection"
    for by in (BILLING, ANNA):
        proposed = await counter.proposes(pay(), by)
        assert proposed is not None
        assert proposed.undertaking is None
        assert proposed.decision.reasons == ("no server has the tool bank.pay now",)
    counter.bank.trouble = ""
    assert (await counter.stands(pay())).progress is Progress.READY
    assert (await counter.stands(Action("bank.rob", {}))).progress is Progress.DENIED
    assert (await counter.stands(Action("bunk.pay", {}))).progress is Progress.DENIED
