"""Where actions on their way are kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from orchestration.actions.undertaking import Undertaking
from orchestration.timeline import EntryRef


class ActionBook(Protocol):
    """The undertakings of each ticket, as long as the ticket's words are kept."""

    async def add(self, undertaking: Undertaking) -> None:
        """Keeps a new one."""
        ...

    async def get(self, ref: EntryRef) -> Undertaking | None:
        """The one that this entry proposed."""
        ...

    async def of(self, ticket: int) -> Sequence[Undertaking]:
        """A ticket's, the oldest first."""
        ...

    async def about(self, record: str, since: datetime) -> Sequence[Undertaking]:
        """Those for a record that were proposed since then, on whatever ticket."""
        ...

    async def save(self, undertaking: Undertaking) -> None:
        """Keeps how far it is; raises `StaleTicket` where another writer was first."""
        ...
