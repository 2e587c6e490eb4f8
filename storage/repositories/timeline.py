"""The timeline: rows that are written once, with their ticket."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from orchestration.cases.searching import said_in, words_of
from orchestration.events import Change
from orchestration.timeline import Entry, EntryRef, Move
from storage import tables
from storage.repositories.base import Repository

_entry = tables.timeline_entry

_get = select(_entry).where(
    _entry.c.ticket_id == bindparam("ticket"), _entry.c.seq == bindparam("seq")
)
_of = (
    select(_entry)
    .where(_entry.c.ticket_id == bindparam("ticket"), _entry.c.seq > bindparam("after"))
    .order_by(_entry.c.seq)
    .limit(bindparam("limit"))
)
_newest_change = (
    select(_entry)
    .where(_entry.c.ticket_id == bindparam("ticket"), _entry.c.changes == bindparam("seq"))
    .order_by(_entry.c.seq.desc())
    .limit(1)
)
# Read backwards along the primary key: the newest message is rarely far from the end.
_last_customer_seq = (
    select(_entry.c.seq)
    .where(_entry.c.ticket_id == bindparam("ticket"), _entry.c.kind == "customer_wrote")
    .order_by(_entry.c.seq.desc())
    .limit(1)
)


class SqlTimeline(Repository):
    """Reading what happened; only saving a ticket writes it."""

    async def entry(self, ref: EntryRef) -> Entry:
        """One entry; raises `LookupError`."""
        rows = await self._connection.execute(_get, {"ticket": ref.ticket, "seq": ref.seq})
        row = rows.one_or_none()
        if row is None:
            msg = f"there is no {ref}"
            raise LookupError(msg)
        return entry_of(row)

    async def of(self, ticket: int, after: int = 0, limit: int = 100) -> Sequence[Entry]:
        """A ticket's entries with a `seq` above `after`, oldest first."""
        parameters = {"ticket": ticket, "after": after, "limit": limit}
        return [entry_of(row) for row in await self._connection.execute(_of, parameters)]

    async def newest_change(self, ref: EntryRef) -> Entry | None:
        """The last entry that changed what that one says."""
        rows = await self._connection.execute(
            _newest_change, {"ticket": ref.ticket, "seq": ref.seq}
        )
        row = rows.one_or_none()
        return entry_of(row) if row else None

    async def last_customer_seq(self, ticket: int) -> int:
        """The `seq` of the customer's newest message in a ticket, 0 when there is none."""
        return await self._connection.scalar(_last_customer_seq, {"ticket": ticket}) or 0


def entry_row(entry: Entry) -> dict[str, Any]:
    """An entry as its row."""
    return {
        "ticket_id": entry.ticket,
        "seq": entry.seq,
        "at": entry.at,
        "audience": entry.audience,
        "kind": entry.event.kind,
        "actor": entry.actor,
        "event": entry.event,
        "changes": entry.event.of if isinstance(entry.event, Change) else None,
        "words": " ".join(words_of(said_in(entry))) or None,
        "move_before": entry.move.before if entry.move else None,
        "move_after": entry.move.after if entry.move else None,
    }


def entry_of(row: Row[Any]) -> Entry:
    """A row as its entry."""
    return Entry(
        ticket=row.ticket_id,
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        audience=row.audience,
        event=row.event,
        move=None if row.move_before is None else Move(row.move_before, row.move_after),
    )
