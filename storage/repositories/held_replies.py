"""Words for the customer that wait for someone's decision."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from orchestration.content import MessageRef
from orchestration.ports import HeldReply
from orchestration.timeline import EntryRef
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_held = tables.held_reply

_of = (
    select(_held)
    .where(_held.c.ticket_id == bindparam("ticket"))
    .order_by(_held.c.ticket_id, _held.c.entry_seq)
)
_take = delete(_held).where(
    _held.c.chat == bindparam("its_chat"),
    _held.c.message == bindparam("its_message"),
    _held.c.entry_seq == bindparam("its_entry"),
    _held.c.suggestion.is_not_distinct_from(
        bindparam("its_suggestion", type_=_held.c.suggestion.type)
    ),
)


class SqlHeldReplies(Repository):
    """What waits for a decision; what was decided is in the timeline only."""

    async def keep(self, held: HeldReply) -> None:
        """Inserts it, or replaces what is kept of its message."""
        row = {
            "chat": held.message.chat,
            "message": held.message.message,
            "ticket_id": held.entry.ticket,
            "entry_seq": held.entry.seq,
            "album": held.album,
            "suggestion": held.suggestion,
            "aloud": held.aloud,
        }
        await self._connection.execute(replace(self._dialect, _held), row)

    async def of(self, ticket: int) -> Sequence[HeldReply]:
        """All that waits on a ticket, in the order in which it was held."""
        return [_held_of(row) for row in await self._connection.execute(_of, {"ticket": ticket})]

    async def take(self, held: HeldReply) -> bool:
        """Removes exactly this; False when it was decided or suggested meanwhile."""
        parameters = {
            "its_chat": held.message.chat,
            "its_message": held.message.message,
            "its_entry": held.entry.seq,
            "its_suggestion": held.suggestion,
        }
        return (await self._connection.execute(_take, parameters)).rowcount > 0


def _held_of(row: Row[Any]) -> HeldReply:
    return HeldReply(
        MessageRef(row.chat, row.message),
        EntryRef(row.ticket_id, row.entry_seq),
        row.album,
        row.suggestion,
        row.aloud,
    )
