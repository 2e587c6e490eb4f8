"""The clocks of service levels, as far as each ticket's have come."""

from collections.abc import Sequence
from typing import Protocol

from orchestration.sla.clocks import SlaClock


class Clocks(Protocol):
    """Which clocks each ticket has, and how far they have come."""

    async def of(self, ticket: int) -> Sequence[SlaClock]:
        """A ticket's clocks, by their kind."""
        ...

    async def keep(self, ticket: int, clocks: Sequence[SlaClock]) -> None:
        """Replaces a ticket's clocks; those that are not named are forgotten."""
        ...

    async def tickets(self, after: int, limit: int) -> Sequence[int]:
        """The tickets above `after` that have any, in order."""
        ...
