"""Places: where the staff see each ticket."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, select

from orchestration.ports import Place
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_place = tables.place

_of = select(_place).where(_place.c.ticket_id == bindparam("ticket"))
_ticket_at = select(_place.c.ticket_id).where(
    _place.c.chat == bindparam("chat"), _place.c.thread == bindparam("thread")
)
_of_unended = (
    select(_place)
    .join(tables.ticket, tables.ticket.c.id == _place.c.ticket_id)
    .where(_place.c.ticket_id > bindparam("after"), tables.unended)
    .order_by(_place.c.ticket_id)
    .limit(bindparam("limit"))
)


class SqlPlaces(Repository):
    """Where the staff see each ticket."""

    async def of(self, ticket: int) -> Place | None:
        """A ticket's place, when it has one."""
        row = (await self._connection.execute(_of, {"ticket": ticket})).one_or_none()
        # The columns stand in the order of the fields.
        return Place(*row) if row else None

    async def ticket_at(self, chat: int, thread: int) -> int | None:
        """Which ticket stands there."""
        return await self._connection.scalar(_ticket_at, {"chat": chat, "thread": thread})

    async def save(self, place: Place) -> None:
        """Inserts or replaces the place of a ticket."""
        row = asdict(place)
        row["ticket_id"] = row.pop("ticket")
        await self._connection.execute(replace(self._dialect, _place), row)

    async def of_unended(self, after: int, limit: int) -> Sequence[Place]:
        """The places of tickets neither resolved nor closed with a number above `after`."""
        rows = await self._connection.execute(_of_unended, {"after": after, "limit": limit})
        return [Place(*row) for row in rows]
