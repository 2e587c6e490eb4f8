"""Whatever Telegram refuses, nothing is lost, nothing is repeated, and everything else goes on."""

import asyncio

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMessage
from structlog.testing import capture_logs

from bot.outgoing import courier
from bot.outgoing.budget import Budget
from bot.outgoing.jobs import Job
from bot.outgoing.outcomes import Report, record
from orchestration import deliveries
from orchestration.content import ContentKind, MessageRef
from orchestration.delivery import Delivery, Lane, SendEntry, ShowEntry
from orchestration.events import DeliveryFailed
from orchestration.people import Person, Role
from orchestration.ports import Pending, UnitOfWork
from orchestration.sentences import PublicSentence, StaffSentence
from orchestration.timeline import Audience, EntryRef
from sandbox.cast import ANA, BORIS, JOE, SAM, STAFF_CHAT_ID
from tests.unit.bot.house import House, until

LONG = " ".join(f"word{number}" for number in range(620))[:4096]


async def opened(house: House) -> None:
    await house.writes("Where is my parcel?")
    await house.courier.drain()


async def test_a_blocked_bot_is_told_to_staff_in_words(house: House) -> None:
    """The reply is held, the ticket remembers it, the topic says why and the card too."""
    await opened(house)
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": True})
    await house.replies("It leaves today.")
    await house.courier.drain()
    said = (await house.topic())[-1]["text"]
    assert said == (
        "#1: the customer has not got your message, because they blocked the bot. "
        "It goes out once they can be reached again."
    )
    assert house.held() == ["bot was blocked by the user"]
    assert "Messages do not reach the customer" in (await house.card())["text"]
    async with house.store.begin() as uow:
        last = (await uow.timeline.of(1))[-1]
    assert last.event == DeliveryFailed(4, "bot was blocked by the user")
    assert house.left() == []


@pytest.mark.parametrize("at", ["sendMessage", "createForumTopic"])
async def test_a_flood_freezes_that_chat_and_no_other(house: House, at: str) -> None:
    """For as long as Telegram says; then everything arrives, once."""
    await house.fault(at, "429", chat_id=STAFF_CHAT_ID, retry_after=40)
    await opened(house)
    assert len(await house.heard()) == 1
    await house.writes("Hello?", who=BORIS)
    await house.courier.drain()
    assert len(await house.heard(BORIS)) == 1
    house.moment.pass_(39)
    await house.courier.drain()
    assert all("Hello" not in topic["name"] for topic in await house.topics())
    house.moment.pass_(1)
    await house.courier.drain()
    assert len(await house.topics()) == 2
    assert [len(await house.topic(number)) for number in (1, 2)] == [1, 1]


@pytest.mark.parametrize("kind", ["500", "refuse"])
@pytest.mark.parametrize("method", ["createForumTopic", "sendMessage", "pinChatMessage"])
async def test_trouble_on_the_way_is_waited_out(house: House, method: str, kind: str) -> None:
    """Every step is tried again later, and no step that worked is repeated."""
    await house.fault(method, kind, chat_id=STAFF_CHAT_ID)
    await opened(house)
    house.moment.pass_(1)
    await house.courier.drain()
    assert house.left() == []
    assert len(await house.topics()) == 1
    assert len(await house.topic()) == 1
    assert (await house.card())["pinned"]


async def test_trouble_backs_off_with_jitter(house: House) -> None:
    """A second at first, then twice as long, a minute at most."""
    await house.fault("sendMessage", "500", chat_id=ANA, count=8)
    await house.decides(deliveries.tell(ANA, PublicSentence.HELP))
    waits = []
    for _ in range(8):
        await house.courier.drain()
        [left] = house.left()
        assert left.not_before is not None
        waits.append((left.not_before - house.moment.now).total_seconds())
        house.moment.pass_(waits[-1])
    assert all(
        0.5 * longest <= wait <= longest
        for wait, longest in zip(waits, (1, 2, 4, 8, 16, 32, 60, 60), strict=True)
    )
    await house.courier.drain()
    assert len(await house.heard()) == 1


async def test_a_deleted_topic_is_built_anew(house: House) -> None:
    """Nobody tells of its deletion: the next message finds out, and loses nothing."""
    await opened(house)
    old = await house.place()
    await house.topic_is("delete")
    await house.writes("Anyone there?")
    await house.courier.drain()
    place = await house.place()
    assert place.thread != old.thread
    card, message = await house.topic()
    assert card["text"].startswith("#1 · Where is my parcel?")
    assert card["pinned"]
    assert message["text"] == "Ana\nAnyone there?"
    assert house.left() == []


async def test_a_message_that_landed_in_general_is_taken_back(house: House) -> None:
    """Then the topic is gone, whatever Telegram says; the words go into a new one."""
    await opened(house)
    await house.fault("sendMessage", "to_general")
    await house.writes("Anyone there?")
    await house.courier.drain()
    assert (await house.topic())[-1]["text"] == "Ana\nAnyone there?"
    everywhere = await house.seen(STAFF_CHAT_ID)
    assert len([m for m in everywhere if "Anyone" in (m["text"] or "")]) == 1


@pytest.mark.parametrize("thing", [deliveries.card(1), deliveries.dress(1), deliveries.pin(1)])
async def test_a_deleted_topic_is_built_anew_for_whatever_comes(
    house: House, thing: Delivery
) -> None:
    """Even a card's edit finds out."""
    await opened(house)
    old = await house.place()
    await house.topic_is("delete")
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        ticket.subject = "Another"
        ticket.call_people(house.moment.now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(thing, deliveries.alert(1, StaffSentence.NOTE_KEPT, {}))
    await house.courier.drain()
    assert (await house.place()).thread != old.thread
    assert house.left() == []


async def test_a_topic_that_is_closed_to_the_bot_is_reopened(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Telegram wants that; an open ticket's topic stays open then."""
    await opened(house)
    await house.topic_is("close")
    await house.closed_by_hand()
    poster = house.courier._sender._poster
    send = poster.add
    refusals = [TelegramBadRequest(SendMessage(chat_id=-1, text="x"), "Bad Request: TOPIC_CLOSED")]

    async def refusing(*arguments: object) -> int:
        if refusals:
            raise refusals.pop()
        return await send(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(poster, "add", refusing)
    await house.writes("Anyone there?")
    await house.courier.drain()
    assert (await house.topic())[-1]["text"] == "Ana\nAnyone there?"
    assert not (await house.topics())[0]["closed"]
    assert not (await house.place()).closed


async def test_a_topic_without_known_icons_has_a_colour_and_gets_its_icon_later(
    house: House,
) -> None:
    """Which icons there are is asked again."""
    await house.fault("getForumTopicIconStickers", "500")
    await opened(house)
    assert (await house.topics())[0]["icon_custom_emoji_id"] is None
    await house.decides(deliveries.dress(1))
    await house.courier.drain()
    assert (await house.topics())[0]["icon_emoji"] == "❗"


async def test_a_deleted_card_is_posted_and_pinned_again(house: House) -> None:
    """Replying to the new one answers the customer as well."""
    await opened(house)
    old = await house.place()
    await house.post("/sim/deletions", {"chat_id": old.chat, "message_ids": [old.card]})
    await house.decides(deliveries.look_again(1))
    await house.courier.drain()
    card = await house.card()
    assert card["message_id"] != old.card
    assert card["pinned"]
    async with house.store.begin() as uow:
        shown = await uow.links.entry_of(MessageRef(old.chat, card["message_id"]))
    assert shown == EntryRef(1, 2)


async def test_a_lost_right_is_said_once_and_waited_for(house: House) -> None:
    """Customers are answered all the same; given back, all of it appears.

    Supervisors who ever wrote to the bot hear of both in private, once.
    """
    sam = Person(SAM, "Sam", role=Role.SUPERVISOR, reachable=True)
    await house.knows(sam, Person(JOE, "Joe", role=Role.ADMIN))
    await house.writes("Hello", who=SAM)  # so that the bot may write to Sam
    await house.courier.drain()
    await house.post(
        "/sim/rights", {"chat_id": STAFF_CHAT_ID, "rights": {"can_manage_topics": False}}
    )
    with capture_logs() as logs:
        await opened(house)
        await house.writes("Me too", who=BORIS)
        await house.courier.drain()
        house.moment.pass_(30)
        await house.courier.drain()
        house.courier = house.new_courier()
        await house.courier.recover()
        house.moment.pass_(60)
        await house.courier.drain()
    told = [entry for entry in logs if entry["log_level"] == "error"]
    assert len(told) == 2, "once each time that the desk starts"
    assert "rights" in told[0]["todo"]
    assert len(await house.heard()) == 1
    lost = [said for said in await house.heard(SAM) if "cannot be used" in said]
    assert len(lost) == 1
    assert "not enough rights to create a topic" in lost[0]
    assert "give the bot the administrator rights it lacks" in lost[0]
    await house.post(
        "/sim/rights", {"chat_id": STAFF_CHAT_ID, "rights": {"can_manage_topics": True}}
    )
    async with house.store.begin() as uow:
        assert await uow.courier.hurry() > 0
    await house.courier.drain()
    assert len(await house.topics()) == 3
    assert house.left() == []
    back = [said for said in await house.heard(SAM) if "can be used again" in said]
    assert len(back) == 1


async def test_a_medium_whose_original_is_gone_is_told(house: House) -> None:
    """Its author deleted it before it was copied."""
    await opened(house)
    photo = await house.writes("Look", kind=ContentKind.PHOTO)
    await house.post("/sim/deletions", {"chat_id": ANA, "message_ids": [photo]})
    await house.courier.drain()
    assert (await house.topic())[-1]["text"] == (
        "Ana\nLook\n[photo] It could not be copied here: "
        "the original was deleted or cannot be copied."
    )


async def test_half_of_a_long_text_waits_for_its_other_half(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outbox remembers how far it had come, also over a restart."""
    await opened(house)
    await house.writes(LONG)
    poster = house.courier._sender._poster
    send, calls = poster.add, 0

    async def failing(*arguments: object) -> int:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise TimeoutError
        return await send(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(poster, "add", failing)
    await house.courier.drain()
    house.courier = house.new_courier()
    house.moment.pass_(2)
    await house.courier.drain()
    _, *pieces = await house.topic()
    assert " ".join(piece["text"] for piece in pieces) == f"Ana\n{LONG}"


async def test_one_broken_delivery_does_not_stop_the_others(house: House) -> None:
    """It is set aside with its reason; after three tries where the fault is our own."""
    await opened(house)
    await house.decides(
        deliveries.card(8),
        Delivery(Lane.NOTE, ShowEntry(EntryRef(1, 1)), 1, audience=Audience.INTERNAL),
    )
    for _ in range(3):
        await house.courier.drain()
        house.moment.pass_(60)
    first, second = house.set_aside()
    assert first.startswith("NoSuchTicket")
    assert second.startswith("NothingToShow")
    await house.writes("Hello?")
    await house.courier.drain()
    assert (await house.topic())[-1]["text"] == "Ana\nHello?"


async def test_an_internal_entry_is_refused_by_the_sender_too(house: House) -> None:
    """A delivery built around the only right way to make one goes nowhere."""
    await opened(house)
    bad = Delivery(Lane.REPLY, SendEntry(EntryRef(1, 1)), 1, ANA, audience=Audience.INTERNAL)
    async with house.store.begin() as uow:
        entry = await uow.timeline.entry(EntryRef(1, 1))
    assert entry.audience is Audience.INTERNAL
    job = Job(Pending(99, bad))
    job.entry, job.ticket = entry, await house.ticket()
    with pytest.raises(Exception, match="internal"):
        await house.courier._sender.send(job)
    assert len(await house.heard()) == 1


async def test_outcomes_that_cannot_be_written_do_not_stop_the_courier(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken one is set aside, the others are kept."""
    await house.decides(
        deliveries.tell(ANA, PublicSentence.HELP), deliveries.tell(BORIS, PublicSentence.HELP)
    )
    real = record

    async def failing(uow: UnitOfWork, report: Report, **more: object) -> None:
        if report.job.delivery.chat == ANA and not report.bare:
            msg = "the disk is full"
            raise OSError(msg)
        await real(uow, report, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(courier, "record", failing)
    monkeypatch.setattr(courier, "BREATH_SECONDS", 0)
    running = asyncio.create_task(house.courier.run())
    await until(lambda: not house.left())
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert house.set_aside() == ["OSError: the disk is full"]


async def test_what_is_under_way_at_the_end_is_given_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stopping desk waits a moment for the answer, then lets go."""
    monkeypatch.setattr(courier, "GOODBYE_SECONDS", 0)
    await house.fault("sendMessage", "slow", delay_s=3600)
    await house.decides(deliveries.tell(ANA, PublicSentence.HELP))
    running = asyncio.create_task(house.courier.run())
    await until(lambda: bool(house.courier._under_way))
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    [left] = house.left()
    assert left.leased_until is None
    assert left.attempts == 1


async def test_more_than_a_page_of_waiting_deliveries_hides_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replies for a frozen chat fill the first page; Boris's is on the second."""
    monkeypatch.setattr(courier, "PENDING", 3)
    house.budget = Budget(0, 0, 0)
    house.courier = house.new_courier()
    house.budget.freeze(ANA, house.moment.at + 60)
    await house.decides(
        *(deliveries.tell(ANA, PublicSentence.HELP) for _ in range(5)),
        deliveries.tell(BORIS, PublicSentence.HELP),
    )
    await house.courier.drain()
    assert len(await house.heard(BORIS)) == 1
    assert len(house.left()) == 5
