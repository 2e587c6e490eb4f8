"""The whole audit as JSON lines: every entry of every timeline, ticket by ticket."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from sqlalchemy import Connection, Row, bindparam, select, tuple_

from orchestration.audit import Audited, Auditor
from storage import tables
from storage.codec import ACTOR, EVENT
from storage.reading import reader
from storage.repositories.timeline import entry_of

#: So many entries are read at a time.
_PAGE = 1000

_entry = tables.timeline_entry
_key = tuple_(_entry.c.ticket_id, _entry.c.seq)
_after = (
    select(_entry)
    .where(_key > tuple_(bindparam("ticket"), bindparam("seq")))
    .where(_entry.c.ticket_id <= bindparam("last"))
    .order_by(_entry.c.ticket_id, _entry.c.seq)
    .limit(_PAGE)
)
_ALL = 2**63 - 1


async def export(address: str, out: TextIO, ticket: int | None = None) -> int:
    """Writes a line of JSON for each entry, of one ticket or of all; returns how many.

    Raises what `reader` raises.
    """
    async with reader(address) as connection:
        return await connection.run_sync(_export, out, ticket)


def _export(connection: Connection, out: TextIO, ticket: int | None) -> int:
    auditor, current, count = Auditor(), 0, 0
    for row in _rows(connection, ticket):
        if row.ticket_id != current:
            auditor, current = Auditor(), row.ticket_id
        for audited in auditor.read([entry_of(row)]):
            out.write(json.dumps(_line(audited)) + "\n")
            count += 1
    return count


def _rows(connection: Connection, ticket: int | None) -> Iterator[Row[Any]]:
    where = {"ticket": ticket or 0, "seq": 0, "last": ticket or _ALL}
    page: Sequence[Row[Any]] = connection.execute(_after, where).all()
    while page:
        yield from page
        where |= {"ticket": page[-1].ticket_id, "seq": page[-1].seq}
        page = connection.execute(_after, where).all()


def _line(audited: Audited) -> dict[str, Any]:
    entry = audited.entry
    move = entry.move
    return {
        "ticket": entry.ticket,
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "actor": json.loads(ACTOR.dump(entry.actor)),
        "audience": entry.audience.value,
        "event": json.loads(EVENT.dump(entry.event)),
        "move": {"before": move.before.value, "after": move.after.value} if move else None,
        "intervention": audited.intervention,
    }
