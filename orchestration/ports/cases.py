"""Where the case record of each ticket is kept."""

from typing import Protocol

from orchestration.workflows.case import CaseRecord


class CaseBook(Protocol):
    """What is known of each ticket's matters, as long as the ticket's words are kept."""

    async def of(self, ticket: int) -> CaseRecord | None:
        """A ticket's record; None before anything of it was read."""
        ...

    async def keep(self, case: CaseRecord) -> None:
        """Keeps it, in the place of an older one."""
        ...
