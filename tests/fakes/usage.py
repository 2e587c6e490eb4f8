"""What the models took, in memory."""

from collections.abc import Callable, Mapping
from datetime import date

from orchestration.ports.models import Usage
from orchestration.ports.usage import Spent
from tests.fakes.kept import Kept
from tests.fakes.rows import View

Key = tuple[int, str, date, str]


class FakeUsageBook:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.usage)

    async def add(self, ticket: int, specialist: str, model: str, day: date, usage: Usage) -> None:
        key = (ticket, specialist, day, model)
        self.rows.put(key, self.rows.rows.get(key, Usage()) + usage)

    async def spent(self, ticket: int, specialist: str, day: date) -> Spent:
        on_ticket = self._of(lambda key: key[:2] == (ticket, specialist))
        on_day = self._of(lambda key: key[1:3] == (specialist, day))
        none = Usage()
        return Spent(on_ticket.get(specialist, none).tokens, on_day.get(specialist, none).tokens)

    async def of_ticket(self, ticket: int) -> Mapping[str, Usage]:
        return self._of(lambda key: key[0] == ticket)

    async def of_day(self, day: date) -> Mapping[str, Usage]:
        return self._of(lambda key: key[2] == day)

    def _of(self, wanted: Callable[[Key], bool]) -> dict[str, Usage]:
        taken: dict[str, Usage] = {}
        for key, usage in sorted(self.rows.rows.items(), key=lambda row: row[0]):
            if wanted(key):
                taken[key[1]] = taken.get(key[1], Usage()) + usage
        return taken
