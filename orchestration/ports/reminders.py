"""Follow-ups that people set."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from orchestration.clock.reminders import Reminder


class Reminders(Protocol):
    """What people want to be reminded of."""

    async def add(self, reminder: Reminder) -> Reminder:
        """Keeps it, and returns it with its number; the one it bears is ignored."""
        ...

    async def get(self, number: int) -> Reminder | None:
        """The one of that number, while it is still to come."""
        ...

    async def swap(self, former: Reminder, reminder: Reminder) -> bool:
        """Puts it in the place of exactly that one; False when that was taken or moved meanwhile.

        Its number, its ticket and who set it stay.
        """
        ...

    async def take(self, reminder: Reminder) -> bool:
        """Removes exactly this one; False when it was taken or moved meanwhile."""
        ...

    async def of_ticket(self, ticket: int) -> Sequence[Reminder]:
        """Those of a ticket, the next one first."""
        ...

    async def of_person(self, person: int) -> Sequence[Reminder]:
        """Those that someone set, or that are for them, the next one first."""
        ...

    async def of_name(self, whom: str) -> Sequence[Reminder]:
        """Those for whoever that name means, the next one first."""
        ...

    async def give(self, ticket: int, to: int) -> None:
        """All those of a ticket are of ticket `to` from now on."""
        ...

    async def due(self, now: datetime, limit: int = 100) -> Sequence[Reminder]:
        """What is due at `now`, the longest due first."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        ...
