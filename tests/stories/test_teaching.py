"""What a ticket taught is an article once an expert or a supervisor approved it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually

ANSWER = "The quendle needs descaling, dear Ana: vinegar, one night, then rinse."


@pytest.fixture
async def taught(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk with a folder of its own."""
    shipped = Settings.model_fields["desk_dir"].default
    shutil.copytree(shipped, tmp_path / "desk", ignore=shutil.ignore_patterns("evaluation"))
    async with desk(tmp_path, desk_dir=tmp_path / "desk") as cast:
        yield cast


async def resolved(cast: Cast) -> Topic:
    await cast.ana.writes("My quendle is loud since order 4711")
    topic = await cast.topic("My quendle")
    await cast.maria.writes_in(topic, "/kb add")
    await topic.shows("#1 is not resolved yet")
    await cast.maria.writes_in(topic, f"/reply {ANSWER}")
    await cast.ana.hears("vinegar")
    await cast.maria.writes_in(topic, "/resolve")
    await topic.card_says("resolved")
    return topic


async def reads(cast: Cast, who: Someone, topic: Topic, words: str) -> Json:
    """What that person alone sees in the topic, once it says these words."""

    async def look() -> Json | None:
        seen = await cast.telegram.messages(topic.chat, topic.id, who.id)
        return next((one for one in seen if one["ephemeral"] and words in one["text"]), None)

    return await eventually(look, f"{who.name} alone reads {words!r}")


def labels(message: Json) -> list[str]:
    return [button["text"] for row in message["buttons"] or [] for button in row]


async def finds(who: Someone, words: str, says: str) -> None:
    """Asks in private until the articles are read."""

    async def ask() -> bool:
        before = len(await who.telegram.messages(who.id))
        await who.writes(f"/kb {words}")

        async def answered() -> list[Json]:
            seen = await who.telegram.messages(who.id)
            return [one for one in seen[before:] if "📚" in (one["text"] or "")]

        return any(says in one["text"] for one in await eventually(answered, "an answer"))

    await eventually(ask, f"/kb {words} says {says!r}")


async def test_a_ticket_becomes_an_article(taught: Cast, tmp_path: Path) -> None:
    """Maria, an agent, reads the draft; Sam approves it, and it is found, without Ana's name."""
    topic = await resolved(taught)
    await taught.maria.writes_in(topic, "/kb add")
    draft = await reads(taught, taught.maria, topic, "Draft of an article")
    assert "An expert or a supervisor decides" in draft["text"]
    assert labels(draft) == ["🗑 Discard"]
    await taught.sam.writes_in(topic, "/kb add")
    draft = await reads(taught, taught.sam, topic, "Draft of an article")
    assert labels(draft) == ["✅ Approve", "✏️ Edit", "🗑 Discard"]
    await taught.sam.presses_panel(topic, draft, "✅ Approve")
    await reads(taught, taught.sam, topic, "Kept as learned/my-quendle-is-loud-since-order-1.md")
    file = tmp_path / "desk" / "knowledge" / "learned" / "my-quendle-is-loud-since-order-1.md"
    words = file.read_text(encoding="utf-8")
    assert "vinegar" in words
    assert "Ana" not in words
    assert "4711" not in words
    await finds(taught.sam, "quendle descaling", "📄 learned/my-quendle-is-loud")
    await taught.sam.writes_in(topic, "/log")
    await reads(taught, taught.sam, topic, "Sam approved an article: learned/my-quendle")
    await taught.ana.hears_nothing_of("article")


async def test_other_words_in_the_drafts_place(taught: Cast) -> None:
    """Edit shows the command to copy; sent again, the same words are refused."""
    topic = await resolved(taught)
    await taught.sam.writes_in(topic, "/kb add")
    draft = await reads(taught, taught.sam, topic, "Draft of an article")
    await taught.sam.presses_panel(topic, draft, "✏️ Edit")
    await reads(taught, taught.sam, topic, "/kb add\nMy quendle is loud")
    command = "/kb add\nLoud quendles\n\nThey need vinegar."
    await taught.maria.writes_in(topic, command)
    await topic.shows("An expert or a supervisor decides")
    await taught.sam.writes_in(topic, command)
    await reads(taught, taught.sam, topic, "Kept as learned/loud-quendles-1.md")
    await taught.sam.writes_in(topic, command)
    await topic.shows("These words are an article already: learned/loud-quendles-1.md")
    await finds(taught.sam, "loud quendles", "They need vinegar.")


async def test_a_folder_that_cannot_be_written(taught: Cast, tmp_path: Path) -> None:
    """One sentence says what to do, and the ticket is as before."""
    topic = await resolved(taught)
    (tmp_path / "desk" / "knowledge" / "learned").write_text("not a folder")
    await taught.sam.writes_in(topic, "/kb add\nLoud quendles\n\nThey need vinegar.")
    await topic.shows("Whoever runs the desk can make its folder knowledge/learned writable")
    await taught.sam.writes("/kb add")
    await taught.sam.hears("/kb add belongs into a ticket's topic")
