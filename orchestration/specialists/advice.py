"""What specialists read and return: the brief, the advice, and what each contributed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orchestration.events.specialists import (
    Claim,
    Evidence,
    Fate,
    Handoff,
    ProposedAction,
    ToolCall,
)
from orchestration.knowledge.articles import Passage
from orchestration.specialists.cast import BUILT_IN
from orchestration.timeline import Entry


@dataclass(frozen=True, slots=True)
class Usage:
    """How many tokens of a model it took; none where no model was asked."""

    input: int = 0
    output: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """What a specialist returns.

    `note` is one line for the staff, in their language, and `details` what stands folded below it.
    `evidence` is what both rest on, and `claims` are facts by name, which another specialist may
    contradict. `actions` are what should be done about it; none is done by proposing it. `draft` is
    what the customer might be told, in their language; empty where there is nothing to tell. It is
    `grounded` where every statement of it has a source, and `asks` is whether it asks for what is
    missing. `confidence` is from 0 to 1. `brain` names what thought: a model, or `BUILT_IN`.
    `calls` are the tools that were used, and `handoff` is work for another specialist.
    """

    note: str = ""
    details: str = ""
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    actions: tuple[ProposedAction, ...] = ()
    draft: str = ""
    grounded: bool = False
    asks: bool = False
    confidence: float = 0.0
    brain: str = BUILT_IN
    usage: Usage = Usage()
    calls: tuple[ToolCall, ...] = ()
    handoff: Handoff | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What became of asking one specialist; `advice` is empty unless it advised."""

    specialist: str
    name: str
    fate: Fate
    advice: Advice = Advice()
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """What a specialist reads: the conversation so far, up to entry `upto`.

    `customer` is the Telegram user, whose record in the business systems the tools look up. `task`
    is its part of the newest words; `question` is what a colleague asks, in their own words,
    where one of them called it. `passages` are what the desk knows of the matter, within the
    specialist's scope, the best first. `language` is the customer's, where it is known, and
    `staff_language` that of the group. `handoff` is the work as a colleague passed it on, and
    `said` what the others of this turn contributed, for whoever writes the answer. `tone` is how a
    draft should sound, where somebody asked for that. `known` are values by their kind that the
    customer named before, on this ticket or an earlier one.
    """

    ticket: int
    subject: str
    entries: Sequence[Entry]
    upto: int
    customer: int = 0
    customer_name: str = ""
    task: str = ""
    question: str = ""
    language: str | None = None
    staff_language: str = "en"
    passages: Sequence[Passage] = ()
    handoff: Handoff | None = None
    said: Sequence[Contribution] = ()
    tone: str = ""
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
