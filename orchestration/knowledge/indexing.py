"""Keeping the index of articles: only what changed is written."""

from collections.abc import Iterable

from orchestration.knowledge.articles import Article
from orchestration.ports import Begin, UnitOfWork
from orchestration.transactions import transact


async def index(begin: Begin, articles: Iterable[Article]) -> int:
    """Has the index hold exactly these articles, in one commit; returns how many it changed."""
    wanted = {article.file: article for article in articles}

    async def keep(uow: UnitOfWork) -> int:
        known = await uow.knowledge.digests()
        gone = known.keys() - wanted.keys()
        fresh = [each for each in wanted.values() if known.get(each.file) != each.digest]
        for file in sorted(gone):
            await uow.knowledge.forget(file)
        for article in fresh:
            await uow.knowledge.keep(article)
        return len(gone) + len(fresh)

    return await transact(begin, keep)
