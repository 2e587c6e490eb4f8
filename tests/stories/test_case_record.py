"""The case record: what a customer named once is known to every specialist from then on."""

from pathlib import Path

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Topic
from tests.stories.test_consulting import note

ASKED = "Could you please send us"


async def _never_asked(topic: Topic) -> None:
    """No draft of the topic asks anything."""
    assert [each["text"] for each in await topic.messages() if ASKED in (each["text"] or "")] == []


async def _sends(cast: Cast, topic: Topic, words: str) -> Json:
    """Maria sends the draft that says these words, and Ana reads it."""
    shown = await note(topic, words)
    await cast.maria.presses(topic.chat, shown["message_id"], "✅ Send")
    return await cast.ana.hears(words)


async def test_nobody_is_asked_twice(tmp_path: Path) -> None:
    """Ana names her order once: for three specialists, over a restart, and on a second ticket."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("Where is my order 4602?")
        topic = await cast.topic("#1")
        await note(topic, "Order 4602 was delivered on")
        await cast.ana.writes("Please send me the invoice again")
        heard = await _sends(cast, topic, "We have sent invoice INV-20104")
        assert "Order 4602 was delivered on" in heard["text"]  # which nobody had told her yet
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("And I want to return the glasses")
        topic = await cast.topic("#1")
        heard = await _sends(cast, topic, "Return R-4602 for Double-walled glasses, pair")
        assert "invoice" not in heard["text"]
        await cast.maria.writes_in(topic, "/resolve")
        await topic.card_says("resolved since")
        await _never_asked(topic)
        await cast.ana.writes("/new")
        await cast.ana.hears("Your next message starts a new request")
        await cast.ana.writes("Where is my parcel?")
        second = await cast.topic("#2")
        await note(second, "Order 4602 was delivered on")
        await cast.ana.writes("and I want to send it back")
        await note(second, "R-4602")
        await _never_asked(second)


async def test_what_was_asked_is_asked_once(tmp_path: Path) -> None:
    """While Ana does not say which order, nobody asks again; a wrong number is told her."""
    async with desk(tmp_path, systems=True) as cast:
        await cast.ana.writes("Where is my parcel?")
        topic = await cast.topic("#1")
        await _sends(cast, topic, "Could you please send us the order number?")
        await cast.ana.writes("Please hurry, I have been waiting for my parcel for days")
        impatient = await note(topic, "Please hurry")
        assert ASKED not in impatient["text"]
        assert "✍️ Draft" not in impatient["text"]
        await cast.ana.writes("It is order 9999")
        await _sends(cast, topic, "We cannot find order 9999 among your records")
        await cast.ana.writes("Sorry, order 4711")
        await note(topic, "Order 4711 is on its way")
        asked = [each["text"] for each in await topic.messages() if ASKED in (each["text"] or "")]
        assert len(asked) == 1
