"""Links between messages in Telegram and the entries that they show."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select

from orchestration.content import MessageRef
from orchestration.ports import Side
from orchestration.timeline import EntryRef
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown

_link = tables.message_link

_entries_of = (
    select(_link.c.ticket_id, _link.c.entry_seq)
    .where(_link.c.chat == bindparam("chat"), _link.c.message == bindparam("message"))
    .order_by(_link.c.ticket_id, _link.c.entry_seq)
)
_shown = (
    select(_link.c.entry_seq)
    .distinct()
    .where(
        _link.c.ticket_id == bindparam("ticket"),
        _link.c.side == bindparam("side", type_=_link.c.side.type),
    )
    .order_by(_link.c.entry_seq)
)
_messages_of = (
    select(_link.c.chat, _link.c.message)
    .where(
        _link.c.ticket_id == bindparam("ticket"),
        _link.c.entry_seq == bindparam("seq"),
        _link.c.side == bindparam("side", type_=_link.c.side.type),
    )
    .order_by(_link.c.chat, _link.c.message)
)

_forget = delete(_link).where(
    _link.c.chat == bindparam("in_chat"), _link.c.message == bindparam("number")
)


class SqlLinks(Repository):
    """Which messages in Telegram show which entry."""

    async def add(self, message: MessageRef, entry: EntryRef, side: Side) -> None:
        """Remembers that `message` shows `entry`, too; a repetition changes nothing."""
        row = {
            "chat": message.chat,
            "message": message.message,
            "ticket_id": entry.ticket,
            "entry_seq": entry.seq,
            "side": side,
        }
        await self._connection.execute(insert_unknown(self._dialect, _link), row)

    async def entry_of(self, message: MessageRef) -> EntryRef | None:
        """What a message shows; of several entries the first."""
        return next(iter(await self.entries_of(message)), None)

    async def entries_of(self, message: MessageRef) -> Sequence[EntryRef]:
        """All that a message shows, oldest first."""
        parameters = {"chat": message.chat, "message": message.message}
        rows = await self._connection.execute(_entries_of, parameters)
        return [EntryRef(row.ticket_id, row.entry_seq) for row in rows]

    async def shown(self, ticket: int, side: Side) -> Sequence[int]:
        """The `seq` of each of a ticket's entries that is shown on one side, oldest first."""
        return list(await self._connection.scalars(_shown, {"ticket": ticket, "side": side}))

    async def forget(self, message: MessageRef) -> None:
        """The message is gone: it shows nothing any more."""
        parameters = {"in_chat": message.chat, "number": message.message}
        await self._connection.execute(_forget, parameters)

    async def messages_of(self, entry: EntryRef, side: Side) -> Sequence[MessageRef]:
        """Where an entry is shown on one side, by chat and then in the order of the messages."""
        parameters = {"ticket": entry.ticket, "seq": entry.seq, "side": side}
        rows = await self._connection.execute(_messages_of, parameters)
        return [MessageRef(row.chat, row.message) for row in rows]
