"""What plans have to say is said, whoever was called."""

from orchestration.consulting.findings import Planned
from orchestration.consulting.worded import worded
from orchestration.events.specialists import Fate
from orchestration.specialists.advice import Advice, Contribution
from orchestration.workflows.planning import plan
from orchestration.workflows.supervising import Supervised
from tests.unit.centre.workflows.small import FACTS, LATE

SUPERVISED = Supervised(FACTS.case, [plan(LATE, FACTS)])
PLANNED = Planned(SUPERVISED, {LATE.id: LATE}, {}, lambda sentence, *_: str(sentence), "en")


def _said(*specialists: str) -> list[Contribution]:
    advice = Advice("note", draft="My own words.")
    return [Contribution(each, each, Fate.ADVISED, advice) for each in specialists]


def _drafts(*specialists: str) -> dict[str, str]:
    said = worded(_said(*specialists), PLANNED)
    return {each.specialist: each.advice.draft for each in said}


def test_whose_matter_it_is_says_how_it_stands() -> None:
    """The others keep their words."""
    drafts = _drafts("sales", LATE.specialist)
    assert drafts["sales"] == "My own words."
    assert drafts[LATE.specialist] not in {"", "My own words."}


def test_without_them_whoever_advised_says_it() -> None:
    """What came of a matter is told in any case, after what they have to say themselves."""
    told = _drafts(LATE.specialist)[LATE.specialist]
    assert _drafts("sales")["sales"] == f"My own words.\n\n{told}"
