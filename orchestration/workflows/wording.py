"""What a customer is told of a matter: the workflow's words, filled with its values alone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from orchestration.containment.cutting import beginning
from orchestration.events.specialists import Evidence, EvidenceKind
from orchestration.schemas import Json
from orchestration.specialists.grounding import facts, is_borne_out
from orchestration.workflows.checking import filled, placeholders
from orchestration.workflows.plan import ActionState, Plan
from orchestration.workflows.workflow import Words, in_language

#: So much of an answer is quoted.
QUOTE = 300
#: Written from right to left: what is filled in is kept from turning the sentence around.
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Said:
    """A text for the customer, what it rests on, and whether every number in it stands there."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    grounded: bool = False


def said(plan: Plan, language: str | None) -> Said:
    """What the customer may be told now, in their language; empty where there is nothing.

    A text that wants a value that is not there gives way to the next one.
    """
    for words in plan.says:
        text, values = _with_values(plan, words, language)
        if text:
            answers = list(_answers(plan))
            evidence = tuple(_cited(tool, data, at, values) for tool, data, at in answers)
            known = [(EvidenceKind.SYSTEM, " ".join(facts(data))) for _, data, _ in answers]
            return Said(text, evidence, bool(answers) and is_borne_out(text, known))
    return Said("")


def together(parts: Sequence[Said]) -> Said:
    """One answer out of those of several matters, in their order, each paragraph once."""
    told = [each for each in parts if each.text]
    return Said(
        "\n\n".join(dict.fromkeys(each.text for each in told)),
        tuple(dict.fromkeys(one for each in told for one in each.evidence)),
        bool(told) and all(each.grounded for each in told),
    )


def _with_values(plan: Plan, words: Words, language: str | None) -> tuple[str, Sequence[str]]:
    """The text and the values in it; empty where one is missing."""
    text = in_language(words, language)
    names = placeholders(text)
    if any(name not in plan.values for name in names):
        return "", ()
    turned = language in _RIGHT_TO_LEFT and language in words
    around = f"{_ISOLATE}{{}}{_END}" if turned else "{}"
    shown = {name: around.format(plan.values[name]) for name in names}
    return filled(text, shown), [plan.values[name] for name in names]


def _answers(plan: Plan) -> Iterator[tuple[str, Json, datetime | None]]:
    """What systems answered, to reads and to what was done."""
    for read in plan.rests_on:
        if read.found:
            yield read.tool, read.data, read.read_at
    for stage in plan.stages:
        act = stage.action
        if act is not None and act.state is ActionState.DONE:
            yield act.tool, [act.result, act.reference], act.at


def _cited(tool: str, data: Json, at: datetime | None, values: Sequence[str]) -> Evidence:
    """The values that the text has of it, or else how the answer begins."""
    known = set(facts(data))
    told = [value for value in dict.fromkeys(values) if value in known]
    quote = ", ".join(told) or json.dumps(data, ensure_ascii=False, default=str)
    return Evidence(EvidenceKind.SYSTEM, tool, tool, beginning(quote, QUOTE), at)
