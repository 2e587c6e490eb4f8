"""What staff corrected of the router's work, in memory."""

from collections.abc import Sequence

from orchestration.ports.corrections import Correction
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeCorrections:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.corrections)

    async def keep(self, correction: Correction) -> None:
        self.rows.put((correction.ticket, correction.upto), correction)

    async def newest(self, limit: int = 1000) -> Sequence[Correction]:
        known = self.rows.rows.values()
        newest = sorted(known, key=lambda one: (one.at, one.ticket, one.upto), reverse=True)
        return newest[:limit]

    def wipe(self, tickets: Sequence[int]) -> None:
        for key in [each for each in self.rows.rows if each[0] in tickets]:
            self.rows.drop(key)
