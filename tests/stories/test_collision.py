"""Several people at one ticket: whose turn it is to answer, and what becomes of others' words."""

import time

import pytest

from tests.stories.conftest import Cast
from tests.stories.people import Json, Someone, Topic, eventually
from tests.stories.test_macros import private_panel


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Boris's ticket; Maria, Joe and Sam were seen, and Maria and Joe can be told in private."""
    for person in (cast.maria, cast.joe, cast.sam):
        await person.writes_in_general("good morning")
    for person in (cast.maria, cast.joe):
        await person.writes("/start")
        await person.hears(person.name)
    await cast.boris.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    return topic


async def asked(topic: Topic, who: Someone, words: str) -> Json:
    """Waits until that person alone is asked something that says `words`."""

    async def look() -> Json | None:
        seen = await who.telegram.messages(topic.chat, topic.id, viewer=who.id)
        shown = [one for one in seen if one["ephemeral"] and words in (one["text"] or "")]
        return shown[-1] if shown else None

    found = await eventually(look, f"{who.name} alone is asked {words!r}")
    assert not [one for one in await topic.messages() if words in (one["text"] or "")]
    return found


def labels(shown: Json) -> list[str]:
    return [button["text"] for row in shown["buttons"] or [] for button in row]


async def card_no_longer_says(topic: Topic, words: str) -> None:
    async def look() -> bool:
        return words not in (await topic.card())["text"]

    await eventually(look, f"the card says {words!r} no more")


async def test_the_pen_is_taken_and_given_back(cast: Cast, topic: Topic) -> None:
    """The card says who answers until when; Joe is refused the lock, Sam takes it over."""
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    refused = await cast.joe.presses_on_card(topic, "✍")
    assert refused is not None
    assert "Maria is answering #1 until" in refused["text"]
    await cast.sam.presses_on_card(topic, "✍")
    await topic.card_says("Sam is answering until")
    await cast.sam.presses_on_card(topic, "✍")
    await card_no_longer_says(topic, "is answering until")
    await cast.maria.writes_in(topic, "/reply")
    await asked(topic, cast.maria, "You are answering #1 until")
    await topic.card_says("Maria is answering until")
    await cast.maria.writes_in(topic, "/unlock")
    await card_no_longer_says(topic, "is answering until")
    nothing = await cast.maria.writes_in(topic, "/unlock")
    assert "nothing to give back" in (await topic.answer_to(nothing))["text"]


async def test_a_lock_ends_by_itself(cast: Cast, topic: Topic) -> None:
    """After five minutes the card says nothing of it, and Joe's answer goes out."""
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    await cast.telegram.time_passes(minutes=5)
    await card_no_longer_says(topic, "is answering until")
    await cast.joe.writes_in(topic, "/reply It is on its way.")
    await cast.boris.hears("It is on its way.")


async def test_anothers_answer_waits(cast: Cast, topic: Topic) -> None:
    """While Maria answers, Joe's words go nowhere; he gives them to her, and she sends them."""
    await cast.maria.presses_on_card(topic, "Claim")
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    card = (await topic.card())["message_id"]
    mine = await cast.joe.writes_in(topic, "It leaves today.", reply_to=card)
    panel = await asked(topic, cast.joe, "Not sent: Maria is answering until")
    assert labels(panel) == ["As a suggestion", "Discard"]
    await cast.boris.hears_nothing_of("It leaves today.")
    await cast.joe.presses_panel(topic, panel, "As a suggestion")
    suggestion = await topic.shows("Joe suggests this answer:")
    assert (suggestion["reply_to_message_id"], labels(suggestion)) == (
        mine,
        ["Send", "Edit", "Decline"],
    )
    await cast.maria.hears("Joe suggests an answer")
    await cast.boris.hears_nothing_of("It leaves today.")
    refused = await cast.joe.presses(topic.chat, suggestion["message_id"], "Send")
    assert refused is not None
    assert refused["text"].startswith("#1 belongs to Maria")
    await cast.maria.presses(topic.chat, suggestion["message_id"], "Send")
    await cast.boris.hears("It leaves today.")
    await topic.marks_delivered(mine)
    assert labels(await topic.shows("Maria sent it to the customer.")) == []
    await cast.maria.writes_in(topic, "/log")
    log = await asked(topic, cast.maria, "Maria → customer, in the words of Joe: It leaves today.")
    assert "Joe → customer, not sent: It leaves today." in log["text"]
    assert "Joe suggested: It leaves today." in log["text"]


async def test_a_supervisor_may_send_anyway(cast: Cast, topic: Topic) -> None:
    """Sam is asked like anybody, and may; one press is one answer."""
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    mine = await cast.sam.writes_in(topic, "/reply We refund it.")
    panel = await asked(topic, cast.sam, "Not sent: Maria is answering until")
    assert labels(panel) == ["Send anyway", "As a suggestion", "Discard"]
    await cast.sam.presses_panel(topic, panel, "Send anyway")
    await cast.boris.hears("We refund it.")
    await topic.marks_delivered(mine)
    said = [one["text"] for one in await cast.boris.messages()]
    assert said.count("We refund it.") == 1


async def test_an_album_waits_as_one(cast: Cast, topic: Topic) -> None:
    """Sam is asked once about all of it; sent anyway, Boris gets it whole, and as an album."""
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    card = (await topic.card())["message_id"]
    await cast.sam.sends_album(
        ["photo", "photo"], topic=topic, caption="Both labels", reply_to_message_id=card
    )
    await cast.telegram.time_passes(seconds=2)
    panel = await asked(topic, cast.sam, "Not sent: Maria is answering until")
    seen = await cast.telegram.messages(topic.chat, topic.id, viewer=cast.sam.id)
    assert len([one for one in seen if "Not sent:" in (one["text"] or "")]) == 1
    assert not [one for one in await cast.boris.messages() if one["kind"] == "photo"]
    await cast.sam.presses_panel(topic, panel, "Send anyway")
    await cast.telegram.time_passes(seconds=2)
    got = await cast.boris.gets_album(2)
    assert [one["caption"] for one in got] == ["Both labels", None]


async def test_a_macro_waits_like_any_answer(cast: Cast, topic: Topic) -> None:
    """Joe's macro is held and discarded: Boris never reads it."""
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    await cast.joe.writes_in(topic, "/macro more-details")
    panel = await asked(topic, cast.joe, "Thank you, Boris.")
    await cast.joe.presses_panel(topic, panel, "Send")
    panel = await asked(topic, cast.joe, "Not sent: Maria is answering until")
    await cast.joe.presses_panel(topic, panel, "Discard")
    await cast.joe.writes_in(topic, "/log")
    await asked(topic, cast.joe, "Joe discarded the answer of entry")
    await cast.boris.hears_nothing_of("Thank you, Boris.")


async def test_two_answers_in_one_second(cast: Cast, topic: Topic) -> None:
    """One goes out and claims the ticket; the author of the other is asked."""
    await cast.telegram.time_passes(seconds=1 - time.time() % 1)  # a second begins
    first = await cast.maria.writes_in(topic, "/reply Tomorrow.")
    second = await cast.joe.writes_in(topic, "/reply On Friday.")
    sent = {one["message_id"]: one["date"] for one in await topic.messages()}
    assert sent[first] == sent[second]
    await cast.boris.hears("Tomorrow.")
    panel = await asked(topic, cast.joe, "Not sent: a colleague answered")
    await cast.boris.hears_nothing_of("On Friday.")
    await cast.joe.presses_panel(topic, panel, "Discard")
    await topic.card_says("Answered by Maria")
    await cast.boris.hears_nothing_of("On Friday.")


async def test_newer_words_of_the_customer(cast: Cast, topic: Topic) -> None:
    """What Maria sent before Boris's words stood in the topic waits for her word, once."""
    slow = {"method": "sendMessage", "kind": "429", "count": 1, "retry_after": 2}
    await cast.telegram.post("/sim/faults", slow)
    await cast.boris.writes("Please cancel it!")
    mine = await cast.maria.writes_in(topic, "/reply It leaves today.")
    panel = await asked(topic, cast.maria, "Not sent: the customer wrote")
    assert labels(panel) == ["Send anyway", "As a suggestion", "Discard"]
    await cast.boris.hears_nothing_of("It leaves today.")
    await cast.maria.presses_panel(topic, panel, "Send anyway")
    await cast.boris.hears("It leaves today.")
    await topic.marks_delivered(mine)
    await cast.maria.writes_in(topic, "/reply But I can stop it.")
    await cast.boris.hears("But I can stop it.")


async def test_a_suggestion_is_changed_and_sent(cast: Cast, topic: Topic) -> None:
    """Joe works along, so his answer is a suggestion; Maria sends other words in its place."""
    await cast.maria.presses_on_card(topic, "Claim")
    await topic.card_says("Answered by Maria")
    await cast.joe.writes_in(topic, "/collab")
    await topic.card_says("Working along: Joe")
    card = (await topic.card())["message_id"]
    await cast.joe.writes_in(topic, "It leaves tody.", reply_to=card)
    suggestion = (await topic.shows("Joe suggests this answer:"))["message_id"]
    await cast.maria.presses(topic.chat, suggestion, "Edit")
    panel = await asked(topic, cast.maria, "Reply to the suggestion with /reply")
    assert "It leaves tody." in panel["text"]
    note = await cast.maria.writes_in(topic, "You misspelt it.", reply_to=suggestion)
    mine = await cast.maria.writes_in(topic, "/reply It leaves today.", reply_to=suggestion)
    await cast.boris.hears("It leaves today.")
    await topic.marks_delivered(mine)
    await topic.shows("Maria changed it and sent it to the customer.")
    assert note
    for words in ("misspelt", "tody"):
        await cast.boris.hears_nothing_of(words)
    await cast.maria.writes_in(topic, "/log")
    said = "Maria → customer, in the words of Joe: It leaves today. (suggested: It leaves tody.)"
    await asked(topic, cast.maria, said)


async def test_a_suggestion_is_declined(cast: Cast, topic: Topic) -> None:
    """Its author hears of it in private; a second press finds it decided."""
    await cast.maria.presses_on_card(topic, "Claim")
    await topic.card_says("Answered by Maria")
    await cast.joe.writes_in(topic, "/suggest Tell him it is lost.")
    suggestion = (await topic.shows("Joe suggests this answer:"))["message_id"]
    await cast.maria.presses(topic.chat, suggestion, "Decline")
    await cast.telegram.time_passes(minutes=1)
    await cast.joe.hears("Maria declined your suggestion")
    await topic.shows("Maria declined it.")
    await cast.boris.hears_nothing_of("lost")


async def test_who_was_not_reached_is_asked_aloud(cast: Cast, topic: Topic) -> None:
    """After two minutes the question stands in the topic, and is Joe's alone to answer."""
    await cast.maria.presses_on_card(topic, "✍")
    await topic.card_says("Maria is answering until")
    mine = await cast.joe.writes_in(topic, "/reply It leaves today.")
    await asked(topic, cast.joe, "Not sent: Maria is answering until")
    await cast.telegram.time_passes(minutes=2)
    question = await topic.answer_to(mine)
    refused = await cast.sam.presses(topic.chat, question["message_id"], "Discard")
    assert refused is not None
    assert refused["text"].startswith("Only Joe decides")
    await cast.joe.presses(topic.chat, question["message_id"], "As a suggestion")
    await topic.shows("Joe suggests this answer:")


async def test_who_was_here_lately(cast: Cast, topic: Topic) -> None:
    """The card says so when it is shown for another reason, and no more after ten minutes."""
    await cast.joe.writes_in(topic, "He is in a hurry.")
    await cast.maria.presses_on_card(topic, "Claim")
    card = await topic.card_says("Here lately: Joe")
    assert ", Maria " in card["text"]
    await cast.telegram.time_passes(minutes=11)
    await cast.sam.writes_in(topic, "/priority high")
    card = await topic.card_says("Here lately: Sam")
    assert "Joe" not in card["text"]


async def test_who_only_pressed_was_here_too(cast: Cast, topic: Topic) -> None:
    """Joe looks at the macros: no card is edited for that, and the next one says so."""
    edits = len(await cast.telegram.calls("editMessageText"))
    await cast.joe.presses_on_card(topic, "📋")
    panel = await private_panel(topic, cast.joe, "macros")
    await cast.joe.presses_panel(topic, panel, "The refund is on its way")
    await private_panel(topic, cast.joe, "Macro refund-on-its-way")
    assert len(await cast.telegram.calls("editMessageText")) == edits
    await cast.maria.presses_on_card(topic, "Claim")
    await topic.card_says("Here lately: Joe")
