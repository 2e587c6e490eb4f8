"""Tickets that sleep, and tickets whose customer does not answer."""

import pytest

from tests.stories.conftest import Cast
from tests.stories.people import Json, Someone, Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket, which Maria answers."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    await cast.ana.writes("¿Dónde está mi pedido 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    return topic


async def _answered(cast: Cast, topic: Topic) -> None:
    card = await topic.card()
    await cast.maria.writes_in(topic, "It leaves today.", reply_to=card["message_id"])
    await cast.ana.hears("It leaves today.")


async def _is_kept(who: Someone, topic: Topic) -> None:
    """Waits until the desk has told them, for their eyes only, that it keeps their note."""

    async def look() -> bool:
        seen = await who.telegram.messages(topic.chat, topic.id, who.id)
        return any("Kept as a note" in (one["text"] or "") for one in seen)

    await eventually(look, f"a note of {who.name} is kept")


async def test_it_sleeps_and_wakes_in_its_time(cast: Cast, topic: Topic) -> None:
    """The card says until when, with a button; then Maria is named, once."""
    await cast.maria.writes_in(topic, "/snooze until 2h waiting for the shop")
    await topic.card_says("Sleeps until")
    await topic.shows("/snooze until 2h")
    await cast.telegram.time_passes(hours=1, minutes=58)
    assert "snoozed" in (await topic.card())["text"]
    await cast.telegram.time_passes(minutes=3)
    await topic.shows("📆 @maria #1 is awake")
    card = await topic.card_says("open since")
    assert "Sleeps until" not in card["text"]


async def test_it_wakes_when_the_customer_writes(cast: Cast, topic: Topic) -> None:
    """And not a second time when its hour comes."""
    await cast.maria.writes_in(topic, "/snooze 2h")
    await topic.card_says("Sleeps until")
    await cast.ana.writes("Any news?")
    await topic.card_says("open since")
    await cast.telegram.time_passes(hours=3)
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    assert not [one for one in await topic.messages() if "is awake" in (one["text"] or "")]


async def test_it_is_woken_by_a_button(cast: Cast, topic: Topic) -> None:
    """By whoever may; and there is nothing more to wake then."""
    await cast.maria.writes_in(topic, "/snooze tomorrow 9:00")
    await topic.card_says("Sleeps until")
    answer = await cast.joe.presses_on_card(topic, "Wake")
    assert answer is not None
    assert "Maria" in answer["text"]
    await cast.maria.presses_on_card(topic, "Wake")
    await topic.card_says("open since")
    asked = await cast.maria.writes_in(topic, "/wake")
    assert "is not asleep" in (await topic.answer_to(asked))["text"]


async def test_a_customer_who_does_not_answer(cast: Cast, topic: Topic) -> None:
    """Asked once in their language after two days, then resolved and rated, then closed."""
    await _answered(cast, topic)
    await topic.card_says("The customer is asked once more on")
    await cast.telegram.time_passes(days=1, hours=23, minutes=58)
    await cast.ana.hears_nothing_of("pendiente")
    await cast.telegram.time_passes(minutes=3)
    nudge = await cast.ana.hears("¿Sigue pendiente para usted la #1")
    assert "en 3 días" in nudge["text"]
    await topic.card_says("Resolved by itself on")
    await cast.telegram.time_passes(days=3)
    await topic.card_says("Closed by itself on")
    message, labels = await cast.ana.gets_buttons()
    assert labels == ["1", "2", "3", "4", "5"]
    await cast.ana.presses(cast.ana.id, message["message_id"], "5")
    await topic.card_says("Rated 5 of 5")
    await cast.telegram.time_passes(days=7)
    await topic.becomes(closed=True)
    said = [one for one in await cast.ana.messages() if "Sigue pendiente" in (one["text"] or "")]
    assert len(said) == 1


async def test_a_customer_who_answers_is_not_asked(cast: Cast, topic: Topic) -> None:
    """Nothing happens by itself to a ticket that waits for staff."""
    await _answered(cast, topic)
    await topic.card_says("asked once more on")
    await cast.ana.writes("And the other one?")
    card = await topic.card_says("open since")
    assert "asked once more" not in card["text"]
    await cast.telegram.time_passes(days=10)
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    await cast.ana.hears_nothing_of("Sigue pendiente")


async def test_it_is_kept_open(cast: Cast, topic: Topic) -> None:
    """By the card's button; the next answer begins the wait anew."""
    await _answered(cast, topic)
    await topic.card_says("asked once more on")
    await cast.maria.presses_on_card(topic, "Keep open")

    async def stopped() -> Json | None:
        card = await topic.card()
        return card if "asked once more" not in card["text"] else None

    await eventually(stopped, "a card with nothing ahead")
    asked = await cast.maria.writes_in(topic, "/keep")
    assert "does not end by itself" in (await topic.answer_to(asked))["text"]
    await cast.telegram.time_passes(days=10)
    await _answered(cast, topic)
    await topic.card_says("asked once more on")
    await cast.ana.hears_nothing_of("Sigue pendiente")


async def test_nobody_is_interrupted(cast: Cast, topic: Topic) -> None:
    """While Joe writes notes the customer is not asked; a quarter of an hour later they are."""
    await _answered(cast, topic)
    await topic.card_says("asked once more on")
    await cast.telegram.time_passes(days=1, hours=23, minutes=55)
    await cast.joe.writes_in(topic, "I am just looking into it")
    await _is_kept(cast.joe, topic)
    await cast.telegram.time_passes(minutes=10)
    await cast.joe.writes("/start")
    await cast.joe.hears("In this chat")
    await cast.ana.hears_nothing_of("Sigue pendiente")
    await cast.telegram.time_passes(minutes=10)
    await cast.ana.hears("Sigue pendiente")
