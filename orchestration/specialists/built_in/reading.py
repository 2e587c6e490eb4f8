"""Reads through a specialist's tools: which can be filled from what was named, and the answers."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import product
from types import MappingProxyType

from orchestration.containment.cutting import beginning
from orchestration.events.specialists import Claim, Evidence, EvidenceKind, ToolCall
from orchestration.ports import Clock
from orchestration.ports.tools import (
    Reader,
    Refusal,
    ToolError,
    ToolRefused,
    ToolResult,
    Tools,
    ToolSpec,
)
from orchestration.schemas import Arguments, Json
from orchestration.specialists.built_in.fields import compared, field_name
from orchestration.specialists.built_in.naming import Named
from orchestration.specialists.cast import Access
from orchestration.specialists.kinds import Kind

#: So many reads are made for one brief at most, and so many rows of an answer are looked at.
MOST, ROWS = 8, 5
#: So much of an answer is quoted, and of each field.
QUOTE, VALUE = 300, 80
#: No number of a system has more digits.
_DIGITS = 18
#: Once what was named is read, what the answers name is read: a parcel by its order's number.
_ROUNDS = 2

#: Of these no system has one argument.
_NO_ARGUMENTS = frozenset({Kind.AMOUNT, Kind.DATE, Kind.ADDRESS})
#: How systems call what can be named.
ARGUMENTS: Mapping[str, Kind] = MappingProxyType(
    {
        **{kind.value: kind for kind in Kind if kind not in _NO_ARGUMENTS},
        **dict.fromkeys(("order", "order_id", "order_no"), Kind.ORDER),
        **dict.fromkeys(("invoice", "invoice_id", "invoice_no"), Kind.INVOICE),
        **dict.fromkeys(("subscription", "subscription_id"), Kind.SUBSCRIPTION),
        **dict.fromkeys(("tracking", "tracking_code", "tracking_id"), Kind.TRACKING),
        **dict.fromkeys(("zip", "zip_code", "postal_code"), Kind.POSTCODE),
        **dict.fromkeys(("email_address",), Kind.EMAIL),
    }
)
#: Amounts stand there as people read them, too.
_FOR_MACHINES, _MINOR = frozenset({"currency"}), "_minor"
#: Whose number a mere `number` is: what the tool is called by.
_NUMBER = "number"
_NUMBERED = (Kind.ORDER, Kind.INVOICE, Kind.SUBSCRIPTION)
#: Papers of an order or an invoice whose numbers nobody names.
_PAPERS = ("refund", "return")
_CHARGE = "charge"


class Outcome(StrEnum):
    """What came of a read."""

    OK = "ok"
    #: There is no such thing, or it is not this customer's: nobody can tell which.
    NOT_FOUND = "not_found"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a read is about."""

    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A flat field of an answer, by what it is called among us, and what it is said of.

    `paper` is what of the subject it is about, such as its refund; empty where it is about itself.
    """

    subject: Subject
    name: str
    value: str
    paper: str = ""

    @property
    def about(self) -> str:
        """What it is called beside other facts: "order 4711: status"."""
        name = f"{self.paper} {self.name}" if self.paper else self.name
        return f"{_NOUN[self.subject.kind]} {self.subject.value}: {name}"


@dataclass(frozen=True, slots=True)
class Read:
    """One read: with which tool, of what, and what it said."""

    tool: str
    subject: Subject | None
    outcome: Outcome
    took: timedelta = timedelta()
    text: str = ""
    read_at: datetime | None = None
    facts: Sequence[Fact] = ()

    def alike(self, subject: Subject) -> int:
        """How many rows say just the same of it."""
        said = Counter(each for each in self.facts if each.subject == subject)
        return min(said.values(), default=0)

    @property
    def is_missing(self) -> bool:
        """Whether it looked for its subject itself, and not for a refund of it, and found none."""
        if self.subject is None or self.outcome is not Outcome.NOT_FOUND:
            return False
        name = self.tool.partition(".")[2]
        return any(word in name for word in _LOOKED_UP_BY[self.subject.kind])

    @property
    def call(self) -> ToolCall:
        """The call, for the ticket's record."""
        return ToolCall(self.tool, self.outcome, int(self.took / timedelta(milliseconds=1)))

    @property
    def evidence(self) -> Evidence:
        """What was read, and when."""
        quote = beginning(self.text, QUOTE)
        return Evidence(EvidenceKind.SYSTEM, self.tool, self.tool, quote, self.read_at)

    @property
    def claims(self) -> Sequence[Claim]:
        """The facts by name, with values that are the same where systems agree."""
        return [Claim(each.about, compared(each.value), self.evidence) for each in self.facts]


_NOUN: Mapping[Kind, str] = MappingProxyType(
    {kind: kind.value.removesuffix("_number") for kind in Kind}
)
#: What the names of tools say that look something up.
_LOOKED_UP_BY: Mapping[Kind, Sequence[str]] = MappingProxyType(
    {kind: (noun,) for kind, noun in _NOUN.items()} | {Kind.TRACKING: ("track", "parcel", "ship")}
)


@dataclass(slots=True)
class Reading:
    """All reads of one brief; `unverified` are the tools that want the customer verified first.

    `lacking` is what tools need and nobody named; `unavailable` cannot be asked now.
    """

    reads: list[Read] = field(default_factory=list)
    unverified: list[str] = field(default_factory=list)
    lacking: list[Kind] = field(default_factory=list)
    unavailable: list[str] = field(default_factory=list)

    @property
    def found(self) -> Sequence[Read]:
        """The reads that were answered."""
        return [each for each in self.reads if each.outcome is Outcome.OK]

    @property
    def differing(self) -> Sequence[tuple[Subject, str]]:
        """What two answers call the same of a thing, each with another value."""
        said: dict[tuple[Subject, str], set[str]] = {}
        for each in self.found:
            for fact in each.facts:
                said.setdefault((fact.subject, fact.name), set()).add(
                    compared(fact.value).casefold()
                )
        return [about for about, values in said.items() if len(values) > 1]

    @property
    def contradicting(self) -> Sequence[tuple[Subject, str]]:
        """Of that, what cannot both be so: a paid invoice and its shipped order can."""
        said: dict[str, set[str]] = {}
        about: dict[str, tuple[Subject, str]] = {}
        for fact in (fact for each in self.found for fact in each.facts):
            said.setdefault(fact.about, set()).add(compared(fact.value).casefold())
            about[fact.about] = (fact.subject, fact.name)
        return list(dict.fromkeys(about[each] for each, values in said.items() if len(values) > 1))


async def read_all(tools: Tools, reader: Reader, named: Named, clock: Clock) -> Reading:
    """Reads whatever can be filled from what was named, side by side, and tells what could not be.

    A tool that fails is told of and disturbs no other.
    """
    reading = Reading()
    offered = {spec.name: spec for spec in await tools.offered(reader)}
    await _ask_why(tools, reader, offered, reading)
    known = {kind: tuple(named.newest(kind)) for kind in Kind}
    done: set[str] = set()
    for _ in range(_ROUNDS):
        ready = [spec for name, spec in offered.items() if name not in done and _fits(spec, known)]
        calls = [(spec, filled) for spec in ready for filled in _fillings(spec, known)]
        calls = calls[: MOST - len(reading.reads)]
        done.update(spec.name for spec in ready)
        origins = _origins(reading)
        reading.reads += await asyncio.gather(
            *(_read(tools, reader, spec, filled, origins, clock) for spec, filled in calls)
        )
        known = _and_found(known, reading)
    for name, spec in offered.items():
        if name not in done:
            reading.lacking += [kind for kind in _needed(spec) or () if not known[kind]]
    reading.lacking = list(dict.fromkeys(reading.lacking))
    return reading


async def _ask_why(
    tools: Tools, reader: Reader, offered: Mapping[str, ToolSpec], reading: Reading
) -> None:
    """Learns of each tool that is not offered whether that is for want of a verified customer.

    Nothing is read by that: what is not offered would be refused.
    """
    for name, access in reader.specialist.tools.items():
        if access is Access.READ and name not in offered:
            try:
                await tools.read(reader, name, {})
            except ToolRefused as refused:
                if refused.why is Refusal.NOT_BOUND:
                    reading.unverified.append(name)
            except ToolError:
                reading.unavailable.append(name)


def _needed(spec: ToolSpec) -> Sequence[Kind] | None:
    """The kinds that its required arguments are; None where one is something else."""
    required = spec.arguments.get("required")
    names = [str(each) for each in required] if isinstance(required, list) else []
    kinds = [ARGUMENTS.get(name) for name in names]
    return None if None in kinds else [kind for kind in kinds if kind is not None]


def _fits(spec: ToolSpec, known: Mapping[Kind, Sequence[str]]) -> bool:
    needed = _needed(spec)
    return needed is not None and all(known[kind] for kind in needed)


def _fillings(spec: ToolSpec, known: Mapping[Kind, Sequence[str]]) -> Iterator[Arguments]:
    """Its required arguments, once for each thing that was named."""
    required = spec.arguments.get("required")
    names = [str(each) for each in required] if isinstance(required, list) else []
    for values in product(*(known[ARGUMENTS[name]] for name in names)):
        yield {name: _typed(spec, name, value) for name, value in zip(names, values, strict=True)}


def _typed(spec: ToolSpec, name: str, value: str) -> Json:
    """A value as the tool wants it: a number where it wants numbers."""
    properties = spec.arguments.get("properties")
    wanted = properties.get(name) if isinstance(properties, Mapping) else None
    number = isinstance(wanted, Mapping) and wanted.get("type") == "integer"
    return int(value) if number and value.isdecimal() and len(value) <= _DIGITS else value


async def _read(
    tools: Tools,
    reader: Reader,
    spec: ToolSpec,
    filled: Arguments,
    origins: Mapping[Subject, Subject],
    clock: Clock,
) -> Read:
    start = clock()
    subject = next((Subject(ARGUMENTS[name], str(value)) for name, value in filled.items()), None)
    subject = origins.get(subject, subject) if subject else None
    try:
        result = await tools.read(reader, spec.name, filled)
    except ToolError:
        return Read(spec.name, subject, Outcome.FAILED, clock() - start)
    took = clock() - start
    if not result.found:
        return Read(spec.name, subject, Outcome.NOT_FOUND, took, read_at=result.read_at)
    facts = tuple(_facts(result, spec.name, subject))
    return Read(
        spec.name, subject, Outcome.OK, took, " ".join(result.text.split()), result.read_at, facts
    )


def _facts(result: ToolResult, tool: str, subject: Subject | None) -> Iterator[Fact]:
    """The flat fields of an answer, or of each of its rows."""
    rows = result.data if isinstance(result.data, list) else [result.data]
    for row in rows[:ROWS]:
        if not isinstance(row, Mapping):
            continue
        about = _own_subject(row, tool) or (subject if len(rows) == 1 else None)
        if about is None:
            continue
        for name, value in row.items():
            if ARGUMENTS.get(str(name)) is about.kind or name == _NUMBER:
                continue
            if name in _FOR_MACHINES or str(name).endswith(_MINOR):
                continue
            if (said := _scalar(value)) is not None:
                called = field_name(str(name)[:VALUE])
                yield Fact(about, called, said, _paper(tool, row, about, called))


def _paper(tool: str, row: Mapping[str, Json], subject: Subject, name: str) -> str:
    """What of its subject a field of a row is about, by the number that the row has of its own.

    A refund or a return says nothing of its order itself; of an invoice, and of a charge, only the
    status is its own.
    """
    if _CHARGE in tool.partition(".")[2] and name == "status":
        return _CHARGE
    paper = next((noun for noun in _PAPERS if f"{noun}_number" in row), "")
    invoice = subject.kind is not Kind.INVOICE and Kind.INVOICE.value in row
    return paper or (_NOUN[Kind.INVOICE] if invoice and name == "status" else "")


def _own_subject(row: Mapping[str, Json], tool: str) -> Subject | None:
    """What a row says that it is about: its order before anything else that it names."""
    for kind in _NUMBERED:
        names = [name for name, each in ARGUMENTS.items() if each is kind]
        if _NOUN[kind] in tool.partition(".")[2]:
            names.append(_NUMBER)
        for name in names:
            value = _scalar(row.get(name))
            if value:
                return Subject(kind, value)
    return None


def _scalar(value: Json) -> str | None:
    """A flat value as text; None for what is none, or nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split())[:VALUE] or None


def _origins(reading: Reading) -> Mapping[Subject, Subject]:
    """Of what a thing was found in another one's answer: a parcel in its order's."""
    return {
        Subject(ARGUMENTS[fact.name], fact.value): fact.subject
        for each in reading.found
        for fact in each.facts
        if fact.name in ARGUMENTS
    }


def _and_found(
    known: Mapping[Kind, tuple[str, ...]], reading: Reading
) -> dict[Kind, tuple[str, ...]]:
    """What is known, and what the answers name of the kinds that nobody had named."""
    found: dict[Kind, tuple[str, ...]] = {}
    for subject in _origins(reading):
        found[subject.kind] = (*found.get(subject.kind, ()), subject.value)
    return {kind: values or found.get(kind, ())[:MOST] for kind, values in known.items()}
