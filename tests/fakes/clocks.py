"""The clocks of service levels, in memory."""

from collections.abc import Sequence

from orchestration.sla.clocks import SlaClock
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeClocks:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.clocks)

    async def of(self, ticket: int) -> Sequence[SlaClock]:
        return sorted(self.rows.rows.get(ticket, ()), key=lambda clock: clock.kind)

    async def keep(self, ticket: int, clocks: Sequence[SlaClock]) -> None:
        if clocks:
            self.rows.put(ticket, tuple(clocks))
        else:
            self.rows.drop(ticket)

    async def tickets(self, after: int, limit: int) -> Sequence[int]:
        return sorted(number for number in self.rows.rows if number > after)[:limit]
