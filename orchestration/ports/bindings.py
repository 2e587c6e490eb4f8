"""Whose record in the business systems is whose, of the people who write."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.events.verifying import Proof


@dataclass(frozen=True, slots=True)
class Binding:
    """A record that is bound to a Telegram user: how it was shown to be theirs, by whom, and when.

    `by` is the supervisor's name, and the customer's own where they showed it themselves.
    """

    customer: int
    record: str
    proof: Proof
    by: str
    since: datetime


@dataclass(frozen=True, slots=True)
class PastBinding:
    """A binding that holds no more."""

    binding: Binding
    until: datetime
    ended_by: str


class Bindings(Protocol):
    """At most one record at a time for each of them; what was before is kept."""

    async def of(self, customer: int) -> Binding | None:
        """The binding that holds now."""
        ...

    async def add(self, binding: Binding) -> None:
        """Binds; raises `StaleTicket` where one holds already."""
        ...

    async def end(self, customer: int, by: str, at: datetime) -> Binding | None:
        """Ends the binding that holds, and returns it; None where none does."""
        ...

    async def past(self, customer: int) -> Sequence[PastBinding]:
        """Those that hold no more, the oldest first."""
        ...
