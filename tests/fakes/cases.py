"""What is known of tickets' matters, in memory."""

from collections.abc import Sequence

from orchestration.workflows.case import CaseRecord
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeCases:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.cases)

    async def of(self, ticket: int) -> CaseRecord | None:
        return self.rows.rows.get(ticket)

    async def keep(self, case: CaseRecord) -> None:
        self.rows.put(case.ticket, case)

    def wipe(self, tickets: Sequence[int]) -> None:
        for ticket in tickets:
            self.rows.drop(ticket)
