"""What a customer can do for themselves: language, rating, their data, and being forgotten."""

import json

from tests.stories.conftest import Cast
from tests.stories.people import Json, Someone, Topic, eventually


async def solved(cast: Cast, customer: Someone, words: str = "My lamp is broken.") -> Topic:
    """A ticket of this customer's is resolved."""
    await customer.writes(words)
    topic = await cast.topic("#1")
    await cast.maria.presses_on_card(topic, "Resolve")
    return topic


async def prompt(customer: Someone) -> Json:
    """The question for a rating, with its buttons."""
    shown, labels = await customer.gets_buttons()
    assert labels == ["1", "2", "3", "4", "5"]
    return shown


async def test_a_customer_chooses_a_language(cast: Cast) -> None:
    """Boris presses فارسی, and from then on the desk speaks Persian to him."""
    await cast.boris.writes("/language")
    shown, labels = await cast.boris.gets_buttons()
    assert labels == ["English", "Español", "فارسی", "Português", "Русский", "Automatic"]
    await cast.boris.presses(cast.boris.id, shown["message_id"], "فارسی")
    await cast.boris.hears("به فارسی برایتان می‌نویسیم")
    await cast.boris.writes("Where is my order?")
    await cast.boris.hears("شمارهٔ درخواست شما #1 است")


async def test_a_customer_is_answered_in_the_language_they_write(cast: Cast) -> None:
    """Nobody chose anything; a language that the desk lacks is refused in words."""
    await cast.boris.writes("¿Dónde está mi pedido? No me ha llegado todavía.")
    await cast.boris.hears("Su solicitud es la #1")
    await cast.boris.writes("/language tlh")
    await cast.boris.hears("Aún no hablamos «tlh»")
    await cast.boris.writes("/language ru")
    await cast.boris.hears("Теперь мы пишем вам по-русски.")
    await cast.boris.writes("/language auto")
    await cast.boris.hears("en el idioma en que usted escriba")


async def test_commands_are_offered_in_every_language(cast: Cast) -> None:
    """Telegram shows each person those of their app's language."""

    async def registered() -> set[str | None] | None:
        calls = await cast.telegram.calls("setMyCommands")
        codes = {call["params"].get("language_code") for call in calls}
        return codes if len(calls) == 10 else None

    codes = await eventually(registered, "commands in five languages for both audiences")
    assert codes == {None, "es", "fa", "pt", "ru"}


async def test_a_customer_rates_and_comments(cast: Cast) -> None:
    """A reply to the question is a comment; staff see both, and nothing reopens."""
    topic = await solved(cast, cast.boris)
    asked = await prompt(cast.boris)
    await cast.boris.presses(cast.boris.id, asked["message_id"], "4")
    await cast.boris.hears("You rated #1 4 of 5.")
    await topic.card_says("Rated 4 of 5")
    await cast.boris.writes("Quick and kind.", reply_to=asked["message_id"])
    await topic.shows("Boris · comment on the rating\nQuick and kind.")
    await cast.boris.hears("your comment on #1 has arrived")
    await topic.card_says("resolved")


async def test_thanks_reopen_nothing_and_a_word_more_does(cast: Cast) -> None:
    """Staff read the thanks; then the lamp breaks again."""
    topic = await solved(cast, cast.boris)
    await prompt(cast.boris)
    await cast.boris.writes("Thank you so much!")
    await topic.shows("Thank you so much!")
    await topic.card_says("resolved")
    await cast.boris.writes("It is broken again.")
    await topic.card_says("open")


async def test_a_rating_that_is_too_early_is_refused(cast: Cast) -> None:
    """The ticket went on meanwhile."""
    topic = await solved(cast, cast.boris)
    asked = await prompt(cast.boris)
    await cast.boris.writes("It is broken again.")
    await topic.card_says("open")
    answer = await cast.boris.presses(cast.boris.id, asked["message_id"], "1")
    assert answer
    assert "still under way" in answer["text"]


async def test_a_customer_gets_their_data(cast: Cast) -> None:
    """A file with their words and our answers, and no note."""
    await cast.boris.writes("My lamp is broken.")
    topic = await cast.topic("#1")
    card = await topic.card()
    await cast.maria.writes_in(topic, "He always complains.")
    await cast.maria.writes_in(topic, "We send a new one.", reply_to=card["message_id"])
    await cast.boris.hears("We send a new one.")
    await cast.boris.writes("/privacy")
    await cast.boris.hears("/export")
    await cast.boris.writes("/export")
    (document,) = await cast.boris.gets("document")
    kept = json.loads(await cast.telegram.file(document))
    assert kept["person"]["name"] == "Boris"
    (request,) = kept["requests"]
    said = [(one["from"], one["text"]) for one in request["messages"]]
    assert said == [("you", "My lamp is broken."), ("us", "We send a new one.")]
    assert "complains" not in json.dumps(kept)


async def test_a_customer_is_forgotten(cast: Cast) -> None:
    """Maria may not decide it; Sam does, the topic goes, and Boris begins anew."""
    await cast.boris.writes("My lamp is broken.")
    topic = await cast.topic("#1")
    await topic.pinned_card()
    await cast.boris.writes("/forget")
    await cast.boris.hears("Your wish has arrived.")
    asked = await topic.shows("this customer wants to be forgotten")
    refused = await cast.maria.presses(topic.chat, asked["message_id"], "Erase for good")
    assert refused
    assert "Only a supervisor" in refused["text"]
    await cast.sam.presses(topic.chat, asked["message_id"], "Erase for good")
    await cast.boris.hears("Your data with us is erased.")
    await topic.becomes(deleted=True)
    await cast.boris.writes("/tickets")
    await cast.boris.hears("You have no requests yet.")


async def test_a_supervisor_may_keep_the_data(cast: Cast) -> None:
    """Then the customer hears that too, and the ticket is as it was."""
    await cast.boris.writes("My lamp is broken.")
    topic = await cast.topic("#1")
    await cast.boris.writes("/forget")
    asked = await topic.shows("this customer wants to be forgotten")
    await cast.boris.writes("/forget")
    await cast.boris.hears("has arrived already")
    await cast.sam.presses(topic.chat, asked["message_id"], "Do not erase")
    await cast.boris.hears("Your data has not been erased.")
    await cast.boris.writes("Why?")
    await topic.shows("Why?")
