"""Evidence: every read of a business system, as it was answered; what the gate decides on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.schemas import Arguments, Json


@dataclass(frozen=True, slots=True)
class RecordedRead:
    """One read: what was asked, for whom and when, and what the system said.

    `record` is the one that was bound to the ticket's customer when it was read, None for what is
    nobody's. What was not `found` has no `data`: there is no such thing, or it is not theirs.
    """

    ticket: int
    tool: str
    arguments: Arguments
    record: str | None
    read_at: datetime
    data: Json = None
    found: bool = True


class EvidenceBook(Protocol):
    """The reads of each ticket, kept as long as its words are."""

    async def add(self, read: RecordedRead) -> None:
        """Keeps a read."""
        ...

    async def of(self, ticket: int) -> Sequence[RecordedRead]:
        """The newest read of each tool with each set of arguments, the oldest first."""
        ...
