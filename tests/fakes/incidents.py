"""Incidents in memory."""

from collections.abc import Sequence

from orchestration.ports.incidents import Incident
from tests.fakes.desk import FakeTickets
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeIncidents:
    def __init__(self, kept: Kept, tickets: FakeTickets) -> None:
        self.rows = View(kept.incidents)
        self._numbers = tickets.numbers

    async def next_number(self) -> int:
        number = self._numbers.rows.get("incident", 0) + 1
        self._numbers.put("incident", number)
        return number

    async def get(self, number: int) -> Incident | None:
        return self.rows.rows.get(number)

    async def save(self, incident: Incident) -> None:
        self.rows.put(incident.number, incident)

    async def newest(self, limit: int) -> Sequence[Incident]:
        return [row for _, row in sorted(self.rows.rows.items(), reverse=True)][:limit]
