"""What is known of each ticket's matters."""

from sqlalchemy import bindparam, select

from orchestration.workflows.case import CaseRecord
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_case = tables.case_record
_of = select(_case.c.document).where(_case.c.ticket_id == bindparam("ticket"))


class SqlCases(Repository):
    """A record a ticket."""

    async def of(self, ticket: int) -> CaseRecord | None:
        """A ticket's record; None before anything of it was read."""
        found: CaseRecord | None = await self._connection.scalar(_of, {"ticket": ticket})
        return found

    async def keep(self, case: CaseRecord) -> None:
        """Keeps it, in the place of an older one."""
        row = {"ticket_id": case.ticket, "document": case}
        await self._connection.execute(replace(self._dialect, _case), row)
