"""Whatever systems answer and people did: a plan is total, pure, and keeps to its rules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.actions.action import Action
from orchestration.ports.evidence import RecordedRead
from orchestration.specialists.kinds import Kind
from orchestration.workflows.plan import ActionSoFar, ActionState, Facts, Standing
from orchestration.workflows.planning import plan
from orchestration.workflows.wording import said
from tests.unit.centre.workflows.matters import MATTERS, Matter
from tests.unit.centre.workflows.playing import NOW, heard, shipped
from tests.unit.centre.workflows.small import LATE, case

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["order_number", "late_days", "status", "lines", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
ORDERS = st.fixed_dictionaries(
    {
        "order_number": st.sampled_from(["4711", "4650"]),
        "late_days": st.integers(0, 9),
        "status": st.sampled_from(["shipped", "gone"]),
    }
)
WORDS = st.sampled_from(["It is late", "My order 4711 is late", "orders 4711 and 4650, tea"])
HUNDREDS = st.integers(1, 9).map(lambda number: number * 100)
NUMBERS = st.sampled_from(["4711", "4650"])


def _read(
    tool: str, number: str, data: object, record: str | None, minutes: int, *, found: bool
) -> RecordedRead:
    at = NOW - timedelta(minutes=minutes)
    return RecordedRead(1, tool, {"order_number": number}, record, at, data, found)


READS = st.lists(
    st.builds(
        _read,
        st.sampled_from(["erp.find_order", "crm.find_note"]),
        NUMBERS,
        ORDERS | JSON,
        st.sampled_from(["C-1001", "C-2", None]),
        st.integers(0, 30),
        found=st.booleans(),
    ),
    max_size=5,
)
ACTIONS = st.lists(
    st.builds(
        ActionSoFar,
        st.just("billing.credit"),
        st.fixed_dictionaries({"order_number": NUMBERS, "amount_minor": HUNDREDS}),
        st.sampled_from(ActionState),
        st.just("late"),
        st.just("voucher"),
        JSON,
        at=st.integers(0, 30).map(lambda minutes: NOW - timedelta(minutes=minutes)) | st.none(),
    ),
    max_size=4,
)
FACTS = st.builds(
    Facts,
    WORDS.map(case),
    st.just(NOW),
    st.sampled_from(["", "C-1001"]),
    st.just("order"),
    READS,
    ACTIONS,
)


@given(FACTS)
def test_a_plan_keeps_to_its_rules(facts: Facts) -> None:
    """It raises nothing, says the same twice, and never goes where it must not."""
    found = plan(LATE, facts)
    assert found == plan(LATE, facts)
    known = {each.action.digest for each in facts.actions}
    proposed = [each.action.digest for each in found.proposals]
    assert not known & set(proposed)
    assert len(proposed) == len(set(proposed))
    if not facts.record:
        assert found.standing is Standing.UNVERIFIED
        assert not found.reads
        assert not proposed
    if found.contradictions or found.lacking:
        assert not proposed
    assert all(each.record in {None, facts.record} for each in found.rests_on)
    named = {kind for kind in Kind if facts.case.named_for(facts.case.matters[0], kind)}
    for lack in found.lacking:
        assert lack.why == "wrong" or not named & set(lack.any_of)
    if found.standing in {Standing.ANSWERED, Standing.DONE}:
        assert not proposed
        assert not found.lacking
    assert "{" not in said(found, "es").text


@given(FACTS)
def test_what_was_proposed_is_not_proposed_again(facts: Facts) -> None:
    """Put what a plan proposes into any state, and the next plan proposes nothing of it."""
    first = plan(LATE, facts)
    for state in ActionState:
        done = [
            ActionSoFar(each.action.tool, each.action.arguments, state, "late", each.step, at=NOW)
            for each in first.proposals
        ]
        again = plan(LATE, replace(facts, actions=[*facts.actions, *done]))
        assert _digests([each.action for each in first.proposals]).isdisjoint(
            _digests([each.action for each in again.proposals])
        )


@settings(max_examples=60)
@given(st.sampled_from(MATTERS), st.dictionaries(st.integers(0, 5), JSON, max_size=6), st.data())
def test_no_shipped_workflow_breaks_on_what_systems_answer(
    matter: Matter, odd: dict[int, object], data: st.DataObject
) -> None:
    """Whatever stands in the answers instead of what should: it is planned, and nothing raised."""
    workflow = shipped()[matter.workflow]
    facts = Facts(heard(workflow, *matter.words), NOW, "C-1001", "order")
    reads: list[RecordedRead] = []
    for turn in range(6):
        found = plan(workflow, replace(facts, reads=reads))
        said(found, "ru")
        for each in found.reads:
            answer = odd.get(turn, matter.answers.get(each.tool))
            if isinstance(answer, dict) and data.draw(st.booleans()):
                answer = {key: data.draw(JSON) for key in list(answer)[:4]} | answer
            reads.append(RecordedRead(1, each.tool, each.arguments, "C-1001", NOW, answer))


def _digests(actions: Sequence[Action]) -> set[str]:
    return {each.digest for each in actions}
