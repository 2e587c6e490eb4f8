"""What specialists did on a ticket, step by step: who was called, what each said, what was drafted.

All of it is inside. Words of theirs reach the customer in a public reply only, which a person
sends, or the rule of autonomy.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from orchestration.content import Content
from orchestration.schemas import Arguments


@dataclass(frozen=True, slots=True)
class Call:
    """A specialist who is called: for which part of the words, and how sure the router is."""

    specialist: str
    name: str
    task: str = ""
    confidence: float = 1.0


class EvidenceKind(StrEnum):
    """Where a piece of evidence comes from."""

    #: A passage of an article; `source` is what it is cited by.
    ARTICLE = "article"
    #: What a business system answered; `source` is the tool.
    SYSTEM = "system"
    #: Somebody's words in the ticket; `source` is the entry's place in it.
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What advice rests on: `title` for people, `quote` the words themselves, `at` when read."""

    kind: EvidenceKind
    source: str
    title: str
    quote: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact by name, such as `order 4711: status`, as one source says it is."""

    about: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """What should be done, in the staff's language, and what calls for it.

    The write `tool` with these `arguments` would do it, if the gate lets it; without one, people
    do.
    """

    words: str
    evidence: Evidence
    tool: str = ""
    arguments: Arguments = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool that a specialist used; `outcome` is `ok`, or the kind of what went wrong."""

    tool: str
    outcome: str
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Handoff:
    """Work that passes to another specialist, with all that is known: nobody asks again.

    Version 1 of the payload; docs/handoff.schema.json is its JSON Schema.
    """

    to: str
    intent: str
    reason: str
    issues: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    entities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    suggested: str = ""
    version: int = 1


class Fate(StrEnum):
    """What became of asking a specialist."""

    ADVISED = "advised"
    #: It did not answer within the time that there is; what it says later is added.
    LATE = "late"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SpecialistAsked:
    """A person asked `specialist`, or whoever the router finds, where that is empty.

    The `question` is in their own words, none where it is the customer's. `tone` is how the draft
    should sound.
    """

    specialist: str = ""
    name: str = ""
    question: str = ""
    tone: str = ""
    kind: Literal["specialist_asked"] = "specialist_asked"


@dataclass(frozen=True, slots=True)
class Routed:
    """A turn begins: who was called about what was said up to entry `upto`, and why.

    `router` names how they were found; it is empty where a person named them. `asked` is the entry
    in which somebody asked. The router `abstained` where it was not sure of anybody.
    """

    upto: int
    calls: tuple[Call, ...]
    router: str = ""
    reasons: tuple[str, ...] = ()
    abstained: bool = False
    asked: int | None = None
    milliseconds: int = 0
    kind: Literal["routed"] = "routed"


@dataclass(frozen=True, slots=True)
class Advised:
    """What a specialist said in the turn that began with entry `turn`, or that it said nothing."""

    turn: int
    fate: Fate
    note: str = ""
    details: str = ""
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    calls: tuple[ToolCall, ...] = ()
    grounded: bool = False
    confidence: float = 0.0
    brain: str = ""
    milliseconds: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    actions: tuple[ProposedAction, ...] = ()
    kind: Literal["advised"] = "advised"


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A specialist passed work to another one of the same turn."""

    turn: int
    handoff: Handoff
    kind: Literal["passed_on"] = "passed_on"


@dataclass(frozen=True, slots=True)
class ReplyDrafted:
    """Words for the customer that specialists propose in turn `turn`.

    `sources` are what they rest on; without any they are not `grounded`. `asks` is whether they
    ask the customer for what is missing.
    """

    turn: int
    content: Content
    grounded: bool
    sources: tuple[str, ...] = ()
    confidence: float = 0.0
    asks: bool = False
    brain: str = ""
    kind: Literal["reply_drafted"] = "reply_drafted"


@dataclass(frozen=True, slots=True)
class ConflictDecided:
    """Specialists contradicted each other in turn `turn`, and a person decided who is right."""

    turn: int
    about: str
    specialist: str
    name: str
    value: str
    kind: Literal["conflict_decided"] = "conflict_decided"


@dataclass(frozen=True, slots=True)
class RouteCorrected:
    """A person said whom the words up to entry `upto` are for; empty: for nobody."""

    upto: int
    to: tuple[str, ...]
    names: tuple[str, ...]
    kind: Literal["route_corrected"] = "route_corrected"


SpecialistEvent = (
    SpecialistAsked | Routed | Advised | PassedOn | ReplyDrafted | ConflictDecided | RouteCorrected
)
