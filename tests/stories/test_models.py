"""Specialists that think with a model: what a desk does with one, and without."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from tests.fakes.messages_api import (
    HAIKU,
    KEY,
    MessagesApi,
    Reply,
    answering,
    fails,
    fills,
)
from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, eventually

#: An example of Billing's own file, so that nobody is asked who it is for.
CHARGED_TWICE = "I was charged twice for my box in October, please look into it."


def _names(folder: Path, specialist: str, model: str) -> None:
    """The file of that specialist names that model."""
    file = folder / "desk" / "specialists" / f"{specialist}.md"
    head, *rest = file.read_text().splitlines()
    file.write_text("\n".join([head, f"model: {model}", *rest]))


def _key(api: MessagesApi) -> Json:
    return {"anthropic_api_key": KEY, "anthropic_base_url": api.address}


@asynccontextmanager
async def _desk(folder: Path, **settings: Any) -> AsyncIterator[Cast]:
    """A desk with files of its own, on which Sam supervises and can be told in private."""
    async with desk(folder, desk_dir=folder / "desk", **settings) as cast:
        await cast.sam.writes_in_general("good morning")
        await cast.sam.writes("/start")
        await cast.sam.hears("In this chat you are a customer")
        yield cast


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped files, to be changed; without the labelled set the router learns at once."""
    shipped = Settings.model_fields["desk_dir"].default
    shutil.copytree(shipped, tmp_path / "desk", ignore=shutil.ignore_patterns("evaluation"))
    return tmp_path


def _claude(asked: Json) -> Reply:
    """What a model makes of a double charge."""
    if "You are Billing," in asked["system"][0]["text"]:
        note = "The second charge is an authorisation that was never booked."
        return fills(note=note, sources=["entry-2"], confidence=0.9)
    draft = "You were charged once; the other one goes away by itself."
    return fills(draft=draft, sources=["entry-2"], confidence=0.8)


async def test_specialists_think_with_a_model(folder: Path) -> None:
    """Ana asks, Claude's note and draft stand in the topic, Maria sends the draft, Ana reads it."""
    _names(folder, "billing", HAIKU)
    _names(folder, "communication", HAIKU)
    async with answering(_claude) as api, _desk(folder, **_key(api)) as cast:
        await cast.ana.writes("My card is 4242 4242 4242 4242")
        await cast.ana.writes(CHARGED_TWICE)
        topic = await cast.topic("#1")
        note = await topic.shows("The second charge is an authorisation")
        assert "You were charged once" in note["text"]
        assert "Made without a model" not in note["text"]
        await cast.maria.presses(topic.chat, note["message_id"], "✅ Send")
        await cast.ana.hears("You were charged once")
        asked = str(api.requests)
        assert "4242 4242" not in asked
        assert KEY not in asked
        await cast.sam.writes("/specialists")
        await cast.sam.hears(f"🤖 {HAIKU}: 120 tokens today ($0.01)")


async def test_a_draft_is_watched_while_it_is_written(folder: Path) -> None:
    """Maria, whose ticket it is, sees it grow in private; nobody else does, and nothing is kept."""
    _names(folder, "communication", HAIKU)
    draft = "You were charged once. The other charge goes away by itself, within some days."
    goes_on = asyncio.Event()
    reply = fills(draft=draft, sources=["entry-2"], confidence=0.8)
    reply = replace(reply, pauses_at="goes away", goes_on=goes_on)
    async with answering(lambda _: reply) as api, _desk(folder, **_key(api)) as cast:
        await cast.maria.writes_in_general("good morning")
        await cast.maria.writes("/start")
        await cast.maria.hears("In this chat you are a customer")
        await cast.ana.writes("Hello")
        topic = await cast.topic("#1")
        await cast.maria.presses_on_card(topic, "Claim")
        await topic.card_says("Maria")
        await cast.ana.writes(CHARGED_TWICE)

        async def watched(words: str) -> str | None:
            calls = await cast.telegram.get("/sim/calls", since=0)
            shown = [one for one in calls if one["method"] == "sendMessageDraft"]
            assert {one["chat_id"] for one in shown} <= {cast.maria.id}
            said = [str(one["params"]["text"]) for one in shown]
            return next((one for one in said if words in one), None)

        begun = await eventually(lambda: watched("The other"), "Maria sees it begin")
        assert begun.startswith("✍ A draft for #1, while it is written.")
        assert "some days" not in begun
        goes_on.set()
        await eventually(lambda: watched(draft), "Maria sees the whole draft")
        await topic.shows(draft)
        for person in (cast.maria, cast.ana):
            await person.hears_nothing_of("The other")


def _translates(asked: Json) -> Reply:
    """What a model makes of a Spanish message."""
    assert "You are Communication," in asked["system"][0]["text"]
    said = "Where is my box?"
    return fills(note="Ana asks it.", details=said, sources=["entry-2"], confidence=0.9)


async def test_a_model_translates(folder: Path) -> None:
    """/translate: in a note, for everybody; without a model it says what it needs."""
    async with _desk(folder) as cast:
        await cast.ana.writes("¿Dónde está mi caja?")
        topic = await cast.topic("#1")
        await cast.maria.writes_in(topic, "/translate")
        await topic.shows("Translating needs a model: name one in the file of Communication")
    _names(folder, "communication", HAIKU)
    async with answering(_translates) as api, _desk(folder, **_key(api)) as cast:
        topic = await cast.topic("#1")
        await cast.maria.writes_in(topic, "/translate")
        note = await topic.shows("Where is my box?")
        assert "Translate this into English" in note["text"]
        assert "¿Dónde está mi caja?" in str(api.requests)
        await cast.ana.hears_nothing_of("Where is my box?")


async def test_a_model_that_is_away_is_left_alone(folder: Path) -> None:
    """The built-in brain answers all the same; Sam hears once that Claude is bypassed, and back."""
    _names(folder, "billing", HAIKU)
    away = fails(529, "overloaded_error", "Overloaded", retry_after="60")
    async with answering(lambda _: away) as api, _desk(folder, **_key(api)) as cast:
        for number in range(1, 5):
            await cast.boris.writes("/new")
            await cast.boris.writes(CHARGED_TWICE)
            topic = await cast.topic(f"#{number}")
            await topic.shows("Made without a model")
        told = await cast.sam.hears("Billing failed three times in a row")
        assert "overloaded_error" in told["text"]
        billed = [one for one in api.requests if "You are Billing," in str(one["system"])]
        assert len(billed) == 3
        api.script = _claude
        await cast.telegram.time_passes(minutes=6)
        await cast.ana.writes(CHARGED_TWICE)
        topic = await cast.topic("#5")
        await topic.shows("The second charge is an authorisation")
        await cast.sam.hears(f"Billing works with {HAIKU} again")


async def test_a_wrong_key_is_said_once_and_the_desk_works(folder: Path) -> None:
    """Sam hears of it in private, once, also over a restart; customers are answered meanwhile."""
    async with answering() as api:
        wrong = {"anthropic_api_key": "a-wrong-key", "anthropic_base_url": api.address}
        async with _desk(folder, **wrong) as cast:
            _names(folder, "billing", HAIKU)
            told = await cast.sam.hears("these specialists work with the built-in brain")
            assert "the key is not accepted" in told["text"]
            assert "a-wrong-key" not in told["text"]
            await cast.ana.writes("Where is my refund?")
            topic = await cast.topic("#1")
            card = await topic.card()
            await cast.maria.writes_in(topic, "On its way.", reply_to=card["message_id"])
            await cast.ana.hears("On its way.")
        async with desk(folder, desk_dir=folder / "desk", **wrong) as cast:
            await cast.sam.writes("/specialists")
            listed = await cast.sam.hears(f"🤖 {HAIKU}: 0 tokens today")
            seen = await cast.telegram.messages(cast.sam.id)
            said = [one for one in seen if "the key is not accepted" in (one["text"] or "")]
            assert len(said) == 1
            assert said[0]["message_id"] < listed["message_id"]


async def test_an_unknown_model_is_said_with_whose_it_is(folder: Path) -> None:
    """Once it is corrected, nothing is said any more."""
    _names(folder, "billing", "claude-nobody")
    async with answering() as api, _desk(folder, **_key(api)) as cast:
        _names(folder, "orders", "claude-nobody-either")
        told = await cast.sam.hears("there is no model claude-nobody-either for this key")
        assert "Correct `model` in the files of Orders." in told["text"]
        assert "there is no model claude-nobody for this key" in told["text"]


async def test_a_model_finds_the_specialists(folder: Path) -> None:
    """And where it does not answer, the built-in router does."""
    file = folder / "desk" / "desk.yaml"
    file.write_text(file.read_text().replace("router: built-in", "router: claude"))
    part = {"specialist": "returns", "text": "", "confidence": 0.9}
    found = fills(parts=[part], reasons=["look into it"])
    async with answering(lambda _: found) as api, _desk(folder, **_key(api)) as cast:
        await cast.ana.writes(CHARGED_TWICE)
        topic = await cast.topic("#1")
        await topic.shows("Returns")  # beside whoever the words' workflow belongs to
        api.then(fails(529, "overloaded_error", "Overloaded", retry_after="60"))
        await cast.ana.writes("/new")
        await cast.ana.writes(CHARGED_TWICE)
        topic = await cast.topic("#2")
        note = await topic.shows("Billing")
        assert "Returns" not in note["text"]
