"""People edit, take back and react; the other side follows, and the topic keeps what was."""

import pytest

from tests.stories.conftest import Cast
from tests.stories.people import Json, Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket, with its card."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.card()
    return topic


async def becomes(topic: Topic, message: int, words: str) -> Json:
    """Waits until that message of the topic says `words`."""

    async def look() -> Json | None:
        for one in await topic.messages():
            if one["message_id"] == message and words in f"{one['text']}{one['caption']}":
                return one
        return None

    return await eventually(look, f"message {message} says {words!r}")


async def test_a_customers_edit_changes_the_message_and_the_topic_keeps_the_old_words(
    cast: Cast, topic: Topic
) -> None:
    """The note about it points at the message."""
    sent = await cast.ana.writes("I want my money back!")
    shown = (await topic.shows("I want my money back!"))["message_id"]
    await cast.ana.edits(cast.ana.id, sent, text="I would like a new one.")
    await becomes(topic, shown, "I would like a new one.")
    kept = await topic.shows("I want my money back!")
    assert "edited" in kept["text"]
    assert kept["reply_to_message_id"] == shown


async def test_an_edit_of_the_first_words_changes_the_card(cast: Cast, topic: Topic) -> None:
    """The card is the customer's first message, so it says what that says now."""
    first = next(one for one in await cast.ana.messages() if one["from"] == cast.ana.id)
    await cast.ana.edits(cast.ana.id, first["message_id"], text="Where is my order 4712?")
    await topic.card_says("4712")
    assert "order 4711" in (await topic.shows("edited"))["text"]


async def test_an_edit_of_a_caption_follows_on_both_sides(cast: Cast, topic: Topic) -> None:
    """The picture stays, its words change."""
    sent = await cast.ana.sends("photo", caption="The left shoe")
    shown = (await topic.carries("photo"))["message_id"]
    await cast.ana.edits(cast.ana.id, sent, caption="The right shoe")
    await becomes(topic, shown, "The right shoe")
    await topic.shows("The left shoe")

    answer = await cast.maria.sends(
        "photo", topic=topic, caption="Like this?", reply_to_message_id=shown
    )
    await cast.ana.hears("Like this?")
    await cast.maria.edits(topic.chat, answer, caption="Or like that?")
    await cast.ana.hears("Or like that?")
    await topic.shows("Like this?")
    await cast.ana.hears_nothing_of("Like this?")


async def test_an_edit_of_an_answer_reaches_the_customer(cast: Cast, topic: Topic) -> None:
    """Ana reads the new words in the same message; the topic keeps the old ones."""
    await cast.maria.writes_in(topic, "/claim")
    card = (await topic.card_says("Maria"))["message_id"]
    answer = await cast.maria.writes_in(topic, "It leaves today.", reply_to=card)
    before = await cast.ana.hears("It leaves today.")
    await cast.maria.edits(topic.chat, answer, text="It leaves tomorrow.")
    after = await cast.ana.hears("It leaves tomorrow.")
    assert after["message_id"] == before["message_id"]
    kept = await topic.shows("It leaves today.")
    assert "edited" in kept["text"]
    await cast.ana.hears_nothing_of("today")


async def test_an_edit_of_a_reply_command_changes_what_follows_it(cast: Cast, topic: Topic) -> None:
    """Ana never sees the command, and an answer edited into another one stays with her."""
    answer = await cast.maria.writes_in(topic, "/reply On its way.")
    await cast.ana.hears("On its way.")
    await cast.maria.edits(topic.chat, answer, text="/reply It is on its way.")
    await cast.ana.hears("It is on its way.")
    await cast.maria.edits(topic.chat, answer, text="/note Nobody knows.")
    await topic.answer_to(answer)
    await cast.ana.hears_nothing_of("/reply")
    await cast.ana.hears_nothing_of("Nobody knows")
    await cast.ana.hears("It is on its way.")


async def test_an_edited_note_stays_inside(cast: Cast, topic: Topic) -> None:
    """Even when it is edited into a public command."""
    note = await cast.maria.writes_in(topic, "She asks every week.")
    await cast.maria.edits(topic.chat, note, text="/reply She asks every day.")
    await cast.maria.writes_in(topic, "/reply We look into it.")
    await cast.ana.hears("We look into it.")
    await cast.ana.hears_nothing_of("She asks")


async def test_an_edit_that_changes_nothing_says_nothing(cast: Cast, topic: Topic) -> None:
    """Telegram reports such edits too."""
    sent = await cast.ana.writes("I am waiting.")
    await topic.shows("I am waiting.")
    await cast.ana.edits(cast.ana.id, sent, text="I am waiting.")
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    assert not [one for one in await topic.messages() if "edited" in (one["text"] or "")]


async def test_a_customers_reactions_are_shown_to_staff(cast: Cast, topic: Topic) -> None:
    """What Ana thinks of an answer, where the answer stands."""
    answer = await cast.maria.writes_in(topic, "/reply It leaves today.")
    heard = await cast.ana.hears("It leaves today.")
    await cast.ana.reacts(cast.ana.id, heard["message_id"], "👍")
    told = await topic.shows("Ana reacted with 👍")
    assert told["reply_to_message_id"] == answer
    await cast.ana.reacts(cast.ana.id, heard["message_id"], None)
    await topic.shows("Ana took the reaction back")


async def test_staffs_reactions_stay_inside(cast: Cast, topic: Topic) -> None:
    """Nothing in Ana's chat changes for what colleagues think of her words."""
    await cast.ana.writes("I am still waiting!")
    shown = (await topic.shows("I am still waiting!"))["message_id"]
    await cast.maria.reacts(topic.chat, shown, "😁")
    await cast.maria.writes_in(topic, "/reply We hurry.")
    await cast.ana.hears("We hurry.")
    assert not [one for one in await cast.ana.messages() if one["reactions"]]
    reacted = await cast.telegram.calls("setMessageReaction")
    assert {call["chat_id"] for call in reacted} <= {topic.chat}


async def test_delete_takes_an_answer_back(cast: Cast, topic: Topic) -> None:
    """It leaves Ana's chat, and the topic keeps what it was."""
    answer = await cast.maria.writes_in(topic, "/reply The code is 1234.")
    await cast.ana.hears("The code is 1234.")
    asked = await cast.maria.writes_in(topic, "/delete", reply_to=answer)
    await cast.ana.no_longer_sees("The code is 1234.")
    await topic.marks_delivered(asked)
    kept = await eventually(lambda: topic.shows("took this answer back"), "a note of it")
    assert "The code is 1234." in kept["text"]
    again = await cast.maria.writes_in(topic, "/delete", reply_to=answer)
    assert "already" in (await topic.answer_to(again))["text"]


async def test_delete_needs_an_answer_of_ones_own(cast: Cast, topic: Topic) -> None:
    """Joe cannot take Maria's back, Sam can; a customer's words are nobody's to delete."""
    answer = await cast.maria.writes_in(topic, "/reply It leaves today.")
    await cast.ana.hears("It leaves today.")
    card = (await topic.card())["message_id"]
    stray = await cast.maria.writes_in(topic, "/delete", reply_to=card)
    assert "/delete" in (await topic.answer_to(stray))["text"]
    refused = await cast.joe.writes_in(topic, "/delete", reply_to=answer)
    assert "supervisor" in (await topic.answer_to(refused))["text"]
    await cast.sam.writes_in(topic, "/delete", reply_to=answer)
    await cast.ana.no_longer_sees("It leaves today.")
