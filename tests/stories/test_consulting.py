"""Specialists at work: one note in the topic, one draft that a person sends, and questions."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Topic, eventually

NOTE = "🧭"
WHERE = "Where is my order? It was supposed to be here on Monday."


async def note(topic: Topic, words: str = "") -> Json:
    """Waits for the specialists' note that says these words."""

    async def look() -> Json | None:
        for message in await topic.messages():
            if NOTE in (message["text"] or "") and words in message["text"]:
                return message
        return None

    return await eventually(look, f"a note of the specialists that says {words!r}")


def labels(message: Json) -> list[str]:
    return [button["text"] for row in message["buttons"] or [] for button in row]


async def asked(cast: Cast, words: str = WHERE) -> Topic:
    """Ana, whose app is Spanish, writes in English, and Maria is there."""
    await cast.ana.writes(words)
    return await cast.topic(words[:20])


async def test_one_note_and_a_draft_that_a_person_sends(cast: Cast) -> None:
    """Ana reads Maria's words; nothing of the note, and nothing before Maria pressed."""
    topic = await asked(cast)
    shown = await note(topic, "Orders")
    assert "Made without a model" in shown["text"]
    assert labels(shown) == ["✅ Send", "✏️ Edit", "🗑 Discard", "🔄 Ask again"]
    await cast.ana.hears_nothing_of("order number")
    await cast.maria.presses(topic.chat, shown["message_id"], "✅ Send")
    await cast.ana.hears("the order number")
    after = await note(topic, "Maria sent it.")
    assert after["message_id"] == shown["message_id"]
    assert labels(after) == ["🔄 Ask again"]
    await topic.card_says("Maria")
    await cast.ana.hears_nothing_of(NOTE)
    await cast.ana.hears_nothing_of("Orders")


async def test_two_matters_in_one_sentence_are_for_two(cast: Cast) -> None:
    """Each reads its own part, and one note has both."""
    topic = await asked(cast, "Where is my parcel and why was I charged twice?")
    shown = await note(topic)
    assert "Orders · " in shown["text"]
    assert "Billing · " in shown["text"]


async def test_other_words_in_the_drafts_place(cast: Cast) -> None:
    """✏️ shows them to whoever pressed, alone; /reply below the note sends others."""
    topic = await asked(cast)
    shown = await note(topic, "Orders")
    await cast.maria.presses(topic.chat, shown["message_id"], "✏️ Edit")

    async def panel() -> Json | None:
        seen = await cast.telegram.messages(topic.chat, topic.id, cast.maria.id)
        return next((one for one in seen if one["ephemeral"] and "/reply" in one["text"]), None)

    alone = await eventually(panel, "the draft's words for Maria alone")
    assert "order number" in alone["text"]
    await cast.maria.writes_in(
        topic, "/reply It comes tomorrow, Ana.", reply_to=shown["message_id"]
    )
    await cast.ana.hears("It comes tomorrow, Ana.")
    await note(topic, "Maria sent other words in its place.")
    await cast.ana.hears_nothing_of("order number")


async def test_a_discarded_draft_is_never_sent(cast: Cast) -> None:
    """It stands in the note as what it is, and a button of it is refused."""
    topic = await asked(cast)
    shown = await note(topic, "Orders")
    await cast.maria.presses(topic.chat, shown["message_id"], "🗑 Discard")
    await note(topic, "Maria discarded it.")
    await cast.ana.hears_nothing_of("order number")


async def test_an_answer_of_a_person_ends_the_draft(cast: Cast) -> None:
    """Nobody can send it beside."""
    topic = await asked(cast)
    await note(topic, "Orders")
    await cast.maria.writes_in(topic, "/reply On its way!")
    await cast.ana.hears("On its way!")
    after = await note(topic, "The customer has another answer")
    assert labels(after) == ["🔄 Ask again"]


async def test_newer_words_are_shown_before_an_old_draft_goes(cast: Cast) -> None:
    """Ana wrote again: whoever presses learns it first."""
    topic = await asked(cast)
    shown = await note(topic, "Orders")
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    await cast.maria.presses(topic.chat, shown["message_id"], "✅ Send")

    async def panel() -> Json | None:
        seen = await cast.telegram.messages(topic.chat, topic.id, cast.maria.id)
        return next((one for one in seen if one["ephemeral"] and one["buttons"]), None)

    alone = await eventually(panel, "a question for Maria alone")
    await cast.maria.presses_panel(topic, alone, labels(alone)[0])
    await cast.ana.hears("the order number")


async def test_a_colleague_asks_a_specialist(cast: Cast) -> None:
    """By command and by a mention in a note; the answer names who asked, and drafts nothing."""
    topic = await asked(cast)
    await note(topic, "Orders")
    await cast.maria.writes_in(topic, "/ask @billing was order 4711 charged twice?")
    answer = await note(topic, "Maria asked")
    assert "was order 4711 charged twice?" in answer["text"]
    assert "Billing" in answer["text"]
    assert labels(answer) == ["🔄 Ask again"]
    await cast.joe.writes_in(topic, "@returns can this still go back?")
    await note(topic, "Joe asked")
    await cast.maria.writes_in(topic, "/ask @nobody what?")
    await topic.shows("You can ask @account")
    await cast.maria.writes_in(topic, "/ask")
    await topic.shows("/ask @billing was this charged twice?")
    await cast.ana.hears_nothing_of("charged twice")


async def test_a_draft_in_another_tone(cast: Cast) -> None:
    """/draft short: without greeting, as a new note."""
    topic = await asked(cast)
    first = await note(topic, "Hello Ana")
    await cast.maria.writes_in(topic, "/draft short")
    second = await note(topic, "Maria asked")
    assert "Hello Ana" not in second["text"]
    assert "the order number" in second["text"]
    before = await note(topic, "there is a newer draft")
    assert before["message_id"] == first["message_id"]


async def test_the_log_tells_every_step(cast: Cast) -> None:
    """Who was called, what they said, what was drafted, and who sent it."""
    topic = await asked(cast)
    shown = await note(topic, "Orders")
    await cast.maria.presses(topic.chat, shown["message_id"], "✅ Send")
    await note(topic, "Maria sent it.")
    await cast.maria.writes_in(topic, "/log")

    async def log() -> str | None:
        seen = await cast.telegram.messages(topic.chat, topic.id, cast.maria.id)
        told = next((one["text"] for one in seen if one["ephemeral"]), None)
        return told if told and "Communication" in told else None

    lines = await eventually(log, "the log")
    assert "called Orders" in lines
    assert "Orders advised" in lines
    assert "Communication drafted an answer" in lines


async def test_where_a_ticket_stands(cast: Cast) -> None:
    """/summary alone: who wants what, and who waits, for whoever asked."""
    topic = await asked(cast)
    await note(topic, "Orders")
    await cast.maria.writes_in(topic, "/summary")

    async def panel() -> str | None:
        seen = await cast.telegram.messages(topic.chat, topic.id, cast.maria.id)
        return next((one["text"] for one in seen if one["ephemeral"]), None)

    said = await eventually(panel, "a summary for Maria alone")
    assert "The customer waits for an answer." in said
    assert WHERE in said


@pytest.fixture
async def selfgoing(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk whose queue lets specialists ask what it is about by themselves."""
    folder = tmp_path / "desk"
    shutil.copytree(Settings.model_fields["desk_dir"].default, folder)
    queue = folder / "queues" / "support.yaml"
    text = queue.read_text()
    assert "autonomy: drafts" in text
    queue.write_text(text.replace("autonomy: drafts", "autonomy: auto"))
    shared = Path(os.environ["CACHE_DIR"])  # its examples are the shipped ones
    async with desk(tmp_path, desk_dir=folder, cache_dir=shared) as cast:
        yield cast


async def test_an_automatic_answer_says_so_and_a_person_ends_it(selfgoing: Cast) -> None:
    """/human: from then on nothing goes out without a person."""
    cast = selfgoing
    topic = await asked(cast, "Which film won the prize last night?")
    heard = await cast.ana.hears("/human")  # her app is Spanish, and so is the desk to her
    assert heard["text"].startswith("Gracias, Ana, hemos recibido su mensaje.")
    assert "🤖 Esta es una respuesta automática." in heard["text"]
    await note(topic, "sent it by itself")
    await cast.ana.writes("/human")
    await cast.ana.hears("una persona")
    count = len(await cast.ana.messages())
    await cast.ana.writes("Will it rain in Lisbon tomorrow?")
    again = await note(topic, "Will it rain")
    assert "✅ Send" in labels(again)
    said = [one["text"] or "" for one in (await cast.ana.messages())[count:]]
    assert not any("🤖" in each for each in said)
