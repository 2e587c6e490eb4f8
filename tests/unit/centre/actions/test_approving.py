"""People decide: once, on exactly what they read, and only those who may."""

from datetime import timedelta

import pytest

from orchestration.actions import approving
from orchestration.actions.action import Action
from orchestration.actions.why import Why
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.delivery import TellTopic
from orchestration.ending import resolution
from orchestration.errors import StaleTicket
from orchestration.errors.actions import (
    ActionDecided,
    NoSuchAction,
    NotEntitled,
    ReasonMissing,
)
from orchestration.errors.ticket import TicketClosed
from orchestration.events.actions import ActionApproved, ActionMoved, ActionProposed, Progress
from orchestration.events.verifying import Proof
from orchestration.people import Role
from orchestration.ports.bindings import Binding
from orchestration.sentences import StaffSentence
from orchestration.status import Status
from orchestration.team import assignment
from tests.unit.centre.actions.bank import PAY, POLICY, Counter, approval, needs, pay
from tests.unit.centre.cast import ADA, ANNA, ANONYMOUS, EVA, SAM

ACT, APPROVAL = FollowUpKind.ACT, FollowUpKind.APPROVAL


async def why_void(counter: Counter, seq: int) -> str:
    events = [each.event for each in await counter.entries(1)]
    (moved,) = [one for one in events if isinstance(one, ActionMoved) and one.action == seq]
    assert moved.progress is Progress.VOID
    return moved.words


async def test_a_yes_lets_it_be_done(counter: Counter) -> None:
    """At once, and the ticket goes on."""
    stands = await counter.stands(pay(3000))
    await counter.approves(SAM, stands.ref.seq)
    assert (await counter.ticket(1)).status is Status.OPEN
    assert await counter.due(ACT) == FollowUp(1, ACT, counter.now)
    assert await counter.due(APPROVAL) is None
    (said,) = [e for e in await counter.entries(1) if isinstance(e.event, ActionApproved)]
    assert (said.actor, said.event) == (SAM, ActionApproved(stands.ref.seq, PAY, 0))
    await counter.works(1)
    assert len(counter.bank.done) == 1


async def test_two_have_to_say_yes(counter: Counter) -> None:
    """After the first one nothing happens yet, and it waits on."""
    stands = await counter.stands(pay(30_000))
    await counter.approves(SAM, stands.ref.seq)
    assert (await counter.ticket(1)).status is Status.WAITING_APPROVAL
    assert await counter.due(ACT) is None
    assert await counter.due(APPROVAL) is not None
    with pytest.raises(ActionDecided):
        await counter.approves(SAM, stands.ref.seq)
    await counter.approves(ADA, stands.ref.seq)
    await counter.works(1)
    assert len(counter.bank.done) == 1


async def test_two_at_once_are_one_decision(counter: Counter) -> None:
    """Who is a moment later decides nothing, and finds it decided when they look again."""
    stands = await counter.stands(pay(3000))
    which = stands.ref.seq, stands.seal

    async def says_no_meanwhile() -> None:
        async with counter.begin() as uow:
            ticket = await uow.tickets.get(1)
            await approving.reject(uow, ticket, which, "No", ADA, counter.now)
            await counter.approves(SAM, stands.ref.seq)

    with pytest.raises(StaleTicket):
        await says_no_meanwhile()
    with pytest.raises(ActionDecided):
        await counter.rejects(ADA, stands.ref.seq)
    await counter.works(1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


async def test_pressed_twice_it_is_one_decision(counter: Counter) -> None:
    """Also once it was done."""
    stands = await counter.stands(pay(3000))
    await counter.approves(SAM, stands.ref.seq)
    for _ in range(2):
        with pytest.raises(ActionDecided):
            await counter.approves(SAM, stands.ref.seq)
        with pytest.raises(ActionDecided):
            await counter.rejects(ADA, stands.ref.seq)
        await counter.works(1)
    assert len(counter.bank.done) == 1


async def test_only_who_may_decides(counter: Counter) -> None:
    """A refused one changes nothing; the same people may neither reject nor change it."""
    stands = await counter.stands(pay(3000))
    seq = stands.ref.seq
    for by in (ANNA, ANONYMOUS):
        for verb in (counter.approves, counter.rejects, counter.amends):
            with pytest.raises(NotEntitled):
                await verb(by, seq)
    assert await counter.found(seq) == stands


async def test_four_eyes_are_not_those_of_who_answers(counter: Counter) -> None:
    """Nor those of who proposed it."""
    await counter.does(1, lambda uow, t: assignment.claim(uow, t, SAM, counter.now))
    stands = await counter.stands(pay(30_000), ADA)
    for by in (SAM, ADA):
        with pytest.raises(NotEntitled):
            await counter.approves(by, stands.ref.seq)


async def test_another_seal_is_another_action(counter: Counter) -> None:
    """A button below what was since proposed with other arguments; and there may be no such one."""
    stands = await counter.stands(pay(3000))
    with pytest.raises(ActionDecided):
        await counter.approves(SAM, stands.ref.seq, "0" * 16)
    with pytest.raises(NoSuchAction):
        await counter.approves(SAM, stands.ref.seq + 1, stands.seal)
    assert (await counter.found(stands.ref.seq)).progress is Progress.WAITING


async def test_a_no_says_why(counter: Counter) -> None:
    """And then the ticket goes on, and nothing is done."""
    stands = await counter.stands(pay(3000))
    for reason in ("", "  \n"):
        with pytest.raises(ReasonMissing):
            await counter.rejects(SAM, stands.ref.seq, reason)
    await counter.rejects(SAM, stands.ref.seq, " Not ours ")
    events = [each.event for each in await counter.entries(1)]
    (moved,) = [one for one in events if isinstance(one, ActionMoved)]
    assert (moved.progress, moved.words) == (Progress.REJECTED, "Not ours")
    assert (await counter.ticket(1)).status is Status.OPEN
    await counter.works(1)
    assert counter.bank.asked == []


async def test_the_ticket_waits_for_the_last(counter: Counter) -> None:
    """It goes on when nothing waits any more, in whatever order."""
    first, second = await counter.stands(pay(3000)), await counter.stands(pay(4000))
    await counter.approves(SAM, second.ref.seq)
    assert (await counter.ticket(1)).status is Status.WAITING_APPROVAL
    assert await counter.due(APPROVAL) is not None
    await counter.rejects(SAM, first.ref.seq)
    assert (await counter.ticket(1)).status is Status.OPEN
    assert await counter.due(APPROVAL) is None


async def test_what_was_read_is_so_no_more(counter: Counter) -> None:
    """A newer read says something else than the one that stands on the message."""
    stands = await counter.stands(pay(3000))
    counter.bank.balances["A-1"] = 500_00
    counter.passes(minutes=1)
    await counter.reads("A-1")
    await counter.approves(SAM, stands.ref.seq)
    assert await why_void(counter, stands.ref.seq) == Why.EVIDENCE
    assert (await counter.ticket(1)).status is Status.OPEN
    await counter.works(1)
    assert counter.bank.asked == []


async def test_a_read_that_is_only_old_is_made_again_later(counter: Counter) -> None:
    """An hour later: what was approved is done where the system still says the same."""
    stands = await counter.stands(pay(3000))
    counter.passes(hours=1)
    await counter.approves(SAM, stands.ref.seq)
    await counter.works(1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


async def test_a_system_that_is_down_makes_no_yes_void(counter: Counter) -> None:
    """Its policy is looked at again before anything is done, once it is back."""
    stands = await counter.stands(pay(3000))
    counter.bank.trouble = "no connection"
    await counter.approves(SAM, stands.ref.seq)
    assert (await counter.found(stands.ref.seq)).progress is Progress.READY
    await counter.works(1)
    counter.bank.trouble = ""
    await counter.works(1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.DONE


async def test_another_record_is_another_customer(counter: Counter) -> None:
    """Bound anew between the proposal and the yes."""
    stands = await counter.stands(pay(3000))
    async with counter.begin() as uow:
        await uow.bindings.end(EVA.id, "Sam", counter.now)
        await uow.bindings.add(Binding(EVA.id, "C-2", Proof.SUPERVISOR, "Sam", counter.now))
    await counter.approves(SAM, stands.ref.seq)
    assert await why_void(counter, stands.ref.seq) == Why.EVIDENCE


async def test_another_policy_wants_another_decision(counter: Counter) -> None:
    """The owner changed who decides, or allows it no more."""
    stands = await counter.stands(pay(3000))
    counter.with_policy(pay=needs(approval(role=Role.ADMIN)))
    await counter.approves(SAM, stands.ref.seq)
    assert await why_void(counter, stands.ref.seq) == Why.POLICY
    again = await counter.stands(pay(3000))
    counter.bank.balances["A-1"] = 10_00
    counter.passes(minutes=1)
    await counter.reads("A-1")
    counter.with_policy(pay=POLICY.actions[PAY])
    await counter.approves(ADA, again.ref.seq)
    assert await why_void(counter, again.ref.seq) == "beyond."


async def test_changed_it_goes_through_the_gate(counter: Counter) -> None:
    """Less needs nobody's yes; the one before is void, and names no yes of another's."""
    stands = await counter.stands(pay(3000))
    proposed = await counter.amends(SAM, stands.ref.seq, amount_minor=1500)
    assert proposed is not None
    assert proposed.undertaking is not None
    assert proposed.undertaking.progress is Progress.READY
    assert proposed.undertaking.proposed_by == SAM
    assert (proposed.undertaking.workflow, proposed.undertaking.step) == ("paying", "back")
    assert await why_void(counter, stands.ref.seq) == Why.REPLACED
    (_, entry) = [e.event for e in await counter.entries(1) if isinstance(e.event, ActionProposed)]
    assert entry.instead == stands.ref.seq
    assert (await counter.ticket(1)).status is Status.OPEN
    with pytest.raises(ActionDecided):
        await counter.approves(SAM, stands.ref.seq)
    await counter.works(1)
    assert [each[1]["amount_minor"] for each in counter.bank.done] == [1500]


async def test_changed_to_more_it_needs_more(counter: Counter) -> None:
    """And with four eyes not the yes of who changed it."""
    stands = await counter.stands(pay(3000))
    proposed = await counter.amends(SAM, stands.ref.seq, amount_minor=30_000)
    assert proposed is not None
    assert proposed.undertaking is not None
    assert (await counter.ticket(1)).status is Status.WAITING_APPROVAL
    with pytest.raises(NotEntitled):
        await counter.approves(SAM, proposed.undertaking.ref.seq)


async def test_what_it_replaces_does_not_count_beside_it(counter: Counter) -> None:
    """400.00 became 350.00, which is not 750.00."""
    stands = await counter.stands(pay(40_000))
    proposed = await counter.amends(SAM, stands.ref.seq, amount_minor=35_000)
    assert proposed is not None
    assert proposed.decision.rules[0] == "large"


async def test_what_cannot_be_decided_replaces_nothing(counter: Counter) -> None:
    """The system is down, so nothing of another account can be; nor does the same once more."""
    stands = await counter.stands_while_up(pay(3000))
    proposed = await counter.amends(SAM, stands.ref.seq, account="A-3")
    assert proposed is not None
    assert proposed.undertaking is None
    assert await counter.amends(SAM, stands.ref.seq) is None
    assert (await counter.found(stands.ref.seq)).progress is Progress.WAITING


async def alerts_of_actions(counter: Counter) -> list[StaffSentence]:
    bodies = [each.body for each in await counter.outbox() if isinstance(each.body, TellTopic)]
    kinds = {StaffSentence.APPROVAL_WAITS, StaffSentence.APPROVAL_EXPIRED}
    return [each.sentence for each in bodies if each.sentence in kinds]


async def test_people_are_reminded_once_and_then_it_is_a_no(counter: Counter) -> None:
    """At half the time, and at its end; a yes that comes later is none."""
    stands = await counter.stands(pay(3000))
    counter.passes(hours=11, minutes=59)
    await counter.runs_due()
    assert await alerts_of_actions(counter) == []
    for _ in range(3):
        counter.passes(minutes=2)
        await counter.runs_due()
    assert await alerts_of_actions(counter) == [StaffSentence.APPROVAL_WAITS]
    assert (await counter.found(stands.ref.seq)).progress is Progress.WAITING
    counter.passes(hours=12)
    await counter.runs_due()
    assert (await counter.found(stands.ref.seq)).progress is Progress.EXPIRED
    assert (await alerts_of_actions(counter))[1:] == [StaffSentence.APPROVAL_EXPIRED]
    assert (await counter.ticket(1)).status is Status.OPEN
    with pytest.raises(ActionDecided):
        await counter.approves(SAM, stands.ref.seq)
    await counter.works(1)
    assert counter.bank.asked == []


async def test_a_yes_after_its_time_is_none(counter: Counter) -> None:
    """Also where the desk was down, and has not said so yet."""
    stands = await counter.stands(pay(3000))
    counter.passes(hours=24, seconds=1)
    with pytest.raises(ActionDecided):
        await counter.approves(SAM, stands.ref.seq)
    await counter.works(1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.EXPIRED
    assert counter.bank.asked == []


async def test_each_has_its_own_time(counter: Counter) -> None:
    """The next moment of any of them is due."""
    first = await counter.stands(pay(3000))
    counter.passes(hours=1)
    counter.with_policy(pay=needs(approval(within=timedelta(hours=2))))
    await counter.reads()
    second = await counter.stands(pay(4000))
    counter.passes(hours=2)
    await counter.runs_due()
    assert (await counter.found(second.ref.seq)).progress is Progress.EXPIRED
    assert (await counter.found(first.ref.seq)).progress is Progress.WAITING
    assert (await counter.ticket(1)).status is Status.WAITING_APPROVAL


async def test_on_a_closed_ticket_nobody_says_yes(counter: Counter) -> None:
    """What waited there is a no in its time."""
    stands = await counter.stands(pay(3000))
    await counter.does(
        1,
        lambda uow, t: resolution.set_status_anyway(
            uow, counter.desk, t, Status.CLOSED, ADA, counter.now
        ),
    )
    with pytest.raises(TicketClosed):
        await counter.approves(SAM, stands.ref.seq)
    counter.passes(days=2)
    await counter.works(1)
    assert (await counter.found(stands.ref.seq)).progress is Progress.EXPIRED
    assert (await counter.ticket(1)).status is Status.CLOSED
    assert counter.bank.asked == []


async def test_what_was_done_is_taken_back_by_another_action(counter: Counter) -> None:
    """With what the system answered, through the gate; what was not done has nothing to undo."""
    stands = await counter.stands(pay())
    with pytest.raises(ActionDecided):
        await counter.undoes(SAM, stands.ref.seq)
    await counter.works(1)
    proposed = await counter.undoes(SAM, stands.ref.seq)
    assert proposed is not None
    assert proposed.undertaking is not None
    assert proposed.undertaking.action == Action("bank.take_back", {"number": "N-1"})
    assert proposed.undertaking.progress is Progress.WAITING


async def test_people_say_what_is_so_only_where_nobody_knows(counter: Counter) -> None:
    """And only those who may decide about it."""
    stands = await counter.stands(pay(3000))
    with pytest.raises(ActionDecided):
        await counter.tells(SAM, stands.ref.seq, done=True)
    assert (await counter.found(stands.ref.seq)).progress is Progress.WAITING
