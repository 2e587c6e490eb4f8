"""The case record of a ticket: what is known, was asked, and is worked on; durable and typed.

All of it is plain data that is stored as one JSON document. It holds words of the customer's, so
whatever erases their words erases it too.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from orchestration.specialists.kinds import Kind, kinds_among
from orchestration.workflows.workflow import Words


@dataclass(frozen=True, slots=True)
class Known:
    """A value that was named, and where: entry `seq` of a ticket.

    What a colleague passed on without saying where from has entry 0.
    """

    value: str
    ticket: int
    seq: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The customer was asked for it (a kind, or a choice of a workflow) in entry `seq`."""

    what: str
    seq: int


@dataclass(frozen=True, slots=True)
class Matter:
    """A workflow that was picked: for which words of which entry, and since when.

    `own` is what these words name, which counts for this matter more than what others name.
    `chosen` is what the customer wants of its choices. `standing` is how far it is, `told` the
    standing that the customer was last told of, in entry `told_in`.
    """

    workflow: str
    words: str
    seq: int
    since: datetime
    own: dict[Kind, tuple[str, ...]] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    standing: str = ""
    told: str = ""
    told_in: int = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """What was drafted for the customer after entry `seq`: what it `asks`, and each standing."""

    seq: int
    asks: tuple[str, ...] = ()
    standings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """All that is known of a ticket's matters, by every specialist.

    `customer` is the Telegram user, `record` the one that was bound to them when this was kept.
    `wrong` are values that no system knows as theirs, `decided` the contradictions, as
    `workflow.id`, on which a person has decided, and `found` those that people were told of, each
    with the ticket's newest entry then. `offered` is what was last drafted for the customer.
    """

    ticket: int
    customer: int
    record: str = ""
    known: dict[Kind, tuple[Known, ...]] = field(default_factory=dict)
    wrong: dict[Kind, tuple[str, ...]] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    matters: tuple[Matter, ...] = ()
    decided: tuple[str, ...] = ()
    offered: Offered | None = None
    found: dict[str, int] = field(default_factory=dict)
    version: int = 1

    @property
    def contradicted(self) -> bool:
        """Whether systems contradict each other, and no person has decided yet."""
        return any(each not in self.decided for each in self.found)

    def matter(self, workflow: str) -> Matter | None:
        """What was picked of that workflow."""
        return next((each for each in self.matters if each.workflow == workflow), None)

    def newest(self, kind: Kind) -> Sequence[Known]:
        """What the newest entry names of that kind; of this ticket before another one's."""
        known = [each for each in self.known.get(kind, ()) if not self.is_wrong(kind, each.value)]
        mine = [each for each in known if each.ticket == self.ticket] or known
        last = max(((each.ticket, each.seq) for each in mine), default=None)
        return [each for each in mine if (each.ticket, each.seq) == last]

    def is_wrong(self, kind: Kind, value: str) -> bool:
        """Whether no system knows it as this customer's."""
        return value in self.wrong.get(kind, ())

    def mistaken(self, kinds: Iterable[str]) -> str:
        """What they named last of these kinds that no system knows as theirs; empty: nothing."""
        named = [
            (each.seq, each.value)
            for kind in kinds_among(kinds)
            for each in self.known.get(kind, ())
            if each.ticket == self.ticket and self.is_wrong(kind, each.value)
        ]
        return max(named, default=(0, ""))[1]

    def named_for(self, matter: Matter | None, kind: Kind) -> str:
        """The value of a kind that a matter is about; empty where none is known."""
        newest = self.newest(kind)
        said = matter.own.get(kind, ()) if matter is not None else ()
        own = [each for each in said if not self.is_wrong(kind, each)]
        if own and (len(self.matters) > 1 or not newest or newest[0].seq <= _seq(matter)):
            return own[0]
        return newest[0].value if newest else ""


class Why(StrEnum):
    """Why something is asked of the customer."""

    MISSING = "missing"
    #: They named something that no system knows as theirs.
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Lack:
    """What a workflow lacks: one of these kinds or choices, the first is asked for.

    `asked` is how a choice is asked for, by language; empty for kinds. `given` is what was wrong.
    """

    any_of: tuple[str, ...]
    why: Why = Why.MISSING
    asked: Words = field(default_factory=dict)
    given: str = ""

    @property
    def what(self) -> str:
        """What is asked for."""
        return self.any_of[0]


def to_ask(case: CaseRecord, lacking: Sequence[Lack]) -> Sequence[Lack]:
    """What of it the customer is asked now, each once.

    Whoever was asked and has not answered is not asked again, unless they named something wrong.
    """
    first: dict[str, Lack] = {}
    for each in (_as_given(case, one) for one in lacking):
        if _is_open(case, each):
            first.setdefault(each.what, each)
    return list(first.values())


def asked(case: CaseRecord, what: Collection[str], seq: int) -> CaseRecord:
    """The record once the customer was asked for these in that entry."""
    rest = [each for each in case.asked if each.what not in what]
    return replace(case, asked=(*rest, *(Asked(each, seq) for each in what)))


def told(case: CaseRecord, workflow: str, standing: str, seq: int) -> CaseRecord:
    """The record once the customer was told of a matter's standing in that entry."""
    matters = [
        replace(each, told=standing, told_in=seq) if each.workflow == workflow else each
        for each in case.matters
    ]
    return replace(case, matters=tuple(matters))


def answered(case: CaseRecord, reply: int) -> CaseRecord:
    """The record once the customer was answered in entry `reply`: with what was drafted, or after.

    Whoever answered had read it.
    """
    offered = case.offered
    if offered is None or reply <= offered.seq:
        return case
    case = asked(case, offered.asks, reply)
    for workflow, standing in offered.standings.items():
        case = told(case, workflow, standing, reply)
    return replace(case, offered=None)


def settled(case: CaseRecord, decision: int) -> CaseRecord:
    """The record once a person decided in that entry on what systems contradict each other."""
    fresh = [each for each, seq in case.found.items() if seq < decision]
    return replace(case, decided=tuple(dict.fromkeys([*case.decided, *fresh])))


def stands(case: CaseRecord, workflow: str, standing: str) -> CaseRecord:
    """The record with how far a matter is."""
    matters = [
        replace(each, standing=standing) if each.workflow == workflow else each
        for each in case.matters
    ]
    return replace(case, matters=tuple(matters))


def _is_open(case: CaseRecord, lack: Lack) -> bool:
    last = _last_asked(case, lack)
    if last is None:
        return True
    return lack.why is Why.WRONG and any(each.seq > last for _, each in _given(case, lack))


def _as_given(case: CaseRecord, lack: Lack) -> Lack:
    """What is missing because what they named since they were asked is not theirs is wrong."""
    last = _last_asked(case, lack) or 0
    wrong = [
        each
        for kind, each in _given(case, lack)
        if each.seq > last and case.is_wrong(kind, each.value)
    ]
    if lack.why is Why.WRONG or not wrong:
        return lack
    newest = max(wrong, key=lambda each: each.seq)
    return replace(lack, why=Why.WRONG, given=newest.value)


def _last_asked(case: CaseRecord, lack: Lack) -> int | None:
    return max((each.seq for each in case.asked if each.what in lack.any_of), default=None)


def _given(case: CaseRecord, lack: Lack) -> Sequence[tuple[Kind, Known]]:
    """What they named of these kinds on the ticket itself."""
    return [
        (kind, each)
        for kind in kinds_among(lack.any_of)
        for each in case.known.get(kind, ())
        if each.ticket == case.ticket
    ]


def _seq(matter: Matter | None) -> int:
    return 0 if matter is None else matter.seq
