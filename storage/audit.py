"""The whole audit as JSON lines: every entry of every timeline, and the record of the desk."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from sqlalchemy import Connection, Row, bindparam, select, tuple_

from orchestration.audit import Audited, Auditor
from orchestration.timeline import Audience
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
_record = tables.desk_record
_later = select(_record).where(_record.c.id > bindparam("last")).order_by(_record.c.id).limit(_PAGE)


async def export(address: str, out: TextIO, ticket: int | None = None) -> int:
    """Writes a line of JSON for each entry, of one ticket or of all; returns how many.

    After all tickets comes what happened on none: who gave whom which role.

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
    if ticket is None:
        for row in _records(connection):
            out.write(json.dumps(_record_line(row)) + "\n")
            count += 1
    return count


def _records(connection: Connection) -> Iterator[Row[Any]]:
    page: Sequence[Row[Any]] = connection.execute(_later, {"last": 0}).all()
    while page:
        yield from page
        page = connection.execute(_later, {"last": page[-1].id}).all()


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


def _record_line(row: Row[Any]) -> dict[str, Any]:
    return {
        "ticket": None,
        "seq": row.id,
        "at": row.at.isoformat(),
        "actor": json.loads(ACTOR.dump(row.actor)),
        "audience": Audience.INTERNAL.value,
        "event": {
            "person": row.person_id,
            "name": row.person_name,
            "role": row.role.value,
            "skills": row.skills.split(),
            "kind": "role_given",
        },
        "move": None,
        "intervention": False,
    }
