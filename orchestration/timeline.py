"""The append-only record of a ticket: what happened, who, when, for which audience."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from orchestration.events import Change, Edit, Event, Written
from orchestration.people import Actor
from orchestration.status import Status


class Audience(StrEnum):
    """Who may ever see an entry. It is decided once, by the verb, and never changes."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class EntryRef:
    """Names one entry: the ticket, and its place in that ticket's timeline, counted from 1."""

    ticket: int
    seq: int


@dataclass(frozen=True, slots=True)
class Move:
    """A change of status along `TRANSITIONS`."""

    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to a ticket.

    `seq` is the ticket's version after it, so a ticket at version n has exactly n entries.
    """

    ticket: int
    seq: int
    at: datetime
    actor: Actor
    audience: Audience
    event: Event
    move: Move | None = None

    @property
    def ref(self) -> EntryRef:
        """The name of this entry."""
        return EntryRef(self.ticket, self.seq)


def amended(entry: Entry, change: Entry | None) -> Entry:
    """The entry as it reads after the newest change of it."""
    if change is None or not isinstance(change.event, Edit) or not isinstance(entry.event, Written):
        return entry
    return replace(entry, event=replace(entry.event, content=change.event.content))


def as_they_stand(entries: Iterable[Entry]) -> list[Entry]:
    """Entries, oldest first, each as it reads after the changes among them."""
    standing: dict[int, Entry] = {}
    for entry in entries:
        standing[entry.seq] = entry
        if isinstance(entry.event, Change) and entry.event.of in standing:
            standing[entry.event.of] = amended(standing[entry.event.of], entry)
    return list(standing.values())
