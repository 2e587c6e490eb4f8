"""What a desk's owner does beside a running desk: try again what was given up."""

from dataclasses import dataclass

from storage.errors import DatabaseUnavailable
from storage.migrate import pending
from storage.unit_of_work import Database


@dataclass(frozen=True, slots=True)
class PutBack:
    """How much will be tried again."""

    deliveries: int
    updates: int
    notices: int = 0


async def try_again(address: str) -> PutBack:
    """Puts back what was set aside; raises `DatabaseUnavailable`."""
    await _check_tables(address)
    database = await Database.open(address)
    try:
        async with database.begin() as uow:
            return PutBack(
                await uow.courier.try_again(),
                await uow.inbox.try_again(),
                await uow.webhooks.try_again(),
            )
    finally:
        await database.close()


async def _check_tables(address: str) -> None:
    """Raises `DatabaseUnavailable` for a database that a desk has not opened yet."""
    if await pending(address):
        msg = "The database is not up to date: start the desk once, it migrates by itself."
        raise DatabaseUnavailable(msg)
