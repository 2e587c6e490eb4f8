"""What the models took: one row for each ticket, specialist, day and model."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select

from orchestration.ports.models import Usage
from orchestration.ports.usage import Spent
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import add_up

_usage = tables.model_usage
_counts = (_usage.c.input, _usage.c.output, _usage.c.cache_read, _usage.c.cache_written)
_tokens = func.coalesce(func.sum(_counts[0] + _counts[1] + _counts[2] + _counts[3]), 0)

_on_ticket = select(_tokens).where(
    _usage.c.ticket_id == bindparam("ticket"), _usage.c.specialist == bindparam("called")
)
_on_day = select(_tokens).where(
    _usage.c.day == bindparam("date"), _usage.c.specialist == bindparam("called")
)
_of_each: Select[Any] = select(_usage.c.specialist, *_counts, _usage.c.cost).order_by(
    _usage.c.specialist
)
_of_ticket = _of_each.where(_usage.c.ticket_id == bindparam("ticket"))
_of_day = _of_each.where(_usage.c.day == bindparam("date"))


class SqlUsageBook(Repository):
    """Keeps account of models."""

    async def add(self, ticket: int, specialist: str, model: str, day: date, usage: Usage) -> None:
        """Adds what one piece of work took."""
        row = {
            "ticket_id": ticket,
            "specialist": specialist,
            "day": day.isoformat(),
            "model": model,
            "input": usage.input,
            "output": usage.output,
            "cache_read": usage.cache_read,
            "cache_written": usage.cache_written,
            "cost": usage.cost,
        }
        await self._connection.execute(add_up(self._dialect, _usage), row)

    async def spent(self, ticket: int, specialist: str, day: date) -> Spent:
        """What a specialist used on that ticket, ever, and on that day, on any."""
        of = {"called": specialist}
        on_ticket = await self._connection.scalar(_on_ticket, of | {"ticket": ticket})
        on_day = await self._connection.scalar(_on_day, of | {"date": day.isoformat()})
        return Spent(int(on_ticket or 0), int(on_day or 0))

    async def of_ticket(self, ticket: int) -> Mapping[str, Usage]:
        """What each specialist took on a ticket."""
        return _by_specialist(await self._rows(_of_ticket, {"ticket": ticket}))

    async def of_day(self, day: date) -> Mapping[str, Usage]:
        """What each specialist took on a day."""
        return _by_specialist(await self._rows(_of_day, {"date": day.isoformat()}))

    async def _rows(self, statement: Select[Any], of: dict[str, Any]) -> list[Row[Any]]:
        return list(await self._connection.execute(statement, of))


def _by_specialist(rows: list[Row[Any]]) -> dict[str, Usage]:
    taken: dict[str, Usage] = {}
    for row in rows:
        one = Usage(row.input, row.output, row.cache_read, row.cache_written, row.cost)
        taken[row.specialist] = taken.get(row.specialist, Usage()) + one
    return taken
