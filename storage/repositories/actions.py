"""What was read of the business systems, and the writes to them on their way."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from orchestration.actions.action import Action, digest_of
from orchestration.actions.undertaking import Undertaking
from orchestration.errors import StaleTicket
from orchestration.ports.evidence import RecordedRead
from orchestration.timeline import EntryRef
from storage import tables
from storage.repositories.base import Repository

_read, _under = tables.recorded_read, tables.undertaking

_reads_of = select(_read).where(_read.c.ticket_id == bindparam("ticket")).order_by(_read.c.id)
_named = (_under.c.ticket_id == bindparam("ticket"), _under.c.seq == bindparam("number"))
_get = select(_under).where(*_named)
_of = select(_under).where(_under.c.ticket_id == bindparam("ticket")).order_by(_under.c.seq)
_about = (
    select(_under)
    .where(
        _under.c.record == bindparam("of_record"),
        _under.c.proposed_at >= bindparam("since", type_=_under.c.proposed_at.type),
    )
    .order_by(_under.c.proposed_at, _under.c.ticket_id, _under.c.seq)
)
_CHANGING = (
    *("progress", "decision", "approvals", "until", "reminded"),
    *("attempts", "tried_at", "reference", "result", "version"),
)
_save = (
    update(_under)
    .where(*_named, _under.c.version == bindparam("known"))
    .values({name: bindparam(f"new_{name}", type_=_under.c[name].type) for name in _CHANGING})
)


class SqlEvidence(Repository):
    """The reads of each ticket."""

    async def add(self, read: RecordedRead) -> None:
        """Keeps a read."""
        row = {
            "ticket_id": read.ticket,
            "tool": read.tool,
            "arguments": read.arguments,
            "record": read.record,
            "read_at": read.read_at,
            "found": read.found,
            "data": read.data,
        }
        await self._connection.execute(insert(_read), row)

    async def of(self, ticket: int) -> Sequence[RecordedRead]:
        """The newest read of each tool with each set of arguments, the oldest first."""
        newest: dict[tuple[str, str], RecordedRead] = {}
        for row in await self._connection.execute(_reads_of, {"ticket": ticket}):
            key = row.tool, digest_of(row.arguments)
            newest.pop(key, None)
            newest[key] = _read_of(row)
        return [*newest.values()]


class SqlActions(Repository):
    """Actions on their way."""

    async def add(self, undertaking: Undertaking) -> None:
        """Keeps a new one."""
        undertaking.version = 1
        named = {"ticket_id": undertaking.ref.ticket, "seq": undertaking.ref.seq}
        row = {
            **named,
            "tool": undertaking.action.tool,
            "arguments": undertaking.action.arguments,
            "record": undertaking.record,
            "amount": undertaking.amount,
            "proposed_by": undertaking.proposed_by,
            "proposed_at": undertaking.proposed_at,
            "workflow": undertaking.workflow,
            "step": undertaking.step,
            **_changing(undertaking),
        }
        await self._connection.execute(insert(_under), row)

    async def get(self, ref: EntryRef) -> Undertaking | None:
        """The one that this entry proposed."""
        rows = await self._connection.execute(_get, {"ticket": ref.ticket, "number": ref.seq})
        row = rows.one_or_none()
        return _undertaking_of(row) if row else None

    async def of(self, ticket: int) -> Sequence[Undertaking]:
        """A ticket's, the oldest first."""
        return [
            _undertaking_of(row) for row in await self._connection.execute(_of, {"ticket": ticket})
        ]

    async def about(self, record: str, since: datetime) -> Sequence[Undertaking]:
        """Those for a record that were proposed since then, on whatever ticket."""
        parameters = {"of_record": record, "since": since}
        return [_undertaking_of(row) for row in await self._connection.execute(_about, parameters)]

    async def save(self, undertaking: Undertaking) -> None:
        """Keeps how far it is; raises `StaleTicket` where another writer was first."""
        known = undertaking.version
        undertaking.version += 1
        parameters = {
            "ticket": undertaking.ref.ticket,
            "number": undertaking.ref.seq,
            "known": known,
            **{f"new_{name}": value for name, value in _changing(undertaking).items()},
        }
        done = await self._connection.execute(_save, parameters)
        if not done.rowcount:
            raise StaleTicket


def _changing(undertaking: Undertaking) -> dict[str, Any]:
    return {name: getattr(undertaking, name) for name in _CHANGING}


def _read_of(row: Row[Any]) -> RecordedRead:
    return RecordedRead(
        row.ticket_id, row.tool, row.arguments, row.record, row.read_at, row.data, row.found
    )


def _undertaking_of(row: Row[Any]) -> Undertaking:
    return Undertaking(
        EntryRef(row.ticket_id, row.seq),
        Action(row.tool, row.arguments),
        row.record,
        row.amount,
        row.proposed_by,
        row.proposed_at,
        row.decision,
        row.progress,
        row.workflow,
        row.step,
        row.approvals,
        row.until,
        row.reminded,
        row.attempts,
        row.tried_at,
        row.reference,
        row.result,
        row.version,
    )
