"""A folder of articles in memory."""

from orchestration.knowledge.drafting import ArticleDraft


class FakeShelf:
    def __init__(self) -> None:
        self.articles: dict[str, ArticleDraft] = {}

    async def put(self, draft: ArticleDraft) -> str:
        alike = (file for file, known in self.articles.items() if known == draft)
        file = next(alike, f"learned/{len(self.articles) + 1}-{draft.ticket}.md")
        self.articles[file] = draft
        return file
