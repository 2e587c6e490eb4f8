"""Reads `desk/sla.yaml`: calendars, tiers and targets, and what line of it cannot be."""

import hashlib
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import holidays
from pydantic import BeforeValidator, Field, StrictBool

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way, text_of
from bot.desk_files.values import DAYS, Duration, Part, Zone, duration
from orchestration.events import Urgency
from orchestration.events.sla import ClockKind
from orchestration.sla.calendar import DAY, Calendar, NeverOpen, Span
from orchestration.sla.policy import ALWAYS, Policy, Target, Tier
from orchestration.status import Status

FILE = "sla.yaml"

_KEY = re.compile(rf"({'|'.join(DAYS)})(?:-({'|'.join(DAYS)}))?")
_SPAN = re.compile(r"(\d{1,2}):([0-5]\d)\s*-\s*(\d{1,2}):([0-5]\d)")
_UNLIMITED = "none"
#: Calendars are tried from here on; no clock is read for that.
_TRIED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_USUAL = Policy()


def load(folder: Path, queues: Container[str]) -> Policy:
    """The service levels of a desk with these queues; the usual ones where there is no file.

    Raises `InvalidDeskFiles` with every mistake found.
    """
    file = folder / FILE
    if not file.exists():
        return _USUAL
    text = text_of(file)
    document = Document.of(file, text)
    return _Builder(document, document.parse(_SlaPart), queues).policy(_edition(text))


def _day(value: object) -> object:
    if isinstance(value, datetime) or not isinstance(value, date):
        msg = "must be a day such as 2026-12-24"
        raise ValueError(msg)  # noqa: TRY004 - pydantic makes sentences of these only
    return value


def _time(value: object) -> timedelta | None:
    return None if value == _UNLIMITED else duration(value)


Time = Annotated[timedelta | None, BeforeValidator(_time)]


class _CalendarPart(Part):
    zone: Zone
    hours: dict[str, str]
    country: str | None = None
    subdivision: str | None = None
    closed: tuple[Annotated[date, BeforeValidator(_day)], ...] = ()
    out_of_hours_greeting: StrictBool | None = None


class _TierPart(Part):
    tags: tuple[str, ...] = ()
    customers: tuple[Annotated[int, Field(strict=True, gt=0)], ...] = ()


class _TargetPart(Part):
    queues: tuple[str, ...] = ()
    priorities: tuple[Urgency, ...] = ()
    tiers: tuple[str, ...] = ()
    first_response: Time = None
    next_response: Time = None
    resolution: Time = None


_Waiting = Literal[
    "new", "open", "waiting_customer", "waiting_expert", "waiting_approval", "snoozed"
]


class _PausePart(Part):
    first_response: tuple[_Waiting, ...] = ()
    next_response: tuple[_Waiting, ...] = ()
    resolution: tuple[_Waiting, ...] = ("waiting_customer", "snoozed")


class _SlaPart(Part):
    calendars: dict[str, _CalendarPart] = Field(default_factory=dict)
    calendar: str = ALWAYS
    queues: dict[str, str] = Field(default_factory=dict)
    tiers: dict[str, _TierPart] = Field(default_factory=dict)
    targets: tuple[_TargetPart, ...] | None = None
    pause: _PausePart = _PausePart()
    at_risk: Duration = _USUAL.at_risk
    out_of_hours_greeting: StrictBool = True


@dataclass(slots=True)
class _Builder:
    """Makes a policy of what the file says, and gathers what does not fit together in it."""

    document: Document
    part: _SlaPart
    known_queues: Container[str]
    mistakes: list[Mistake] = field(default_factory=list)

    def policy(self, edition: str) -> Policy:
        """The policy; raises `InvalidDeskFiles`."""
        part = self.part
        calendars = {ALWAYS: Calendar(ZoneInfo("UTC"))}
        for name, said in part.calendars.items():
            calendars[name] = self._calendar(("calendars", name), said)
        self._name(("calendar",), part.calendar, calendars, "calendar")
        for queue, name in part.queues.items():
            self._queue(("queues", queue), queue)
            self._name(("queues", queue), name, calendars, "calendar")
        for name, tier in part.tiers.items():
            if not tier.tags and not tier.customers:
                self._wrong(("tiers", name), f'"{name}" must have tags or customers')
        targets = _USUAL.targets if part.targets is None else tuple(self._targets())
        if not self.mistakes:
            self._try_out(calendars)
        if self.mistakes:
            raise InvalidDeskFiles(sorted(self.mistakes, key=lambda each: each.line))
        return Policy(
            calendars=calendars,
            usual=part.calendar,
            queues=part.queues,
            tiers=tuple(
                Tier(name, frozenset(tier.tags), frozenset(tier.customers))
                for name, tier in part.tiers.items()
            ),
            targets=targets,
            pause={
                kind: frozenset(map(Status, statuses))
                for kind in ClockKind
                if (statuses := getattr(part.pause, kind.value))
            },
            at_risk=part.at_risk,
            silent=frozenset(self._silent()),
            edition=edition,
        )

    def _silent(self) -> Iterator[str]:
        for name, said in self.part.calendars.items():
            own = said.out_of_hours_greeting
            if not (self.part.out_of_hours_greeting if own is None else own):
                yield name

    def _calendar(self, way: Way, said: _CalendarPart) -> Calendar:
        week = self._week((*way, "hours"), said.hours)
        return Calendar(ZoneInfo(said.zone), week, self._closed(way, said))

    def _week(self, way: Way, hours: Mapping[str, str]) -> tuple[tuple[Span, ...], ...]:
        week: dict[int, tuple[Span, ...]] = {}
        for key, words in hours.items():
            days = _days(key)
            if not days:
                self._wrong(
                    (*way, key), f'"{key}" must be a day or several, such as mon or mon-fri'
                )
            for day in days:
                if day in week:
                    self._wrong((*way, key), f'"{DAYS[day]}" has hours already')
                week[day] = ()
            spans = _spans(words)
            if spans is None:
                expected = "hours in their order, such as 9:00-14:00, 15:00-18:00"
                self._wrong((*way, key), f'"{key}" is {words!r} but must be {expected}')
            week |= dict.fromkeys(days, spans or ())
        return tuple(week.get(day, ()) for day in range(len(DAYS)))

    def _closed(self, way: Way, said: _CalendarPart) -> Container[date]:
        own = frozenset(said.closed)
        if said.country is None:
            if said.subdivision is not None:
                self._wrong((*way, "subdivision"), '"subdivision" must have a country beside it')
            return own
        supported = holidays.list_supported_countries()
        if said.country not in supported:
            words = f'"country" is {said.country!r} but must be a code such as ES, in capitals'
            self._wrong((*way, "country"), words)
            return own
        if said.subdivision is not None and said.subdivision not in supported[said.country]:
            known = ", ".join(supported[said.country]) or "none"
            words = f"{said.subdivision!r} but must be one of {said.country}: {known}"
            self._wrong((*way, "subdivision"), f'"subdivision" is {words}')
            return own
        return _Closed(own, holidays.country_holidays(said.country, subdiv=said.subdivision))

    def _targets(self) -> Iterator[Target]:
        for place, said in enumerate(self.part.targets or ()):
            way: Way = ("targets", place)
            for index, queue in enumerate(said.queues):
                self._queue((*way, "queues", index), queue)
            for index, tier in enumerate(said.tiers):
                self._name((*way, "tiers", index), tier, self.part.tiers, "tier")
            named = [kind for kind in ClockKind if kind.value in said.model_fields_set]
            if not named:
                clocks = ", ".join(ClockKind)
                self._wrong(way, f"this target must have a time for one of {clocks}")
            times = {kind: getattr(said, kind.value) for kind in named}
            conditions = (frozenset(said.queues), frozenset(said.priorities), frozenset(said.tiers))
            yield Target(times, *conditions)

    def _try_out(self, calendars: Mapping[str, Calendar]) -> None:
        """A clock that never runs out would be counted for ever."""
        for name, calendar in calendars.items():
            try:
                calendar.after(_TRIED_FROM, timedelta(hours=1))
            except NeverOpen:
                self._wrong(("calendars", name, "hours"), f'"{name}" must be open at some time')
                continue
            for place, target in enumerate(self.part.targets or ()):
                for kind in ClockKind:
                    try:
                        calendar.after(_TRIED_FROM, getattr(target, kind) or timedelta(0))
                    except NeverOpen:
                        words = f'"{kind}" must be over within ten years of "{name}"'
                        self._wrong(("targets", place, kind.value), words)

    def _queue(self, way: Way, queue: str) -> None:
        if queue not in self.known_queues:
            self._wrong(way, f'there is no queue "{queue}": each is a file in queues/')

    def _name(self, way: Way, name: str, known: Mapping[str, object], what: str) -> None:
        if name not in known:
            names = ", ".join(known) or "none"
            self._wrong(way, f'there is no {what} "{name}": known are {names}')

    def _wrong(self, way: Way, words: str) -> None:
        self.mistakes.append(self.document.mistake(way, words))


@dataclass(frozen=True, slots=True)
class _Closed(Container[date]):
    """A country's public holidays, and the days that a team chose."""

    own: frozenset[date]
    public: Container[date]

    def __contains__(self, day: object) -> bool:
        return day in self.own or day in self.public


def _days(key: str) -> list[int]:
    """The weekdays that a key names, Monday is 0; none where it names none."""
    found = _KEY.fullmatch(key)
    if found is None:
        return []
    first, last = DAYS.index(found[1]), DAYS.index(found[2] or found[1])
    return list(range(first, last + 1))


def _spans(words: str) -> tuple[Span, ...] | None:
    """The stretches of a day; None where they are not understood, or not in their order."""
    spans: list[Span] = []
    reached = 0
    for each in words.split(","):
        found = _SPAN.fullmatch(each.strip())
        if found is None:
            return None
        opens, closes = (int(found[at]) * 60 + int(found[at + 1]) for at in (1, 3))
        if not reached <= opens < closes <= DAY:
            return None
        spans.append((opens, closes))
        reached = closes
    return tuple(spans)


def _edition(text: str) -> str:
    """Another one also where the library has learned of other holidays."""
    return hashlib.sha256(f"{version('holidays')}\0{text}".encode()).hexdigest()[:16]
