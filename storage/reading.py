"""Reading all of a database beside a desk that runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.address import parse
from storage.engines import reader_for, unavailable
from storage.migrate import check_current


@asynccontextmanager
async def reader(address: str) -> AsyncIterator[AsyncConnection]:
    """A connection that sees one moment of the database, and holds up nobody who works on it.

    Raises `DatabaseUnavailable`, also for a database that has not been migrated.
    """
    await check_current(address)
    url = parse(address)
    engine = reader_for(url)
    try:
        async with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise unavailable(url, error) from error
    finally:
        await engine.dispose()
