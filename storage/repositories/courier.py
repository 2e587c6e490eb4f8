"""The outbox as its courier sees it: what waits, who holds it, and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, exists, func, or_, select, update

from orchestration.delivery import Delivery, Lane
from orchestration.ports import GivenUp, Pending, Spent
from storage import tables
from storage.repositories.base import Repository

_outbox = tables.outbox
_newer = _outbox.alias("newer")
_instant = _outbox.c.sent_at.type

_free = and_(
    tables.unsent,
    or_(
        _outbox.c.leased_until.is_(None),
        _outbox.c.leased_until <= bindparam("now", type_=_instant),
    ),
)
_pending = (
    select(_outbox)
    .where(_free)
    .order_by(_outbox.c.lane, _outbox.c.turn, _outbox.c.id)
    .limit(bindparam("limit"))
)
_ahead = select(_outbox).where(
    _free,
    _outbox.c.ticket_id.in_(bindparam("tickets", expanding=True)),
    _outbox.c.chat.is_(None),
    _outbox.c.lane < Lane.COSMETIC,
    _outbox.c.id < bindparam("last"),
)
# Locked in the order of their ids and without waiting, so two couriers never block each other.
_claimable = (
    select(_outbox.c.id)
    .where(_outbox.c.id.in_(bindparam("ids", expanding=True)), _free)
    .order_by(_outbox.c.id)
    .with_for_update(skip_locked=True)
)
_claim = (
    update(_outbox)
    .where(_outbox.c.id.in_(_claimable), _free)
    .values(leased_until=bindparam("until", type_=_instant))
    .returning(_outbox.c.id)
)
_this = and_(_outbox.c.id == bindparam("number"), tables.unsent)
_sent = (
    update(_outbox)
    .where(_this)
    .values(sent_at=bindparam("now"), operations=bindparam("cost"), leased_until=None, reason=None)
)
_set_aside = (
    update(_outbox)
    .where(_this)
    .values(set_aside_at=bindparam("now"), reason=bindparam("why"), leased_until=None)
)
_later = (
    update(_outbox)
    .where(_this)
    .values(
        attempts=_outbox.c.attempts + 1,
        not_before=bindparam("then"),
        pieces=bindparam("so_far"),
        reason=bindparam("why"),
        leased_until=None,
    )
)
_hold = (
    update(_outbox)
    .where(_this)
    .values(held_at=bindparam("now"), reason=bindparam("why"), leased_until=None)
)
# Of one `collapse` name at most one may wait, so of those that were held only the newest goes on.
_drop_outdated = delete(_outbox).where(
    _outbox.c.chat == bindparam("whose"),
    tables.held,
    _outbox.c.collapse.is_not(None),
    exists().where(
        _newer.c.collapse == _outbox.c.collapse,
        _newer.c.id > _outbox.c.id,
        _newer.c.chat == _outbox.c.chat,
        _newer.c.sent_at.is_(None),
        _newer.c.set_aside_at.is_(None),
    ),
)
_let_go = (
    update(_outbox)
    .where(_outbox.c.chat == bindparam("whose"), tables.held)
    .values(held_at=None, not_before=None)
)
_hurry = (
    update(_outbox)
    .where(_outbox.c.chat.is_(None), _outbox.c.not_before.is_not(None), tables.unsent)
    .values(not_before=None)
)
_superseded = and_(
    _outbox.c.collapse.is_not(None),
    tables.unsent,
    exists().where(
        _newer.c.collapse == _outbox.c.collapse,
        _newer.c.id > _outbox.c.id,
        _newer.c.sent_at.is_(None),
        _newer.c.set_aside_at.is_(None),
        _newer.c.held_at.is_(None),
    ),
)
_drop_superseded = delete(_outbox).where(_outbox.c.id == bindparam("number"), _superseded)
_drop_leased_superseded = delete(_outbox).where(_outbox.c.leased_until.is_not(None), _superseded)
_under_lease = select(_outbox).where(_outbox.c.leased_until.is_not(None), tables.unsent)
_release = (
    update(_outbox)
    .where(_outbox.c.leased_until.is_not(None), tables.unsent)
    .values(leased_until=None)
)
_spent_since = (
    select(_outbox.c.chat, _outbox.c.sent_at, _outbox.c.operations)
    .where(_outbox.c.sent_at >= bindparam("since", type_=_instant))
    .order_by(_outbox.c.sent_at, _outbox.c.id)
)
_set_aside_count = (
    select(func.count()).select_from(_outbox).where(_outbox.c.set_aside_at.is_not(None))
)
_given_up = (
    select(_outbox.c.kind, _outbox.c.id, _outbox.c.reason)
    .where(_outbox.c.set_aside_at.is_not(None))
    .order_by(_outbox.c.id.desc())
    .limit(bindparam("limit"))
)
# One of a name is enough: whatever of it is newer, or still waits, says the same as it is now.
_drop_overtaken = delete(_outbox).where(
    _outbox.c.set_aside_at.is_not(None),
    _outbox.c.collapse.is_not(None),
    or_(
        exists().where(
            _newer.c.collapse == _outbox.c.collapse,
            _newer.c.sent_at.is_(None),
            _newer.c.set_aside_at.is_(None),
            _newer.c.held_at.is_(None),
        ),
        exists().where(
            _newer.c.collapse == _outbox.c.collapse,
            _newer.c.id > _outbox.c.id,
            _newer.c.set_aside_at.is_not(None),
        ),
    ),
)
_try_again = (
    update(_outbox)
    .where(_outbox.c.set_aside_at.is_not(None))
    .values(set_aside_at=None, attempts=0, not_before=None)
)


class SqlCourier(Repository):
    """The outbox as its courier sees it."""

    async def pending(self, now: datetime, limit: int = 200) -> Sequence[Pending]:
        """Unsent deliveries without a lease that runs at `now`, by lane and then age.

        When `limit` cuts the end off, what stands before one of them in its ticket follows.
        """
        rows = (await self._connection.execute(_pending, {"now": now, "limit": limit})).all()
        found = [_pending_of(row) for row in rows]
        tickets = {row.ticket_id for row in rows if row.chat is None and row.ticket_id is not None}
        if len(found) < limit or not tickets:
            return found
        known = {row.id for row in rows}
        where = {"now": now, "tickets": sorted(tickets), "last": max(known)}
        ahead = await self._connection.execute(_ahead, where)
        return found + [_pending_of(row) for row in ahead if row.id not in known]

    async def claim(self, ids: Sequence[int], now: datetime, until: datetime) -> Sequence[int]:
        """Takes leases until then; returns the ids that were still free, in the order asked."""
        if not ids:
            return []
        parameters = {"ids": list(ids), "now": now, "until": until}
        taken = set(await self._connection.scalars(_claim, parameters))
        return [id_ for id_ in dict.fromkeys(ids) if id_ in taken]

    async def sent(self, id_: int, at: datetime, operations: int) -> None:
        """It is done, and cost so many operations."""
        parameters = {"number": id_, "now": at, "cost": operations}
        await self._connection.execute(_sent, parameters)

    async def later(self, id_: int, not_before: datetime, reason: str, pieces: int = 0) -> None:
        """It is given back with one more attempt counted, for that time; `pieces` were sent.

        When a newer one of its `collapse` name exists by now, it is dropped instead.
        """
        await self._connection.execute(_drop_superseded, {"number": id_})
        parameters = {"number": id_, "then": not_before, "why": reason, "so_far": pieces}
        await self._connection.execute(_later, parameters)

    async def set_aside(self, id_: int, at: datetime, reason: str) -> None:
        """It cannot be sent; it stays for people to see, with the reason."""
        parameters = {"number": id_, "now": at, "why": reason}
        await self._connection.execute(_set_aside, parameters)

    async def hold(self, id_: int, at: datetime, reason: str) -> None:
        """Its customer cannot be reached; it waits until `let_go`."""
        await self._connection.execute(_hold, {"number": id_, "now": at, "why": reason})

    async def let_go(self, chat: int) -> int:
        """Gives back what is held for that chat, in the old order. Returns how many.

        Of one `collapse` name only the newest goes on.
        """
        await self._connection.execute(_drop_outdated, {"whose": chat})
        return (await self._connection.execute(_let_go, {"whose": chat})).rowcount

    async def hurry(self) -> int:
        """What was put off for the staff group may go now. Returns how many."""
        return (await self._connection.execute(_hurry)).rowcount

    async def under_lease(self) -> Sequence[Pending]:
        """What someone holds a lease of, oldest first, whether or not it still runs."""
        # Sorted here: ordered by its key, SQLite would read the table instead of the index.
        rows = await self._connection.execute(_under_lease)
        return sorted((_pending_of(row) for row in rows), key=lambda one: one.id)

    async def release_leases(self) -> int:
        """Gives every leased delivery back. Returns how many.

        Of those that a newer one of their `collapse` name has overtaken, none comes back.
        """
        await self._connection.execute(_drop_leased_superseded)
        return (await self._connection.execute(_release)).rowcount

    async def spent_since(self, at: datetime) -> Sequence[Spent]:
        """What was sent since then, oldest first."""
        rows = await self._connection.execute(_spent_since, {"since": at})
        return [Spent(row.chat, row.sent_at, row.operations) for row in rows]

    async def set_aside_count(self) -> int:
        """How many deliveries were set aside."""
        return await self._connection.scalar(_set_aside_count) or 0

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        """Deliveries that were set aside, the newest first."""
        rows = await self._connection.execute(_given_up, {"limit": limit})
        return [GivenUp(f"{row.kind} {row.id}", row.reason or "") for row in rows]

    async def try_again(self) -> int:
        """Puts back what was set aside, as if it were new. Returns how many.

        What a newer one of its `collapse` name has overtaken is dropped instead.
        """
        await self._connection.execute(_drop_overtaken)
        return (await self._connection.execute(_try_again)).rowcount


def _pending_of(row: Row[Any]) -> Pending:
    delivery = Delivery(
        lane=Lane(row.lane),
        body=row.body,
        ticket=row.ticket_id,
        chat=row.chat,
        collapse=row.collapse,
        audience=row.audience,
    )
    return Pending(row.id, delivery, row.attempts, row.not_before, row.pieces)
