"""Causes that many tickets share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.people import Staff


@dataclass(frozen=True, slots=True)
class Incident:
    """One cause of many tickets.

    `updates` counts what was said of it. `released_by` decided that all drafts of update `released`
    go out.
    """

    number: int
    title: str
    opened_by: str
    opened_at: datetime
    updates: int = 0
    resolved_at: datetime | None = None
    released: int = 0
    released_by: Staff | None = None


class Incidents(Protocol):
    """The incidents, by number."""

    async def next_number(self) -> int:
        """The number of the next one; two callers never get the same."""
        ...

    async def get(self, number: int) -> Incident | None:
        """The one of that number."""
        ...

    async def save(self, incident: Incident) -> None:
        """Inserts or replaces it."""
        ...

    async def newest(self, limit: int) -> Sequence[Incident]:
        """The newest ones first."""
        ...
