"""Who may not write, in memory."""

from dataclasses import replace

from orchestration.errors import StaleTicket
from orchestration.ports.bans import Ban
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeBans:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.bans)

    async def of(self, customer: int) -> Ban | None:
        return self.rows.rows.get(customer)

    async def add(self, ban: Ban) -> None:
        if ban.customer in self.rows.rows:
            raise StaleTicket
        self.rows.put(ban.customer, ban)

    async def count(self, customer: int) -> None:
        found = self.rows.rows.get(customer)
        if found is not None:
            self.rows.put(customer, replace(found, withheld=found.withheld + 1))

    async def lift(self, customer: int) -> Ban | None:
        found = self.rows.rows.get(customer)
        self.rows.drop(customer)
        return found
