"""Which passages are found, and in which order: the same on every store."""

import pytest

from orchestration.cases.searching import asked_for
from orchestration.knowledge.articles import Article
from orchestration.knowledge.finding import find
from orchestration.knowledge.indexing import index, index_meaning
from tests.contract.conftest import Store
from tests.fakes.embedding import FakeEmbedder

SHIPPING = Article(
    "shipping/times.md",
    "How long a parcel takes",
    frozenset({"shipping", "orders"}),
    "Parcels leave on working days.\n\n## Abroad\n\nTo Spain it takes five days.\n\n"
    "## Lost\n\nA parcel that does not come for ten days is lost.",
)
REFUNDS = Article(
    "money/refunds.md",
    "When a refund arrives",
    frozenset({"money"}),
    "Banks take five days to show it. The parcel must be here first.",
)
RUSSIAN = Article(
    "money/refunds.ru.md",
    "Возврат денег",
    frozenset({"money"}),
    "Банк показывает возврат не сразу.",
)
ALL = (SHIPPING, REFUNDS, RUSSIAN)


async def _found(store: Store, asked: str, scope: set[str] | None = None) -> list[str]:
    async with store.begin() as uow:
        return [each.id for each in await uow.knowledge.find(asked_for(asked), scope, 9)]


async def test_a_passage_with_its_source(store: Store) -> None:
    """The heading under which it stands, its words as they were written, and its file."""
    await index(store.begin, ALL)
    async with store.begin() as uow:
        (found,) = await uow.knowledge.find(asked_for("Spain"))
    assert found.id == "shipping/times.md#2"
    assert found.file == "shipping/times.md"
    assert found.title == "How long a parcel takes"
    assert found.heading == "Abroad"
    assert found.text == "To Spain it takes five days."
    assert found.score > 0


@pytest.mark.parametrize(
    ("asked", "scope", "found"),
    [
        ("refund", None, ["money/refunds.md#1"]),
        ("REFUNDED", None, ["money/refunds.md#1"]),
        ("lost parcel", None, ["shipping/times.md#3", "shipping/times.md#1"]),
        ("lost parcel", {"money"}, ["money/refunds.md#1"]),
        ("five days in Spain", {"shipping"}, ["shipping/times.md#2"]),
        ("parcel", {"nothing"}, []),
        ("parcel", set(), []),
        ("возврата".upper(), None, ["money/refunds.ru.md#1"]),
        ("xyzzy", None, []),
        ("to", None, ["shipping/times.md#2", "money/refunds.md#1"]),
        ('"parcel" OR', {"shipping"}, ["shipping/times.md#1"]),
        ("'refund':*", None, ["money/refunds.md#1"]),
        ("", None, []),
    ],
)
async def test_the_best_passages_come_first(
    store: Store, asked: str, scope: set[str] | None, found: list[str]
) -> None:
    """Any word finds, a rare one weighs more, and so does the title; only within the scope."""
    await index(store.begin, ALL)
    assert (await _found(store, asked, scope))[: len(found) or 1] == found


async def test_only_what_changed_is_indexed(store: Store) -> None:
    """A new version takes the place of the old one, and what is gone is not found."""
    assert await index(store.begin, ALL) == 3
    assert await index(store.begin, ALL) == 0
    changed = Article(REFUNDS.file, REFUNDS.title, REFUNDS.labels, "A voucher is sent at once.")
    assert await index(store.begin, (SHIPPING, changed)) == 2
    assert await _found(store, "voucher") == ["money/refunds.md#1"]
    assert await _found(store, "banks") == []
    assert await _found(store, "возврат") == []
    relabelled = Article(changed.file, changed.title, frozenset({"other"}), changed.text)
    assert await index(store.begin, (SHIPPING, relabelled)) == 1
    assert await _found(store, "voucher", {"money"}) == []
    async with store.begin() as uow:
        assert await uow.knowledge.digests() == {
            SHIPPING.file: SHIPPING.digest,
            relabelled.file: relabelled.digest,
        }


async def test_an_article_without_words_is_kept_all_the_same(store: Store) -> None:
    """And nothing of it is found."""
    assert await index(store.begin, [Article("a.md", "Tea", frozenset(), "")]) == 1
    assert await _found(store, "tea") == []


async def test_what_is_kept_twice_stands_there_once(store: Store) -> None:
    """As when two desks on one database begin at the same time."""
    for _ in range(2):
        async with store.begin() as uow:
            await uow.knowledge.keep(SHIPPING)
    assert await _found(store, "Spain") == ["shipping/times.md#2"]


async def _meant(store: Store, asked: str, scope: set[str] | None = None) -> list[str]:
    async with store.begin() as uow:
        return [each.id for each in await find(uow, asked, scope, 9, embedder=FakeEmbedder())]


async def test_what_means_the_same_is_found(store: Store) -> None:
    """In a language that no article is written in; words count beside it, and so does the scope."""
    await index(store.begin, ALL)
    assert await index_meaning(store.begin, FakeEmbedder()) == 5
    assert (await _meant(store, "¿mi paquete a España?"))[0].startswith("shipping/times.md")
    assert (await _meant(store, "lost parcel"))[0] == "shipping/times.md#3"
    assert await _meant(store, "paquete", {"nothing"}) == []
    assert "shipping/times.md#2" not in await _meant(store, "paquete", {"money"})


async def test_only_what_changed_is_read_again(store: Store) -> None:
    """A vector goes with the words that it was made of; another embedder makes its own."""
    embedder = FakeEmbedder()
    await index(store.begin, ALL)
    await index_meaning(store.begin, embedder)
    assert await index_meaning(store.begin, embedder) == 0
    changed = Article(REFUNDS.file, REFUNDS.title, REFUNDS.labels, "It rains.\n\n# More\n\nA song.")
    await index(store.begin, (SHIPPING, changed))
    embedder.read.clear()
    assert await index_meaning(store.begin, embedder) == 2
    assert embedder.read == [f"{REFUNDS.title}\nIt rains.", f"{REFUNDS.title}\nMore\nA song."]
    async with store.begin() as uow:
        meanings = await uow.knowledge.meanings(embedder.name)
        assert [passage.id for passage, _ in meanings] == [
            "money/refunds.md#1",
            "money/refunds.md#2",
            *(f"shipping/times.md#{place}" for place in (1, 2, 3)),
        ]
        text = "When a refund arrives\nMore\nA song."
        assert (meanings[1][1] == FakeEmbedder().told([text])[0]).all()
        assert await uow.knowledge.meanings("another") == []
        assert len(await uow.knowledge.without_meaning("another")) == 5


async def test_a_passage_that_is_not_read_yet_is_found_by_its_words(store: Store) -> None:
    """An article is there at once, and what it means a moment later."""
    await index(store.begin, ALL)
    assert await _meant(store, "refund") == ["money/refunds.md#1"]


async def test_words_that_changed_meanwhile_keep_no_old_meaning(store: Store) -> None:
    """The embedder takes its time, and files may change in it."""
    embedder = FakeEmbedder()
    await index(store.begin, ALL)
    async with store.begin() as uow:
        (old,) = [each for each in await uow.knowledge.without_meaning("x") if "ru" in each.file]
    changed = Article(RUSSIAN.file, RUSSIAN.title, RUSSIAN.labels, "Погода.")
    await index(store.begin, (SHIPPING, REFUNDS, changed))
    async with store.begin() as uow:
        await uow.knowledge.keep_meaning(old, embedder.name, embedder.told(["деньги"])[0])
        assert await uow.knowledge.meanings(embedder.name) == []
