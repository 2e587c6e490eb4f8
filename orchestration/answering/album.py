"""Albums: several messages that are one thing to those who wrote and read them."""

from orchestration.events import Written
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: The items of one album are this close to each other: there are ten at most.
REACH = 50


async def album_begun(uow: UnitOfWork, ticket: Ticket, album: str | None) -> Entry | None:
    """The first item of an album that the ticket holds: what that is, its other items are too.

    In some clients only the first item says what the album replies to.
    """
    if album is None:
        return None
    newest = await uow.timeline.of(ticket.id, after=max(0, ticket.version - REACH), limit=REACH)
    for entry in newest:
        if isinstance(entry.event, Written) and entry.event.content.album == album:
            return entry
    return None
