"""Canned replies: chosen, read by their author alone, sent or discarded, and saved."""

import pytest

from tests.stories.conftest import Cast
from tests.stories.people import Json, Someone, Topic, eventually


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Boris's ticket, with its card pinned."""
    await cast.boris.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    return topic


async def private_panel(topic: Topic, who: Someone, words: str) -> Json:
    """Waits until that person, and nobody else, sees a panel that says `words`."""

    async def look() -> Json | None:
        seen = await who.telegram.messages(topic.chat, topic.id, viewer=who.id)
        panels = [one for one in seen if one["ephemeral"] and words in (one["text"] or "")]
        return panels[-1] if panels else None

    found = await eventually(look, f"{who.name} alone sees {words!r}")
    assert not [one for one in await topic.messages() if words in (one["text"] or "")]
    return found


async def no_panel(topic: Topic, who: Someone) -> None:
    """Waits until that person sees no panel any more."""

    async def look() -> bool:
        seen = await who.telegram.messages(topic.chat, topic.id, viewer=who.id)
        return not [one for one in seen if one["ephemeral"] and one["buttons"]]

    await eventually(look, f"{who.name} sees no panel")


async def test_a_macro_is_read_before_it_is_sent(cast: Cast, topic: Topic) -> None:
    """Maria alone reads it with the names filled in; sent, it is her answer, and all see it."""
    asked = await cast.maria.writes_in(topic, "/macro more-details")
    panel = await private_panel(topic, cast.maria, "Thank you, Boris.")
    await cast.boris.hears_nothing_of("please tell us what you did")
    await cast.maria.presses_panel(topic, panel, "Send")
    await cast.boris.hears('we can help with "Where is my order 4711?"')
    await topic.shows("Thank you, Boris.")
    await topic.card_says("Answered by Maria")
    await topic.marks_delivered(asked)
    await no_panel(topic, cast.maria)


async def test_a_macro_can_be_discarded(cast: Cast, topic: Topic) -> None:
    """Then it is as if it had not been."""
    await cast.maria.writes_in(topic, "/macro more-details")
    panel = await private_panel(topic, cast.maria, "Thank you, Boris.")
    await cast.maria.presses_panel(topic, panel, "Discard")
    await no_panel(topic, cast.maria)
    await cast.boris.hears_nothing_of("Thank you, Boris.")


async def test_macros_are_found_by_words(cast: Cast, topic: Topic) -> None:
    """The list shrinks to those that have them; a button shows one, and its action is done."""
    await cast.maria.writes_in(topic, "/macro")
    panel = await private_panel(topic, cast.maria, "3 macros")
    labels = [button["text"] for row in panel["buttons"] for button in row]
    names = ["Please tell us more", "Where is my order?", "The refund is on its way"]
    assert labels == [*names, "🔎 Search", "💾 Save the answer"]
    await cast.maria.presses_panel(topic, panel, "The refund is on its way")
    panel = await private_panel(topic, cast.maria, "(then status: resolved)")
    await cast.maria.presses_panel(topic, panel, "Send")
    await cast.boris.hears("Hello Boris, your refund is on its way.")
    await topic.card_says("resolved")
    await cast.maria.writes_in(topic, "/macro banks refund")
    await private_panel(topic, cast.maria, "Macro refund-on-its-way")


async def test_a_macro_speaks_the_customers_language(cast: Cast) -> None:
    """Ana's Telegram is in Spanish."""
    await cast.ana.writes("¿Dónde está mi pedido?")
    topic = await cast.topic("#1")
    await cast.maria.writes_in(topic, "/macro order-status")
    panel = await private_panel(topic, cast.maria, "Hola Ana")
    await cast.maria.presses_panel(topic, panel, "Send")
    await cast.ana.hears("Hola Ana, gracias por escribirnos.")


async def test_the_rights_are_those_of_a_reply(cast: Cast, topic: Topic) -> None:
    """Joe may read what a macro would say on Maria's ticket, and not send it."""
    await cast.maria.presses_on_card(topic, "Claim")
    await topic.card_says("Answered by Maria")
    await cast.joe.writes_in(topic, "/macro more-details")
    panel = await private_panel(topic, cast.joe, "Thank you, Boris.")
    answer = await cast.joe.presses_panel(topic, panel, "Send")
    assert answer is not None
    assert answer["text"].startswith("#1 belongs to Maria")
    await topic.shows("#1 belongs to Maria")
    await cast.boris.hears_nothing_of("Thank you, Boris.")


async def test_an_answer_is_saved_as_a_macro(cast: Cast, topic: Topic) -> None:
    """Joe uses what Maria wrote, and only she or a supervisor can forget it."""
    card = await topic.card()
    said = await cast.maria.writes_in(topic, "It leaves today.", reply_to=card["message_id"])
    await topic.marks_delivered(said)
    await cast.maria.writes_in(topic, "/macro save Leaves-Today", reply_to=said)
    await private_panel(topic, cast.maria, "Saved: /macro leaves-today")
    await cast.joe.writes_in(topic, "/macro leaves-today")
    await private_panel(topic, cast.joe, "Macro leaves-today, not sent yet.")
    refused = await cast.joe.writes_in(topic, "/macro forget leaves-today")
    assert "Maria saved the macro" in (await topic.answer_to(refused))["text"]
    await cast.sam.writes_in(topic, "/macro forget leaves-today")
    await private_panel(topic, cast.sam, "The macro leaves-today is forgotten.")


async def test_what_is_no_macro_is_said_in_a_sentence(cast: Cast, topic: Topic) -> None:
    """Each refusal says what is possible."""
    card = (await topic.card())["message_id"]
    for words, said in (
        ("/macro flarp", "There is no macro “flarp”; /macro lists those there are."),
        ("/macro save", "Something is missing; write it like this: /macro save name"),
        ("/macro save mine", "Reply with /macro save name to an answer in words"),
        ("/macro save More-Details", "is one of the desk's files"),
        ("/macro save 9lives", "“9lives” cannot be a macro's name"),
        ("/macro forget nothing", "There is no macro “nothing”"),
    ):
        asked = await cast.maria.writes_in(topic, words, reply_to=card)
        assert said in (await topic.answer_to(asked))["text"]
