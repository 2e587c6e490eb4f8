"""One cause of many tickets: joined, told of to each customer by a person's press, once."""

from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Someone, Topic, eventually
from tests.stories.test_macros import private_panel

WORDS = "/incident 1 update We are on it.\nes: Estamos en ello."


async def two(cast: Cast) -> tuple[Topic, Topic]:
    """Ana's ticket is Maria's, Boris's is nobody's; both have the same cause."""
    for person in (cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    await cast.ana.writes("¿Por qué no puedo pagar?")
    first = await cast.topic("#1")
    await first.pinned_card()
    await cast.boris.writes("I cannot pay")
    second = await cast.topic("#2")
    await second.pinned_card()
    await cast.maria.writes_in(first, "/claim")
    await first.card_says("Answered by Maria")
    await cast.maria.writes_in(first, "/incident new Payment provider down")
    await first.card_says("Incident 1")
    await cast.maria.writes_in(second, "/incident 1")
    await second.card_says("Incident 1")
    return first, second


@pytest.fixture
async def topics(cast: Cast) -> tuple[Topic, Topic]:
    return await two(cast)


async def general(cast: Cast) -> Topic:
    """Where no ticket is."""
    return Topic(cast.telegram, (await cast.telegram.forum())["id"], 1)


async def drafted(topic: Topic, words: str) -> Json:
    """Waits for the draft that says `words`."""

    async def look() -> Json | None:
        shown = [one for one in await topic.messages() if words in (one["text"] or "")]
        return next((one for one in shown if "draft for incident 1, not sent" in one["text"]), None)

    return await eventually(look, f"a draft that says {words!r}")


async def hears_once(person: Someone, words: str) -> None:
    """That person has read `words` exactly once."""
    await person.hears(words)
    said = [one for one in await person.messages() if words in (one["text"] or "")]
    assert len(said) == 1


async def test_an_update_is_drafted_and_sent_by_a_person(
    cast: Cast, topics: tuple[Topic, Topic]
) -> None:
    """In each customer's language; nobody hears anything before Maria presses, and one presses."""
    first, second = topics
    await cast.maria.writes_in(first, WORDS)
    draft = await drafted(first, "Estamos en ello.")
    other = await drafted(second, "We are on it.")
    await cast.ana.hears_nothing_of("Estamos")
    await cast.maria.presses(first.chat, draft["message_id"], "Send")
    await cast.ana.hears("Estamos en ello.")
    again = await cast.maria.presses(first.chat, draft["message_id"], "Send")
    assert again is not None
    assert "does not wait any more" in again["text"]
    await hears_once(cast.ana, "Estamos en ello.")
    await cast.maria.presses(second.chat, other["message_id"], "Discard")
    gone = await cast.maria.presses(second.chat, other["message_id"], "Send")
    assert gone is not None
    assert "does not wait any more" in gone["text"]
    await cast.boris.hears_nothing_of("We are on it.")


async def test_a_supervisor_sends_all(cast: Cast, topics: tuple[Topic, Topic]) -> None:
    """What Maria has sent is not sent again, and nobody's ticket stays nobody's."""
    first, second = topics
    await cast.sam.writes_in_general(WORDS)
    mine = await drafted(first, "Estamos en ello.")
    await drafted(second, "We are on it.")
    await cast.maria.presses(first.chat, mine["message_id"], "Send")
    await cast.ana.hears("Estamos en ello.")
    await cast.maria.writes_in_general("/incident list")
    here = await general(cast)
    panel = await private_panel(here, cast.maria, "2 tickets, one draft waits")
    assert panel["buttons"] == []
    await cast.sam.writes_in_general("/incident 1")
    panel = await private_panel(here, cast.sam, "2 tickets, one draft waits")
    await cast.sam.presses_panel(here, panel, "Send all of 1 (1)")
    await hears_once(cast.boris, "We are on it.")
    await hears_once(cast.ana, "Estamos en ello.")
    assert "Answered by nobody" in (await second.card())["text"]


async def test_a_draft_is_changed_before_it_is_sent(
    cast: Cast, topics: tuple[Topic, Topic]
) -> None:
    """Only what stands there last can be sent; a colleague may not change Maria's."""
    first, _ = topics
    await cast.maria.writes_in(first, WORDS)
    draft = await drafted(first, "Estamos en ello.")
    await cast.maria.presses(first.chat, draft["message_id"], "Edit")
    await private_panel(first, cast.maria, "Write /incident edit")
    refused = await cast.joe.writes_in(first, "/incident edit No.")
    assert "belongs to Maria" in (await first.answer_to(refused))["text"]
    await cast.maria.writes_in(first, "/incident edit Mañana funciona.")
    newer = await drafted(first, "Mañana funciona.")
    old = await cast.maria.presses(first.chat, draft["message_id"], "Send")
    assert old is not None
    assert "does not wait any more" in old["text"]
    await cast.maria.presses(first.chat, newer["message_id"], "Send")
    await hears_once(cast.ana, "Mañana funciona.")
    await cast.ana.hears_nothing_of("Estamos")


async def test_an_incident_is_known_by_its_title(cast: Cast, topics: tuple[Topic, Topic]) -> None:
    """It stands on the card of each of its tickets, and a search for it finds them all."""
    first, second = topics
    await first.card_says("🔥 Incident 1: Payment provider down")
    await second.card_says("🔥 Incident 1: Payment provider down")
    await cast.maria.writes_in(first, "/search provider down")
    found = (await private_panel(first, cast.maria, "The 2 newest tickets"))["text"]
    assert "#1" in found
    assert "#2" in found


async def test_the_end_of_an_incident_is_drafted_too(
    cast: Cast, topics: tuple[Topic, Topic]
) -> None:
    """The closing words wait like any update; nothing joins or is said of it any more."""
    first, second = topics
    await cast.maria.writes_in(first, "/incident 1 resolve It works again.")
    draft = await drafted(second, "It works again.")
    await cast.maria.presses(second.chat, draft["message_id"], "Send")
    await hears_once(cast.boris, "It works again.")
    more = await cast.maria.writes_in(first, "/incident 1 update And again.")
    assert "Incident 1 is resolved" in (await first.answer_to(more))["text"]
    await cast.maria.writes_in(first, "/incident leave")

    async def left() -> bool:
        return "Incident" not in (await first.card())["text"]

    await eventually(left, "the card names no incident")


async def test_what_was_released_goes_out_after_a_restart(tmp_path: Path) -> None:
    """Sam presses at one desk; whatever that one had not done, the next does, once each."""
    async with desk(tmp_path) as cast:
        first, second = await two(cast)
        await cast.sam.writes_in_general(WORDS)
        await drafted(first, "Estamos en ello.")
        await drafted(second, "We are on it.")
        here = await general(cast)
        panel = await private_panel(here, cast.sam, "2 tickets, 2 drafts wait")
        await cast.sam.presses_panel(here, panel, "Send all of 1 (2)")
    async with desk(tmp_path) as cast:
        await hears_once(cast.boris, "We are on it.")
        await hears_once(cast.ana, "Estamos en ello.")


async def test_what_cannot_be_done_is_said_in_a_sentence(
    cast: Cast, topics: tuple[Topic, Topic]
) -> None:
    """Each refusal says what is possible."""
    first, _ = topics
    for words, said in (
        ("/incident 9", "There is no incident 9; /incident list"),
        ("/incident 1", "#1"),
        ("/incident 1 update", "write it like this: /incident 3 update"),
        ("/incident new", "write it like this: /incident new"),
        ("/incident flarp", "write it like this: /incident 3 update"),
        ("/incident edit What?", "does not wait any more"),
    ):
        asked = await cast.maria.writes_in(first, words)
        assert said in (await first.answer_to(asked))["text"]
