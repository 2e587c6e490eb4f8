"""Customers before there is a ticket, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.customers.pace import Pace
from orchestration.errors import StaleTicket
from orchestration.ports.reception import Reception
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakePaces:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.paces)

    async def of(self, customer: int) -> Pace:
        return self.rows.rows.get(customer) or Pace(customer)

    async def keep(self, pace: Pace) -> None:
        self.rows.put(pace.customer, pace)

    async def forget(self, customer: int) -> None:
        self.rows.drop(customer)


class FakeReceptions:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.receptions)

    async def of(self, customer: int) -> Reception | None:
        return self.rows.rows.get(customer)

    async def keep(self, reception: Reception) -> None:
        self._check(reception)
        following = replace(reception, version=reception.version + 1)
        self.rows.put(reception.customer.id, following)

    async def end(self, reception: Reception) -> None:
        self._check(reception)
        self.rows.drop(reception.customer.id)

    async def forget(self, customer: int) -> None:
        self.rows.drop(customer)

    async def due(self, now: datetime, limit: int = 100) -> Sequence[Reception]:
        due = [one for one in self.rows.rows.values() if one.due_at <= now]
        return sorted(due, key=lambda one: (one.due_at, one.customer.id))[:limit]

    async def next_due(self) -> datetime | None:
        return min((one.due_at for one in self.rows.rows.values()), default=None)

    def _check(self, reception: Reception) -> None:
        known = self.rows.rows.get(reception.customer.id)
        if (known.version if known else 0) != reception.version:
            raise StaleTicket
