"""What the desk keeps of customers before there is a ticket, and beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.content import Content, MessageRef, Quote
from orchestration.customers.pace import Pace
from orchestration.people import Customer


class Paces(Protocol):
    """How fast each customer writes."""

    async def of(self, customer: int) -> Pace:
        """A customer's pace; of whom nothing is known, a calm one."""
        ...

    async def keep(self, pace: Pace) -> None:
        """Keeps it in place of what was known."""
        ...

    async def forget(self, customer: int) -> None:
        """Forgets a customer's."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """A message that waits for its ticket."""

    message: MessageRef
    content: Content
    reply_to: MessageRef | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Reception:
    """A customer who was asked the question of `queue`, and what they wrote so far, in order.

    At `due_at` the ticket opens without an answer. `previous` is the closed ticket that it goes on
    with. `version` counts how often this was kept.
    """

    customer: Customer
    queue: str
    asked_at: datetime
    due_at: datetime
    words: tuple[Word, ...]
    previous: int | None = None
    version: int = 0


class Receptions(Protocol):
    """The customers who were asked before their ticket opens."""

    async def of(self, customer: int) -> Reception | None:
        """A customer's, where one waits."""
        ...

    async def keep(self, reception: Reception) -> None:
        """Inserts one of version 0, replaces any other; raises `StaleTicket` when overtaken."""
        ...

    async def end(self, reception: Reception) -> None:
        """Removes exactly this one; raises `StaleTicket` when overtaken."""
        ...

    async def forget(self, customer: int) -> None:
        """Removes a customer's, whatever it is."""
        ...

    async def due(self, now: datetime, limit: int = 100) -> Sequence[Reception]:
        """Those whose time is up at `now`, the longest due first."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        ...
