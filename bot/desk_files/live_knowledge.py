"""The articles of a running desk, whose files may change at any time."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import structlog

from bot.desk_files import knowledge
from bot.desk_files.document import Mistake
from bot.desk_files.watching import Watched
from orchestration.knowledge.articles import Article
from orchestration.knowledge.indexing import index, index_meaning
from orchestration.ports import Begin
from orchestration.ports.embedding import Embedder

log = structlog.get_logger(__name__)


class LiveKnowledge:
    """Keeps the index of articles as their files are; with an embedder, what they mean too."""

    def __init__(self, desk: Path, begin: Begin, embedder: Embedder | None = None) -> None:
        read = partial(knowledge.article, desk)
        self._files: Watched[Article] = Watched(
            lambda: knowledge.files(desk), read, lambda _articles: None
        )
        self._begin = begin
        self._embedder = embedder
        self._indexed = False

    async def look(self) -> Sequence[Mistake]:
        """Indexes what changed since the last look; returns all that cannot be followed."""
        if self._files.look():
            self._indexed = False
        if not self._indexed:
            articles = [each.value for each in self._files.followed.values()]
            changed = await index(self._begin, articles)
            if self._embedder is not None:
                await index_meaning(self._begin, self._embedder)
            self._indexed = True
            if changed:
                log.info("articles indexed", changed=changed, articles=len(articles))
        return self._files.mistakes
