"""Whatever a command does, buttons do: macros, a menu of verbs, and asking for words."""

from pathlib import Path

import pytest

from tests.stories.conftest import Cast
from tests.stories.desks import desk
from tests.stories.people import Json, Topic, eventually
from tests.stories.test_macros import no_panel, private_panel


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Boris's ticket, with its card pinned; Joe and Maria have been seen."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    await cast.boris.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    return topic


async def prompted(cast: Cast, topic: Topic, *presses: str) -> Json:
    """Maria presses through the menu until she is asked for words; returns the prompt."""
    await cast.maria.presses_on_card(topic, "More…")
    panel = await private_panel(topic, cast.maria, "What shall I do?")
    await cast.maria.presses_panel(topic, panel, presses[0])
    for label in presses[1:]:
        choose = await private_panel(topic, cast.maria, "choose")
        await cast.maria.presses_panel(topic, choose, label)
    return await topic.shows("Maria, reply to this message")


async def test_a_macro_by_buttons(cast: Cast, topic: Topic) -> None:
    """The card's button lists them for Maria alone; she reads one, and sends it once."""
    await cast.maria.presses_on_card(topic, "📋")
    panel = await private_panel(topic, cast.maria, "macros")
    label = next(
        button["text"]
        for row in panel["buttons"]
        for button in row
        if "more-details" in button["data"]
    )
    await cast.maria.presses_panel(topic, panel, label)
    preview = await private_panel(topic, cast.maria, "Thank you, Boris.")
    await cast.maria.presses_panel(topic, preview, "Send")
    await cast.boris.hears("Thank you, Boris.")
    shown = await topic.shows("Thank you, Boris.")
    await topic.marks_delivered(shown["message_id"])
    await no_panel(topic, cast.maria)
    heard = [
        one for one in await cast.boris.messages() if "Thank you, Boris" in (one["text"] or "")
    ]
    assert len(heard) == 1


async def test_what_the_customer_writes_meanwhile_is_read_first(cast: Cast, topic: Topic) -> None:
    """The macro that Maria has open is shown again instead of sent."""
    await cast.maria.presses_on_card(topic, "📋")
    panel = await private_panel(topic, cast.maria, "macros")
    label = next(
        button["text"]
        for row in panel["buttons"]
        for button in row
        if "more-details" in button["data"]
    )
    await cast.maria.presses_panel(topic, panel, label)
    preview = await private_panel(topic, cast.maria, "Thank you, Boris.")
    await cast.boris.writes("It is here!")
    await topic.shows("It is here!")
    await cast.maria.presses_panel(topic, preview, "Send")
    await private_panel(topic, cast.maria, "has changed since you read it")
    await cast.boris.hears_nothing_of("Thank you, Boris.")


async def test_macros_are_searched_by_a_button(cast: Cast, topic: Topic) -> None:
    """Search asks for words; replying with them shows what they find, and the question goes."""
    await cast.maria.presses_on_card(topic, "📋")
    panel = await private_panel(topic, cast.maria, "macros")
    await cast.maria.presses_panel(topic, panel, "🔎 Search")
    prompt = await topic.shows("Maria, reply to this message with the words for /macro")
    await cast.maria.writes_in(topic, "what you did", reply_to=prompt["message_id"])
    await private_panel(topic, cast.maria, "Thank you, Boris.")
    await gone(topic, prompt)


async def test_an_answer_is_saved_by_a_button(cast: Cast, topic: Topic) -> None:
    """It is asked for its name; where nobody has answered yet, that is said."""
    await cast.maria.presses_on_card(topic, "📋")
    panel = await private_panel(topic, cast.maria, "macros")
    refused = await cast.maria.presses_panel(topic, panel, "💾 Save the answer")
    assert refused is not None
    assert refused["text"].startswith("The newest answer to the customer of #1 has no words")
    card = await topic.card()
    said = await cast.maria.writes_in(topic, "It leaves tday.", reply_to=card["message_id"])
    await topic.marks_delivered(said)
    await cast.maria.edits(topic.chat, said, text="It leaves today.")
    await cast.boris.hears("It leaves today.")
    await cast.maria.presses_panel(topic, panel, "💾 Save the answer")
    prompt = await topic.shows("Maria, reply to this message with the words for /macro save.")
    await cast.maria.writes_in(topic, "leaves-today", reply_to=prompt["message_id"])
    await private_panel(topic, cast.maria, "Saved: /macro leaves-today")
    await gone(topic, prompt)
    await cast.joe.writes_in(topic, "/macro leaves-today")
    macro = await private_panel(topic, cast.joe, "Macro leaves-today, not sent yet.")
    assert "It leaves today." in macro["text"]


async def gone(topic: Topic, message: Json) -> None:
    async def look() -> bool:
        return message["message_id"] not in [one["message_id"] for one in await topic.messages()]

    await eventually(look, "the question is gone")


async def test_words_are_asked_for(cast: Cast, topic: Topic) -> None:
    """Only the one who was asked answers: what Joe replies is a note, and Maria's reply counts."""
    prompt = await prompted(cast, topic, "/subject")
    await cast.joe.writes_in(topic, "Not my business", reply_to=prompt["message_id"])
    await cast.maria.writes_in(topic, "A lost parcel", reply_to=prompt["message_id"])
    await topic.card_says("#1 · A lost parcel")
    await gone(topic, prompt)
    await cast.boris.hears_nothing_of("A lost parcel")


async def test_an_expert_is_asked_by_buttons(cast: Cast, topic: Topic) -> None:
    """Maria chooses Joe and writes the question; his note answers as ever."""
    prompt = await prompted(cast, topic, "/consult", "Joe")
    assert "/consult Joe" in prompt["text"]
    await cast.maria.writes_in(topic, "Which carrier?", reply_to=prompt["message_id"])
    await topic.card_says("Joe is asked since")
    await cast.joe.writes_in(topic, "The blue one.")
    await topic.card_says("open since")


async def test_a_refusal_leaves_the_question(cast: Cast, topic: Topic) -> None:
    """The rights are the command's own, and whoever may not decide hears why; ✖ ends it."""
    prompt = await prompted(cast, topic, "/decide")
    said = await cast.maria.writes_in(topic, "Refund.", reply_to=prompt["message_id"])
    assert "Only a supervisor decides" in (await topic.answer_to(said))["text"]
    await cast.maria.presses(topic.chat, prompt["message_id"], "✖ Never mind")
    await gone(topic, prompt)


async def test_a_choice_and_a_verb_alone(cast: Cast, topic: Topic) -> None:
    """A priority is chosen, and who works along joins by one press."""
    await cast.maria.presses_on_card(topic, "More…")
    panel = await private_panel(topic, cast.maria, "What shall I do?")
    await cast.maria.presses_panel(topic, panel, "/priority")
    choose = await private_panel(topic, cast.maria, "/priority: choose")
    await cast.maria.presses_panel(topic, choose, "urgent")
    await topic.card_says("urgent")
    await no_panel(topic, cast.maria)
    await cast.maria.presses_on_card(topic, "More…")
    panel = await private_panel(topic, cast.maria, "What shall I do?")
    await cast.maria.presses_panel(topic, panel, "/collab")
    await topic.card_says("Working along: Maria")
    await cast.maria.presses_on_card(topic, "More…")
    panel = await private_panel(topic, cast.maria, "What shall I do?")
    await cast.maria.presses_panel(topic, panel, "/log")
    await private_panel(topic, cast.maria, "Log of #1")


async def test_a_question_outlives_a_restart(tmp_path: Path) -> None:
    """The next desk takes the answer."""
    async with desk(tmp_path) as cast:
        await cast.boris.writes("Where is my order 4711?")
        topic = await cast.topic("#1")
        await topic.pinned_card()
        number = (await prompted(cast, topic, "/tag"))["message_id"]
    async with desk(tmp_path) as cast:
        topic = await cast.topic("#1")
        await cast.maria.writes_in(topic, "parcel", reply_to=number)
        await topic.card_says("#parcel")
