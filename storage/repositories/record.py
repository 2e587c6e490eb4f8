"""The record of the desk: what happened on no ticket."""

from sqlalchemy import insert

from orchestration.ports import RoleGiven
from storage import tables
from storage.repositories.base import Repository

_record = tables.desk_record
_insert = insert(_record).inline()


class SqlRecord(Repository):
    """The record of the desk, which is only ever appended to; the audit's export reads it."""

    async def add(self, given: RoleGiven) -> None:
        """Writes it down."""
        row = {
            "at": given.at,
            "actor": given.by,
            "person_id": given.person,
            "person_name": given.name,
            "role": given.role,
            "skills": " ".join(given.skills),
        }
        await self._connection.execute(_insert, row)
