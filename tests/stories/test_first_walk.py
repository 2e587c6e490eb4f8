"""A customer writes, a ticket appears, staff answer, and the customer hears it."""

from tests.stories.conftest import Cast


async def test_a_question_becomes_a_ticket_and_its_answer_arrives(cast: Cast) -> None:
    """Ana asks, Maria replies to the card, Ana reads the answer and Maria sees that she did."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1 Where is my order 4711?")
    card = await topic.card()
    assert "Where is my order 4711?" in card["text"]
    assert "Ana" in card["text"]
    await cast.ana.hears("#1")

    answer = await cast.maria.writes_in(topic, "It leaves today.", reply_to=card["message_id"])

    await cast.ana.hears("It leaves today.")
    await topic.card_says("Maria")
    await topic.marks_delivered(answer)


async def test_a_new_text_ticket_costs_three_group_operations_at_most(cast: Cast) -> None:
    """Topic and card, and one edit when the triage comes late."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.telegram.time_passes(seconds=5)
    await topic.card_says("order")
    calls = [
        call["method"]
        for call in await cast.telegram.calls()
        if call["chat_id"] == topic.chat and not call["method"].startswith("get")
    ]
    spent = [m for m in calls if m not in {"pinChatMessage", "setMyCommands"}]
    assert spent[:2] == ["createForumTopic", "sendMessage"]
    assert len(spent) <= 3, spent


async def test_start_greets_and_opens_nothing(cast: Cast) -> None:
    """Pressing Start is not a question yet."""
    await cast.ana.writes("/start")
    await cast.ana.hears("Ana")
    assert await cast.telegram.topics() == []


async def test_a_plain_message_in_the_topic_stays_inside(cast: Cast) -> None:
    """Maria's note reaches nobody outside, and her reply to the note does not either."""
    await cast.ana.writes("Is the shop open on Sunday?")
    topic = await cast.topic("#1")
    card = await topic.card()
    note = await cast.maria.writes_in(topic, "She asks this every week.")
    await cast.joe.writes_in(topic, "True, the VIP one.", reply_to=note)
    await cast.maria.writes_in(topic, "We are, from ten.", reply_to=card["message_id"])
    await cast.ana.hears("We are, from ten.")
    await cast.ana.hears_nothing_of("every week")
    await cast.ana.hears_nothing_of("VIP")


async def test_more_messages_go_to_the_same_ticket_and_new_opens_another(cast: Cast) -> None:
    """Plain messages follow the current ticket; a reply goes to the ticket of what it answers."""
    first = await cast.ana.writes("My shoes are too small.")
    one = await cast.topic("#1")
    await cast.ana.writes("They are blue.")
    await one.shows("They are blue.")

    await cast.ana.writes("/new")
    await cast.ana.hears("new")
    await cast.ana.writes("Do you sell hats?")
    two = await cast.topic("#2 Do you sell hats?")
    await cast.ana.writes("Red ones.")
    await two.shows("Red ones.")

    await cast.ana.writes("Size 43 would fit.", reply_to=first)
    await one.shows("Size 43 would fit.")


async def test_long_words_and_media_follow_the_card(cast: Cast) -> None:
    """A photo that opens a ticket stands in the topic itself, below the card."""
    await cast.boris.sends("photo", caption="It arrived like this")
    topic = await cast.topic("#1")
    await topic.carries("photo")


async def test_a_reply_to_a_later_message_answers_the_customer(cast: Cast) -> None:
    """Every message of the customer can be replied to, not only the card."""
    await cast.boris.writes("The lamp came broken.")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.boris.writes("And the box was open.")
    second = await topic.shows("And the box was open.")
    await cast.maria.writes_in(topic, "We send a new one.", reply_to=second["message_id"])
    answer = await cast.boris.hears("We send a new one.")
    assert answer["reply_to_message_id"] is not None
