"""The clocks of service levels: a few rows a ticket, gone once it is closed."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import bindparam, delete, insert, select

from orchestration.sla.clocks import SlaClock
from storage import tables
from storage.repositories.base import Repository

_clock = tables.sla_clock
_MICROSECOND = timedelta(microseconds=1)

_of = select(_clock).where(_clock.c.ticket_id == bindparam("ticket")).order_by(_clock.c.kind)
_forget = delete(_clock).where(_clock.c.ticket_id == bindparam("ticket"))
_insert = insert(_clock)
_tickets = (
    select(_clock.c.ticket_id)
    .where(_clock.c.ticket_id > bindparam("after"))
    .distinct()
    .order_by(_clock.c.ticket_id)
    .limit(bindparam("limit"))
)


class SqlClocks(Repository):
    """Which clocks each ticket has, and how far they have come."""

    async def of(self, ticket: int) -> Sequence[SlaClock]:
        """A ticket's clocks, by their kind."""
        rows = await self._connection.execute(_of, {"ticket": ticket})
        return [
            SlaClock(
                row.kind, row.calendar, row.passed * _MICROSECOND, row.since, row.told, row.due_at
            )
            for row in rows
        ]

    async def keep(self, ticket: int, clocks: Sequence[SlaClock]) -> None:
        """Replaces a ticket's clocks; those that are not named are forgotten."""
        await self._connection.execute(_forget, {"ticket": ticket})
        rows = [
            {
                "ticket_id": ticket,
                "kind": clock.kind,
                "calendar": clock.calendar,
                "passed": clock.passed // _MICROSECOND,
                "since": clock.since,
                "told": clock.told,
                "due_at": clock.due,
            }
            for clock in clocks
        ]
        if rows:
            await self._connection.execute(_insert, rows)

    async def tickets(self, after: int, limit: int) -> Sequence[int]:
        """The tickets above `after` that have any, in order."""
        found = await self._connection.scalars(_tickets, {"after": after, "limit": limit})
        return found.all()
