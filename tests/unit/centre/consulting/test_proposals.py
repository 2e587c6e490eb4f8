"""What people should do is proposed once: by a plan where one works on the matter."""

from collections.abc import Sequence

from orchestration.consulting.findings import Planned
from orchestration.consulting.proposals import without_advised
from orchestration.events.specialists import Evidence, EvidenceKind, Fate, ProposedAction
from orchestration.specialists.advice import Advice, Contribution
from orchestration.specialists.cast import BUILT_IN
from orchestration.workflows.planning import plan
from orchestration.workflows.supervising import Supervised
from tests.unit.centre.workflows.small import FACTS, LATE

SUPERVISED = Supervised(FACTS.case, [plan(LATE, FACTS)])
PLANNED = Planned(SUPERVISED, {LATE.id: LATE}, {}, lambda sentence, *_: str(sentence), "en")
EVIDENCE = Evidence(EvidenceKind.SYSTEM, "erp.find_order", "Order 4711")
CALL = ProposedAction("Call the carrier", EVIDENCE)
CREDIT = ProposedAction("Credit 3 euros", EVIDENCE, "billing.credit", {"order_number": "4711"})


def _kept(specialist: str, brain: str, planned: Planned | None = PLANNED) -> Sequence[str]:
    """What is left of two proposals, one for people and one for a tool."""
    advice = Advice("It is late", actions=(CALL, CREDIT), brain=brain)
    said = [Contribution(specialist, specialist, Fate.ADVISED, advice)]
    (left,) = without_advised(said, planned)
    return [each.words for each in left.advice.actions]


def test_without_a_model_the_plan_says_what_people_should_do() -> None:
    """Built-in words repeat what the plan proposes; what a tool would do goes to the gate."""
    assert _kept(LATE.specialist, BUILT_IN) == [CREDIT.words]


def test_what_a_model_would_have_people_do_is_theirs_to_read() -> None:
    """It may be what no step of the plan does."""
    assert _kept(LATE.specialist, "some-model") == [CALL.words, CREDIT.words]


def test_of_other_matters_everything_stays() -> None:
    """Also where nobody plans."""
    assert _kept("sales", BUILT_IN) == [CALL.words, CREDIT.words]
    assert _kept(LATE.specialist, BUILT_IN, None) == [CALL.words, CREDIT.words]
