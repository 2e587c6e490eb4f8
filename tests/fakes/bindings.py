"""Whose record is whose, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.errors import StaleTicket
from orchestration.ports.bindings import Binding, PastBinding, Verification
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeBindings:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.bindings)
        self.ended = View(kept.past_bindings)

    async def of(self, customer: int) -> Binding | None:
        return self.rows.rows.get(customer)

    async def add(self, binding: Binding) -> None:
        if binding.customer in self.rows.rows:
            raise StaleTicket
        self.rows.put(binding.customer, binding)

    async def end(self, customer: int, by: str, at: datetime) -> Binding | None:
        held = self.rows.rows.get(customer)
        if held is not None:
            self.rows.drop(customer)
            self.ended.put(customer, (*await self.past(customer), PastBinding(held, at, by)))
        return held

    async def past(self, customer: int) -> Sequence[PastBinding]:
        return self.ended.rows.get(customer, ())

    async def forget(self, customer: int) -> None:
        self.rows.drop(customer)
        self.ended.drop(customer)


class FakeVerifications:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.verifications)

    async def of(self, customer: int) -> Verification | None:
        return self.rows.rows.get(customer)

    async def keep(self, verification: Verification) -> None:
        known = self.rows.rows.get(verification.customer.id)
        if (known.version if known else 0) != verification.version:
            raise StaleTicket
        kept = replace(verification, version=verification.version + 1)
        self.rows.put(verification.customer.id, kept)

    async def waiting(self, limit: int = 100) -> Sequence[int]:
        waits = sorted(key for key, row in self.rows.rows.items() if row.shown is not None)
        return waits[:limit]

    async def forget(self, customer: int) -> None:
        self.rows.drop(customer)
