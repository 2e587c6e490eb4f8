"""Articles in memory: reads everything."""

from collections.abc import Collection, Mapping, Sequence

from orchestration.knowledge.articles import Article, Passage
from orchestration.knowledge.finding import ranked
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeKnowledgeBase:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.articles)

    async def find(
        self, words: Sequence[str], scope: Collection[str] | None = None, limit: int = 5
    ) -> Sequence[Passage]:
        passages = [
            Passage(f"{one.file}#{place}", one.title, each.heading, each.text, one.file, 0)
            for one in self.rows.rows.values()
            if scope is None or one.labels & set(scope)
            for place, each in enumerate(one.sections, 1)
        ]
        return ranked(words, passages, limit)

    async def digests(self) -> Mapping[str, str]:
        return {file: each.digest for file, each in self.rows.rows.items()}

    async def keep(self, article: Article) -> None:
        self.rows.put(article.file, article)

    async def forget(self, file: str) -> None:
        self.rows.drop(file)
