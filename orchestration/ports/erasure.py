"""Erasing what is kept of someone; everything else in the store is only ever added to."""

from collections.abc import Sequence
from typing import Protocol

from orchestration.timeline import Entry


class Erasure(Protocol):
    """Takes words away for good."""

    async def rewrite(self, entries: Sequence[Entry]) -> None:
        """Replaces who acted and what was said in these entries; all else of them stays."""
        ...

    async def wipe(
        self, customer: int, tickets: Sequence[int], conversations: Sequence[str]
    ) -> None:
        """Forgets whose these tickets are, and what else holds words of them or their customer.

        That is their messages in Telegram, what is due and what was or is to be sent for them or
        to the customer, and the conversations' updates that were handled or set aside.
        """
        ...

    async def forget_person(self, person: int) -> None:
        """Forgets someone."""
        ...
