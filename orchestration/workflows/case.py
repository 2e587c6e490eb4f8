"""The case record of a ticket: what is known, was asked, and is worked on; durable and typed.

All of it is plain data that is stored as one JSON document. It holds words of the customer's, so
whatever erases their words erases it too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from orchestration.specialists.built_in.naming import MOST, Named
from orchestration.specialists.kinds import Kind
from orchestration.workflows.choices import chosen_in
from orchestration.workflows.workflow import Words, Workflow

#: What is remembered for a customer's next ticket: what names a thing, and no wish.
REMEMBERED = frozenset(
    {Kind.ORDER, Kind.INVOICE, Kind.SUBSCRIPTION, Kind.TRACKING, Kind.EMAIL, Kind.PHONE}
)
#: So many values of a kind are kept.
KEPT = 10
#: An answer to a question has no more words than that.
BRIEF = 6


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
            for kind in _kinds(kinds)
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


def merged(case: CaseRecord, named: Named) -> CaseRecord:
    """The record with what was named in its ticket, and what a colleague passed on.

    `named` is what all of the ticket's words name, so that an edit counts. Merging twice changes
    nothing.
    """
    known = {
        kind: [each for each in values if each.ticket != case.ticket]
        for kind, values in case.known.items()
    }
    for value, kind in _passed_on(named):
        if all(each.value != value for each in known.get(kind, ())):
            known.setdefault(kind, []).append(Known(value, case.ticket, 0))
    for entity in named.entities:
        each = Known(entity.value, case.ticket, entity.seq)
        if each not in known.setdefault(entity.kind, []):
            known[entity.kind].append(each)
    kept = {kind: tuple(values[-KEPT:]) for kind, values in known.items() if values}
    return replace(case, known=kept)


def picked(
    case: CaseRecord, workflows: Iterable[tuple[Workflow, str]], named: Named, now: datetime
) -> CaseRecord:
    """The record with these workflows picked for these words of the newest entry, `named.upto`.

    One that is worked on already stays as it is, but for what its new words name.
    """
    matters = {each.workflow: each for each in case.matters}
    for workflow, words in workflows:
        own: dict[Kind, tuple[str, ...]] = {}
        for each in named.entities:
            if each.seq == named.upto and each.written in words:
                own[each.kind] = (*own.get(each.kind, ()), each.value)[:MOST]
        old = matters.get(workflow.id)
        if old is None:
            matters[workflow.id] = Matter(workflow.id, words, named.upto, now, own)
        elif own:
            matters[workflow.id] = replace(old, own={**old.own, **own})
    return replace(case, matters=tuple(matters.values()))


def with_choices(
    case: CaseRecord, workflows: Mapping[str, Workflow], said: Iterable[tuple[int, str]]
) -> CaseRecord:
    """The record with what customers chose in these messages, each with its entry, oldest first.

    What is said before a matter came up, or about another one in the same words, is no choice.
    """
    messages = list(said)

    def heard(matter: Matter) -> Matter:
        workflow = workflows.get(matter.workflow)
        if workflow is None or not workflow.choices:
            return matter
        chosen = dict(matter.chosen)
        for seq, text in messages:
            if seq >= matter.seq:
                words = matter.words if seq == matter.seq else text
                chosen |= chosen_in(workflow.choices, words)
        return replace(matter, chosen=chosen)

    return replace(case, matters=tuple(heard(each) for each in case.matters))


def answers(case: CaseRecord, named: Named, words: str) -> bool:
    """Whether these words of the newest entry name what was asked for, and hardly anything else.

    They are an answer, and about nothing new.
    """
    if len(words.split()) > BRIEF:
        return False
    here = {
        kind: [e.seq for e in case.known.get(kind, ()) if e.ticket == case.ticket] for kind in Kind
    }
    wanted = {
        kind
        for each in case.asked
        for kind in _kinds([each.what])
        if not any(each.seq < seq < named.upto for seq in here[kind])
    }
    return any(
        each.kind in wanted and each.seq == named.upto and each.written in words
        for each in named.entities
    )


def carried_over(previous: CaseRecord, case: CaseRecord) -> CaseRecord:
    """A new ticket's record with what the same customer named in the one before.

    Nothing is taken over of another customer's, nor where another record was bound then, and
    nothing that no system knew as theirs.
    """
    if previous.customer != case.customer or previous.record not in {"", case.record}:
        return case
    known = dict(case.known)
    for kind in sorted(REMEMBERED & set(previous.known)):
        old = [each for each in previous.known[kind] if not previous.is_wrong(kind, each.value)]
        new = [each for each in old if each not in known.get(kind, ())]
        if new:
            known[kind] = (*new, *known.get(kind, ()))[-KEPT:]
    return replace(case, known=known)


def disproved(case: CaseRecord, kind: Kind, value: str) -> CaseRecord:
    """The record with a value that no system knows as this customer's."""
    if case.is_wrong(kind, value):
        return case
    return replace(case, wrong={**case.wrong, kind: (*case.wrong.get(kind, ()), value)[-KEPT:]})


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
        for kind in _kinds(lack.any_of)
        for each in case.known.get(kind, ())
        if each.ticket == case.ticket
    ]


def _kinds(names: Iterable[str]) -> list[Kind]:
    return [Kind(name) for name in names if name in set(Kind)]


def _passed_on(named: Named) -> Iterable[tuple[str, Kind]]:
    for name, values in (named.passed_on or {}).items():
        for kind in _kinds([name]):
            yield from ((value, kind) for value in values)


def _seq(matter: Matter | None) -> int:
    return 0 if matter is None else matter.seq
