"""What staff do in a ticket's topic, by command and by button, and what they may not."""

import pytest

from tests.stories.conftest import Cast
from tests.stories.people import Topic
from tests.stories.test_macros import private_panel


@pytest.fixture
async def topic(cast: Cast) -> Topic:
    """Ana's ticket, just opened; Joe, Maria and Sam have been seen in the group."""
    for person in (cast.joe, cast.maria, cast.sam):
        await person.writes_in_general("good morning")
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.card()
    return topic


async def test_claim_shows_on_the_card(cast: Cast, topic: Topic) -> None:
    """Whoever claims is the primary responder, and the card says so."""
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")


async def test_a_claim_on_an_owned_ticket_names_the_owner_and_offers_to_ask(
    cast: Cast, topic: Topic
) -> None:
    """Joe is told that it is Maria's; the button below asks her by name."""
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    claim = await cast.joe.writes_in(topic, "/claim")
    refusal = await topic.answer_to(claim)
    assert "Maria" in refusal["text"]
    label = refusal["buttons"][0][0]["text"]
    await cast.joe.presses(topic.chat, refusal["message_id"], label)
    asked = await topic.shows("@maria")
    assert "Joe" in asked["text"]


async def test_a_supervisor_takes_over(cast: Cast, topic: Topic) -> None:
    """Sam is an administrator of the group, so Sam's claim relieves Maria."""
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    await cast.sam.writes_in(topic, "/claim")
    await topic.card_says("Sam")


async def test_a_colleagues_public_reply_is_not_sent(cast: Cast, topic: Topic) -> None:
    """Joe learns how the ticket could become his; Ana sees one voice."""
    await cast.maria.writes_in(topic, "/claim")
    card = await topic.card_says("Maria")
    reply = await cast.joe.writes_in(topic, "No idea!", reply_to=card["message_id"])
    refusal = await topic.answer_to(reply)
    assert "Maria" in refusal["text"]
    await cast.maria.writes_in(topic, "/reply On its way.")
    await cast.ana.hears("On its way.")
    await cast.ana.hears_nothing_of("No idea!")


async def test_a_supervisor_may_answer_without_taking_over(cast: Cast, topic: Topic) -> None:
    """Sam's public reply goes out, and the ticket stays Maria's."""
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    await cast.sam.writes_in(topic, "/reply We refund you.")
    await cast.ana.hears("We refund you.")
    assert "Maria" in (await topic.card())["text"]


async def test_assign_takes_a_known_name_and_says_when_it_knows_nobody(
    cast: Cast, topic: Topic
) -> None:
    """A bot cannot look names up: it knows whom it has seen."""
    nobody = await cast.maria.writes_in(topic, "/assign @nobody")
    assert "@nobody" in (await topic.answer_to(nobody))["text"]
    await cast.maria.writes_in(topic, "/assign @joe")
    await topic.card_says("Joe")
    await topic.shows("@joe")


async def test_assign_by_replying_to_someone(cast: Cast, topic: Topic) -> None:
    """`/assign` in reply to Joe's note gives the ticket to Joe."""
    note = await cast.joe.writes_in(topic, "I know this one.")
    await cast.maria.writes_in(topic, "/assign", reply_to=note)
    await topic.card_says("Joe")


async def test_release_makes_it_nobodys(cast: Cast, topic: Topic) -> None:
    """After a release the next public reply claims again."""
    await cast.maria.writes_in(topic, "/claim")
    await topic.card_says("Maria")
    await cast.maria.writes_in(topic, "/release")
    await cast.joe.writes_in(topic, "/reply I take care of it.")
    await topic.card_says("Joe")


async def test_resolve_close_and_reopen_by_command(cast: Cast, topic: Topic) -> None:
    """Statuses move along the table; a closed ticket's topic is closed."""
    await cast.maria.writes_in(topic, "/resolve")
    await topic.card_says("resolved")
    await cast.maria.writes_in(topic, "/reopen")
    await topic.card_says("open")
    await cast.maria.writes_in(topic, "/close")
    await topic.becomes(closed=True)


async def test_everything_by_buttons(cast: Cast, topic: Topic) -> None:
    """Claim, assign and set a status through menus; resolve though an expert is awaited; reopen."""
    await cast.maria.presses_on_card(topic, "Claim")
    await topic.card_says("Maria")
    await cast.maria.presses_on_card(topic, "Assign")
    await cast.maria.presses_on_card(topic, "Joe")
    await topic.card_says("Joe")
    await cast.joe.presses_on_card(topic, "Status")
    await cast.joe.presses_on_card(topic, "expert")
    await topic.card_says("expert")
    await cast.joe.presses_on_card(topic, "Resolve")
    panel = await private_panel(topic, cast.joe, "#1 is not resolved yet")
    await cast.joe.presses_panel(topic, panel, "Resolve anyway")
    await topic.card_says("resolved")
    await cast.joe.presses_on_card(topic, "Reopen")
    await topic.card_says("open")


async def test_telegrams_own_menu_resolves_and_reopens(cast: Cast, topic: Topic) -> None:
    """Closing the topic in Telegram resolves the ticket, reopening it opens it again."""
    where = {"chat_id": topic.chat, "message_thread_id": topic.id, "by": cast.sam.id}
    await cast.telegram.post("/sim/topics", where | {"action": "close"})
    await topic.card_says("resolved")
    await cast.telegram.post("/sim/topics", where | {"action": "reopen"})
    await topic.card_says("open")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/flarp", "/help"),
        ("/status flarp", "resolved"),
        ("/suggest", "/suggest text"),
        ("/note", "/note"),
        ("/assign", "/assign"),
        ("/status new", "open"),
    ],
)
async def test_bad_input_gets_one_sentence_and_changes_nothing(
    cast: Cast, topic: Topic, typed: str, told: str
) -> None:
    """The sentence goes to whoever typed it and names what is possible."""
    before = (await topic.card())["text"]
    message = await cast.maria.writes_in(topic, typed)
    assert told in (await topic.answer_to(message))["text"]
    assert (await topic.card())["text"] == before


async def test_a_tickets_command_in_general_is_told_where_it_belongs(cast: Cast) -> None:
    """General gets silence, save for commands meant for the desk."""
    chat = (await cast.telegram.forum())["id"]
    general = Topic(cast.telegram, chat, 1)
    await cast.maria.writes_in_general("good morning")
    claim = await cast.maria.writes_in_general("/claim")
    assert "/claim" in (await general.answer_to(claim))["text"]
    await cast.maria.writes_in_general("/flarp")
    named = await cast.maria.writes_in_general("/flarp@topicdesk_bot")
    assert "/flarp" in (await general.answer_to(named))["text"]
    asked = await cast.maria.writes_in_general("/id")
    assert str(chat) in (await general.answer_to(asked))["text"]
    said = [one for one in await general.messages() if one["from"] != cast.maria.id]
    assert len([one for one in said if one["service"] is None]) == 3


async def test_an_old_button_says_so(cast: Cast, topic: Topic) -> None:
    """A button on a card that nobody redrew is refused in words, and nothing changes."""
    card = await topic.card()
    labels = [button["text"] for row in card["buttons"] for button in row]
    claim = next(label for label in labels if "Claim" in label)
    await cast.maria.presses(topic.chat, card["message_id"], claim)
    answer = await cast.maria.writes_in(topic, "/claim")
    assert "yours" in (await topic.answer_to(answer))["text"]


async def test_someone_who_leaves_loses_their_tickets(cast: Cast, topic: Topic) -> None:
    """Joe leaves the group; his ticket is nobody's and the supervisors are named."""
    await cast.joe.writes_in(topic, "/claim")
    await topic.card_says("Joe")
    left = {"chat_id": topic.chat, "user_id": cast.joe.id, "status": "left"}
    await cast.telegram.post("/sim/members", left)
    told = await topic.shows("@sam")
    assert "Joe" in told["text"]


async def test_an_anonymous_administrator_supervises_without_a_name(
    cast: Cast, topic: Topic
) -> None:
    """Their reply goes out, but they cannot own a ticket."""
    hidden = {
        "chat_id": topic.chat,
        "user_id": cast.sam.id,
        "status": "administrator",
        "anonymous": True,
    }
    await cast.telegram.post("/sim/members", hidden)
    await cast.sam.writes_in(topic, "/reply The management greets you.")
    await cast.ana.hears("The management greets you.")
    claim = await cast.sam.writes_in(topic, "/claim")
    assert "anonymous" in (await topic.answer_to(claim))["text"]


@pytest.mark.parametrize("by_command", [False, True], ids=["by replying", "by /reply"])
async def test_an_album_answers_the_customer_as_a_whole(
    cast: Cast, topic: Topic, *, by_command: bool
) -> None:
    """Only its first photo bears the reply or the command; Ana gets all three."""
    card = await topic.card()
    how = {"caption": "/reply Here"} if by_command else {"reply_to_message_id": card["message_id"]}
    await cast.maria.sends_album(["photo"] * 3, topic=topic, **how)
    await cast.maria.sends_album(["photo"] * 2, topic=topic, caption="inside")
    await cast.maria.writes_in(topic, "/reply That is all.")
    await cast.ana.hears("That is all.")
    got = [one for one in await cast.ana.messages() if one["kind"] == "photo"]
    assert len(got) == 3
    await cast.ana.hears_nothing_of("inside")


async def test_a_closed_tickets_topic_cannot_be_reopened_by_menu(cast: Cast, topic: Topic) -> None:
    """The ticket stays closed, its topic is closed again, and whoever tried is told why."""
    await cast.sam.writes_in(topic, "/close")
    await topic.becomes(closed=True)
    where = {"chat_id": topic.chat, "message_thread_id": topic.id, "by": cast.sam.id}
    await cast.telegram.post("/sim/topics", where | {"action": "reopen"})
    await topic.shows("the customer's next message opens a new ticket")
    await topic.becomes(closed=True)
