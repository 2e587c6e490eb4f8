"""Follow-ups: what is due later."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from orchestration.clock.followups import FollowUp, FollowUpKind
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_follow_up = tables.follow_up

_kind = _follow_up.c.kind
_cancel = delete(_follow_up).where(
    _follow_up.c.ticket_id == bindparam("ticket"),
    _kind.in_(bindparam("kinds", type_=_kind.type, expanding=True)),
)
_take = delete(_follow_up).where(
    _follow_up.c.ticket_id == bindparam("ticket"),
    _kind == bindparam("which", type_=_kind.type),
    _follow_up.c.due_at == bindparam("then", type_=_follow_up.c.due_at.type),
)
_of = (
    select(_follow_up)
    .where(_follow_up.c.ticket_id == bindparam("ticket"))
    .order_by(_follow_up.c.due_at, _follow_up.c.kind)
)
_due = (
    select(_follow_up)
    .where(_follow_up.c.due_at <= bindparam("now", type_=_follow_up.c.due_at.type))
    .order_by(_follow_up.c.due_at, _follow_up.c.ticket_id, _follow_up.c.kind)
    .limit(bindparam("limit"))
)
_next_due = select(func.min(_follow_up.c.due_at))


class SqlFollowUps(Repository):
    """What is due later."""

    async def schedule(self, follow_up: FollowUp) -> None:
        """Inserts it, or replaces the one of its kind on its ticket."""
        row = {
            "ticket_id": follow_up.ticket,
            "kind": follow_up.kind,
            "due_at": follow_up.due_at,
        }
        await self._connection.execute(replace(self._dialect, _follow_up), row)

    async def cancel(self, ticket: int, *kinds: FollowUpKind) -> None:
        """Forgets those of these kinds, if there are any."""
        await self._connection.execute(_cancel, {"ticket": ticket, "kinds": kinds})

    async def take(self, follow_up: FollowUp) -> bool:
        """Removes exactly this one; False when it was run, moved or cancelled meanwhile."""
        parameters = {
            "ticket": follow_up.ticket,
            "which": follow_up.kind,
            "then": follow_up.due_at,
        }
        return (await self._connection.execute(_take, parameters)).rowcount > 0

    async def of(self, ticket: int) -> Sequence[FollowUp]:
        """What is due on one ticket, the next one first."""
        rows = await self._connection.execute(_of, {"ticket": ticket})
        return [FollowUp(row.ticket_id, row.kind, row.due_at) for row in rows]

    async def due(self, now: datetime, limit: int = 100) -> Sequence[FollowUp]:
        """What is due at `now`, the longest due first."""
        rows = await self._connection.execute(_due, {"now": now, "limit": limit})
        return [FollowUp(row.ticket_id, row.kind, row.due_at) for row in rows]

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        earliest: datetime | None = await self._connection.scalar(_next_due)
        return earliest
