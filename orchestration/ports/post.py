"""The inbox, and the outbox as the centre and as its courier sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.delivery import Delivery


class Outbox(Protocol):
    """What is decided to be sent."""

    async def add(self, *deliveries: Delivery) -> None:
        """Adds them in this order; each replaces unsent, unclaimed ones of its `collapse` name.

        One with a `not_before` waits for it, and what comes after it in its ticket does too.
        """
        ...


@dataclass(frozen=True, slots=True)
class Pending:
    """A delivery that waits in the outbox; `pieces` of it were sent already."""

    id: int
    delivery: Delivery
    attempts: int = 0
    not_before: datetime | None = None
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """Operations that were spent on a chat, for the budget: `chat` None is a staff group."""

    chat: int | None
    at: datetime
    operations: int


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Work that was set aside: which, and why."""

    what: str
    reason: str


class Courier(Protocol):
    """The outbox as its courier sees it."""

    async def pending(self, now: datetime, limit: int = 200) -> Sequence[Pending]:
        """Unsent deliveries without a lease that runs at `now`, by lane and then age.

        Those with a later `not_before` are among them: what comes after them in their ticket
        must wait for them. When `limit` cuts the end off, what stands before one of them in its
        ticket is there all the same.
        """
        ...

    async def claim(self, ids: Sequence[int], now: datetime, until: datetime) -> Sequence[int]:
        """Takes leases until then; returns the ids that were still free."""
        ...

    async def sent(self, id_: int, at: datetime, operations: int) -> None:
        """It is done, and cost so many operations."""
        ...

    async def later(self, id_: int, not_before: datetime, reason: str, pieces: int = 0) -> None:
        """It is given back with one more attempt counted, for that time; `pieces` were sent."""
        ...

    async def set_aside(self, id_: int, at: datetime, reason: str) -> None:
        """It cannot be sent; it stays for people to see, with the reason."""
        ...

    async def hold(self, id_: int, at: datetime, reason: str) -> None:
        """Its customer cannot be reached; it waits until `let_go`."""
        ...

    async def let_go(self, chat: int) -> int:
        """Gives back what is held for that chat, in the old order. Returns how many.

        Of one `collapse` name only the newest goes on.
        """
        ...

    async def hurry(self) -> int:
        """What was put off for the staff group may go now. Returns how many."""
        ...

    async def under_lease(self) -> Sequence[Pending]:
        """What someone holds a lease of, oldest first, whether or not it still runs."""
        ...

    async def release_leases(self) -> int:
        """Gives every leased delivery back: for a desk that restarts alone. Returns how many."""
        ...

    async def spent_since(self, at: datetime) -> Sequence[Spent]:
        """What was sent since then, oldest first."""
        ...

    async def set_aside_count(self) -> int:
        """How many deliveries were set aside."""
        ...

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        """Deliveries that were set aside, the newest first."""
        ...

    async def try_again(self) -> int:
        """Puts back what was set aside, as if it were new. Returns how many.

        What a newer one of its `collapse` name has overtaken is dropped instead.
        """
        ...


@dataclass(frozen=True, slots=True)
class Update:
    """One update from Telegram as it came.

    Updates of one `conversation` are handled in order, different ones side by side.
    """

    bot: int
    id: int
    conversation: str
    payload: str


class Inbox(Protocol):
    """What Telegram told us, until it is handled."""

    async def add(self, updates: Sequence[Update], at: datetime) -> Sequence[Update]:
        """Keeps them; returns those that were not known already."""
        ...

    async def waiting(self, conversation: str, limit: int = 20) -> Sequence[Update]:
        """A conversation's unhandled updates, oldest first."""
        ...

    async def conversations(self) -> Sequence[str]:
        """The conversations that have unhandled updates."""
        ...

    async def done(self, bot: int, update: int, at: datetime) -> bool:
        """Marks one handled; False when it already was: then the caller must not commit."""
        ...

    async def failed(self, bot: int, update: int, reason: str, tries: int) -> bool:
        """Counts a failed try with its reason; True when `tries` were made and it is set aside."""
        ...

    async def set_aside_count(self) -> int:
        """How many updates were set aside."""
        ...

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        """Updates that were set aside, the newest first."""
        ...

    async def try_again(self) -> int:
        """Puts back what was set aside, as if it were new. Returns how many."""
        ...
