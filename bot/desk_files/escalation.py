"""Reads `desk/escalation.yaml`: the tiers, and what line of them cannot be."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.values import Duration, Part, SomeTime, Tag, a_minute_or_more
from orchestration.escalating.policy import (
    Answered,
    ClockReaches,
    Condition,
    EscalationPolicy,
    HasPriority,
    HasTag,
    ManagerWanted,
    NegativeTone,
    OfTier,
    Reopened,
    Tier,
    Triggered,
    Undecided,
)
from orchestration.escalating.trigger_words import Trigger
from orchestration.events import Urgency
from orchestration.events.sla import ClockKind
from orchestration.sla.calendar import NeverOpen
from orchestration.sla.clocks import Stage
from orchestration.sla.policy import Policy
from orchestration.status import Status

FILE = "escalation.yaml"

_ID = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_NAME = re.compile(r"@?([\w-]{1,32})")
_ALL_CLOCKS = tuple(ClockKind)
#: Calendars are tried from here on; no clock is read for that.
_TRIED_FROM = datetime(2026, 1, 1, tzinfo=UTC)


def load(folder: Path, queues: Container[str], sla: Policy | None) -> EscalationPolicy:
    """When a desk with these queues and service levels escalates; the usual where there is no file.

    Where its service levels cannot be read, `sla` is None and nothing is looked up in them. Raises
    `InvalidDeskFiles` with every mistake found.
    """
    file = folder / FILE
    if not file.exists():
        return EscalationPolicy()
    document = Document.read(file)
    return _Builder(document, document.parse(_EscalationPart), queues, sla).policy()


def _name(value: object) -> str:
    typed = str(value).strip() if isinstance(value, str | int) else ""
    found = None if isinstance(value, bool) else _NAME.fullmatch(typed)
    if found is None:
        msg = "must be a user name, an id, a skill, a queue, supervisors or oncall"
        raise ValueError(msg)
    return found[1].lower()


Name = Annotated[str, BeforeValidator(_name)]
Times = Annotated[int, Field(strict=True, ge=1, le=1000)]


class _WhenPart(Part):
    clock: Literal["at_risk", "breached"] | None = None
    clocks: tuple[ClockKind, ...] = _ALL_CLOCKS
    manager_wanted: Literal[True] | None = None
    negative_tone: Literal[True] | None = None
    triggers: tuple[Trigger, ...] = ()
    answered: Times | None = None
    reopened: Times | None = None
    tags: tuple[Tag, ...] = ()
    priorities: tuple[Urgency, ...] = ()
    tiers: tuple[str, ...] = ()
    undecided: Annotated[Duration, AfterValidator(a_minute_or_more)] | None = None


#: What each entry of `when` has one of; `clocks` only goes with a clock.
CONDITIONS = tuple(name for name in _WhenPart.model_fields if name != "clocks")


class _TierPart(Part):
    when: tuple[_WhenPart, ...] = ()
    queues: tuple[str, ...] = ()
    add: tuple[Name, ...] = ()
    notify: tuple[Name, ...] = ()
    priority: Urgency | None = None
    queue: str | None = None
    status: Literal["open", "waiting_expert", "waiting_approval"] | None = None
    reassign_after: SomeTime | None = None


class _EscalationPart(Part):
    tiers: dict[str, _TierPart] | None = None


@dataclass(slots=True)
class _Builder:
    """Makes a policy of what the file says, and gathers what does not fit together in it."""

    document: Document
    part: _EscalationPart
    known_queues: Container[str]
    sla: Policy | None
    mistakes: list[Mistake] = field(default_factory=list)

    def policy(self) -> EscalationPolicy:
        """The policy; raises `InvalidDeskFiles`."""
        if self.part.tiers is None:
            return EscalationPolicy()
        tiers = tuple(self._tier(name, said) for name, said in self.part.tiers.items())
        if self.mistakes:
            raise InvalidDeskFiles(sorted(self.mistakes, key=lambda each: each.line))
        return EscalationPolicy(tiers)

    def _tier(self, name: str, said: _TierPart) -> Tier:
        way: Way = ("tiers", name)
        if not _ID.fullmatch(name):
            self._wrong(way, f'"{name}" must be one word of small letters, digits, - or _')
        for place, queue in enumerate(said.queues):
            self._queue((*way, "queues", place), queue)
        if said.queue is not None:
            self._queue((*way, "queue"), said.queue)
        if said.queue is not None and said.reassign_after is not None:
            words = (
                '"reassign_after" must not stand beside "queue", which takes it from them anyway'
            )
            self._wrong((*way, "reassign_after"), words)
        does = (said.add, said.notify, said.priority, said.queue, said.status, said.reassign_after)
        if not any(does):
            effects = "add, notify, priority, queue, status, reassign_after"
            self._wrong(way, f'"{name}" must do something: {effects}')
        return Tier(
            id=name,
            when=tuple(self._when(way, said)),
            queues=frozenset(said.queues),
            add=said.add,
            notify=said.notify,
            priority=said.priority,
            queue=said.queue,
            status=Status(said.status) if said.status else None,
            reassign_after=said.reassign_after,
        )

    def _when(self, way: Way, said: _TierPart) -> Iterator[Condition]:
        for place, each in enumerate(said.when):
            here: Way = (*way, "when", place)
            found = [*_conditions(each), *self._of_sla(here, each)]
            if len(found) != 1 or ("clocks" in each.model_fields_set and each.clock is None):
                self._wrong(here, f"each condition must have one of {', '.join(CONDITIONS)}")
            yield from found

    def _of_sla(self, way: Way, said: _WhenPart) -> Iterator[Condition]:
        """What only means something beside `sla.yaml`: its tiers, and its working time."""
        known = {tier.name: tier for tier in self.sla.tiers} if self.sla else {}
        for place, name in enumerate(said.tiers):
            if self.sla and name not in known:
                names = ", ".join(known) or "none"
                words = f'there is no tier "{name}" in sla.yaml: known are {names}'
                self._wrong((*way, "tiers", place), words)
        if said.tiers:
            yield OfTier(tuple(known[name] for name in said.tiers if name in known))
        if said.undecided is not None:
            for name, calendar in self.sla.calendars.items() if self.sla else ():
                try:
                    calendar.after(_TRIED_FROM, said.undecided)
                except NeverOpen:
                    words = f'"undecided" must be over within ten years of "{name}"'
                    self._wrong((*way, "undecided"), words)
            yield Undecided(said.undecided)

    def _queue(self, way: Way, queue: str) -> None:
        if queue not in self.known_queues:
            self._wrong(way, f'there is no queue "{queue}": each is a file in queues/')

    def _wrong(self, way: Way, words: str) -> None:
        self.mistakes.append(self.document.mistake(way, words))


def _conditions(said: _WhenPart) -> Iterator[Condition]:
    """All that one entry of `when` names by itself; there should be one."""
    if said.clock is not None:
        yield ClockReaches(Stage(said.clock), frozenset(said.clocks))
    if said.manager_wanted:
        yield ManagerWanted()
    if said.negative_tone:
        yield NegativeTone()
    if said.triggers:
        yield Triggered(frozenset(said.triggers))
    if said.answered is not None:
        yield Answered(said.answered)
    if said.reopened is not None:
        yield Reopened(said.reopened)
    if said.tags:
        yield HasTag(frozenset(said.tags))
    if said.priorities:
        yield HasPriority(frozenset(said.priorities))
