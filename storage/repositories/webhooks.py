"""What webhooks are still to be told, and what they were."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from orchestration.ports.webhooks import Claimed, Logged, NoticeState
from orchestration.webhooks import Notice
from storage import tables
from storage.repositories.base import Repository

_notice = tables.webhook_notice
_instant = _notice.c.at.type

_insert = insert(_notice).inline()
_due = (
    select(_notice.c.id)
    .where(
        tables.untold,
        _notice.c.webhook == bindparam("told"),
        _notice.c.due_at <= bindparam("now", type_=_instant),
    )
    .order_by(_notice.c.due_at, _notice.c.id)
    .limit(bindparam("limit"))
)
# Who comes second finds it no longer due.
_claim = (
    update(_notice)
    .where(
        _notice.c.id.in_(bindparam("ids", expanding=True)),
        tables.untold,
        _notice.c.due_at <= bindparam("now", type_=_instant),
    )
    .values(due_at=bindparam("until", type_=_instant), attempts=_notice.c.attempts + 1)
    .returning(_notice)
)
_next_due = select(func.min(_notice.c.due_at)).where(
    tables.untold, _notice.c.webhook == bindparam("told")
)
_its = update(_notice).where(_notice.c.id == bindparam("number"), tables.untold)
_delivered = _its.values(delivered_at=bindparam("then", type_=_instant), outcome=bindparam("said"))
_put_off = _its.values(due_at=bindparam("then", type_=_instant), outcome=bindparam("said"))
_give_up = _its.values(given_up_at=bindparam("then", type_=_instant), outcome=bindparam("said"))
# Every id is above 0: said so that SQLite walks its key from the end.
_log = (
    select(_notice).where(_notice.c.id > 0).order_by(_notice.c.id.desc()).limit(bindparam("limit"))
)
_given_up_count = (
    select(func.count()).select_from(_notice).where(_notice.c.given_up_at.is_not(None))
)
_try_again = (
    update(_notice)
    .where(_notice.c.given_up_at.is_not(None))
    .values(given_up_at=None, attempts=0, due_at=_notice.c.at)
)
_old = (
    select(_notice.c.id)
    .where(
        _notice.c.delivered_at.is_not(None),
        _notice.c.delivered_at < bindparam("before", type_=_instant),
    )
    .order_by(_notice.c.delivered_at)
    .limit(bindparam("limit"))
)
_purge = delete(_notice).where(_notice.c.id.in_(_old))


class SqlWebhooks(Repository):
    """The notices."""

    async def add(self, notices: Sequence[Notice]) -> None:
        """Writes them down, due at once."""
        if notices:
            await self._connection.execute(_insert, [_row_of(notice) for notice in notices])

    async def claim(
        self, webhook: str, now: datetime, until: datetime, limit: int
    ) -> Sequence[Claimed]:
        """Takes what is due for that webhook, longest due first, and counts the try."""
        due = {"told": webhook, "now": now, "limit": limit}
        ids = list(await self._connection.scalars(_due, due))
        if not ids:
            return []
        rows = await self._connection.execute(_claim, {"ids": ids, "now": now, "until": until})
        found = {row.id: Claimed(row.id, _notice_of(row), row.attempts) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]

    async def next_due(self, webhook: str) -> datetime | None:
        """When something is due for that webhook again."""
        earliest: datetime | None = await self._connection.scalar(_next_due, {"told": webhook})
        return earliest

    async def delivered(self, id_: int, at: datetime, outcome: str) -> None:
        """The receiver has taken it."""
        parameters = {"number": id_, "then": at, "said": outcome}
        await self._connection.execute(_delivered, parameters)

    async def put_off(self, id_: int, until: datetime, outcome: str) -> None:
        """It is tried again then."""
        parameters = {"number": id_, "then": until, "said": outcome}
        await self._connection.execute(_put_off, parameters)

    async def give_up(self, id_: int, at: datetime, outcome: str) -> None:
        """It is tried no more; it stays for people to see."""
        parameters = {"number": id_, "then": at, "said": outcome}
        await self._connection.execute(_give_up, parameters)

    async def log(self, limit: int) -> Sequence[Logged]:
        """The notices, the newest first."""
        return [_logged(row) for row in await self._connection.execute(_log, {"limit": limit})]

    async def given_up_count(self) -> int:
        """How many were given up."""
        return int(await self._connection.scalar(_given_up_count) or 0)

    async def try_again(self) -> int:
        """Puts back what was given up, as if it were new."""
        return (await self._connection.execute(_try_again)).rowcount

    async def purge(self, before: datetime, limit: int) -> int:
        """Forgets what was delivered before then, the oldest first."""
        parameters = {"before": before, "limit": limit}
        return (await self._connection.execute(_purge, parameters)).rowcount


def _row_of(notice: Notice) -> dict[str, Any]:
    return {
        "webhook": notice.webhook,
        "event": notice.event,
        "type": notice.type,
        "ticket_id": notice.ticket,
        "body": notice.body,
        "at": notice.at,
        "due_at": notice.at,
    }


def _notice_of(row: Row[Any]) -> Notice:
    return Notice(row.webhook, row.event, row.type, row.ticket_id, row.body, row.at)


def _logged(row: Row[Any]) -> Logged:
    state, next_try = NoticeState.WAITING, row.due_at
    if row.delivered_at is not None:
        state, next_try = NoticeState.DELIVERED, None
    elif row.given_up_at is not None:
        state, next_try = NoticeState.GIVEN_UP, None
    return Logged(_notice_of(row), state, row.attempts, row.outcome, next_try)
