"""Where people see it in Telegram: topics, and messages that show entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from orchestration.content import MessageRef
from orchestration.timeline import EntryRef


class Side(StrEnum):
    """On which side of the desk a message stands."""

    CUSTOMER = "customer"
    STAFF = "staff"


class Links(Protocol):
    """Which messages in Telegram show which entries."""

    async def add(self, message: MessageRef, entry: EntryRef, side: Side) -> None:
        """Remembers that `message` shows `entry`, too; a repetition changes nothing."""
        ...

    async def entry_of(self, message: MessageRef) -> EntryRef | None:
        """What a message shows; of several entries the first."""
        ...

    async def forget(self, message: MessageRef) -> None:
        """The message is gone: it shows nothing any more."""
        ...

    async def messages_of(self, entry: EntryRef, side: Side) -> Sequence[MessageRef]:
        """Where an entry is shown on one side, in order."""
        ...

    async def entries_of(self, message: MessageRef) -> Sequence[EntryRef]:
        """All that a message shows, oldest first: several where notes were merged."""
        ...

    async def shown(self, ticket: int, side: Side) -> Sequence[int]:
        """The `seq` of each of a ticket's entries that is shown on one side, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where the staff see a ticket: a thread of their group, and how it looks there.

    `title`, `icon` and `closed` are what Telegram was last told; `card` is the card's message, and
    `card_shows` tells one state of it from another. `history_due` is set while a topic that was
    built anew still lacks the digest of what stood in the lost one.
    """

    ticket: int
    chat: int
    thread: int
    card: int | None = None
    title: str = ""
    icon: str | None = None
    closed: bool = False
    pinned: bool = False
    card_shows: str = ""
    history_due: bool = False


class Places(Protocol):
    """Where the staff see each ticket."""

    async def of(self, ticket: int) -> Place | None:
        """A ticket's place, when it has one."""
        ...

    async def ticket_at(self, chat: int, thread: int) -> int | None:
        """Which ticket stands there."""
        ...

    async def save(self, place: Place) -> None:
        """Inserts or replaces the place of a ticket."""
        ...

    async def forget(self, place: Place) -> None:
        """Forgets it, because its topic is gone; another place of the ticket stays."""
        ...

    async def adopt(self, place: Place) -> None:
        """Inserts a place, or replaces one with an older topic; any other stays as it is."""
        ...

    async def of_unended(self, after: int, limit: int) -> Sequence[Place]:
        """The places of tickets neither resolved nor closed with a number above `after`."""
        ...
