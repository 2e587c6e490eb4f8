"""What the models took is counted by ticket, specialist and day."""

import asyncio
from datetime import date, timedelta

from orchestration.ports import UnitOfWork
from orchestration.ports.models import Usage
from orchestration.ports.usage import Spent
from orchestration.transactions import transact
from tests.contract.cases import keep, new_ticket
from tests.contract.conftest import Store

TODAY = date(2026, 3, 29)
TOMORROW = TODAY + timedelta(days=1)
HAIKU, OTHER = "claude-haiku-4-5", "claude-next"


async def test_what_a_specialist_spent(store: Store) -> None:
    """On a ticket ever, and on a day on all; nobody else's, and from the first token on."""
    await keep(store, new_ticket(1), new_ticket(2))
    async with store.begin() as uow:
        assert await uow.usage.spent(1, "billing", TODAY) == Spent()
        await uow.usage.add(1, "billing", HAIKU, TODAY, Usage(100, 10, 1000, 1, 5))
        await uow.usage.add(1, "billing", HAIKU, TODAY, Usage(100, 10))
        await uow.usage.add(1, "billing", OTHER, TOMORROW, Usage(7, 0))
        await uow.usage.add(2, "billing", HAIKU, TODAY, Usage(3, 0))
        await uow.usage.add(1, "orders", HAIKU, TODAY, Usage(500, 0))
    async with store.begin() as uow:
        assert await uow.usage.spent(1, "billing", TODAY) == Spent(1228, 1224)
        assert await uow.usage.spent(1, "billing", TOMORROW) == Spent(1228, 7)
        assert await uow.usage.spent(2, "billing", TODAY) == Spent(3, 1224)
        assert await uow.usage.spent(2, "orders", TODAY) == Spent(0, 500)


async def test_what_each_specialist_took(store: Store) -> None:
    """In tokens and money; what has no price leaves the sum without one."""
    await keep(store, new_ticket(1), new_ticket(2))
    async with store.begin() as uow:
        await uow.usage.add(1, "billing", HAIKU, TODAY, Usage(1, 2, 3, 4, 10))
        await uow.usage.add(1, "billing", HAIKU, TODAY, Usage(1, 2, 3, 4, 10))
        await uow.usage.add(1, "orders", OTHER, TODAY, Usage(5, 5, cost=None))
        await uow.usage.add(1, "orders", OTHER, TODAY, Usage(5, 5, cost=1))
        await uow.usage.add(2, "billing", HAIKU, TODAY, Usage(100, cost=3))
    async with store.begin() as uow:
        of_ticket = await uow.usage.of_ticket(1)
        of_day = await uow.usage.of_day(TODAY)
        nothing = await uow.usage.of_day(TOMORROW)
    billing, orders = Usage(2, 4, 6, 8, 20), Usage(10, 10, cost=None)
    assert of_ticket == {"billing": billing, "orders": orders}
    assert of_day == {"billing": billing + Usage(100, cost=3), "orders": orders}
    assert nothing == {}


async def test_work_side_by_side_is_all_counted(side_by_side: Store) -> None:
    """Specialists answer at the same time."""
    await keep(side_by_side, new_ticket(1))

    async def add(uow: UnitOfWork) -> None:
        await uow.usage.spent(1, "billing", TODAY)
        await asyncio.sleep(0)
        await uow.usage.add(1, "billing", HAIKU, TODAY, Usage(10))

    await asyncio.gather(*(transact(side_by_side.begin, add) for _ in range(5)))
    async with side_by_side.begin() as uow:
        assert (await uow.usage.spent(1, "billing", TODAY)).ticket == 50
