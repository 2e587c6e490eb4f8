"""What keeps the house: what it must not forget, and what nobody needs any more."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Memory(Protocol):
    """The little that the desk itself must not forget, by name."""

    async def recall(self, name: str) -> str | None:
        """What was remembered under that name."""
        ...

    async def remember(self, name: str, value: str) -> None:
        """Remembers it, in place of what was there."""
        ...

    async def swap(self, name: str, before: str | None, after: str) -> None:
        """Remembers `after` in place of `before`, None for nothing.

        Raises `StaleTicket` when something else is there by now.
        """
        ...

    async def forget(self, name: str) -> bool:
        """Forgets it; False when there was nothing."""
        ...

    async def names(self, prefix: str) -> Sequence[str]:
        """The names that begin so, sorted."""
        ...


class Housekeeping(Protocol):
    """What nobody needs any more, found and put away a little at a time."""

    async def long_closed(self, before: datetime, limit: int) -> Sequence[int]:
        """Tickets that were closed before then and still have a place, the longest closed first."""
        ...

    async def purge_updates(self, before: datetime, limit: int) -> int:
        """Forgets handled updates that came before then, the oldest first. Returns how many."""
        ...

    async def purge_deliveries(self, before: datetime, limit: int) -> int:
        """Forgets what was sent before then, the oldest first. Returns how many."""
        ...
