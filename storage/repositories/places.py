"""Places: where the staff see each ticket."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, or_, select

from orchestration.ports import Place
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import Insert, replace

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

_forget = delete(_place).where(
    _place.c.ticket_id == bindparam("ticket"),
    _place.c.chat == bindparam("chat"),
    _place.c.thread == bindparam("thread"),
)


def _older(insert: Insert) -> ColumnElement[bool]:
    new = insert.excluded
    return or_(_place.c.chat != new.chat, _place.c.thread < new.thread)


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
        await self._connection.execute(replace(self._dialect, _place), _row_of(place))

    async def adopt(self, place: Place) -> None:
        """Inserts a place, or replaces one with an older topic; any other stays as it is."""
        statement = replace(self._dialect, _place, where=_older)
        await self._connection.execute(statement, _row_of(place))

    async def forget(self, place: Place) -> None:
        """Forgets it, because its topic is gone; another place of the ticket stays."""
        parameters = {"ticket": place.ticket, "chat": place.chat, "thread": place.thread}
        await self._connection.execute(_forget, parameters)

    async def of_unended(self, after: int, limit: int) -> Sequence[Place]:
        """The places of tickets neither resolved nor closed with a number above `after`."""
        rows = await self._connection.execute(_of_unended, {"after": after, "limit": limit})
        return [Place(*row) for row in rows]


def _row_of(place: Place) -> dict[str, Any]:
    row = asdict(place)
    row["ticket_id"] = row.pop("ticket")
    return row
