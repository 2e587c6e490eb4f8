"""Reads cases: a situation, an action that is proposed in it, and what should be decided.

A file of cases has what most of them share at its top, and each case says what is other. A line of
a .jsonl file is a case by itself.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way, text_of
from bot.desk_files.tool_servers import Tool
from bot.desk_files.values import Duration, Part, known_are
from orchestration.actions.action import Action
from orchestration.actions.decision import Verdict
from orchestration.actions.situation import CustomerFacts, PastAction, Situation, TicketFacts
from orchestration.events.ticket import Urgency
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.tools import ServedTool
from orchestration.schemas import Json
from orchestration.specialists.cast import Access
from orchestration.status import Status
from orchestration.tools.described import Described

#: When a case is decided that says nothing else, and how old its reads are then.
NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
_AGE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Case:
    """A situation, and what should come of it.

    `rule` is the one that should decide, "" where none is named; `missing` are the reads that
    should be missing, None where nothing is said of them. `place` is where it stands.
    """

    name: str
    situation: Situation
    expected: Verdict
    rule: str = ""
    missing: frozenset[str] | None = None
    place: str = ""


def _moment(value: object) -> datetime:
    try:
        made = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        msg = "must be a moment such as 2026-05-04T10:00:00Z"
        raise ValueError(msg) from None
    return made if made.tzinfo else made.replace(tzinfo=UTC)


Moment = Annotated[datetime, BeforeValidator(_moment)]
Object = dict[str, object]


class _ActionPart(Part):
    tool: Tool
    arguments: Object = Field(default_factory=dict)


class _CustomerPart(Part):
    record: str = "C-1"
    proof: Literal["order", "email", "supervisor", ""] = "email"
    tier: str = ""


class _TicketPart(Part):
    number: Annotated[int, Field(strict=True, ge=1)] = 1
    queue: str = "support"
    status: Status = Status.OPEN
    priority: Urgency = Urgency.NORMAL
    intent: str = ""
    tags: tuple[str, ...] = ()
    escalations: tuple[str, ...] = ()
    minutes: Annotated[int, Field(strict=True, ge=0)] = 0


class _ReadPart(Part):
    tool: Tool
    arguments: Object = Field(default_factory=dict)
    data: object = None
    age: Duration = _AGE
    record: str | None = None
    nobodys: StrictBool = False
    found: StrictBool = True


class _PastPart(Part):
    tool: Tool
    amount: Annotated[int, Field(strict=True, ge=0)] = 0
    ticket: Annotated[int, Field(strict=True, ge=1)] = 1
    ago: Duration = timedelta(days=1)
    times: Annotated[int, Field(strict=True, ge=1, le=100)] = 1


class CasePart(Part):
    """A case as it is written."""

    name: Annotated[str, Field(min_length=1)]
    action: _ActionPart
    expect: Verdict
    rule: str = ""
    missing: tuple[str, ...] | None = None
    customer: Object = Field(default_factory=dict)
    ticket: Object = Field(default_factory=dict)
    past: tuple[_PastPart, ...] = ()
    #: Named reads: not made, other answers, how long ago, for whom, and which found nothing.
    without: tuple[str, ...] = ()
    reads: Object = Field(default_factory=dict)
    ages: dict[str, Duration] = Field(default_factory=dict)
    records: dict[str, str] = Field(default_factory=dict)
    not_found: tuple[str, ...] = ()
    #: Reads that only this case has.
    evidence: tuple[_ReadPart, ...] = ()
    now: Moment | None = None


class CasesPart(Part):
    """A file of cases."""

    now: Moment = NOW
    customer: _CustomerPart = _CustomerPart()
    ticket: _TicketPart = _TicketPart()
    reads: dict[str, _ReadPart] = Field(default_factory=dict)
    cases: tuple[CasePart, ...] = ()


def read(file: Path, tools: Described) -> Sequence[Case]:
    """The cases of a file, which these tools are served in; raises `InvalidDeskFiles`."""
    served = {
        name: ServedTool(name, "", tool.arguments, tool.access is Access.WRITE)
        for name, tool in tools.items()
    }
    if file.suffix == ".jsonl":
        return [each for line in _lines(file) for each in _Builder(*line, served).cases()]
    document = Document.read(file)
    return _Builder(document, document.parse(CasesPart), served).cases()


def _lines(file: Path) -> Iterator[tuple[Document, CasesPart]]:
    for number, line in enumerate(text_of(file).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            value = {"cases": [json.loads(line)]}
        except ValueError:
            raise InvalidDeskFiles([Mistake(file, number, "is no JSON")]) from None
        document = Document(file, value, {(): number})
        yield document, document.parse(CasesPart)


@dataclass(slots=True)
class _Builder:
    """Makes cases of what a file says, each with what all share."""

    document: Document
    part: CasesPart
    served: Mapping[str, ServedTool]

    def cases(self) -> Sequence[Case]:
        """The cases; raises `InvalidDeskFiles` with every mistake found."""
        wrong = [mistake for place in range(len(self.part.cases)) for mistake in self._wrong(place)]
        if wrong:
            raise InvalidDeskFiles(sorted(wrong, key=lambda each: each.line))
        return [self._case(place, said) for place, said in enumerate(self.part.cases)]

    def _wrong(self, place: int) -> Iterator[Mistake]:
        said, way = self.part.cases[place], ("cases", place)
        for key in ("without", "reads", "ages", "records", "not_found"):
            for name in getattr(said, key):
                if name not in self.part.reads:
                    words = f'there is no read "{name}" above; {self._known(name)}'
                    yield self.document.mistake((*way, key), words)
        for key, part in (("customer", _CustomerPart), ("ticket", _TicketPart)):
            try:
                self._inner((*way, key), getattr(said, key)).parse(part)
            except InvalidDeskFiles as error:
                yield from error.mistakes

    def _known(self, name: str) -> str:
        return known_are(name, list(self.part.reads))

    def _inner(self, way: Way, value: object) -> Document:
        depth = len(way)
        lines = {each[depth:]: n for each, n in self.document.lines.items() if each[:depth] == way}
        return Document(self.document.file, value, {(): self.document.line(way), **lines})

    def _case(self, place: int, said: CasePart) -> Case:
        customer = _CustomerPart(**{**self.part.customer.model_dump(), **said.customer})
        ticket = _TicketPart(**{**self.part.ticket.model_dump(), **said.ticket})
        now = said.now or self.part.now
        reads = [*self._reads(said), *said.evidence]
        situation = Situation(
            Action(said.action.tool, said.action.arguments),
            TicketFacts(**ticket.model_dump()),
            CustomerFacts(customer.record, customer.proof, customer.tier),
            [_made(each, ticket.number, customer.record, now) for each in reads],
            [
                PastAction(each.ticket, each.tool, each.amount, now - each.ago)
                for each in said.past
                for _ in range(each.times)
            ],
            self.served,
            now,
        )
        missing = frozenset(said.missing) if said.missing is not None else None
        where = f"{self.document.file}:{self.document.line(('cases', place))}"
        return Case(said.name, situation, said.expect, said.rule, missing, where)

    def _reads(self, said: CasePart) -> Iterator[_ReadPart]:
        for name, read in self.part.reads.items():
            if name in said.without:
                continue
            changes: Object = {
                "data": _merged(read.data, said.reads[name]) if name in said.reads else read.data
            }
            if name in said.ages:
                changes["age"] = said.ages[name]
            if name in said.records:
                changes["record"] = said.records[name]
            if name in said.not_found:
                changes |= {"found": False, "data": None}
            yield read.model_copy(update=changes)


def changed(case: Case, tool: str, arguments: Mapping[str, Json]) -> Case:
    """The same case with another action in it."""
    same = tool == case.situation.action.tool
    before = dict(case.situation.action.arguments) if same else {}
    return replace(
        case, situation=replace(case.situation, action=Action(tool, {**before, **arguments}))
    )


def _made(read: _ReadPart, ticket: int, record: str, now: datetime) -> RecordedRead:
    whose = None if read.nobodys else read.record or record
    return RecordedRead(
        ticket, read.tool, read.arguments, whose, now - read.age, read.data, read.found
    )


def _merged(data: object, changes: object) -> object:
    """An object with other fields, however deep; whatever is none is replaced."""
    if not isinstance(data, dict) or not isinstance(changes, dict):
        return changes
    return {**data, **{key: _merged(data.get(key), value) for key, value in changes.items()}}
