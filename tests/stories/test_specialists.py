"""The specialists of a desk: files that its owner changes while it runs."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, eventually


@dataclass
class Owned:
    """A running desk, and the folder of its files."""

    cast: Cast
    files: Path

    def change(self, file: str, before: str, after: str) -> None:
        path = self.files / file
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after))


@pytest.fixture
async def owned(tmp_path: Path) -> AsyncIterator[Owned]:
    """The shipped desk with files of its own; Sam supervises and can be told in private."""
    shipped = Settings.model_fields["desk_dir"].default
    shutil.copytree(shipped, tmp_path / "desk", ignore=shutil.ignore_patterns("evaluation"))
    async with desk(tmp_path, desk_dir=tmp_path / "desk", cache_dir=tmp_path / "cache") as cast:
        await cast.sam.writes_in_general("good morning")
        await cast.sam.writes("/start")
        await cast.sam.hears("In this chat you are a customer")
        yield Owned(cast, tmp_path / "desk")


async def _asks(who: Someone, says: str) -> Json:
    await who.writes("/specialists")
    return await who.hears(says)


async def test_who_the_specialists_are(owned: Owned) -> None:
    """Staff read it in private; whom a manager leads stands below it. Customers do not."""
    told = (await _asks(owned.cast.sam, "15 specialists"))["text"]
    lines = told.splitlines()
    commerce = next(n for n, line in enumerate(lines) if "Commerce (commerce)" in line)
    assert [line.split()[1] for line in lines[commerce + 1 : commerce + 4]] == [
        "Orders",
        "Returns",
        "Sales",
    ]
    assert "(billing) — Invoices, charges, failed payments" in told
    await owned.cast.ana.writes("/specialists")
    await owned.cast.ana.hears("/specialists")
    await owned.cast.ana.hears_nothing_of("15 specialists")


async def test_a_changed_file_needs_no_restart(owned: Owned) -> None:
    """What it says now is what the desk follows."""
    await _asks(owned.cast.sam, "15 specialists")
    owned.change("specialists/billing.md", "name: Billing", "name: Money matters")
    await _asks(owned.cast.sam, "Money matters (billing)")
    (owned.files / "specialists" / "sales.md").unlink()
    await _asks(owned.cast.sam, "14 specialists")


async def test_a_broken_file_is_said_and_changes_nothing(owned: Owned) -> None:
    """Sam hears of it with its line; what stood there before holds until it is corrected."""
    owned.change("specialists/billing.md", "name: Billing", "nmae: Money matters")
    told = await owned.cast.sam.hears("A file of the desk cannot be followed")
    assert (
        'specialists/billing.md:3: "nmae" is not known here; did you mean "name"?' in told["text"]
    )
    await _asks(owned.cast.sam, "what stood there before holds: specialists/billing.md")
    await _asks(owned.cast.sam, "Billing (billing)")
    owned.change("specialists/billing.md", "nmae: Money matters", "name: Money matters")
    await _asks(owned.cast.sam, "Money matters (billing)")


async def _asks_knowledge(who: Someone, words: str, says: str) -> Json:
    await who.writes(f"/kb {words}")
    return await who.hears(says)


async def test_what_the_articles_say(owned: Owned) -> None:
    """Sam reads passages with the file that they stand in, in whatever language he asks."""
    sam = owned.cast.sam
    await _eventually_knows(sam, "how long is the warranty", "📄 returns/warranty.md")
    told = await _asks_knowledge(sam, "cancelar suscripción", "📄 subscription/cancelling.es.md")
    assert "Cancelar la suscripción de la Leaf Box" in told["text"]
    await _asks_knowledge(sam, "xyzzy", "No article has any of these words: xyzzy")
    await sam.writes("/kb")
    await sam.hears("/kb words")


async def test_an_article_is_read_by_its_asker_alone(owned: Owned) -> None:
    """In the group nobody else sees it."""
    cast = owned.cast
    await cast.boris.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await _eventually_knows(cast.sam, "lost parcel", "📄 shipping/lost-parcels.md")
    await cast.maria.writes_in(topic, "/kb lost parcel")

    async def look() -> bool:
        seen = await cast.telegram.messages(topic.chat, topic.id, viewer=cast.maria.id)
        return any("lost-parcels.md" in (one["text"] or "") for one in seen if one["ephemeral"])

    await eventually(look, "Maria alone reads it")
    assert not [m for m in await topic.messages() if "lost-parcels.md" in (m["text"] or "")]
    await cast.boris.hears_nothing_of("lost-parcels.md")


async def test_a_changed_article_is_found(owned: Owned) -> None:
    """By its new words, while the desk runs."""
    await _eventually_knows(owned.cast.sam, "warranty", "three years from the day")
    owned.change("knowledge/returns/warranty.md", "three years", "four years")
    await _eventually_knows(owned.cast.sam, "warranty", "four years from the day")


async def _eventually_knows(who: Someone, words: str, says: str) -> None:
    """Asks until the desk has read its articles."""

    async def ask() -> bool:
        before = len(await who.telegram.messages(who.id))
        await who.writes(f"/kb {words}")

        async def answered() -> list[Json]:
            seen = await who.telegram.messages(who.id)
            return [one for one in seen[before:] if "📚" in (one["text"] or "")]

        answers = await eventually(answered, "an answer")
        return any(says in one["text"] for one in answers)

    await eventually(ask, f"/kb {words} says {says!r}")
