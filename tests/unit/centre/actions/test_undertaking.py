"""An undertaking: how it moves, what a yes is bound to, and whose yes counts."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from orchestration.actions.action import Action
from orchestration.actions.decision import Approvers, Decision, Verdict
from orchestration.actions.undertaking import MOVES, STANDING, Undertaking, check_entitled
from orchestration.errors.actions import ActionDecided, NotEntitled
from orchestration.events.actions import Progress
from orchestration.people import Role, Staff
from orchestration.timeline import EntryRef
from tests.unit.centre.actions.bank import BILLING, pay
from tests.unit.centre.cast import ADA, LATER, NOW, SAM

_OVER = {
    Progress.DONE,
    Progress.FAILED,
    Progress.DENIED,
    Progress.ESCALATED,
    Progress.REJECTED,
    Progress.EXPIRED,
    Progress.VOID,
}


def waits(**approvers: object) -> Undertaking:
    """One that waits for these people."""
    who = Approvers(**approvers)  # type: ignore[arg-type]
    decision = Decision(Verdict.APPROVE, ("Too much.",), approvers=who, evidence="as read")
    ref = EntryRef(1, 4)
    return Undertaking(ref, pay(), "C-1", 1000, BILLING, NOW, decision, Progress.WAITING)


@pytest.mark.parametrize(("before", "after"), [*product(Progress, Progress)])
def test_only_along_the_moves(before: Progress, after: Progress) -> None:
    """All others are refused, and change nothing."""
    undertaking = waits()
    undertaking.progress = before
    if after in MOVES[before]:
        undertaking.move(after)
        assert undertaking.progress is after
    else:
        with pytest.raises(ValueError, match=f"{before} cannot become {after}"):
            undertaking.move(after)
        assert undertaking.progress is before


def test_the_moves_as_a_table() -> None:
    """Nothing gets to the system but through READY, and nothing is READY without a yes or a rule.

    A rule is asked once, at the beginning, or once all is read that it rests on.

    Nothing leaves its end, and what may have happened never waits, or is ready, again.
    """
    assert set(MOVES) == set(Progress)
    assert {each for each in Progress if not MOVES[each]} == _OVER
    into = {each: {one for one in Progress if each in MOVES[one]} for each in Progress}
    assert into[Progress.RUNNING] == {Progress.READY}
    read = {Progress.READING}
    assert into[Progress.READY] == read | {Progress.WAITING, Progress.RUNNING}
    assert into[Progress.WAITING] == into[Progress.DENIED] == into[Progress.ESCALATED] == read
    assert into[Progress.READING] == set()
    assert into[Progress.DONE] == {Progress.RUNNING, Progress.UNKNOWN}
    assert MOVES[Progress.UNKNOWN] == {Progress.DONE, Progress.FAILED}
    assert set(Progress) - _OVER | {Progress.DONE} == STANDING


def test_a_key_is_one_undertakings_alone() -> None:
    """The same at each attempt, whatever became of it; another for any other."""
    first = waits()
    key = first.key
    first.approve(SAM, NOW)
    first.move(Progress.RUNNING)
    first.attempts, first.tried_at, first.version = 3, LATER, 9
    assert first.key == key
    others = [
        replace(first, ref=EntryRef(2, 4)),
        replace(first, ref=EntryRef(1, 5)),
        replace(first, proposed_at=LATER),
        replace(first, action=pay(1001)),
        replace(first, action=Action("bank.move", first.action.arguments)),
    ]
    assert len({key, *(each.key for each in others)}) == len(others) + 1


def test_a_seal_is_of_what_was_read() -> None:
    """The exact arguments, the record and the evidence; not of who said yes, and when."""
    first = waits(count=2)
    seal = first.seal
    first.approve(SAM, NOW)
    assert first.seal == seal
    reordered = replace(
        first, action=Action("bank.pay", dict(sorted(pay().arguments.items(), reverse=True)))
    )
    assert reordered.seal == seal
    others = [
        replace(first, action=pay(1001)),
        replace(first, action=Action("bank.pay", {**pay().arguments, "amount_minor": "1000"})),
        replace(first, record="C-2"),
        replace(first, decision=replace(first.decision, evidence="as it is now")),
    ]
    assert len({seal, *(each.seal for each in others)}) == len(others) + 1


def test_so_many_have_to_say_yes_and_nobody_twice() -> None:
    """With the last one it may be done."""
    undertaking = waits(count=2)
    undertaking.approve(SAM, NOW)
    assert (undertaking.left, undertaking.progress) == (1, Progress.WAITING)
    with pytest.raises(ActionDecided):
        undertaking.approve(replace(SAM, name="Samuel"), LATER)
    assert [each.by for each in undertaking.approvals] == [SAM.id]
    undertaking.approve(ADA, LATER)
    assert (undertaking.left, undertaking.progress) == (0, Progress.READY)
    assert {each.seal for each in undertaking.approvals} == {undertaking.seal}
    with pytest.raises(ActionDecided):
        undertaking.approve(Staff(99, "Third", Role.ADMIN), LATER)


def test_a_yes_to_what_was_not_read_is_none() -> None:
    """Nor is one to what is over."""
    undertaking = waits()
    with pytest.raises(ActionDecided):
        undertaking.check_open(waits(count=1).seal[::-1])
    undertaking.move(Progress.EXPIRED)
    with pytest.raises(ActionDecided):
        undertaking.check_open(undertaking.seal)


_WHO = ("proposer", "primary", "neither")


@pytest.mark.parametrize(
    ("wanted", "role", "skilled", "four_eyes", "who", "anonymous"),
    [*product(Role, Role, ("none", "has", "lacks"), (False, True), _WHO, (False, True))],
)
def test_whose_yes_counts(
    wanted: Role,
    role: Role,
    skilled: str,
    four_eyes: bool,  # noqa: FBT001 - columns of a table
    who: str,
    anonymous: bool,  # noqa: FBT001 - columns of a table
) -> None:
    """That of a known person of that role or above, with the skill; with four eyes, of another."""
    by = Staff(50, "Joe", role, anonymous=anonymous)
    undertaking = waits(
        role=wanted, skill="" if skilled == "none" else "refunds", four_eyes=four_eyes
    )
    if who == "proposer":
        undertaking.proposed_by = by
    primary = by.id if who == "primary" else 77
    ranks = [Role.AGENT, Role.EXPERT, Role.SUPERVISOR, Role.ADMIN]
    counts = (
        ranks.index(role) >= ranks.index(wanted)
        and skilled != "lacks"
        and not anonymous
        and not (four_eyes and who != "neither")
    )
    skills = ("refunds", "french") if skilled == "has" else ("french",)
    if counts:
        check_entitled(undertaking, by, skills, primary)
    else:
        with pytest.raises(NotEntitled) as refused:
            check_entitled(undertaking, by, skills, primary)
        assert refused.value.facts["own"] == int(four_eyes and who != "neither")
        assert refused.value.facts["anonymous"] == int(anonymous)


def test_nobody_is_the_author_where_nobody_answers() -> None:
    """A specialist proposed it, and the ticket is nobody's: that is nobody's own."""
    check_entitled(waits(four_eyes=True), SAM, (), None)


def test_who_did_not_say_who_decides_means_a_supervisor() -> None:
    """One of them, within a day."""
    undertaking = replace(waits(), decision=Decision(Verdict.APPROVE, ()))
    assert undertaking.approvers == Approvers(Role.SUPERVISOR, "", 1, within=timedelta(days=1))
