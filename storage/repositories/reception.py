"""Customers before there is a ticket: how fast they write, and what waits for an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update

from orchestration.customers.pace import Pace
from orchestration.errors import StaleTicket
from orchestration.people import Customer
from orchestration.ports.reception import Reception
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown, replace

_pace, _reception = tables.pace, tables.reception
_instant = _reception.c.due_at.type

_pace_of = select(_pace).where(_pace.c.customer_id == bindparam("customer"))
_forget_pace = delete(_pace).where(_pace.c.customer_id == bindparam("customer"))

_of = select(_reception).where(_reception.c.customer_id == bindparam("customer"))
_forget = delete(_reception).where(_reception.c.customer_id == bindparam("customer"))
_end = _forget.where(_reception.c.version == bindparam("known"))
_keep = (
    update(_reception)
    .where(
        _reception.c.customer_id == bindparam("customer"),
        _reception.c.version == bindparam("known"),
    )
    .values(
        due_at=bindparam("due", type_=_instant),
        words=bindparam("said", type_=_reception.c.words.type),
        version=_reception.c.version + 1,
    )
)
_due = (
    select(_reception)
    .where(_reception.c.due_at <= bindparam("now", type_=_instant))
    .order_by(_reception.c.due_at, _reception.c.customer_id)
    .limit(bindparam("limit"))
)
_next_due = select(func.min(_reception.c.due_at))


class SqlPaces(Repository):
    """How fast each customer writes."""

    async def of(self, customer: int) -> Pace:
        """A customer's pace; of whom nothing is known, a calm one."""
        row = (await self._connection.execute(_pace_of, {"customer": customer})).one_or_none()
        if row is None:
            return Pace(customer)
        return Pace(customer, row.moments, row.gathers_until, row.flood_until, row.told)

    async def keep(self, pace: Pace) -> None:
        """Keeps it in place of what was known."""
        row = {
            "customer_id": pace.customer,
            "moments": pace.moments,
            "gathers_until": pace.gathers_until,
            "flood_until": pace.flood_until,
            "told": pace.told,
        }
        await self._connection.execute(replace(self._dialect, _pace), row)

    async def forget(self, customer: int) -> None:
        """Forgets a customer's."""
        await self._connection.execute(_forget_pace, {"customer": customer})


class SqlReceptions(Repository):
    """The customers who were asked before their ticket opens."""

    async def of(self, customer: int) -> Reception | None:
        """A customer's, where one waits."""
        row = (await self._connection.execute(_of, {"customer": customer})).one_or_none()
        return _reception_of(row) if row else None

    async def keep(self, reception: Reception) -> None:
        """Inserts one of version 0, replaces any other; raises `StaleTicket` when overtaken."""
        if reception.version:
            parameters = {
                "customer": reception.customer.id,
                "known": reception.version,
                "due": reception.due_at,
                "said": reception.words,
            }
            kept = (await self._connection.execute(_keep, parameters)).rowcount > 0
        else:
            insertion = insert_unknown(self._dialect, _reception).returning(
                _reception.c.customer_id
            )
            kept = await self._connection.scalar(insertion, _row_of(reception)) is not None
        if not kept:
            raise StaleTicket

    async def end(self, reception: Reception) -> None:
        """Removes exactly this one; raises `StaleTicket` when overtaken."""
        parameters = {"customer": reception.customer.id, "known": reception.version}
        if (await self._connection.execute(_end, parameters)).rowcount == 0:
            raise StaleTicket

    async def forget(self, customer: int) -> None:
        """Removes a customer's, whatever it is."""
        await self._connection.execute(_forget, {"customer": customer})

    async def due(self, now: datetime, limit: int = 100) -> Sequence[Reception]:
        """Those whose time is up at `now`, the longest due first."""
        rows = await self._connection.execute(_due, {"now": now, "limit": limit})
        return [_reception_of(row) for row in rows]

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        found: datetime | None = await self._connection.scalar(_next_due)
        return found


def _row_of(reception: Reception) -> dict[str, Any]:
    return {
        "customer_id": reception.customer.id,
        "customer_name": reception.customer.name,
        "queue": reception.queue,
        "asked_at": reception.asked_at,
        "due_at": reception.due_at,
        "words": reception.words,
        "previous": reception.previous,
        "version": 1,
    }


def _reception_of(row: Row[Any]) -> Reception:
    return Reception(
        Customer(row.customer_id, row.customer_name),
        row.queue,
        row.asked_at,
        row.due_at,
        row.words,
        row.previous,
        row.version,
    )
