"""A whole timeline, for what looks further back than its newest entries."""

from orchestration.ports import UnitOfWork
from orchestration.timeline import Entry

_PAGE = 200


async def history_of(uow: UnitOfWork, ticket: int) -> list[Entry]:
    """Every entry of a ticket, oldest first; whoever needs only the end of it reads that."""
    entries: list[Entry] = []
    while page := await uow.timeline.of(ticket, len(entries), _PAGE):
        entries += page
    return entries
