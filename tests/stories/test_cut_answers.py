"""Telegram did it, and its answer never came: as after a crash, the desk does not know."""

from tests.stories.conftest import Cast
from tests.stories.people import Json, eventually


async def test_a_topic_whose_opening_was_cut_is_found_again(cast: Cast) -> None:
    """Telegram's own message about it says where it is: no second one is opened."""
    await _cut(cast, "createForumTopic")
    await cast.ana.writes("Where is my order?")
    topic = await cast.topic("#1")
    card = await topic.card()
    assert len(await cast.telegram.topics()) == 1
    await cast.maria.writes_in(topic, "On its way.", reply_to=card["message_id"])
    await cast.ana.hears("On its way.")


async def test_a_reply_to_a_card_without_a_link_reaches_the_customer(cast: Cast) -> None:
    """The card's answer is cut, so the desk posts it again; either can be replied to."""
    forum = await cast.telegram.forum()
    await _cut(cast, "sendMessage", forum["id"])
    await cast.ana.writes("Where is my order?")
    topic = await cast.topic("#1")
    lost = await topic.card()
    await cast.maria.writes_in(topic, "On its way.", reply_to=lost["message_id"])
    await cast.ana.hears("On its way.")


async def test_a_reply_to_a_message_without_a_link_reaches_the_customer(cast: Cast) -> None:
    """It is known by its words, whichever of the customer's messages it shows."""
    await cast.ana.writes("First")
    topic = await cast.topic("#1")
    await topic.card()
    await _cut(cast, "sendMessage", topic.chat)
    await cast.ana.writes("Second\nwith more")
    lost = await topic.shows("Second")

    async def again() -> bool:
        return sum("Second" in (one["text"] or "") for one in await topic.messages()) == 2

    await eventually(again, "it is posted again")
    await cast.maria.writes_in(topic, "Heard.", reply_to=lost["message_id"])
    heard = await cast.ana.hears("Heard.")
    second = next(m for m in await cast.ana.messages() if "Second" in (m["text"] or ""))
    assert heard["reply_to_message_id"] == second["message_id"]


async def test_a_reply_to_a_later_piece_without_a_link_reaches_the_customer(cast: Cast) -> None:
    """The second message of a long one bears no name, and is known by its words all the same."""
    await cast.ana.writes("First")
    topic = await cast.topic("#1")
    await topic.card()
    fault = {"method": "sendMessage", "chat_id": topic.chat, "kind": "slow", "delay_s": 0}
    await cast.telegram.post("/sim/faults", fault | {"count": 1})
    await _cut(cast, "sendMessage", topic.chat)
    await cast.ana.writes(" ".join(["This is what happened on the fourth of June."] * 91))

    async def twice() -> list[Json] | None:
        said = [one for one in await topic.messages() if one["text"]]
        shown = [one for one in said if one["text"].endswith("June.")]
        return shown if len(shown) == 3 else None

    _, lost, again = await eventually(twice, "the second piece is posted again")
    assert lost["text"] == again["text"]
    assert "\n" not in lost["text"]
    await cast.maria.writes_in(topic, "Heard.", reply_to=lost["message_id"])
    await cast.ana.hears("Heard.")


async def test_a_reply_to_a_quoting_message_without_a_link_reaches_the_customer(cast: Cast) -> None:
    """Between the customer's name and their words stands what they quoted from elsewhere."""
    await cast.boris.writes("/start")
    hello = await cast.boris.hears("Hello")
    await cast.boris.writes("First")
    topic = await cast.topic("#1")
    await topic.card()
    await _cut(cast, "sendMessage", topic.chat)
    await cast.boris.writes("Second", quote="Hello", reply_to=hello["message_id"])

    async def again() -> list[Json] | None:
        shown = [one for one in await topic.messages() if "Second" in (one["text"] or "")]
        return shown if len(shown) == 2 else None

    lost, _ = await eventually(again, "it is posted again")
    assert lost["text"] == "Boris\nHello\nSecond"
    await cast.maria.writes_in(topic, "Heard.", reply_to=lost["message_id"])
    await cast.boris.hears("Heard.")


async def test_a_reply_to_one_of_the_desks_own_sentences_stays_inside(cast: Cast) -> None:
    """An unlinked message that shows no customer's words is answered by a note."""
    await cast.ana.writes("/human please")
    await cast.ana.writes("Where is my order?")
    topic = await cast.topic("#1")
    await topic.card()
    asked = await cast.maria.writes_in(topic, "/help")
    help_ = await topic.answer_to(asked)
    await cast.maria.writes_in(topic, "Thanks, bot.", reply_to=help_["message_id"])
    await cast.maria.writes_in(topic, "/reply The last word.")
    await cast.ana.hears("The last word.")
    await cast.ana.hears_nothing_of("Thanks, bot.")


async def _cut(cast: Cast, method: str, chat: int | None = None) -> None:
    fault = {"method": method, "kind": "cut", "count": 1}
    await cast.telegram.post("/sim/faults", fault | ({"chat_id": chat} if chat else {}))
