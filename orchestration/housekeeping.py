"""Keeping the house: what was done long ago is put away, a little at a time."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.ports import Begin, UnitOfWork
from orchestration.transactions import transact

#: Telegram repeats an update for a day; one that comes again must still be known. Not much longer,
#: because updates hold what people wrote.
KEPT_UPDATES = timedelta(days=3)
#: Budgets look back a minute; people who wonder what was sent, a few days.
KEPT_DELIVERIES = timedelta(days=7)

#: So many rows go in one commit: the desk's own work waits for it.
BATCH = 500
#: So many topics are asked to go at a time: each costs an operation in the group.
TOPICS = 100


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was put away."""

    updates: int = 0
    deliveries: int = 0
    topics: int = 0
    notices: int = 0


async def tidy(begin: Begin, now: datetime, retention: timedelta | None) -> Tidied:
    """Forgets old updates and deliveries, and has the topics of long closed tickets deleted.

    `retention` is how long a closed ticket keeps its topic; None is for ever. Running it twice
    does no harm.
    """

    async def updates(uow: UnitOfWork) -> int:
        return await uow.housekeeping.purge_updates(now - KEPT_UPDATES, BATCH)

    async def sent(uow: UnitOfWork) -> int:
        return await uow.housekeeping.purge_deliveries(now - KEPT_DELIVERIES, BATCH)

    async def told(uow: UnitOfWork) -> int:
        return await uow.webhooks.purge(now - KEPT_DELIVERIES, BATCH)

    async def topics(uow: UnitOfWork) -> int:
        if retention is None:
            return 0
        closed = await uow.housekeeping.long_closed(now - retention, TOPICS)
        await uow.outbox.add(*(deliveries.delete_topic(ticket) for ticket in closed))
        return len(closed)

    return Tidied(
        await _all(begin, updates),
        await _all(begin, sent),
        await transact(begin, topics),
        await _all(begin, told),
    )


async def _all(begin: Begin, some: Callable[[UnitOfWork], Awaitable[int]]) -> int:
    total = 0
    while True:
        done = await transact(begin, some)
        total += done
        if done < BATCH:
            return total
