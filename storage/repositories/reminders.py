"""What people want to be reminded of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, or_, select, update

from orchestration.clock.reminders import Reminder
from storage import tables
from storage.repositories.base import Repository

_reminder = tables.reminder
_columns = _reminder.c
_instant = _columns.due_at.type

_insert = insert(_reminder).returning(_columns.id)
_exactly = (
    _columns.id == bindparam("number"),
    _columns.due_at == bindparam("then", type_=_instant),
)
_swap = update(_reminder).where(*_exactly)
_take = delete(_reminder).where(*_exactly)
_get = select(_reminder).where(_columns.id == bindparam("number"))
_listed = select(_reminder).order_by(_columns.due_at, _columns.id)
# Said in the indexes' own words, or they are not used.
_of_ticket = _listed.where(
    _columns.ticket_id == bindparam("ticket"), _columns.ticket_id.is_not(None)
)
_of_person = _listed.where(
    or_(
        _columns.by_id == bindparam("person"),
        (_columns.person_id == bindparam("person")) & _columns.person_id.is_not(None),
    )
)
_of_name = _listed.where(_columns.whom == bindparam("name"), _columns.person_id.is_(None))
_give = (
    update(_reminder)
    .where(_columns.ticket_id == bindparam("ticket"), _columns.ticket_id.is_not(None))
    .values(ticket_id=bindparam("to"))
)
_due = _listed.where(_columns.due_at <= bindparam("now", type_=_instant)).limit(bindparam("limit"))
_next_due = select(func.min(_columns.due_at))


class SqlReminders(Repository):
    """What people want to be reminded of."""

    async def add(self, reminder: Reminder) -> Reminder:
        """Keeps it, and returns it with its number."""
        fixed = {
            "by_id": reminder.by,
            "by_name": reminder.by_name,
            "ticket_id": reminder.ticket,
        }
        row = (await self._connection.execute(_insert, fixed | _row_of(reminder))).one()
        return replace(reminder, id=row.id)

    async def get(self, number: int) -> Reminder | None:
        """The one of that number."""
        row = (await self._connection.execute(_get, {"number": number})).one_or_none()
        return _reminder_of(row) if row else None

    async def swap(self, former: Reminder, reminder: Reminder) -> bool:
        """Puts it in the place of exactly that one; False when that was taken or moved."""
        parameters = _key(former) | _row_of(reminder)
        return (await self._connection.execute(_swap, parameters)).rowcount > 0

    async def take(self, reminder: Reminder) -> bool:
        """Removes exactly this one; False when it was taken or moved meanwhile."""
        return (await self._connection.execute(_take, _key(reminder))).rowcount > 0

    async def of_ticket(self, ticket: int) -> Sequence[Reminder]:
        """Those of a ticket, the next one first."""
        return await self._read(_of_ticket, {"ticket": ticket})

    async def of_person(self, person: int) -> Sequence[Reminder]:
        """Those that someone set, or that are for them, the next one first."""
        return await self._read(_of_person, {"person": person})

    async def of_name(self, whom: str) -> Sequence[Reminder]:
        """Those for whoever that name means, the next one first."""
        return await self._read(_of_name, {"name": whom})

    async def give(self, ticket: int, to: int) -> None:
        """All those of a ticket are of ticket `to` from now on."""
        await self._connection.execute(_give, {"ticket": ticket, "to": to})

    async def due(self, now: datetime, limit: int = 100) -> Sequence[Reminder]:
        """What is due at `now`, the longest due first."""
        return await self._read(_due, {"now": now, "limit": limit})

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        earliest: datetime | None = await self._connection.scalar(_next_due)
        return earliest

    async def _read(self, statement: Any, parameters: Mapping[str, Any]) -> Sequence[Reminder]:  # noqa: ANN401
        rows = await self._connection.execute(statement, dict(parameters))
        return [_reminder_of(row) for row in rows]


def _key(reminder: Reminder) -> dict[str, Any]:
    return {"number": reminder.id, "then": reminder.due_at}


def _row_of(reminder: Reminder) -> dict[str, Any]:
    """What may change."""
    return {
        "due_at": reminder.due_at,
        "zone": reminder.zone,
        "words": reminder.words,
        "whom": reminder.whom,
        "person_id": reminder.person,
        "said": reminder.said,
        "rule": reminder.rule,
        "unless_written": reminder.unless_written,
        "with_conversation": reminder.with_conversation,
    }


def _reminder_of(row: Row[Any]) -> Reminder:
    return Reminder(
        id=row.id,
        due_at=row.due_at,
        zone=row.zone,
        words=row.words,
        by=row.by_id,
        by_name=row.by_name,
        whom=row.whom,
        person=row.person_id,
        ticket=row.ticket_id,
        said=row.said,
        rule=row.rule,
        unless_written=row.unless_written,
        with_conversation=row.with_conversation,
    )
