"""What webhooks are still to be told, and what they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from orchestration.webhooks import Notice


class NoticeState(StrEnum):
    """What has become of a notice."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice that is being sent for the `attempts`-th time."""

    id: int
    notice: Notice
    attempts: int


@dataclass(frozen=True, slots=True)
class Logged:
    """A notice as the delivery log shows it; `outcome` is what the last try came to."""

    notice: Notice
    state: NoticeState
    attempts: int
    outcome: str | None
    next_try: datetime | None


class Webhooks(Protocol):
    """The notices, written by `Tickets.save` and sent by nobody but the webhooks' sender."""

    async def claim(
        self, webhook: str, now: datetime, until: datetime, limit: int
    ) -> Sequence[Claimed]:
        """Takes what is due for that webhook, longest due first, and counts the try.

        What is neither settled nor put off is due again at `until`: its sender must have died.
        """
        ...

    async def next_due(self, webhook: str) -> datetime | None:
        """When something is due for that webhook again."""
        ...

    async def delivered(self, id_: int, at: datetime, outcome: str) -> None:
        """The receiver has taken it."""
        ...

    async def put_off(self, id_: int, until: datetime, outcome: str) -> None:
        """It is tried again then."""
        ...

    async def give_up(self, id_: int, at: datetime, outcome: str) -> None:
        """It is tried no more; it stays for people to see."""
        ...

    async def log(self, limit: int) -> Sequence[Logged]:
        """The notices, the newest first."""
        ...

    async def given_up_count(self) -> int:
        """How many were given up."""
        ...

    async def try_again(self) -> int:
        """Puts back what was given up, as if it were new. Returns how many."""
        ...

    async def purge(self, before: datetime, limit: int) -> int:
        """Forgets what was delivered before then, the oldest first. Returns how many."""
        ...
