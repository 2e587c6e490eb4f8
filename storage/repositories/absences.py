"""Who of the staff is away: a row each, until they are back."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, delete, select

from orchestration.team.absence import Absence
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_absence = tables.absence

_of = (
    select(_absence)
    .where(_absence.c.person_id.in_(bindparam("people", expanding=True)))
    .order_by(_absence.c.person_id)
)
_end = (
    delete(_absence)
    .where(_absence.c.person_id == bindparam("person"))
    .returning(_absence.c.person_id, _absence.c.until)
)


class SqlAbsences(Repository):
    """Who said that they are away; one that is over stays until it is ended or replaced."""

    async def keep(self, absence: Absence) -> None:
        """Inserts it, or replaces the person's."""
        row = {"person_id": absence.person, "until": absence.until}
        await self._connection.execute(replace(self._dialect, _absence), row)

    async def end(self, person: int) -> Absence | None:
        """Forgets the person's absence and returns it, if there was one."""
        row = (await self._connection.execute(_end, {"person": person})).one_or_none()
        return Absence(row.person_id, row.until) if row else None

    async def of(self, people: Collection[int]) -> Sequence[Absence]:
        """The absences of these people, by id."""
        rows = await self._connection.execute(_of, {"people": list(people)})
        return [Absence(row.person_id, row.until) for row in rows]
