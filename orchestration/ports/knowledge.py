"""What the desk knows, as passages of articles."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from orchestration.knowledge.articles import Article, Passage
from orchestration.ports.embedding import Floats


class KnowledgeBase(Protocol):
    """The passages of all articles, found by their words."""

    async def find(
        self, words: Sequence[str], scope: Collection[str] | None = None, limit: int = 5
    ) -> Sequence[Passage]:
        """The passages that hold any of `words`, the best first (`finding.ranked`).

        `words` are as `searching.asked_for` gives them. With a `scope`, only passages of articles
        that have one of these labels; an empty one finds nothing. No words find nothing.
        """
        ...

    async def meanings(
        self, embedder: str, scope: Collection[str] | None = None
    ) -> Sequence[tuple[Passage, Floats]]:
        """The passages of a scope, each with its vector, of which that embedder made one."""
        ...

    async def without_meaning(self, embedder: str) -> Sequence[Passage]:
        """The passages of which that embedder made no vector yet."""
        ...

    async def keep_meaning(self, passage: Passage, embedder: str, vector: Floats) -> None:
        """Keeps what a passage means, unless something else stands in its place by now."""
        ...

    async def digests(self) -> Mapping[str, str]:
        """The digest of every article that is kept, by its file."""
        ...

    async def keep(self, article: Article) -> None:
        """Keeps an article's passages, in the place of those that were kept of that file."""
        ...

    async def forget(self, file: str) -> None:
        """Forgets an article and its passages, if it is kept."""
        ...
