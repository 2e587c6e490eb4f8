"""What nobody needs any more, found and put away a little at a time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select, tuple_

from storage import tables
from storage.repositories.base import Repository

_ticket, _place = tables.ticket, tables.place
_inbox, _outbox = tables.inbox, tables.outbox
_before = bindparam("before", type_=_inbox.c.at.type)

_long_closed = (
    select(_ticket.c.id)
    .join(_place, _place.c.ticket_id == _ticket.c.id)
    .where(tables.closed, _ticket.c.status_since < _before)
    .order_by(_ticket.c.status_since, _ticket.c.id)
    .limit(bindparam("limit"))
)
_old_updates = (
    select(_inbox.c.bot, _inbox.c.update_id)
    .where(_inbox.c.handled_at.is_not(None), _inbox.c.at < _before)
    .order_by(_inbox.c.at)
    .limit(bindparam("limit"))
)
_purge_updates = delete(_inbox).where(tuple_(_inbox.c.bot, _inbox.c.update_id).in_(_old_updates))
_old_deliveries = (
    select(_outbox.c.id)
    .where(_outbox.c.sent_at.is_not(None), _outbox.c.sent_at < _before)
    .order_by(_outbox.c.sent_at)
    .limit(bindparam("limit"))
)
_purge_deliveries = delete(_outbox).where(_outbox.c.id.in_(_old_deliveries))


class SqlHousekeeping(Repository):
    """What nobody needs any more, found and put away a little at a time."""

    async def long_closed(self, before: datetime, limit: int) -> Sequence[int]:
        """Tickets that were closed before then and still have a place, the longest closed first."""
        parameters = {"before": before, "limit": limit}
        return list(await self._connection.scalars(_long_closed, parameters))

    async def purge_updates(self, before: datetime, limit: int) -> int:
        """Forgets handled updates that came before then, the oldest first. Returns how many."""
        parameters = {"before": before, "limit": limit}
        return (await self._connection.execute(_purge_updates, parameters)).rowcount

    async def purge_deliveries(self, before: datetime, limit: int) -> int:
        """Forgets what was sent before then, the oldest first. Returns how many."""
        parameters = {"before": before, "limit": limit}
        return (await self._connection.execute(_purge_deliveries, parameters)).rowcount
