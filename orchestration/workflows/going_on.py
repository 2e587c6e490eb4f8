"""A person decided on what systems contradict each other in: the plans that waited go on."""

from datetime import datetime

from orchestration.clock.reading_again import read_again
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket


async def go_on(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """Specialists read the ticket again, where people were told of a contradiction in it."""
    case = await uow.cases.of(ticket.id)
    if case is not None and case.contradicted:
        await read_again(uow, ticket, now)
