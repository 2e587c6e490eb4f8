"""Tickets that became one: where such a ticket goes on, and its timelines read as one.

No record is moved or copied: each entry stays in the ticket where it was written.
"""

from collections.abc import Sequence

from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, as_they_stand


async def where_it_goes_on(uow: UnitOfWork, ticket: Ticket) -> Ticket:
    """The ticket that it was merged into, in as many steps as it takes; mostly itself."""
    while ticket.merged_into is not None:
        ticket = await uow.tickets.get(ticket.merged_into)
    return ticket


async def timeline_of(uow: UnitOfWork, ticket: Ticket, limit: int) -> Sequence[Entry]:
    """The newest entries of the ticket and of all that it absorbed, oldest first.

    Each reads as it does after the changes among them.
    """
    entries = await _newest(uow, ticket, limit)
    for number in ticket.absorbed:
        entries += await _newest(uow, await uow.tickets.get(number), limit)
    return sorted(entries, key=lambda entry: (entry.at, entry.ticket, entry.seq))[-limit:]


async def _newest(uow: UnitOfWork, ticket: Ticket, limit: int) -> list[Entry]:
    after = max(0, ticket.version - limit)
    return as_they_stand(await uow.timeline.of(ticket.id, after=after, limit=limit))
