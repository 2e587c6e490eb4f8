"""What people want to be reminded of, in memory."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.clock.reminders import Reminder
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeReminders:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.reminders)
        self._numbers = kept.reminder_ids

    async def add(self, reminder: Reminder) -> Reminder:
        numbered = replace(reminder, id=next(self._numbers))
        self.rows.put(numbered.id, numbered)
        return numbered

    async def get(self, number: int) -> Reminder | None:
        return self.rows.rows.get(number)

    async def swap(self, former: Reminder, reminder: Reminder) -> bool:
        known = self._exactly(former)
        if known is None:
            return False
        by, name, ticket = known.by, known.by_name, known.ticket
        self.rows.put(known.id, replace(reminder, id=known.id, by=by, by_name=name, ticket=ticket))
        return True

    async def take(self, reminder: Reminder) -> bool:
        known = self._exactly(reminder)
        self.rows.drop(reminder.id if known else 0)
        return known is not None

    async def of_ticket(self, ticket: int) -> Sequence[Reminder]:
        return self._those(lambda one: one.ticket == ticket)

    async def of_person(self, person: int) -> Sequence[Reminder]:
        return self._those(lambda one: person in {one.by, one.person})

    async def of_name(self, whom: str) -> Sequence[Reminder]:
        return self._those(lambda one: one.person is None and one.whom == whom)

    async def give(self, ticket: int, to: int) -> None:
        for one in await self.of_ticket(ticket):
            self.rows.put(one.id, replace(one, ticket=to))

    def wipe(self, tickets: Sequence[int]) -> None:
        for one in self._those(lambda one: one.ticket in tickets):
            self.rows.drop(one.id)

    async def due(self, now: datetime, limit: int = 100) -> Sequence[Reminder]:
        return self._those(lambda one: one.due_at <= now)[:limit]

    async def next_due(self) -> datetime | None:
        return min((one.due_at for one in self.rows.rows.values()), default=None)

    def _exactly(self, reminder: Reminder) -> Reminder | None:
        known = self.rows.rows.get(reminder.id)
        return known if known and known.due_at == reminder.due_at else None

    def _those(self, wanted: Callable[[Reminder], bool]) -> list[Reminder]:
        found = filter(wanted, self.rows.rows.values())
        return sorted(found, key=lambda one: (one.due_at, one.id))
