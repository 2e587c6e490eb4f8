"""How customers are received: floods are gathered, a question may come first, nothing is lost."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually

QUEUE = """team: Support
intake:
  question:
    en: What is it about?
    es: ¿De qué se trata?
  choices:
    - text: {en: An invoice, es: Una factura}
      queue: billing
    - text: {en: Something else, es: Otra cosa}
      tag: other
"""
OPEN_QUESTION = "team: Support\nintake:\n  question:\n    en: What is your order number?\n"


def _files(folder: Path, desk_yaml: str = "", support: str = "team: Support\n") -> Path:
    (folder / "queues").mkdir(parents=True)
    (folder / "desk.yaml").write_text(desk_yaml)
    (folder / "queues" / "support.yaml").write_text(support)
    (folder / "queues" / "billing.yaml").write_text("team: Billing\n")
    return folder


@pytest.fixture
async def flooded(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk that gathers what comes beyond three messages a minute."""
    files = _files(tmp_path / "desk", "flood: {messages: 3, tickets: 2}\n")
    async with desk(tmp_path, desk_dir=files) as cast:
        yield cast


@pytest.fixture
async def asking(tmp_path: Path) -> AsyncIterator[Cast]:
    """A desk that asks first, with buttons."""
    async with desk(tmp_path, desk_dir=_files(tmp_path / "desk", support=QUEUE)) as cast:
        yield cast


async def _writes_many(who: Someone, *words: str) -> list[int]:
    """Writes them all, and waits until the desk has taken them in."""
    numbers = [await who.writes(word) for word in words]
    await who.writes("/flarp")
    await who.hears("/flarp")
    return numbers


async def _shown(topic: Topic) -> list[Json]:
    """What stands below the card, without service messages."""
    card = await topic.card()
    listed = await topic.messages()
    return [one for one in listed if one["message_id"] > card["message_id"] and not one["service"]]


async def _floods(cast: Cast) -> tuple[Topic, list[int], Json]:
    await cast.ana.writes("word 1")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    numbers = await _writes_many(cast.ana, *(f"word {number}" for number in range(2, 10)))
    await cast.telegram.time_passes(seconds=16)
    return topic, numbers, await topic.shows("messages, gathered")


async def test_a_flood_is_shown_together_and_told_once(flooded: Cast) -> None:
    """Every word arrives in its order; the customer and the card say that there are many."""
    topic, _, gathered = await _floods(flooded)
    words = "\n\n".join(f"word {number}" for number in range(4, 10))
    assert gathered["text"] == f"Ana · 6 messages, gathered\n{words}"
    assert [one["text"] for one in await _shown(topic)][:2] == ["Ana\nword 2", "Ana\nword 3"]
    await topic.card_says("Writes a great deal: 9 messages")
    told = [one for one in await flooded.ana.messages() if "escribiendo mucho" in one["text"]]
    assert len(told) == 1
    await flooded.telegram.time_passes(minutes=2)

    async def calm() -> bool:
        return "great deal" not in (await topic.card())["text"]

    await eventually(calm, "the card no longer tells of the flood")
    await flooded.ana.writes("And one more thing")
    await topic.shows("Ana\nAnd one more thing")


async def test_what_was_gathered_is_answered_and_edited(flooded: Cast) -> None:
    """A reply to it reaches the customer, and an edit shows what it says now."""
    topic, numbers, gathered = await _floods(flooded)
    await flooded.maria.writes_in(topic, "All nine read.", reply_to=gathered["message_id"])
    heard = await flooded.ana.hears("All nine read.")
    assert heard["reply_to_message_id"] == numbers[-1]
    await flooded.ana.edits(flooded.ana.id, numbers[4], text="word 6, corrected")
    await topic.shows("word 6, corrected")
    await topic.shows("edited")
    assert "word 7" in (await topic.shows("messages, gathered"))["text"]


async def test_edits_without_end_are_a_flood(flooded: Cast) -> None:
    """What stood there each time is shown together, the message says what it says last."""
    number = await flooded.ana.writes("word 0")
    topic = await flooded.topic("#1")
    await topic.pinned_card()
    for count in range(1, 9):
        await flooded.ana.edits(flooded.ana.id, number, text=f"word {count}")
    await _writes_many(flooded.ana)
    await flooded.ana.hears("escribiendo mucho")
    await flooded.telegram.time_passes(seconds=16)
    gathered = await topic.shows("6 messages, gathered")
    former = [f"word {count}" for count in range(2, 8)]
    assert [line for line in gathered["text"].splitlines() if line.startswith("word")] == former
    await topic.card_says("word 8")
    await topic.card_says("Writes a great deal: 9 messages")


async def test_media_of_a_flood_keep_their_place(flooded: Cast) -> None:
    """Each is a message of its own; what was gathered before it goes first, at once."""
    await flooded.ana.writes("word 1")
    topic = await flooded.topic("#1")
    await topic.pinned_card()
    await _writes_many(flooded.ana, *(f"word {number}" for number in range(2, 6)))
    await flooded.ana.sends("photo")
    await topic.carries("photo")
    await _writes_many(flooded.ana, "word 6", "word 7")
    await flooded.telegram.time_passes(seconds=16)
    await topic.shows("word 7")
    shown = [one["text"] or one["kind"] for one in await _shown(topic)]
    assert shown == [
        "Ana\nword 2",
        "Ana\nword 3",
        "Ana · 2 messages, gathered\nword 4\n\nword 5",
        "photo",
        "Ana · 2 messages, gathered\nword 6\n\nword 7",
    ]


async def test_a_restart_loses_nothing_of_a_flood(tmp_path: Path) -> None:
    """What waits to be shown together is in the outbox."""
    files = _files(tmp_path / "desk", "flood: {messages: 3}\n")
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.ana.writes("word 1")
        await (await cast.topic("#1")).pinned_card()
        await _writes_many(cast.ana, *(f"word {number}" for number in range(2, 8)))
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.telegram.time_passes(seconds=16)
        topic = await cast.topic("#1")
        await topic.shows("4 messages, gathered\nword 4\n\nword 5\n\nword 6\n\nword 7")


async def test_too_many_tickets_join_one(flooded: Cast) -> None:
    """The customer is told which one, and the words are in it."""
    await flooded.ana.writes("/new One")
    await flooded.ana.writes("/new Two")
    second = await flooded.topic("#2")
    await second.card()
    await flooded.ana.writes("/new Three")
    await flooded.ana.hears(
        "Ha abierto varias solicitudes en una hora, así que esto se añade a la #2"
    )
    await second.shows("Ana\nThree")
    assert len(await flooded.telegram.topics()) == 2
    await flooded.telegram.time_passes(hours=1)
    await flooded.ana.writes("/new Four")
    await flooded.topic("#3")


async def test_an_answer_opens_the_ticket_where_it_leads(asking: Cast) -> None:
    """With all that was written meanwhile, albums too, in its order, and as edited."""
    first = await asking.ana.writes("Hola, tengo un problema")
    asked = await asking.ana.hears("¿De qué se trata?")
    await asking.ana.writes("No me ha llegado")
    await asking.ana.sends_album(["photo", "photo"])
    await asking.ana.edits(asking.ana.id, first, text="Hola, tengo dos problemas")
    await _writes_many(asking.ana, "Gracias de antemano")
    assert await asking.telegram.topics() == []
    await asking.ana.presses(asking.ana.id, asked["message_id"], "Una factura")
    topic = await asking.topic("#1")
    card = (await topic.card_says("billing"))["text"]
    assert "What is it about? → An invoice" in card
    assert "Hola, tengo dos problemas" in card
    await asking.ana.hears("Su solicitud es la #1")
    await topic.shows("Ana\nNo me ha llegado")
    await topic.shows_album(2)
    await topic.shows("Gracias de antemano")
    kinds = [one["kind"] for one in await _shown(topic)]
    assert kinds == ["text", "photo", "photo", "text"]
    pressed = await asking.ana.presses(asking.ana.id, asked["message_id"], "Otra cosa")
    assert pressed is not None
    assert pressed["show_alert"]


async def test_without_an_answer_the_ticket_opens_all_the_same(tmp_path: Path) -> None:
    """After the time that the owner gave, also when the desk was down meanwhile."""
    files = _files(tmp_path / "desk", support=QUEUE)
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.ana.writes("Hola")
        await cast.ana.hears("¿De qué se trata?")
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.telegram.time_passes(minutes=4)
        await _writes_many(cast.ana, "¿Hay alguien?")
        assert await cast.telegram.topics() == []
        await cast.telegram.time_passes(minutes=1, seconds=1)
        topic = await cast.topic("#1")
        await topic.card_says("What is it about? → no answer")
        await topic.shows("¿Hay alguien?")


async def test_an_answer_in_words(tmp_path: Path) -> None:
    """Without buttons the next text is the answer, once there was time to read the question."""
    files = _files(tmp_path / "desk", support=OPEN_QUESTION)
    async with desk(tmp_path, desk_dir=files) as cast:
        await cast.boris.writes("Hello")
        await cast.boris.hears("What is your order number?")
        await cast.telegram.time_passes(seconds=5)
        await cast.boris.writes("4711")
        topic = await cast.topic("#1")
        await topic.card_says("What is your order number? → 4711")
        await topic.shows("Boris\n4711")


async def test_a_person_is_called_without_an_answer(asking: Cast) -> None:
    """The ticket opens at once."""
    await asking.boris.writes("Help")
    await asking.boris.hears("What is it about?")
    await asking.boris.writes("/human")
    await asking.boris.hears("A person will take care of #1")
    await (await asking.topic("#1")).shows("@sam")


async def test_who_was_asked_and_wonders_is_told(asking: Cast) -> None:
    """Neither how it stands nor an end can be had before the ticket: their question waits."""
    await asking.boris.writes("Help")
    await asking.boris.hears("What is it about?")
    for command in ("/status", "/close"):
        await asking.boris.writes(command)

    async def both() -> bool:
        said = [one["text"] for one in await asking.boris.messages()]
        return len([one for one in said if "Your question was received" in one]) == 2

    await eventually(both, "Boris is told twice")
    await asking.boris.hears_nothing_of("no request under way")
    await asking.boris.writes("/human")
    await asking.boris.hears("A person will take care of #1")
    await asking.boris.writes("/status")
    await asking.boris.hears("#1")


async def test_being_forgotten_takes_what_waits(asking: Cast) -> None:
    """No ticket opens of it any more."""
    await asking.boris.writes("A secret")
    await asking.boris.hears("What is it about?")
    await asking.boris.writes("/forget")
    await asking.boris.hears("Your data with us is erased")
    await asking.telegram.time_passes(minutes=6)
    await asking.boris.writes("/flarp")
    await asking.boris.hears("/flarp")
    assert await asking.telegram.topics() == []


async def test_the_menu_speaks_the_chosen_language(cast: Cast) -> None:
    """And again that of the app, once nothing is chosen."""

    async def menu_calls(method: str) -> list[Json]:
        calls = await cast.telegram.calls(method)
        own = {"type": "chat", "chat_id": cast.boris.id}
        return [call for call in calls if call["params"].get("scope") == own]

    await cast.boris.writes("/language ru")
    await cast.boris.hears("Теперь мы пишем вам по-русски.")
    (call,) = await eventually(lambda: menu_calls("setMyCommands"), "a menu of Boris's own")
    described = {each["command"]: each["description"] for each in call["params"]["commands"]}
    assert described["language"] == "Выбрать язык"
    assert "language_code" not in call["params"]
    await cast.boris.writes("/language auto")
    assert await eventually(lambda: menu_calls("deleteMyCommands"), "the app's menu again")
