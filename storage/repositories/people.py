"""People: a row each, replaced whenever more is known."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from orchestration.people import Person
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_person = tables.person

_get = select(_person).where(_person.c.id == bindparam("person"))
_by_username = select(_person).where(_person.c.username_folded == bindparam("username"))
_staff = select(_person).where(_person.c.role.is_not(None)).order_by(_person.c.id)
_lose_username = (
    update(_person)
    .where(_person.c.username_folded == bindparam("lost"), _person.c.id != bindparam("person"))
    .values(username=None, username_folded=None)
)


class SqlPeople(Repository):
    """Everyone the desk has seen."""

    async def learn(self, person: Person) -> None:
        """Inserts or replaces what is known of someone.

        A user name belongs to one person at a time, so whoever else had it has lost it: to
        mention them by it would call someone else.
        """
        folded = person.username.lower() if person.username else None
        if folded:
            await self._connection.execute(_lose_username, {"lost": folded, "person": person.id})
        row = {
            "id": person.id,
            "name": person.name,
            "username": person.username if folded else None,
            "username_folded": folded,
            "language": person.language,
            "role": person.role,
            "reachable": person.reachable,
            "hints": person.hints,
            "by_group": person.by_group,
            "granted": person.granted,
            "skills": " ".join(person.skills),
            "chosen_language": person.chosen_language,
        }
        await self._connection.execute(replace(self._dialect, _person), row)

    async def get(self, person: int) -> Person | None:
        """Who has that id."""
        row = (await self._connection.execute(_get, {"person": person})).one_or_none()
        return _person_of(row) if row else None

    async def by_username(self, username: str) -> Person | None:
        """Who has that user name, whatever its case; the last one seen with it."""
        rows = await self._connection.execute(_by_username, {"username": username.lower()})
        row = rows.one_or_none()
        return _person_of(row) if row else None

    async def supervisors(self) -> Sequence[Person]:
        """All who supervise, by id."""
        return [person for person in await self.staff() if person.role and person.role.supervises]

    async def staff(self) -> Sequence[Person]:
        """All who have a role, by id."""
        return [_person_of(row) for row in await self._connection.execute(_staff)]


def _person_of(row: Row[Any]) -> Person:
    return Person(
        row.id,
        row.name,
        row.username,
        row.language,
        row.role,
        row.reachable,
        row.hints,
        row.by_group,
        row.granted,
        tuple(row.skills.split()),
        row.chosen_language,
    )
