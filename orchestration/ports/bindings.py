"""Whose record in the business systems is whose, of the people who write, and how they show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.events.verifying import Proof
from orchestration.people import Customer


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
    """A binding that holds no more: until when it did, and who ended it."""

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
        """Those that hold no more, in the order in which they were made."""
        ...

    async def forget(self, customer: int) -> None:
        """Forgets all of a customer's."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What a customer wrote to show whose they are, while it waits to be checked.

    `named` is an order's number, with its `postcode`, or an e-mail address, as `proof` says.
    """

    proof: Proof
    named: str
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class SentCode:
    """A code that was sent for a record: only its digest is kept, and that until a time."""

    digest: str
    record: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Verification:
    """How far a customer is in showing which record is theirs.

    `tries` are the wrong ones and `codes` those that were asked for, since `since`. `version`
    counts how often this was kept.
    """

    customer: Customer
    since: datetime
    shown: Shown | None = None
    code: SentCode | None = None
    tries: int = 0
    codes: int = 0
    version: int = 0


class Verifications(Protocol):
    """How far customers are, one a customer."""

    async def of(self, customer: int) -> Verification | None:
        """A customer's."""
        ...

    async def keep(self, verification: Verification) -> None:
        """Inserts one of version 0, replaces any other; raises `StaleTicket` when overtaken."""
        ...

    async def waiting(self, limit: int = 100) -> Sequence[int]:
        """The customers of whom something waits to be checked."""
        ...

    async def forget(self, customer: int) -> None:
        """Forgets a customer's."""
        ...
