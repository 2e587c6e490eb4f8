"""Words for the customer that wait for someone's decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from orchestration.content import MessageRef
from orchestration.timeline import EntryRef


@dataclass(frozen=True, slots=True)
class HeldReply:
    """A staff message that waits, and the entry of the timeline with its words.

    While there is no `suggestion` its author decides; that is the entry with which it was given to
    whoever answers the customer. The items of one `album` share their fate. `aloud` is whether the
    author was asked where everyone sees it, too.
    """

    message: MessageRef
    entry: EntryRef
    album: str | None = None
    suggestion: int | None = None
    aloud: bool = False


class HeldReplies(Protocol):
    """What waits for a decision; what was decided is in the timeline only."""

    async def keep(self, held: HeldReply) -> None:
        """Inserts it, or replaces what is kept of its message."""
        ...

    async def of(self, ticket: int) -> Sequence[HeldReply]:
        """All that waits on a ticket, in the order in which it was held."""
        ...

    async def take(self, held: HeldReply) -> bool:
        """Removes exactly this; False when it was decided or suggested meanwhile."""
        ...
