"""What a desk's owner does beside a running desk: try again what failed, read what was told."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from orchestration.ports import UnitOfWork
from orchestration.ports.webhooks import Logged
from storage.migrate import check_current
from storage.unit_of_work import Database


@dataclass(frozen=True, slots=True)
class PutBack:
    """How much will be tried again."""

    deliveries: int
    updates: int
    notices: int = 0


async def try_again(address: str) -> PutBack:
    """Puts back what was set aside; raises `DatabaseUnavailable`."""
    async with _opened(address) as uow:
        return PutBack(
            await uow.courier.try_again(),
            await uow.inbox.try_again(),
            await uow.webhooks.try_again(),
        )


async def told_webhooks(address: str, limit: int) -> Sequence[Logged]:
    """The newest notices to webhooks first; raises `DatabaseUnavailable`."""
    async with _opened(address) as uow:
        return await uow.webhooks.log(limit)


@asynccontextmanager
async def _opened(address: str) -> AsyncIterator[UnitOfWork]:
    await check_current(address)
    database = await Database.open(address)
    try:
        async with database.begin() as uow:
            yield uow
    finally:
        await database.close()
