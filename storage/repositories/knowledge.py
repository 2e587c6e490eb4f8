"""Passages of articles, found by the index of whichever database it is."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, text, update

from orchestration.cases.searching import BEGINNING
from orchestration.knowledge.articles import Article, Passage
from orchestration.knowledge.finding import indexed, ranked, sought
from orchestration.ports.embedding import Floats
from storage import tables
from storage.repositories.base import Repository
from storage.search_index import KNOWLEDGE, VECTOR
from storage.upserts import replace

#: So many passages are looked at for a question: more than a desk has that hold its words.
CANDIDATES = 2_000

_article, _passage = tables.knowledge_article, tables.knowledge_passage

_columns = "SELECT file, place, title, heading, text, labels FROM knowledge_passage"
_sqlite = text(
    f"{_columns} WHERE id IN (SELECT rowid FROM {KNOWLEDGE} WHERE {KNOWLEDGE} MATCH :words"  # noqa: S608 - constants
    " ORDER BY rowid LIMIT :limit)"
)
_postgresql = text(f"{_columns} WHERE {VECTOR} @@ CAST(:words AS tsquery) LIMIT :limit")
#: PostgreSQL guesses badly how many rows hold a word that it has not counted.
_by_index = text("SELECT set_config('enable_seqscan', 'off', true)")

_meant = (
    select(_passage)
    .where(_passage.c.embedder == bindparam("by"))
    .order_by(_passage.c.file, _passage.c.place)
)
_unmeant = (
    select(_passage)
    .where(_passage.c.embedder != bindparam("by"))
    .order_by(_passage.c.file, _passage.c.place)
)
_keep_meaning = (
    update(_passage)
    .where(
        _passage.c.file == bindparam("of"),
        _passage.c.place == bindparam("at"),
        _passage.c.title == bindparam("titled"),
        _passage.c.heading == bindparam("headed"),
        _passage.c.text == bindparam("saying"),
    )
    .values(embedder=bindparam("by"), vector=bindparam("meaning"))
)
_digests = select(_article.c.file, _article.c.digest).order_by(_article.c.file)
_forget_passages = delete(_passage).where(_passage.c.file == bindparam("of"))
_forget_article = delete(_article).where(_article.c.file == bindparam("of"))


class SqlKnowledgeBase(Repository):
    """The passages of all articles."""

    async def find(
        self, words: Sequence[str], scope: Collection[str] | None = None, limit: int = 5
    ) -> Sequence[Passage]:
        """The passages that hold any of the words, the best first.

        Words are letters and digits only, so quoting them is all the care that they need.
        """
        looked_up = sought(words)
        if not looked_up:
            return []
        if self._dialect == "sqlite":
            statement = _sqlite
            asked = " OR ".join(f'"{word}"{"*" * _begins(word)}' for word in looked_up)
        else:
            statement = _postgresql
            asked = " | ".join(f"'{word}'{':*' * _begins(word)}" for word in looked_up)
            await self._connection.execute(_by_index)
        rows = await self._connection.execute(statement, {"words": asked, "limit": CANDIDATES})
        candidates = [_passage_of(row) for row in rows if _is_of(row, scope)]
        return ranked(words, candidates, limit)

    async def meanings(
        self, embedder: str, scope: Collection[str] | None = None
    ) -> Sequence[tuple[Passage, Floats]]:
        """The passages of a scope, each with its vector."""
        rows = await self._connection.execute(_meant, {"by": embedder})
        return [(_passage_of(row), row.vector) for row in rows if _is_of(row, scope)]

    async def without_meaning(self, embedder: str) -> Sequence[Passage]:
        """The passages of which that embedder made no vector yet."""
        return [
            _passage_of(row) for row in await self._connection.execute(_unmeant, {"by": embedder})
        ]

    async def keep_meaning(self, passage: Passage, embedder: str, vector: Floats) -> None:
        """Keeps what a passage means, if its words still stand there."""
        file, _, place = passage.id.rpartition("#")
        await self._connection.execute(
            _keep_meaning,
            {
                "of": file,
                "at": int(place),
                "titled": passage.title,
                "headed": passage.heading,
                "saying": passage.text,
                "by": embedder,
                "meaning": vector,
            },
        )

    async def digests(self) -> Mapping[str, str]:
        """The digest of every article that is kept."""
        return {row.file: row.digest for row in await self._connection.execute(_digests)}

    async def keep(self, article: Article) -> None:
        """Keeps an article's passages; its row is written first, and so whoever else does waits."""
        row = {"file": article.file, "digest": article.digest}
        await self._connection.execute(replace(self._dialect, _article), row)
        await self._connection.execute(_forget_passages, {"of": article.file})
        rows = [
            {
                "file": article.file,
                "place": place,
                "title": article.title,
                "heading": each.heading,
                "text": each.text,
                "labels": " ".join(sorted(article.labels)),
                "words": indexed(article.title, each.heading, each.text),
            }
            for place, each in enumerate(article.sections, 1)
        ]
        if rows:
            await self._connection.execute(insert(_passage), rows)

    async def forget(self, file: str) -> None:
        """Forgets an article and its passages."""
        await self._connection.execute(_forget_passages, {"of": file})
        await self._connection.execute(_forget_article, {"of": file})


def _begins(word: str) -> bool:
    return len(word) >= BEGINNING


def _passage_of(row: Row[Any]) -> Passage:
    return Passage(f"{row.file}#{row.place}", row.title, row.heading, row.text, row.file, 0)


def _is_of(row: Row[Any], scope: Collection[str] | None) -> bool:
    return scope is None or not set(scope).isdisjoint(row.labels.split())
