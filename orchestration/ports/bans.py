"""Who may not write to the desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Ban:
    """A customer who may not write: since when, by whom, in which ticket.

    `withheld` is how many of their messages were kept out of the topics since.
    """

    customer: int
    ticket: int
    by: str
    since: datetime
    withheld: int = 0


class Bans(Protocol):
    """The customers who may not write."""

    async def of(self, customer: int) -> Ban | None:
        """A customer's ban."""
        ...

    async def add(self, ban: Ban) -> None:
        """Bans someone; raises `StaleTicket` when another writer was first."""
        ...

    async def count(self, customer: int) -> None:
        """One more of their messages was withheld."""
        ...

    async def lift(self, customer: int) -> Ban | None:
        """Forgets a ban and returns it; None when there is none."""
        ...
