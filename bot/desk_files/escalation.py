"""Reads `desk/escalation.yaml`: the tiers, and what line of them cannot be."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, Way
from bot.desk_files.values import Part, SomeTime
from orchestration.cases.filing import tag_named
from orchestration.errors.filing import BadTag
from orchestration.escalating.policy import (
    Answered,
    ClockReaches,
    Condition,
    EscalationPolicy,
    HasPriority,
    HasTag,
    ManagerWanted,
    Reopened,
    Tier,
)
from orchestration.events import Urgency
from orchestration.events.sla import ClockKind
from orchestration.sla.clocks import Stage
from orchestration.status import Status

FILE = "escalation.yaml"

_ID = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_NAME = re.compile(r"@?([\w-]{1,32})")
_ALL_CLOCKS = tuple(ClockKind)


def load(folder: Path, queues: Container[str]) -> EscalationPolicy:
    """When a desk with these queues escalates; the usual where there is no file.

    Raises `InvalidDeskFiles` with every mistake found.
    """
    file = folder / FILE
    if not file.exists():
        return EscalationPolicy()
    document = Document.read(file)
    return _Builder(document, document.parse(_EscalationPart), queues).policy()


def _name(value: object) -> str:
    typed = str(value).strip() if isinstance(value, str | int) else ""
    found = None if isinstance(value, bool) else _NAME.fullmatch(typed)
    if found is None:
        msg = "must be a user name, an id, a skill, a queue, supervisors or oncall"
        raise ValueError(msg)
    return found[1].lower()


def _tag(value: str) -> str:
    try:
        return tag_named(value)
    except BadTag:
        msg = "must be a tag such as vip: one word of letters, digits or _"
        raise ValueError(msg) from None


Name = Annotated[str, BeforeValidator(_name)]
Times = Annotated[int, Field(strict=True, ge=1, le=1000)]


class _WhenPart(Part):
    clock: Literal["at_risk", "breached"] | None = None
    clocks: tuple[ClockKind, ...] = _ALL_CLOCKS
    manager_wanted: Literal[True] | None = None
    answered: Times | None = None
    reopened: Times | None = None
    tags: tuple[Annotated[str, AfterValidator(_tag)], ...] = ()
    priorities: tuple[Urgency, ...] = ()


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
            found = list(_conditions(each))
            if len(found) != 1 or ("clocks" in each.model_fields_set and each.clock is None):
                expected = "clock, manager_wanted, answered, reopened, tags, priorities"
                self._wrong((*way, "when", place), f"each condition must have one of {expected}")
            yield from found

    def _queue(self, way: Way, queue: str) -> None:
        if queue not in self.known_queues:
            self._wrong(way, f'there is no queue "{queue}": each is a file in queues/')

    def _wrong(self, way: Way, words: str) -> None:
        self.mistakes.append(self.document.mistake(way, words))


def _conditions(said: _WhenPart) -> Iterator[Condition]:
    """All that one entry of `when` names; there should be one."""
    if said.clock is not None:
        yield ClockReaches(Stage(said.clock), frozenset(said.clocks))
    if said.manager_wanted:
        yield ManagerWanted()
    if said.answered is not None:
        yield Answered(said.answered)
    if said.reopened is not None:
        yield Reopened(said.reopened)
    if said.tags:
        yield HasTag(frozenset(said.tags))
    if said.priorities:
        yield HasPriority(frozenset(said.priorities))
