"""Keeping the index of articles: only what changed is written."""

import asyncio
from collections.abc import Iterable, Sequence

from orchestration.knowledge.articles import Article, Passage
from orchestration.knowledge.finding import meant
from orchestration.ports import Begin, UnitOfWork
from orchestration.ports.embedding import Embedder, Floats
from orchestration.transactions import transact

#: So many passages are read by an embedder before they are kept: about a second's work.
_AT_ONCE = 32


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


async def index_meaning(begin: Begin, embedder: Embedder) -> int:
    """Has every passage keep what it means; returns how many did not yet.

    The embedder reads in a thread and outside of any transaction: the desk goes on meanwhile.
    """
    async with begin() as uow:
        missing = await uow.knowledge.without_meaning(embedder.name)
    for start in range(0, len(missing), _AT_ONCE):
        passages = missing[start : start + _AT_ONCE]
        vectors = await asyncio.to_thread(embedder.told, [meant(each) for each in passages])
        await _keep_meanings(begin, embedder.name, list(zip(passages, vectors, strict=True)))
    return len(missing)


async def _keep_meanings(
    begin: Begin, embedder: str, meanings: Sequence[tuple[Passage, Floats]]
) -> None:
    async def keep(uow: UnitOfWork) -> None:
        for passage, vector in meanings:
            await uow.knowledge.keep_meaning(passage, embedder, vector)

    await transact(begin, keep)
