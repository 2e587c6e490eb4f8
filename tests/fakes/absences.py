"""Who is away, in memory."""

from collections.abc import Collection, Sequence

from orchestration.team.absence import Absence
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeAbsences:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.absences)

    async def keep(self, absence: Absence) -> None:
        self.rows.put(absence.person, absence)

    async def end(self, person: int) -> Absence | None:
        known = self.rows.rows.get(person)
        self.rows.drop(person)
        return known

    async def of(self, people: Collection[int]) -> Sequence[Absence]:
        return [row for _, row in sorted(self.rows.rows.items()) if row.person in people]
