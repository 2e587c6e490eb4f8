"""Staff say whom a conversation is for: they are asked at once, and the router learns it."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Topic, eventually

ODD = "My parrot ate it, what now?"


@pytest.fixture
async def learner(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk that learns in a second or two: from its specialists' own examples."""
    folder = tmp_path / "desk"
    shutil.copytree(Settings.model_fields["desk_dir"].default, folder)
    shutil.rmtree(folder / "evaluation")
    async with desk(tmp_path, desk_dir=folder, cache_dir=tmp_path / "cache") as cast:
        yield cast


async def notes(topic: Topic) -> list[Json]:
    return [one for one in await topic.messages() if "🧭" in (one["text"] or "")]


async def a_note(topic: Topic, more_than: int = 0) -> Json:
    """Waits for one more note of the specialists."""

    async def look() -> Json | None:
        seen = await notes(topic)
        return seen[-1] if len(seen) > more_than else None

    return await eventually(look, "a note of the specialists")


async def test_the_router_learns_whom_it_is_for(learner: Cast) -> None:
    """Returns is asked at once, and is found for Boris, who writes the same."""
    await learner.ana.writes(ODD)
    topic = await learner.topic("My parrot")
    found = await a_note(topic)
    assert "Returns" not in found["text"]
    await learner.maria.writes_in(topic, "/route returns")
    corrected = await a_note(topic, more_than=1)
    assert "Maria said whom it is for" in corrected["text"]
    assert "Returns" in corrected["text"]
    await learner.boris.writes(ODD)
    other = await learner.topic("#2")
    await a_note(other)

    async def finds_returns() -> bool:
        newest = await a_note(other)
        if "Returns" in newest["text"]:
            return True
        known = len(await notes(other))
        await learner.maria.presses(other.chat, newest["message_id"], "🔄 Ask again")
        return "Returns" in (await a_note(other, more_than=known))["text"]

    await eventually(finds_returns, "the router finds Returns")
    await learner.ana.hears_nothing_of("Returns")


async def test_whom_nobody_knows_is_refused(learner: Cast) -> None:
    """With one sentence each; for nobody is an answer, too, and in the log."""
    await learner.ana.writes(ODD)
    topic = await learner.topic("My parrot")
    await learner.maria.writes_in(topic, "/route nowhere")
    await topic.shows("Nobody is called “nowhere” here. You can ask @account")
    await learner.maria.writes_in(topic, "/route")
    await topic.shows("write it like this: /route billing")
    await learner.joe.writes_in(topic, "/route nobody")
    await learner.maria.writes_in(topic, "/route billing, orders")
    await learner.maria.writes_in(topic, "/log")

    async def log() -> str | None:
        seen = await learner.telegram.messages(topic.chat, topic.id, learner.maria.id)
        return next((one["text"] for one in seen if one["ephemeral"]), None)

    told = await eventually(log, "the log")
    assert "Joe corrected the route: —" in told
    assert "Maria corrected the route: Billing, Orders" in told
