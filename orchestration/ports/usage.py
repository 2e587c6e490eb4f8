"""What the models took: tokens and money, by ticket, specialist and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from orchestration.ports.models import Usage


@dataclass(frozen=True, slots=True)
class Spent:
    """How many tokens a specialist used: on one ticket, and in a day on all of them."""

    ticket: int = 0
    day: int = 0


class UsageBook(Protocol):
    """Keeps account of models; no words are in it."""

    async def add(self, ticket: int, specialist: str, model: str, day: date, usage: Usage) -> None:
        """Adds what one piece of work took."""
        ...

    async def spent(self, ticket: int, specialist: str, day: date) -> Spent:
        """What a specialist used on that ticket, ever, and on that day, on any."""
        ...

    async def of_ticket(self, ticket: int) -> Mapping[str, Usage]:
        """What each specialist took on a ticket."""
        ...

    async def of_day(self, day: date) -> Mapping[str, Usage]:
        """What each specialist took on a day."""
        ...
