"""Reads `desk/desk.yaml` and `desk/queues/`: what the owner decided, and what line cannot be.

Every problem names its file and line, what stands there, and what was expected, because whoever
writes these files is no programmer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar, get_args
from urllib.parse import urlsplit

import yaml
from pydantic import (
    AfterValidator,
    Field,
    StrictBool,
    ValidationError,
)
from pydantic_core import ErrorDetails

from bot import desk_values
from bot.desk_values import Duration, Part
from bot.reception_files import FloodPart, IntakePart
from orchestration.desk import (
    DEFAULT_QUEUE,
    AutoClose,
    BeforeClosing,
    Desk,
    PlainText,
    Queue,
    Signature,
)
from orchestration.events import AssignmentRule
from orchestration.habits import hours_named
from orchestration.shifts import Shift
from orchestration.webhooks import TYPES, Webhook

#: What a queue is called by staff and in the database.
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")

T = TypeVar("T")

#: The way to a value: keys, and places in lists counted from 0.
Way = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a desk file; `line` counts from 1, 0 is the file as a whole."""

    file: Path
    line: int
    words: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.words}"


class InvalidDeskFiles(Exception):
    """The desk's files cannot be followed; one sentence for each mistake, with file and line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


def load(folder: Path) -> Desk:
    """The desk that `folder` describes; raises `InvalidDeskFiles` with every mistake found."""
    document = Document.read(folder / "desk.yaml")
    queues, mistakes = _queues(folder / "queues")
    try:
        part = document.parse(_DeskPart)
        document.check_ids("webhook", [webhook.id for webhook in part.webhooks])
        document.check_ids("shift", [shift.id for shift in part.shifts])
    except InvalidDeskFiles as error:
        raise InvalidDeskFiles([*error.mistakes, *mistakes]) from None
    first = part.new_tickets or (DEFAULT_QUEUE.id if DEFAULT_QUEUE.id in queues else min(queues))
    if first not in queues and not mistakes:
        words = f'"new_tickets" is {first!r} but must be a queue: known are {", ".join(queues)}'
        mistakes.append(document.mistake(("new_tickets",), words))
    if mistakes:
        raise InvalidDeskFiles(mistakes)
    return Desk(
        queues=queues,
        new_tickets=first,
        settle=part.settle,
        claim_within=part.claim_within,
        draft_lock=part.draft_lock,
        webhooks=tuple(webhook.webhook() for webhook in part.webhooks),
        zone=part.time_zone,
        shifts=tuple(shift.shift() for shift in part.shifts),
        flood=part.flood.flood(),
        auto_close=part.auto_close.auto_close(),
    )


def _queues(folder: Path) -> tuple[dict[str, Queue], list[Mistake]]:
    """A queue a file, by the file's name; the one that comes with the desk where there is none."""
    queues: dict[str, Queue] = {}
    leads: list[tuple[str, Document, Way]] = []
    mistakes: list[Mistake] = []
    for file in sorted(folder.glob("*.yaml")):
        if not _NAME.fullmatch(file.stem):
            words = "must be named with small letters, digits, - and _, a letter first"
            mistakes.append(Mistake(file, 0, words))
            continue
        try:
            document = Document.read(file)
            part = document.parse(_QueuePart)
        except InvalidDeskFiles as error:
            mistakes.extend(error.mistakes)
        else:
            queues[file.stem] = part.queue(file.stem)
            for place, to in part.intake.queues() if part.intake else ():
                leads.append((to, document, ("intake", "choices", place, "queue")))
    known = {*queues, *(mistake.file.stem for mistake in mistakes)}
    for to, document, way in leads:
        if to not in known:
            words = f'"queue" is {to!r} but must be a queue: known are {", ".join(queues)}'
            mistakes.append(document.mistake(way, words))
    if not queues:
        queues[DEFAULT_QUEUE.id] = DEFAULT_QUEUE
    return queues, mistakes


class _Look(StrEnum):
    SUPERVISOR = "supervisor"
    NOBODY = "nobody"


class _BeforeClosingPart(Part):
    summary: StrictBool = False
    look: _Look = _Look.NOBODY

    def wanted(self) -> BeforeClosing:
        return BeforeClosing(summary=self.summary, look=self.look is _Look.SUPERVISOR)


class _AutoClosePart(Part):
    nudge: desk_values.Wait = AutoClose().nudge
    resolve: desk_values.Wait = AutoClose().resolve
    close: desk_values.Wait = AutoClose().close

    def auto_close(self) -> AutoClose:
        return AutoClose(self.nudge, self.resolve, self.close)


class _QueuePart(Part):
    team: str = Field(min_length=1, max_length=64)
    sign: Signature = Signature.NONE
    plain_text: PlainText = PlainText.NOTE
    assign: AssignmentRule = AssignmentRule.MANUAL
    people: tuple[desk_values.StaffName, ...] = ()
    skills: tuple[desk_values.Skill, ...] = ()
    relieve_after: Annotated[Duration, AfterValidator(desk_values.a_minute_or_more)] | None = None

    before_closing: _BeforeClosingPart = _BeforeClosingPart()
    intake: IntakePart | None = None
    auto_close: _AutoClosePart | None = None

    def queue(self, name: str) -> Queue:
        rest = (self.assign, self.people, self.skills, self.relieve_after)
        asked = self.intake.asked() if self.intake else None
        wanted = self.before_closing.wanted()
        own = self.auto_close.auto_close() if self.auto_close else None
        return Queue(name, self.team, self.sign, self.plain_text, *rest, wanted, asked, own)


def _filled(value: tuple[T, ...]) -> tuple[T, ...]:
    if not value:
        msg = "must have at least one entry"
        raise ValueError(msg)
    return value


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        fit = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        secretless = parts.username is None and parts.password is None
    except ValueError:
        fit = secretless = False
    if not fit or not secretless:
        msg = "must be an address such as https://crm.example.org/hook, without a password in it"
        raise ValueError(msg)
    return value


def _event(value: str) -> str:
    if value not in TYPES:
        close = get_close_matches(value, sorted(TYPES), 1)
        hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(sorted(TYPES))}"
        msg = f"is no event; {hint}"
        raise ValueError(msg)
    return value


class _WebhookPart(Part):
    id: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    url: Annotated[str, AfterValidator(_address)]
    events: Annotated[tuple[Annotated[str, AfterValidator(_event)], ...], AfterValidator(_filled)]

    def webhook(self) -> Webhook:
        return Webhook(self.id, self.url, frozenset(self.events))


class _ShiftPart(Part):
    id: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    hours: desk_values.Hours
    days: Annotated[tuple[desk_values.Day, ...], AfterValidator(_filled)] = (*desk_values.DAYS,)

    def shift(self) -> Shift:
        begins, ends = hours_named(self.hours)
        return Shift(self.id, begins, ends, frozenset(map(desk_values.DAYS.index, self.days)))


class _DeskPart(Part):
    new_tickets: str | None = None
    settle: Duration = Desk().settle
    claim_within: Duration = Desk().claim_within
    draft_lock: desk_values.SomeTime = Desk().draft_lock
    webhooks: tuple[_WebhookPart, ...] = ()
    time_zone: desk_values.Zone = Desk().zone
    shifts: tuple[_ShiftPart, ...] = ()
    flood: FloodPart = FloodPart()
    auto_close: _AutoClosePart = _AutoClosePart()


PartT = TypeVar("PartT", bound=Part)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's YAML, and at which line each of its values stands."""

    file: Path
    value: object
    lines: dict[Way, int]

    @classmethod
    def read(cls, file: Path) -> "Document":
        """Reads it; raises `InvalidDeskFiles` when there is no such file or it is not YAML."""
        return cls.of(file, text_of(file))

    @classmethod
    def of(cls, file: Path, text: str) -> "Document":
        """Reads `text`, which stands in that file; raises as `read` does."""
        try:
            loader = yaml.SafeLoader(text)
            node = loader.get_single_node()
            lines = dict(_lines(node)) if node else {}
            doubles = [Mistake(file, *double) for double in _doubles(node)]
            value = loader.construct_document(node) if node else {}
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            said = " ".join(filter(None, (error.context, error.problem)))
            words = f"is not YAML here ({said}): look at indentation, colons and quotes"
            raise InvalidDeskFiles([Mistake(file, line, words)]) from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            words = f"is not YAML: {' '.join(str(error).split())}"
            raise InvalidDeskFiles([Mistake(file, 0, words)]) from None
        if doubles:
            raise InvalidDeskFiles(doubles)
        return cls(file, value, lines)

    def parse(self, part: type[PartT]) -> PartT:
        """Its value as `part`; raises `InvalidDeskFiles` with everything that does not fit."""
        try:
            return part.model_validate(self.value)
        except ValidationError as error:
            mistakes = [self.mistake(each["loc"], _words(part, each)) for each in error.errors()]
            mistakes.sort(key=lambda mistake: mistake.line)
            raise InvalidDeskFiles(mistakes) from None

    def mistake(self, way: Way, words: str) -> Mistake:
        """A mistake at the value that stands there."""
        return Mistake(self.file, self.line(way), words)

    def check_ids(self, what: str, ids: Sequence[str]) -> None:
        """Raises `InvalidDeskFiles` for the first of a list's ids that stands there twice."""
        seen: dict[str, int] = {}
        for place, id_ in enumerate(ids):
            if id_ in seen:
                first = self.line((f"{what}s", seen[id_], "id"))
                words = (
                    f'there is a {what} "{id_}" already, at line {first}: give this one another id'
                )
                raise InvalidDeskFiles([self.mistake((f"{what}s", place, "id"), words)])
            seen[id_] = place

    def line(self, way: Way) -> int:
        """The line of a value, or, for one that is missing, of what should hold it."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)


def text_of(file: Path) -> str:
    """All of a desk file; raises `InvalidDeskFiles` when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        words = "cannot be read: DESK_DIR must name the folder that holds it"
        raise InvalidDeskFiles([Mistake(file, 0, words)]) from None
    except UnicodeDecodeError:
        raise InvalidDeskFiles([Mistake(file, 0, "must be text in UTF-8")]) from None


def _lines(node: yaml.Node, way: Way = ()) -> Iterator[tuple[Way, int]]:
    yield way, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*way, str(key.value))
            yield from _lines(value, inner)
            yield inner, key.start_mark.line + 1  # a long value may begin below its key
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _lines(value, (*way, place))


def _doubles(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Keys that stand twice: YAML would silently keep the last one."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _doubles(value)
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value)
            if name in first:
                yield line, f'"{name}" stands here already, at line {first[name]}'
            first.setdefault(name, line)
            yield from _doubles(value)


#: What a mistake is called, by pydantic's name for it.
_WORDS: Mapping[str, str] = {
    "missing": "{name} is missing here",
    "extra_forbidden": "{name} is not known here; {suggestion}",
    "enum": "{found} must be {expected}",
    "bool_type": "{found} must be true or false",
    "model_type": "{name} must hold keys with values, such as team: Support",
    "tuple_type": "{name} must be a list, each entry after a dash",
    "dict_type": "{name} must hold keys with values, such as en: Billing",
    "int_type": "{found} must be a whole number",
    "greater_than_equal": "{found} must be {ge} or more",
    "less_than_equal": "{found} must be {le} or less",
    "string_type": "{found} must be text; put quotes around it",
    "string_pattern_mismatch": "{found} must be small letters, digits, - and _, a letter first",
    "string_too_short": "{name} must not be empty",
    "string_too_long": "{name} must have at most {max_length} characters",
    "invalid_key": "{name} may only have words as keys",
    "value_error": "{found} {error}",
}


def _words(part: type[Part], error: ErrorDetails) -> str:
    """What is wrong, in words for whoever wrote the file."""
    way, value = error["loc"], error["input"]
    name = next((f'"{step}"' for step in reversed(way) if isinstance(step, str)), "the file")
    if way and isinstance(way[-1], int) and error["type"] != "invalid_key":
        name = f"entry {way[-1] + 1} of {name}"
    shown = isinstance(value, str | int | float)
    return _WORDS.get(error["type"], "{name}: {msg}").format(
        name=name,
        found=f"{name} is {value!r} but" if shown else name,
        suggestion=_suggestion(part, way) if error["type"] == "extra_forbidden" else "",
        msg=error["msg"],
        **error.get("ctx", {}),
    )


def _suggestion(part: type[Part], way: Way) -> str:
    """The key that was meant, or all there are."""
    for step in way[:-1]:
        if isinstance(step, str):
            annotation = part.model_fields[step].annotation
            kinds = (annotation, *get_args(annotation))
            part = next(each for each in kinds if isinstance(each, type) and issubclass(each, Part))
    known = list(part.model_fields)
    close = get_close_matches(str(way[-1]), known, 1)
    return f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"
