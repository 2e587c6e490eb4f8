"""Notices: what waits for each person, and what they want to be told when."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from sqlalchemy import bindparam, delete, select

from orchestration.status import Status
from orchestration.telling.notice import Habits, Notice, Rule
from orchestration.timeline import EntryRef
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown, replace

_notice, _rule, _habits = tables.notice, tables.notice_rule, tables.notice_habits

_waiting = (
    select(_notice)
    .where(_notice.c.person_id == bindparam("person"))
    .order_by(_notice.c.ticket_id, _notice.c.entry_seq)
)
_remove = delete(_notice).where(
    _notice.c.person_id == bindparam("person"),
    _notice.c.ticket_id == bindparam("ticket"),
    _notice.c.entry_seq == bindparam("seq"),
)
_rules_of = (
    select(_rule)
    .where(_rule.c.person_id == bindparam("person"))
    .order_by(_rule.c.scope, _rule.c.interest, _rule.c.status)
)
_rules_about = (
    select(_rule)
    .where(_rule.c.scope.in_(bindparam("scopes", expanding=True)))
    .order_by(_rule.c.person_id, _rule.c.scope, _rule.c.interest, _rule.c.status)
)
_forget_rule = delete(_rule).where(
    _rule.c.person_id == bindparam("person"),
    _rule.c.scope == bindparam("where"),
    _rule.c.interest == bindparam("what", type_=_rule.c.interest.type),
    _rule.c.status == bindparam("reached"),
)
_habits_of = select(_habits).where(_habits.c.person_id == bindparam("person"))


class SqlNotices(Repository):
    """What waits to be told to each person, and what they want to be told when."""

    async def add(self, *notices: Notice) -> None:
        """Adds them; of one person and entry the first stays."""
        rows = [
            {
                "person_id": notice.person,
                "ticket_id": notice.entry.ticket,
                "entry_seq": notice.entry.seq,
                "cause": notice.cause,
                "due_at": notice.due_at,
                "needed": notice.needed,
            }
            for notice in notices
        ]
        if rows:
            await self._connection.execute(insert_unknown(self._dialect, _notice), rows)

    async def waiting(self, person: int) -> Sequence[Notice]:
        """What waits for someone, by ticket and entry."""
        rows = await self._connection.execute(_waiting, {"person": person})
        return [
            Notice(
                person,
                EntryRef(row.ticket_id, row.entry_seq),
                row.cause,
                row.due_at,
                row.needed,
            )
            for row in rows
        ]

    async def remove(self, person: int, notices: Sequence[Notice]) -> None:
        """These wait no more."""
        keys = [
            {"person": person, "ticket": one.entry.ticket, "seq": one.entry.seq} for one in notices
        ]
        if keys:
            await self._connection.execute(_remove, keys)

    async def rules_of(self, person: int) -> Sequence[Rule]:
        """What one person said, by scope, interest and status."""
        return [_rule_of(r) for r in await self._connection.execute(_rules_of, {"person": person})]

    async def rules_about(self, scopes: Sequence[str]) -> Sequence[Rule]:
        """What anybody said of these scopes."""
        rows = await self._connection.execute(_rules_about, {"scopes": list(scopes)})
        return [_rule_of(row) for row in rows]

    async def keep_rule(self, rule: Rule) -> None:
        """Inserts it, or replaces the person's rule of that interest, scope and status."""
        row = {
            "person_id": rule.person,
            "scope": rule.scope,
            "interest": rule.interest,
            "status": rule.status or "",
            "wanted": rule.wanted,
        }
        await self._connection.execute(replace(self._dialect, _rule), row)

    async def forget_rule(self, rule: Rule) -> None:
        """Forgets the person's rule of that interest, scope and status, if there is one."""
        key = {
            "person": rule.person,
            "where": rule.scope,
            "what": rule.interest,
            "reached": rule.status or "",
        }
        await self._connection.execute(_forget_rule, key)

    async def habits_of(self, person: int) -> Habits:
        """When that person wants to be told; the usual habits, until they say otherwise."""
        row = (await self._connection.execute(_habits_of, {"person": person})).one_or_none()
        if row is None:
            return Habits()
        first, last, digest = map(_time, (row.quiet_from, row.quiet_until, row.digest_at))
        quiet = (first, last) if first is not None and last is not None else None
        return Habits(row.zone, quiet, digest)

    async def keep_habits(self, person: int, habits: Habits) -> None:
        """Replaces a person's habits."""
        first, last = habits.quiet or (None, None)
        row = {
            "person_id": person,
            "zone": habits.zone,
            "quiet_from": _minutes(first),
            "quiet_until": _minutes(last),
            "digest_at": _minutes(habits.digest),
        }
        await self._connection.execute(replace(self._dialect, _habits), row)


def _rule_of(row: Any) -> Rule:  # noqa: ANN401 - a row is what its statement selects
    status = Status(row.status) if row.status else None
    return Rule(row.person_id, row.interest, row.wanted, row.scope, status)


def _minutes(of_day: time | None) -> int | None:
    return None if of_day is None else of_day.hour * 60 + of_day.minute


def _time(minutes: int | None) -> time | None:
    return None if minutes is None else time(*divmod(minutes, 60))
