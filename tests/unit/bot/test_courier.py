"""What the desk decides arrives in Telegram, in order, and is remembered."""

import asyncio
from dataclasses import replace

import pytest

from bot.outgoing.budget import Budget
from bot.texts import Texts
from orchestration import deliveries
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.delivery import Answer, CardMenu, Delivery, Lane, Offer
from orchestration.desk import DEFAULT_QUEUE, Desk, Signature
from orchestration.ending.resolution import set_status
from orchestration.people import Person, Role, Specialist
from orchestration.ports import Side
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.status import Status
from orchestration.team.assignment import claim
from orchestration.timeline import EntryRef
from sandbox.cast import ANA, BORIS, JOE, MARIA, STAFF_CHAT_ID
from tests.unit.bot.house import MARIA_, House, until


async def opened(house: House, words: str = "Where is my parcel?") -> None:
    """Ana's ticket 1, with its topic, card and receipt."""
    await house.writes(words)
    await house.courier.drain()


async def test_a_new_ticket_is_a_topic_with_a_card_and_a_receipt(house: House) -> None:
    """Three operations in the group: topic, card, pin; the card shows the customer's entry."""
    await opened(house)
    assert sorted(await house.calls()) == [
        "createForumTopic",
        "pinChatMessage",
        "sendMessage",
        "sendMessage",
    ]
    card = await house.card()
    assert card["text"].startswith("#1 · Where is my parcel?\n👤 Ana\n")
    assert card["pinned"]
    assert await house.heard() == ["Thank you. Your request is #1; we will answer here."]
    place = await house.place()
    assert (place.title, place.pinned, place.closed) == ("#1 Where is my parcel?", True, False)
    [topic] = await house.topics()
    assert topic["name"] == "#1 Where is my parcel?"
    assert topic["icon_emoji"] == "❗"
    async with house.store.begin() as uow:
        shown = await uow.links.entry_of(MessageRef(place.chat, place.card or 0))
    assert shown == EntryRef(1, 2)
    assert house.left() == []


async def test_triage_that_is_ready_in_time_is_on_the_card_at_once(house: House) -> None:
    """The card is drawn when it is sent, from the ticket as it is then."""
    await house.writes("Where is my parcel?")
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        ticket.add_note(Content("x"), Specialist("triage", "Triage"), house.moment.now)
        await claim(uow, ticket, MARIA_, house.moment.now)
    await house.courier.drain()
    assert "Answered by Maria" in (await house.card())["text"]


async def test_more_words_follow_in_the_topic(house: House) -> None:
    """Headed by the customer's name, and linked, so that replying to them answers."""
    await opened(house)
    await house.writes("And when?")
    await house.courier.drain()
    message = (await house.topic())[-1]
    assert message["text"] == "Ana\nAnd when?"
    async with house.store.begin() as uow:
        entry = await uow.links.entry_of(MessageRef(STAFF_CHAT_ID, message["message_id"]))
    assert entry == EntryRef(1, 4)


async def test_long_words_come_whole_and_in_order(house: House) -> None:
    """The card has the first of them; two messages below it have all."""
    words = " ".join(f"word{number}" for number in range(620))[:4096]
    await opened(house, words)
    card, *pieces = await house.topic()
    assert "The whole message follows below." in card["text"]
    assert len(pieces) == 2
    assert " ".join(piece["text"] for piece in pieces) == f"Ana\n{words}"


async def test_media_are_copied_with_their_captions(house: House) -> None:
    """They never pass through the desk."""
    await house.writes("Look", kind=ContentKind.PHOTO)
    await house.courier.drain()
    card, photo = await house.topic()
    assert "[photo] follows below." in card["text"]
    assert (photo["kind"], photo["caption"]) == ("photo", "Ana\nLook")


async def test_a_public_reply_reaches_the_customer_and_is_marked(house: House) -> None:
    """As a reply to what it answers; 👌 on Maria's message; the card names her."""
    first = await house.writes("Where is my parcel?")
    await house.courier.drain()
    written = await house.replies("It leaves today.")
    await house.courier.drain()
    answer = (await house.seen(ANA))[-1]
    assert (answer["text"], answer["reply_to_message_id"]) == ("It leaves today.", first)
    marked = next(m for m in await house.topic() if m["message_id"] == written)
    assert [reaction["emoji"] for reaction in marked["reactions"]] == ["👌"]
    assert "Answered by Maria" in (await house.card())["text"]
    async with house.store.begin() as uow:
        entry = await uow.links.entry_of(MessageRef(ANA, answer["message_id"]))
        assert entry is not None
        assert await uow.links.messages_of(entry, Side.CUSTOMER) == [
            MessageRef(ANA, answer["message_id"])
        ]


async def test_a_reply_is_signed_as_the_queue_decides(house: House) -> None:
    """Here with the first name."""
    queue = replace(DEFAULT_QUEUE, signature=Signature.FIRST_NAME)
    house.desk = Desk(queues={queue.id: queue})
    house.courier = house.new_courier()
    await opened(house)
    await house.replies("Yes.")
    await house.courier.drain()
    assert (await house.heard())[-1] == "Yes.\n\n— Maria"


async def test_a_photo_answers_too_and_bears_no_command(house: House) -> None:
    """The caption is what was said, not what was typed."""
    await opened(house)
    await house.replies("", kind=ContentKind.PHOTO)
    await house.courier.drain()
    photo = (await house.seen(ANA))[-1]
    assert (photo["kind"], photo["caption"]) == ("photo", None)


async def becomes(house: House, status: Status) -> None:
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        await set_status(uow, Desk(), ticket, status, MARIA_, house.moment.now)
    await house.courier.drain()


async def test_a_status_shows_on_card_icon_and_topic(house: House) -> None:
    """Each change costs what it must; a resolved ticket's topic still takes words."""
    await opened(house)
    await becomes(house, Status.RESOLVED)
    await becomes(house, Status.CLOSED)
    [topic] = await house.topics()
    assert (topic["closed"], topic["icon_emoji"]) == (True, "📁")
    assert "closed" in (await house.card())["text"]
    assert (await house.place()).closed
    assert (await house.calls())[-5:] == [
        "editMessageText",
        "editForumTopic",
        "editMessageText",
        "editForumTopic",
        "closeForumTopic",
    ]


async def test_what_is_so_already_is_not_said_again(house: House) -> None:
    """A card that shows it all already is not even edited."""
    await opened(house)
    before = await house.calls()
    await house.decides(deliveries.dress(1), deliveries.card(1), deliveries.pin(1))
    await house.courier.drain()
    assert await house.calls() == before
    assert await house.calls(refused=True) == []
    assert house.left() == []


async def test_a_topic_closed_by_hand_opens_with_its_ticket(house: House) -> None:
    """Whoever closed it meant "resolved", and that stays until the ticket is open again."""
    await opened(house)
    await house.topic_is("close")
    await house.closed_by_hand()
    await becomes(house, Status.RESOLVED)
    assert (await house.topics())[0]["closed"]
    await becomes(house, Status.OPEN)
    assert not (await house.topics())[0]["closed"]
    assert "closeForumTopic" not in await house.calls()


async def test_menus_unfold_on_the_card(house: House) -> None:
    """Whom it can be given to."""
    await house.knows(Person(JOE, "Joe", role=Role.AGENT), Person(BORIS, "Boris"))
    await opened(house)
    await house.decides(deliveries.card_menu(1, CardMenu.ASSIGN))
    await house.courier.drain()
    labels = [b["text"] for row in (await house.card())["buttons"] for b in row]
    assert labels == ["Joe", "Back"]


async def test_an_answer_replies_where_it_was_asked(house: House) -> None:
    """With the offer to ask the owner as a button."""
    await opened(house)
    place = await house.place()
    asked = {"from": JOE, "chat_id": place.chat, "message_thread_id": place.thread, "text": "/x"}
    [to] = (await house.post("/sim/messages", asked))["message_ids"]
    facts: Facts = {"ticket": 1, "owner": "Maria"}
    body = Answer(
        MessageRef(place.chat, to),
        "error-not-your-reply",
        facts,
        place.thread,
        offer=Offer.ASK_OWNER,
    )
    await house.decides(Delivery(Lane.ALERT, body, 1))
    await house.courier.drain()
    answer = (await house.topic())[-1]
    assert answer["reply_to_message_id"] == to
    assert [[b["text"] for b in row] for row in answer["buttons"]] == [["Ask Maria"]]


async def test_an_answer_for_one_person_is_seen_by_nobody_else(house: House) -> None:
    """Where Telegram refuses that, it is an ordinary reply."""
    await opened(house)
    place = await house.place()
    asked = {"from": JOE, "chat_id": place.chat, "message_thread_id": place.thread, "text": "x"}
    [to] = (await house.post("/sim/messages", asked))["message_ids"]
    for only in (JOE, ANA):  # Ana is not in the group
        body = Answer(MessageRef(place.chat, to), StaffSentence.NOTE_KEPT, {}, place.thread, only)
        await house.decides(Delivery(Lane.ALERT, body, 1))
        await house.courier.drain()
    visible = [m for m in await house.topic() if m["text"].startswith("Kept as a note.")]
    assert [m["ephemeral"] for m in visible if m["ephemeral"]] in ([], [True])
    assert len([m for m in visible if not m["ephemeral"]]) == 1
    assert house.left() == []


async def test_choices_are_buttons(house: House) -> None:
    """A customer chooses a ticket."""
    told = deliveries.tell(
        ANA, PublicSentence.TICKET_LIST, {"count": 1, "current": 0}, {"#1 Parcel": 1}
    )
    await house.decides(told)
    await house.courier.drain()
    message = (await house.seen(ANA))[-1]
    assert message["buttons"][0][0]["data"] == "c:1"


async def test_staff_hear_sentences_in_the_topic_even_before_there_is_one(house: House) -> None:
    """Whatever goes into a topic makes it, with its card, first."""
    await house.writes("Help")
    facts: Facts = {"ticket": 1, "minutes": 10, "why": 0, "supervisors": "@sam"}
    await house.decides(deliveries.alert(1, StaffSentence.UNCLAIMED, facts))
    await house.courier.drain()
    card, alert = await house.topic()
    assert card["text"].startswith("#1 · Help")
    assert alert["text"] == "#1 has waited 10 minutes and nobody has claimed it. @sam"


async def test_a_note_never_goes_out(house: House) -> None:
    """Even if someone built such a delivery by hand: the store and the sender refuse it."""
    await opened(house)
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        note = ticket.add_note(Content("psst"), MARIA_, house.moment.now)
        await uow.tickets.save(ticket)
    with pytest.raises(deliveries.NotForCustomers):
        deliveries.to_customer(ticket, note)
    assert all("psst" not in said for said in await house.heard())


async def test_limits_of_a_real_desk_are_kept(house: House) -> None:
    """The group's minute fills up; the next minute brings the rest."""
    house.budget = Budget(group_per_minute=3)
    house.courier = house.new_courier()
    await house.writes("One")
    await house.writes("Two", who=BORIS)
    await house.courier.drain()
    assert len(await house.topics()) == 1
    assert len(house.left()) == 3
    house.moment.pass_(60)
    await house.courier.drain()
    assert len(await house.topics()) == 2


async def test_a_restarted_courier_knows_what_was_spent_and_what_was_under_way(
    house: House,
) -> None:
    """Budgets are counted from what was sent, and leases are taken back."""
    await opened(house)
    await house.decides(deliveries.alert(1, StaffSentence.NOTE_KEPT, {}))
    now = house.moment.now
    async with house.store.begin() as uow:
        ids = [waiting.id for waiting in await uow.courier.pending(now)]
        await uow.courier.claim(ids, now, now.replace(year=2030))
    house.budget = Budget(group_per_minute=3)
    house.courier = house.new_courier()
    house.moment.pass_(10)
    await house.courier.recover()
    await house.courier.drain()
    assert len(house.left()) == 1
    house.moment.pass_(50)
    await house.courier.drain()
    assert house.left() == []


async def test_running_it_sends_when_woken_and_stops_when_cancelled(house: House) -> None:
    """The engine's way: one task, woken after each commit."""
    running = asyncio.create_task(house.courier.run())
    await house.writes("Hello")
    house.courier.wake()
    await until(lambda: not house.left())
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (await house.heard())[-1].startswith("Thank you.")


async def test_without_a_staff_group_customers_still_hear(house: House) -> None:
    """What is for the group waits until there is one."""
    house.staff_chat = None
    house.courier = house.new_courier()
    await opened(house)
    assert len(await house.heard()) == 1
    assert len(house.left()) == 2


async def test_customers_are_spoken_to_in_their_language(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the desk has words in it."""
    texts = Texts({"en": "help = Help\nreceipt = { $ticket }", "es": "help = Ayuda"})
    monkeypatch.setattr(Texts, "load", lambda: texts)
    house.courier = house.new_courier()
    await house.knows(Person(ANA, "Ana", language="es-MX"))
    for who in (ANA, BORIS):
        await house.decides(deliveries.tell(who, PublicSentence.HELP))
    await house.courier.drain()
    assert (await house.heard(), await house.heard(BORIS)) == (["Ayuda"], ["Help"])


async def test_marks_go_on_messages_of_staff(house: House) -> None:
    """A command is acknowledged on itself."""
    await opened(house)
    place = await house.place()
    body = {"from": MARIA, "chat_id": place.chat, "message_thread_id": place.thread, "text": "/c"}
    [number] = (await house.post("/sim/messages", body))["message_ids"]
    await house.decides(deliveries.mark(1, MessageRef(place.chat, number)))
    await house.courier.drain()
    assert (await house.topic())[-1]["reactions"][0]["emoji"] == "👌"
