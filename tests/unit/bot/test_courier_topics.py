"""Topics and groups come and go; what they said, and what was on its way, does not."""

import asyncio

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from structlog.testing import capture_logs

from bot import staff_group
from bot.outgoing.budget import Budget
from bot.outgoing.reconciling import Reconciler
from orchestration import deliveries
from orchestration.answering import rewording
from orchestration.answering.replies import add_note
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, ContentKind, Entity, MessageRef
from orchestration.customers.reach import came_back
from orchestration.delivery import Answer, Delivery, Lane, ShowCard
from orchestration.desk import Desk
from orchestration.ending.resolution import set_status
from orchestration.events import CustomerBack
from orchestration.people import Person, Role, Specialist
from orchestration.ports import Place, Side
from orchestration.sentences import StaffSentence
from orchestration.status import Status
from sandbox.cast import ANA, BASIC_GROUP_ID, SAM, STAFF_CHAT_ID
from tests.unit.bot.house import MARIA_, House

BILLING = Specialist("billing", "Billing")


async def opened(house: House, words: str = "Where is my parcel?") -> None:
    await house.writes(words)
    await house.courier.drain()


async def noted(house: House, *notes: str) -> None:
    """A specialist leaves notes, one entry each."""
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        entries = [ticket.add_note(Content(note), BILLING, house.moment.now) for note in notes]
        await uow.tickets.save(ticket)
        await uow.outbox.add(*(deliveries.to_topic(entry) for entry in entries))


async def settled(house: House) -> None:
    for _ in range(5):
        await house.courier.drain()
        house.moment.pass_(60)
    assert house.left() == []


async def test_a_lost_topic_comes_back_with_a_digest(house: House) -> None:
    """Who said what, oldest first; the first words are on the card, the newest follow."""
    await opened(house)
    await house.writes("It is blue.")
    await house.courier.drain()
    await house.replies("It leaves today.")
    place = await house.place()
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        note = StaffMessage(MARIA_, Content("She is nice."), MessageRef(place.chat, 9001))
        await add_note(uow, ticket, note, house.moment.now)
    await house.courier.drain()
    await house.topic_is("delete")
    await house.writes("Anyone there?")
    await house.courier.drain()
    card, digest, message = await house.topic()
    assert card["text"].startswith("#1 · Where is my parcel?")
    assert digest["text"] == (
        "This topic was built anew. What the lost one had said:\n\n"
        "👤 Ana\nIt is blue.\n\n"
        "💬 Maria → customer\nIt leaves today.\n\n"
        "📝 Maria · note\nShe is nice."
    )
    assert message["text"] == "Ana\nAnyone there?"
    assert not (await house.place()).history_due


async def test_a_topic_that_was_being_rebuilt_is_not_opened_again(house: House) -> None:
    """The desk was killed right after it had opened it, and Telegram tells the next one."""
    await opened(house)
    await house.topic_is("delete")
    made = await house.bot.create_forum_topic(STAFF_CHAT_ID, "#1 Where is my parcel?")
    heard = asyncio.Event()
    house.courier = house.new_courier(heard)
    await house.writes("Anyone there?")
    sending = asyncio.create_task(house.courier.drain())
    while not await house.calls(refused=True):
        pass
    place = Place(1, STAFF_CHAT_ID, made.message_thread_id, history_due=True)
    async with house.store.begin() as uow:
        await uow.places.adopt(place)
    heard.set()
    await sending
    assert len(await house.topics()) == 2
    assert [said["text"][:8] for said in await house.topic()] == ["#1 · Whe", "Ana\nAnyo"]


async def test_a_reaction_brings_no_closed_tickets_topic_back(house: House) -> None:
    """Retention or people removed it. Words do, and then the new topic is closed too."""
    await opened(house)
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        await set_status(uow, Desk(), ticket, Status.CLOSED, MARIA_, house.moment.now)
        await uow.outbox.add(deliveries.delete_topic(1))
    await house.courier.drain()
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        reacted = rewording.take_reaction(ticket, 2, ("👍",), house.moment.now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_topic(reacted))
    await house.courier.drain()
    assert [each["deleted"] for each in await house.topics()] == [True]
    await noted(house, "The parcel came back.")
    await settled(house)
    assert [each["closed"] for each in await house.topics() if not each["deleted"]] == [True]


async def test_a_digest_is_one_message(house: House) -> None:
    """Of a long history the oldest entries are only counted."""
    await opened(house)
    for number in range(30):
        await house.writes(f"{number} " + "word " * 80)
    await house.courier.drain()
    await house.topic_is("delete")
    await house.decides(deliveries.look_again(1))
    await house.courier.drain()
    _, digest = await house.topic()
    assert len(digest["text"]) <= 4096
    assert "earlier messages are in the record only" in digest["text"]
    assert "\n29 word" in digest["text"]
    assert "\n0 word" not in digest["text"]


async def test_a_digest_interrupted_is_made_up_for(house: House) -> None:
    """The desk went down between the new card and the digest: only the digest is still due."""
    await opened(house)
    await house.writes("It is blue.")
    await house.courier.drain()
    await house.topic_is("delete")
    await house.writes("Anyone there?")
    sent = 0
    poster = house.courier._sender._poster
    send = poster.add

    async def interrupted(*arguments: object) -> int:
        nonlocal sent
        sent += 1
        if sent == 3:  # refused in the old topic, the new card, and now the digest
            raise TimeoutError
        return await send(*arguments)  # type: ignore[arg-type]

    poster.add = interrupted  # type: ignore[method-assign, assignment]
    await house.courier.drain()
    assert (await house.place()).history_due
    house.courier = house.new_courier()
    house.moment.pass_(2)
    await house.courier.drain()
    assert [message["text"][:14] for message in await house.topic()] == [
        "#1 · Where is ",
        "This topic was",
        "Ana\nAnyone the",
    ]


@pytest.mark.parametrize("kind", [ContentKind.PHOTO, ContentKind.VOICE, ContentKind.STICKER])
async def test_a_medium_that_landed_in_general_is_taken_back(
    house: House, kind: ContentKind
) -> None:
    """Sent by its file, its answer tells where it landed."""
    await opened(house)
    house.files = True
    await house.fault("*", "to_general", chat_id=STAFF_CHAT_ID)
    await house.writes("", kind=kind)
    await house.courier.drain()
    assert [message["kind"] for message in await house.topic()] == ["text", kind.value]
    everywhere = await house.seen(STAFF_CHAT_ID)
    assert len([m for m in everywhere if m["kind"] == kind.value]) == 1


async def test_a_file_that_telegram_does_not_take_is_copied(house: House) -> None:
    """From where it stands."""
    await opened(house)
    photo = await house.writes("Look", kind=ContentKind.PHOTO)
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        source = MessageRef(ANA, photo)
        content = Content("Again", ContentKind.PHOTO, source=source, file="no such file")
        entry = ticket.receive(content, house.moment.now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_topic(entry))
    await house.courier.drain()
    assert [m["caption"] for m in (await house.topic())[1:]] == ["Ana\nLook", "Ana\nAgain"]


async def test_words_that_telegram_cannot_read_are_sent_plain(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their formatting is lost, they are not."""
    await opened(house)
    bot = house.bot
    call = type(bot).__call__

    async def strict(self: object, method: TelegramMethod[object], **more: object) -> object:
        if getattr(method, "entities", None):
            raise TelegramBadRequest(method, "Bad Request: can't parse entities: no such emoji")
        return await call(self, method, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(type(bot), "__call__", strict)
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        styled = Content("Hello", entities=(Entity("bold", 0, 5),))
        entry = ticket.receive(styled, house.moment.now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_topic(entry))
    await house.courier.drain()
    assert (await house.topic())[-1]["text"] == "Ana\nHello"


async def test_an_answer_finds_its_topic_when_that_was_lost(house: House) -> None:
    """It cannot reply to what is gone, but it is said."""
    await opened(house)
    place = await house.place()
    await house.topic_is("delete")
    body = Answer(
        MessageRef(place.chat, place.card or 0), StaffSentence.NOTE_KEPT, {}, place.thread
    )
    await house.decides(Delivery(Lane.ALERT, body, 1))
    await house.courier.drain()
    assert (await house.topic())[-1]["text"].startswith("Kept as a note.")


async def test_looks_do_not_bring_a_closed_tickets_topic_back(house: House) -> None:
    """Whoever deleted it, meant it."""
    await opened(house)
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        ticket.status = type(ticket.status).CLOSED
        ticket.alert("x", house.moment.now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.card(1), deliveries.dress(1))
    await house.topic_is("delete")
    await house.courier.drain()
    assert house.left() == []
    assert [topic for topic in await house.topics() if not topic["deleted"]] == []


async def test_a_customer_who_comes_back_gets_what_was_held(house: House) -> None:
    """In the old order, marked for staff, and the card is as before."""
    await opened(house)
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": True})
    await house.replies("It leaves today.")
    await house.courier.drain()
    await house.replies("It is blue.")
    await house.courier.drain()
    assert len(house.held()) == 2
    assert not (await house.ticket()).reachable
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": False})
    async with house.store.begin() as uow:
        await came_back(uow, ANA, house.moment.now)
    await house.courier.drain()
    assert (await house.heard())[-2:] == ["It leaves today.", "It is blue."]
    assert house.held() == []
    assert "Messages do not reach" not in (await house.card())["text"]
    async with house.store.begin() as uow:
        assert (await uow.timeline.of(1))[-1].event == CustomerBack()


async def test_whoever_writes_is_back(house: House) -> None:
    """Whatever Telegram told us, or did not."""
    await opened(house)
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": True})
    await house.replies("It leaves today.")
    await house.courier.drain()
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": False})
    await house.writes("Sorry, I am back.")
    await house.courier.drain()
    assert (await house.heard())[-1] == "It leaves today."
    assert (await house.ticket()).reachable


async def test_a_group_with_a_new_id_is_followed(house: House) -> None:
    """At once, for good, and the supervisors hear of it once."""
    await house.knows(Person(SAM, "Sam", role=Role.SUPERVISOR, reachable=True))
    await house.writes("Hello", who=SAM)
    house.staff_chat = BASIC_GROUP_ID
    house.courier = house.new_courier()
    with capture_logs() as logs:
        await opened(house)
        await settled(house)
    assert len(await house.topics()) == 2
    assert len([each for each in logs if "got a new id" in each["event"]]) == 1
    told = [said for said in await house.heard(SAM) if str(STAFF_CHAT_ID) in said]
    assert len(told) == 1
    assert await staff_group.current_id(house.store.begin, BASIC_GROUP_ID) == STAFF_CHAT_ID
    assert await staff_group.current_id(house.store.begin, STAFF_CHAT_ID) == STAFF_CHAT_ID
    assert await staff_group.current_id(house.store.begin, None) is None


async def test_a_group_that_is_gone_is_tried_by_one_at_a_time(house: House) -> None:
    """What is refused anyway does not spend what the group may take later."""
    where = {"chat_id": STAFF_CHAT_ID}
    await house.post("/sim/members", where | {"user_id": house.bot.id, "status": "left"})
    for words in ("One", "Two", "Three"):
        await house.writes(words)
        await house.decides(deliveries.look_again(1))
    await house.courier.drain()
    before = len(await house.calls(refused=True))
    house.moment.pass_(30)
    await house.courier.drain()
    assert len(await house.calls(refused=True)) == before + 1
    rights = {"can_manage_topics": True, "can_pin_messages": True, "can_delete_messages": True}
    administrator = {"user_id": house.bot.id, "status": "administrator"}
    await house.post("/sim/members", where | administrator)
    await house.post("/sim/rights", where | {"rights": rights})
    await settled(house)
    assert len(await house.topic()) == 3


async def test_notes_merge_only_when_the_budget_is_short(house: House) -> None:
    """One message for what stands together in its ticket; every entry is found by it."""
    await opened(house)
    await noted(house, "one", "two")
    await house.courier.drain()
    assert len(await house.topic()) == 3

    house.budget = Budget(2, 0, 0)
    house.courier = house.new_courier()
    await noted(house, "three", "four")
    await house.decides(deliveries.alert(1, StaffSentence.NOTE_KEPT, {}))
    await noted(house, "five")
    await house.writes("Hello?")
    await noted(house, "six", "seven", "eight")
    await settled(house)
    *_, together, customer, after = await house.topic()
    said = together["text"].split("\n\n")
    assert [words.removeprefix("Billing · note\n") for words in said] == [
        "three",
        "four",
        "Kept as a note. To answer the customer, reply to their message or use /reply.",
        "five",
    ]
    assert customer["text"] == "Ana\nHello?"
    assert after["text"].count("Billing · note") == 3
    message = MessageRef(STAFF_CHAT_ID, together["message_id"])
    async with house.store.begin() as uow:
        shown = await uow.links.entries_of(message)
        found = [await uow.links.messages_of(ref, Side.STAFF) for ref in shown]
    assert [ref.ticket for ref in shown] == [1, 1, 1]
    assert found == [[message]] * 3


async def test_merged_notes_fit_one_message(house: House) -> None:
    """What does not fit goes out in the next one."""
    house.budget = Budget(3, 0, 0)
    house.courier = house.new_courier()
    await opened(house)
    await noted(house, *(str(number) * 1500 for number in range(1, 6)))
    await settled(house)
    texts = [message["text"] for message in (await house.topic())[1:]]
    assert all(len(text) <= 4096 for text in texts)
    assert texts[0].count("note") == 2
    assert [text for text in "".join(texts) if text in "12345"][::1500] == list("12345")


async def test_notes_refused_together_are_sent_one_by_one(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that cannot be sent takes no other with it."""
    await opened(house)
    house.budget = Budget(2, 0, 0)
    house.courier = house.new_courier()
    poster = house.courier._sender._poster
    send = poster.add

    async def refusing(*arguments: object) -> int:
        if "evil" in str(arguments):
            method = deliveries.card(1)
            raise TelegramBadRequest(method, "Bad Request: no")  # type: ignore[arg-type]
        return await send(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(poster, "add", refusing)
    await noted(house, "one", "evil", "three")
    await settled(house)
    texts = " ".join(message["text"] for message in await house.topic())
    assert "one" in texts
    assert "three" in texts
    assert "could not be shown here" in texts
    assert house.set_aside() == ["no"]


async def test_lost_topics_are_found_before_anyone_writes(house: House) -> None:
    """Without one operation of the group's budget, and only where a ticket has not ended."""
    await opened(house)
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(seconds)

    reconciler = Reconciler(
        house.bot, house.store.begin, lambda: house.moment.now, lambda: None, rest
    )
    assert await reconciler.sweep() == 0
    await house.topic_is("delete")
    before = await house.calls()
    assert await reconciler.sweep() == 1
    assert await house.calls() == before
    await house.courier.drain()
    assert (await house.topics())[-1]["name"] == "#1 Where is my parcel?"
    assert len([topic for topic in await house.topics() if not topic["deleted"]]) == 1
    assert await reconciler.sweep() == 0
    assert len(rests) == 3
    await house.fault("sendChatAction", "500")
    assert await reconciler.sweep() == 0


async def test_what_is_merged_is_in_no_digest_twice(house: House) -> None:
    """The notes that find the topic gone are shown below the digest, once."""
    await opened(house)
    await noted(house, "alpha")
    await house.courier.drain()
    await house.topic_is("delete")
    house.budget = Budget(2, 0, 0)
    house.courier = house.new_courier()
    await noted(house, "beta", "gamma")
    await house.decides(Delivery(Lane.NOTE, ShowCard(), 1))
    await settled(house)
    texts = [message["text"] for message in await house.topic()]
    assert [" ".join(texts).count(word) for word in ("alpha", "beta", "gamma")] == [1, 1, 1]
