"""Customers whom messages do not reach: they blocked the bot, and perhaps come back."""

from datetime import datetime

from orchestration import deliveries
from orchestration.ports import UnitOfWork


async def came_back(uow: UnitOfWork, customer: int, now: datetime) -> None:
    """The customer can be written to again: what was held for them goes out, in the old order."""
    await uow.courier.let_go(customer)
    for ticket in await uow.tickets.of_customer(customer):
        if not ticket.reachable:
            ticket.come_back(now)
            await uow.tickets.save(ticket)
            await uow.outbox.add(deliveries.card(ticket.id))
