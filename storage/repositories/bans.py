"""Who may not write to the desk."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from orchestration.errors import StaleTicket
from orchestration.ports.bans import Ban
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown

_ban = tables.ban

_of = select(_ban).where(_ban.c.customer_id == bindparam("customer"))
_count = (
    update(_ban)
    .where(_ban.c.customer_id == bindparam("customer"))
    .values(withheld=_ban.c.withheld + 1)
)
_lift = delete(_ban).where(_ban.c.customer_id == bindparam("customer")).returning(_ban)


class SqlBans(Repository):
    """The customers who may not write."""

    async def of(self, customer: int) -> Ban | None:
        """A customer's ban."""
        row = (await self._connection.execute(_of, {"customer": customer})).one_or_none()
        return _ban_of(row) if row else None

    async def add(self, ban: Ban) -> None:
        """Bans someone; raises `StaleTicket` when another writer was first."""
        row = asdict(ban)
        row["customer_id"], row["ticket_id"] = row.pop("customer"), row.pop("ticket")
        insertion = insert_unknown(self._dialect, _ban).returning(_ban.c.customer_id)
        if await self._connection.scalar(insertion, row) is None:
            raise StaleTicket

    async def count(self, customer: int) -> None:
        """One more of their messages was withheld."""
        await self._connection.execute(_count, {"customer": customer})

    async def lift(self, customer: int) -> Ban | None:
        """Forgets a ban and returns it; None when there is none."""
        row = (await self._connection.execute(_lift, {"customer": customer})).one_or_none()
        return _ban_of(row) if row else None


def _ban_of(row: Row[Any]) -> Ban:
    return Ban(row.customer_id, row.ticket_id, row.by, row.since, row.withheld)
