"""Running a unit of work until no other writer is in its way."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from orchestration.errors import StaleTicket
from orchestration.ports import Begin, UnitOfWork

T = TypeVar("T")


async def transact(begin: Begin, work: Callable[[UnitOfWork], Awaitable[T]], tries: int = 8) -> T:
    """Does `work` in a unit of work and commits; returns what it returned.

    Whenever another writer was first, all of it runs again from what is there now, so `work` must
    read what it decides on within the unit of work. Raises `StaleTicket` after so many `tries`.
    """
    for left in reversed(range(tries)):
        try:
            async with begin() as uow:
                result = await work(uow)
        except StaleTicket:
            if not left:
                raise
        else:
            return result
    msg = "tries must be positive"
    raise ValueError(msg)
