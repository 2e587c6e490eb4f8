"""Articles in memory: reads everything."""

from collections.abc import Collection, Mapping, Sequence

from orchestration.knowledge.articles import Article, Passage
from orchestration.knowledge.finding import ranked
from orchestration.ports.embedding import Floats
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeKnowledgeBase:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.articles)
        self.meant = View(kept.meanings)

    async def find(
        self, words: Sequence[str], scope: Collection[str] | None = None, limit: int = 5
    ) -> Sequence[Passage]:
        return ranked(words, self._passages(scope), limit)

    async def meanings(
        self, embedder: str, scope: Collection[str] | None = None
    ) -> Sequence[tuple[Passage, Floats]]:
        return [
            (passage, self.meant.rows[passage.id][2])
            for passage in self._passages(scope)
            if self._is_meant(passage, embedder)
        ]

    async def without_meaning(self, embedder: str) -> Sequence[Passage]:
        return [each for each in self._passages() if not self._is_meant(each, embedder)]

    async def keep_meaning(self, passage: Passage, embedder: str, vector: Floats) -> None:
        if passage in self._passages():
            self.meant.put(passage.id, (embedder, passage, vector))

    async def digests(self) -> Mapping[str, str]:
        return {file: each.digest for file, each in self.rows.rows.items()}

    async def keep(self, article: Article) -> None:
        await self.forget(article.file)
        self.rows.put(article.file, article)

    async def forget(self, file: str) -> None:
        self.rows.drop(file)
        for id_, (_, passage, _) in list(self.meant.rows.items()):
            if passage.file == file:
                self.meant.drop(id_)

    def _is_meant(self, passage: Passage, embedder: str) -> bool:
        return self.meant.rows.get(passage.id, ("",))[0] == embedder

    def _passages(self, scope: Collection[str] | None = None) -> list[Passage]:
        return [
            Passage(f"{one.file}#{place}", one.title, each.heading, each.text, one.file, 0)
            for one in sorted(self.rows.rows.values(), key=lambda each: each.file)
            if scope is None or one.labels & set(scope)
            for place, each in enumerate(one.sections, 1)
        ]
