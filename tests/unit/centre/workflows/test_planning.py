"""What a plan says is next, of a small workflow."""

from dataclasses import replace

import pytest

from orchestration.specialists.kinds import Kind
from orchestration.workflows.hearing import disproved
from orchestration.workflows.plan import (
    ActionSoFar,
    ActionState,
    Plan,
    Reason,
    StageKind,
    StageState,
    Standing,
)
from orchestration.workflows.planning import plan
from tests.unit.centre.workflows.small import (
    FACTS,
    LATE,
    NOTE,
    ORDER,
    READS,
    case,
    of,
    read,
    voucher,
)


def _stages(found: Plan, kind: StageKind) -> list[tuple[str, StageState, Reason]]:
    return [(each.id, each.state, each.reason) for each in found.stages if each.kind is kind]


def test_a_stranger_is_verified_first() -> None:
    """Nothing is read and nothing proposed, but what they must name is known to be missing."""
    found = plan(LATE, replace(FACTS, case=case("It is late"), record="", reads=()))
    assert found.standing is Standing.UNVERIFIED
    assert (found.reads, found.proposals) == ((), ())
    assert [each.what for each in found.lacking] == ["order_number"]
    assert _stages(found, StageKind.CUSTOMER) == [
        ("customer", StageState.PENDING, Reason.NOT_VERIFIED)
    ]


def test_what_is_lacking_is_asked_before_anything_is_read() -> None:
    """A read without what it is about is not made."""
    found = plan(LATE, replace(FACTS, case=case("It is late"), reads=()))
    assert found.standing is Standing.LACKING
    assert found.reads == ()
    assert _stages(found, StageKind.READ)[0] == ("order", StageState.PENDING, Reason.NOT_NAMED)


def test_reads_are_wanted_one_after_the_other() -> None:
    """The second is about what the first one answers."""
    first = plan(LATE, replace(FACTS, reads=()))
    assert [(each.tool, dict(each.arguments)) for each in first.reads] == [
        ("erp.find_order", {"order_number": "4711"})
    ]
    assert first.standing is Standing.READING
    second = plan(LATE, replace(FACTS, reads=READS[:1]))
    assert [each.name for each in second.reads] == ["note"]
    assert second.proposals == ()


def test_once_all_was_read_the_step_is_proposed() -> None:
    """With the arguments that evidence gives, and the stages say what each rests on."""
    found = plan(LATE, FACTS)
    assert found.standing is Standing.WAITING
    [proposal] = found.proposals
    assert (proposal.step, proposal.action.tool) == ("voucher", "billing.credit")
    assert proposal.action.arguments == {"order_number": "4711", "amount_minor": 300}
    assert [(each.kind, each.state) for each in found.stages] == [
        (StageKind.CUSTOMER, StageState.VERIFIED),
        (StageKind.NEED, StageState.VERIFIED),
        (StageKind.READ, StageState.VERIFIED),
        (StageKind.READ, StageState.VERIFIED),
        (StageKind.STEP, StageState.PENDING),
        (StageKind.TOLD, StageState.PENDING),
    ]
    assert found.rests_on == READS


@pytest.mark.parametrize(
    ("state", "standing", "stage"),
    [
        (ActionState.PROPOSED, Standing.WAITING, StageState.PENDING),
        (ActionState.WAITING_APPROVAL, Standing.WAITING, StageState.PENDING),
        (ActionState.RUNNING, Standing.WAITING, StageState.PENDING),
        (ActionState.DONE, Standing.DONE, StageState.DONE),
        (ActionState.REJECTED, Standing.REFUSED, StageState.BLOCKED),
        (ActionState.DENIED, Standing.REFUSED, StageState.BLOCKED),
        (ActionState.FAILED, Standing.TROUBLED, StageState.BLOCKED),
        (ActionState.UNKNOWN, Standing.TROUBLED, StageState.BLOCKED),
    ],
)
def test_the_same_is_never_proposed_twice(
    state: ActionState, standing: Standing, stage: StageState
) -> None:
    """Whatever became of it; the card shows what did."""
    found = plan(LATE, replace(FACTS, actions=[voucher(state)]))
    assert found.proposals == ()
    assert found.standing is standing
    assert _stages(found, StageKind.STEP) == [("voucher", stage, Reason.ACTION)]


def test_not_even_where_a_person_proposed_it() -> None:
    """The same tool with the same arguments is the same action."""
    theirs = voucher(ActionState.WAITING_APPROVAL, workflow="", step="")
    assert plan(LATE, replace(FACTS, actions=[theirs])).proposals == ()


def test_other_arguments_are_another_action() -> None:
    """What waits for a decision on the old ones is overtaken."""
    old = voucher(ActionState.WAITING_APPROVAL, 200)
    found = plan(LATE, replace(FACTS, actions=[old]))
    assert [each.action.arguments["amount_minor"] for each in found.proposals] == [300]
    assert found.overtaken == (old,)


@pytest.mark.parametrize("state", [ActionState.WAITING_APPROVAL, ActionState.DONE])
def test_a_step_that_a_person_took_over_is_theirs(state: ActionState) -> None:
    """What they changed is not taken back, and not proposed beside it."""
    theirs = voucher(state, 200, taken_over=True)
    found = plan(LATE, replace(FACTS, actions=[theirs]))
    assert (found.proposals, found.overtaken) == ((), ())


@pytest.mark.parametrize("state", [ActionState.RUNNING, ActionState.UNKNOWN])
def test_nothing_is_proposed_beside_what_may_have_happened(state: ActionState) -> None:
    """Two vouchers would be one too many."""
    found = plan(LATE, replace(FACTS, actions=[voucher(state, 200)]))
    assert (found.proposals, found.overtaken) == ((), ())


def test_what_was_done_for_another_order_is_not_this_one() -> None:
    """It stands for that order alone."""
    other = ActionSoFar(
        "billing.credit",
        {"order_number": "4650", "amount_minor": 300},
        ActionState.DONE,
        "late",
        "voucher",
    )
    found = plan(LATE, replace(FACTS, actions=[other]))
    assert found.standing is Standing.WAITING
    assert len(found.proposals) == 1


@pytest.mark.parametrize("minutes", [16, 600])
def test_nothing_is_proposed_on_what_is_old(minutes: int) -> None:
    """It is read again first."""
    found = plan(LATE, replace(FACTS, reads=[read(minutes=minutes), NOTE]))
    assert found.standing is Standing.READING
    assert found.proposals == ()
    assert [(each.name, each.stale) for each in found.reads] == [("order", True)]


def test_what_was_done_makes_reads_before_it_old() -> None:
    """The systems say something else now."""
    found = plan(LATE, replace(FACTS, actions=[voucher(ActionState.DONE)]))
    assert {each.stale for each in found.reads} == {True}
    assert found.standing is Standing.DONE


def test_systems_that_contradict_each_other_block_until_a_person_decided() -> None:
    """Then it goes on."""
    gone = replace(FACTS, reads=[read(data={**ORDER, "status": "gone"}), NOTE])
    found = plan(LATE, gone)
    assert found.standing is Standing.CONTRADICTED
    assert found.proposals == ()
    assert [each.id for each in found.contradictions] == ["late.gone"]
    decided = replace(gone, case=replace(gone.case, decided=("late.gone",)))
    assert len(plan(LATE, decided).proposals) == 1


def test_another_records_evidence_does_not_count() -> None:
    """What was read for whoever was bound before is read again."""
    found = plan(LATE, replace(FACTS, record="C-2"))
    assert found.rests_on == ()
    assert [each.name for each in found.reads] == ["order"]


def test_nobodys_evidence_counts_for_everybody() -> None:
    """A list of plans is no customer's."""
    reads = [replace(each, record=None) for each in READS]
    assert len(plan(LATE, replace(FACTS, reads=reads)).proposals) == 1


def test_what_is_not_found_is_asked_for_again() -> None:
    """And nothing else is said of it."""
    found = plan(LATE, replace(FACTS, reads=[read(found=False)]))
    assert found.standing is Standing.LACKING
    assert [(each.any_of, each.why, each.given) for each in found.lacking] == [
        (("order_number", "tracking_number"), "wrong", "4711")
    ]


def test_what_was_found_to_be_wrong_is_named_when_it_is_asked_for() -> None:
    """Though nothing is read of it any more."""
    wrong = disproved(FACTS.case, Kind.ORDER, "4711")
    found = plan(LATE, replace(FACTS, case=wrong, reads=[]))
    assert [(each.any_of, each.why, each.given) for each in found.lacking] == [
        (("order_number", "tracking_number"), "wrong", "4711")
    ]


@pytest.mark.parametrize("data", ["words", 7, True, {"late_days": "three"}, {}, []])
def test_what_cannot_be_told_blocks_and_does_not_raise(data: object) -> None:
    """Nothing is proposed on an answer that does not say what is looked for."""
    found = plan(LATE, replace(FACTS, reads=[read(data=data), NOTE]))
    assert found.proposals == ()
    assert found.standing is Standing.TROUBLED
    blocked = [each for each in found.stages if each.state is StageState.BLOCKED]
    assert Reason.CANNOT_TELL in {each.reason for each in blocked}


def test_what_depends_on_evidence_is_asked_once_that_is_there() -> None:
    """How they want to be paid, only where it is very late."""
    late = replace(FACTS, reads=[read(data={**ORDER, "late_days": 9}), NOTE])
    assert [each.what for each in plan(LATE, late).lacking] == ["kind"]
    assert plan(LATE, FACTS).lacking == ()


def test_nothing_to_do_is_an_answer() -> None:
    """The criterion holds, and no step."""
    found = plan(LATE, replace(FACTS, reads=[read(data={**ORDER, "late_days": 0})]))
    assert found.standing is Standing.ANSWERED
    assert _stages(found, StageKind.SUCCESS) == [("success", StageState.DONE, Reason.NONE)]


def test_what_the_customer_was_told_stands_on_the_card() -> None:
    """Of the standing that it has now."""
    matter = FACTS.case.matters[0]
    told = replace(FACTS.case, matters=(replace(matter, told="waiting", told_in=9),))
    found = plan(LATE, replace(FACTS, case=told))
    assert _stages(found, StageKind.TOLD) == [("told", StageState.DONE, Reason.NONE)]


def test_an_approval_whose_reason_is_gone_is_overtaken() -> None:
    """The order is not late any more."""
    waits = voucher(ActionState.WAITING_APPROVAL)
    found = plan(
        LATE, replace(FACTS, actions=[waits], reads=[read(data={**ORDER, "late_days": 0})])
    )
    assert found.overtaken == (waits,)


def test_a_criterion_that_cannot_be_told_is_not_met() -> None:
    """A person looks."""
    unclear = replace(LATE, steps=(), done=of("evidence.order.nothing == 1"))
    assert plan(unclear, FACTS).standing is Standing.TROUBLED
