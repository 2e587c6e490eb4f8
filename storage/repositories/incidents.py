"""Incidents: one row each."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, select

from orchestration.ports.incidents import Incident
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import count_up, replace

_incident = tables.incident

_get = select(_incident).where(_incident.c.number == bindparam("wanted"))
# All of them, in words that let SQLite say that it reads from the end of the key.
_newest = (
    select(_incident)
    .where(_incident.c.number > 0)
    .order_by(_incident.c.number.desc())
    .limit(bindparam("limit"))
)


class SqlIncidents(Repository):
    """The incidents, by number."""

    async def next_number(self) -> int:
        """Counts up; whoever comes second waits for the first to commit or forget."""
        statement = count_up(self._dialect, tables.counter).returning(tables.counter.c.value)
        return int((await self._connection.execute(statement, {"name": "incident"})).scalar_one())

    async def get(self, number: int) -> Incident | None:
        """The one of that number."""
        row = (await self._connection.execute(_get, {"wanted": number})).one_or_none()
        return _incident_of(row) if row else None

    async def save(self, incident: Incident) -> None:
        """Inserts or replaces it."""
        row = asdict(incident) | {"released_by": incident.released_by}
        await self._connection.execute(replace(self._dialect, _incident), row)

    async def newest(self, limit: int) -> Sequence[Incident]:
        """The newest ones first."""
        return [
            _incident_of(row) for row in await self._connection.execute(_newest, {"limit": limit})
        ]


def _incident_of(row: Row[Any]) -> Incident:
    return Incident(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
