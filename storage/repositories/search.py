"""Full text search, by the index of whichever database it is."""

from collections.abc import Sequence

from sqlalchemy import TextClause, text

from orchestration.cases.searching import BEGINNING
from orchestration.timeline import EntryRef
from storage.repositories.base import Repository
from storage.search_index import NAME, SEQ_BITS, VECTOR

#: PostgreSQL's index knows no order. What is common is found among so many newest entries; what is
#: not is rare enough to be found by the index and then put in order.
RECENT = 10_000

_sqlite = text(
    f"SELECT rowid >> {SEQ_BITS}, rowid & {(1 << SEQ_BITS) - 1} FROM {NAME}"  # noqa: S608 - constants
    f" WHERE {NAME} MATCH :words ORDER BY rowid DESC LIMIT :limit"
)
_holds = f"words IS NOT NULL AND {VECTOR} @@ CAST(:words AS tsquery)"
_newest = text(
    "SELECT ticket_id, seq FROM (SELECT ticket_id, seq, words FROM timeline_entry"  # noqa: S608
    f" ORDER BY ticket_id DESC, seq DESC LIMIT {RECENT}) AS recent"
    f" WHERE {_holds} ORDER BY ticket_id DESC, seq DESC LIMIT :limit"
)
_rare = text(
    f"WITH found AS MATERIALIZED (SELECT ticket_id, seq FROM timeline_entry WHERE {_holds})"  # noqa: S608
    " SELECT ticket_id, seq FROM found ORDER BY ticket_id DESC, seq DESC LIMIT :limit"
)
#: PostgreSQL guesses badly how many rows hold a word that it has not counted.
_by_index = text("SELECT set_config('enable_seqscan', 'off', true)")


class SqlSearch(Repository):
    """The words of every message and note."""

    async def find(self, words: Sequence[str], limit: int) -> Sequence[EntryRef]:
        """Entries that hold all of the words, newest first.

        Words are letters and digits only, so quoting them is all the care that they need.
        """
        if not words:
            return []
        if self._dialect == "sqlite":
            asked = " ".join(f'"{word}"{"*" * _begins(word)}' for word in words)
            return await self._read(_sqlite, asked, limit)
        asked = " & ".join(f"'{word}'{':*' * _begins(word)}" for word in words)
        newest = await self._read(_newest, asked, limit)
        if len(newest) == limit:
            return newest
        await self._connection.execute(_by_index)
        return await self._read(_rare, asked, limit)

    async def _read(self, statement: TextClause, words: str, limit: int) -> Sequence[EntryRef]:
        rows = await self._connection.execute(statement, {"words": words, "limit": limit})
        return [EntryRef(*row) for row in rows]


def _begins(word: str) -> bool:
    return len(word) >= BEGINNING
