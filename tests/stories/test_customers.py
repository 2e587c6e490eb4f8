"""What customers can do in their private chat besides writing."""

from tests.stories.conftest import Cast


async def test_tickets_lists_and_switches(cast: Cast) -> None:
    """Ana has two tickets and goes back to the first with a button."""
    await cast.ana.writes("My shoes are too small.")
    one = await cast.topic("#1")
    await cast.ana.writes("/new Do you sell hats?")
    await cast.topic("#2")
    await cast.ana.writes("/tickets")
    listed, labels = await cast.ana.gets_buttons()
    first = next(label for label in labels if label.startswith("#1"))
    await cast.ana.presses(cast.ana.id, listed["message_id"], first)
    await cast.ana.hears("My shoes are too small.")
    await cast.ana.writes("Size 43, please.")
    await one.shows("Size 43, please.")


async def test_close_resolves_and_writing_again_reopens(cast: Cast) -> None:
    """`/close` by the customer resolves; their next message brings the ticket back."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.ana.writes("/close")
    await topic.card_says("resolved")
    await cast.ana.writes("Still not here!")
    await topic.shows("Still not here!")
    await topic.card_says("open")
    assert len(await cast.telegram.topics()) == 1


async def test_writing_into_a_closed_ticket_opens_a_linked_one(cast: Cast) -> None:
    """The new ticket's card names the old one."""
    await cast.ana.writes("Where is my order 4711?")
    old = await cast.topic("#1")
    await old.card()
    await cast.maria.writes_in(old, "/close")
    await old.becomes(closed=True)
    await cast.ana.writes("It never came.")
    new = await cast.topic("#2")
    await new.card_says("#1")


async def test_human_puts_the_ticket_in_front_of_people_once(cast: Cast) -> None:
    """Supervisors are told once, however often the customer asks."""
    await cast.ana.writes("My refund is missing.")
    topic = await cast.topic("#1")
    await topic.card()
    await cast.ana.writes("/human")
    await topic.shows("@sam")
    await topic.card_says("high")
    await cast.ana.writes("/human")
    await cast.ana.writes("Hello?")
    await topic.shows("Hello?")
    alerts = [m for m in await topic.messages() if "@sam" in (m["text"] or "")]
    assert len(alerts) == 1


async def test_status_and_help_answer_in_private(cast: Cast) -> None:
    """A customer can always ask where they stand."""
    await cast.boris.writes("/status")
    await cast.boris.hears("no")
    await cast.boris.writes("The lamp is broken.")
    await cast.topic("#1")
    await cast.boris.writes("/status")
    await cast.boris.hears("The lamp is broken.")
    await cast.boris.writes("/help")
    await cast.boris.hears("/tickets")
    await cast.boris.writes("/flarp")
    await cast.boris.hears("/flarp")


async def test_staff_are_customers_in_private(cast: Cast) -> None:
    """The first thing an evaluator tries: Maria writes to the bot and gets a ticket."""
    await cast.maria.writes("/start")
    await cast.maria.hears("In this chat you are a customer")
    await cast.maria.writes("My own lamp is broken.")
    topic = await cast.topic("#1 My own lamp is broken.")
    await topic.card_says("Maria")
    await cast.maria.writes("/queue")
    await cast.maria.hears("One ticket is not done:")
    await cast.ana.writes("/queue")
    await cast.ana.hears("No conozco")


async def test_nobody_reaches_another_customers_ticket(cast: Cast) -> None:
    """What Boris can choose from is his own."""
    await cast.ana.writes("My secret question")
    await cast.topic("#1")
    await cast.boris.writes("Mine")
    await cast.topic("#2")
    await cast.boris.writes("/tickets")
    _, labels = await cast.boris.gets_buttons()
    assert any("Mine" in label for label in labels)
    assert not any("secret" in label for label in labels)


async def test_a_blocked_bot_is_told_to_staff(cast: Cast) -> None:
    """Ana blocks the bot; Maria's reply fails, and the topic says why."""
    await cast.ana.writes("Where is my order 4711?")
    topic = await cast.topic("#1")
    card = await topic.card()
    await cast.ana.hears("#1")
    await cast.telegram.post("/sim/blocks", {"user_id": cast.ana.id, "blocked": True})
    await cast.maria.writes_in(topic, "On its way.", reply_to=card["message_id"])
    await topic.shows("blocked")
    shown = await topic.card_says("Messages do not reach")
    assert "waiting for the customer" in shown["text"]
