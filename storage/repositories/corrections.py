"""Whom conversations are for, as staff corrected it."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from orchestration.ports.corrections import Correction
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import replace

_correction = tables.route_correction

_newest = (
    select(_correction)
    .order_by(
        _correction.c.corrected_at.desc(),
        _correction.c.ticket_id.desc(),
        _correction.c.upto_seq.desc(),
    )
    .limit(bindparam("limit"))
)


class SqlCorrections(Repository):
    """What staff corrected of the router's work."""

    async def keep(self, correction: Correction) -> None:
        """Keeps it, in the place of an older one about the same words."""
        row = {
            "ticket_id": correction.ticket,
            "upto_seq": correction.upto,
            "conversation": correction.conversation,
            "specialists": tuple(sorted(correction.specialists)),
            "corrected_by": correction.by,
            "corrected_at": correction.at,
        }
        await self._connection.execute(replace(self._dialect, _correction), row)

    async def newest(self, limit: int = 1000) -> Sequence[Correction]:
        """The newest, the newest first; of the same moment, the newer ticket's and words' first."""
        rows = await self._connection.execute(_newest, {"limit": limit})
        return [
            Correction(
                row.ticket_id,
                row.upto_seq,
                row.conversation,
                frozenset(row.specialists),
                row.corrected_by,
                row.corrected_at,
            )
            for row in rows
        ]
