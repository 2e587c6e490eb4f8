"""The inbox: what Telegram told us, until it is handled."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, func, literal, select, update

from orchestration.ports import GivenUp, Update
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown

_inbox = tables.inbox

# Telegram numbers updates in their order, so its numbers restore it, whatever came in first.
_waiting = (
    select(_inbox.c.bot, _inbox.c.update_id, _inbox.c.conversation, _inbox.c.payload)
    .where(tables.inbox_waits, _inbox.c.conversation == bindparam("conversation"))
    .order_by(_inbox.c.update_id)
    .limit(bindparam("limit"))
)
_conversations = (
    select(_inbox.c.conversation)
    .where(tables.inbox_waits)
    .group_by(_inbox.c.conversation)
    .order_by(func.min(_inbox.c.update_id), _inbox.c.conversation)
)
_one = (
    _inbox.c.bot == bindparam("of_bot"),
    _inbox.c.update_id == bindparam("number"),
    _inbox.c.handled_at.is_(None),
)
_done = update(_inbox).where(*_one).values(handled_at=bindparam("now"))
_failed = (
    update(_inbox)
    .where(*_one)
    .values(
        tries=_inbox.c.tries + 1,
        reason=bindparam("why"),
        set_aside=case((_inbox.c.tries + 1 >= bindparam("most"), literal(value=True)), else_=False),
    )
    .returning(_inbox.c.set_aside)
)
_set_aside_count = select(func.count()).select_from(_inbox).where(tables.inbox_aside)
_given_up = (
    select(_inbox.c.update_id, _inbox.c.reason)
    .where(tables.inbox_aside)
    .order_by(_inbox.c.update_id.desc())
    .limit(bindparam("limit"))
)
_try_again = update(_inbox).where(tables.inbox_aside).values(set_aside=False, tries=0)


class SqlInbox(Repository):
    """What Telegram told us, until it is handled."""

    async def add(self, updates: Sequence[Update], at: datetime) -> Sequence[Update]:
        """Keeps them; returns those that were not known already, in the order they came."""
        if not updates:
            return []
        statement = insert_unknown(self._dialect, _inbox).returning(
            _inbox.c.bot, _inbox.c.update_id
        )
        rows = [
            {
                "bot": update.bot,
                "update_id": update.id,
                "conversation": update.conversation,
                "payload": update.payload,
                "at": at,
            }
            for update in updates
        ]
        kept = {tuple(row) for row in await self._connection.execute(statement, rows)}
        first = {(update.bot, update.id): update for update in reversed(updates)}
        return [
            update
            for update in updates
            if (update.bot, update.id) in kept and first[update.bot, update.id] is update
        ]

    async def waiting(self, conversation: str, limit: int = 20) -> Sequence[Update]:
        """A conversation's unhandled updates, oldest first."""
        parameters = {"conversation": conversation, "limit": limit}
        return [Update(*row) for row in await self._connection.execute(_waiting, parameters)]

    async def conversations(self) -> Sequence[str]:
        """The conversations that have unhandled updates, the one that waits longest first."""
        return list(await self._connection.scalars(_conversations))

    async def done(self, bot: int, update: int, at: datetime) -> bool:
        """Marks one handled; False when it already was: then the caller must not commit."""
        parameters = {"of_bot": bot, "number": update, "now": at}
        return (await self._connection.execute(_done, parameters)).rowcount > 0

    async def failed(self, bot: int, update: int, reason: str, tries: int) -> bool:
        """Counts a failed try with its reason; True when `tries` were made and it is set aside."""
        parameters = {"of_bot": bot, "number": update, "why": reason, "most": tries}
        return bool(await self._connection.scalar(_failed, parameters))

    async def set_aside_count(self) -> int:
        """How many updates were set aside."""
        return await self._connection.scalar(_set_aside_count) or 0

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        """Updates that were set aside, the newest first."""
        rows = await self._connection.execute(_given_up, {"limit": limit})
        return [GivenUp(f"update {row.update_id}", row.reason or "") for row in rows]

    async def try_again(self) -> int:
        """Puts back what was set aside, as if it were new. Returns how many."""
        return (await self._connection.execute(_try_again)).rowcount
