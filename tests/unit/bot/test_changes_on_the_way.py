"""What was edited, taken back or reacted to survives Telegram's refusals as every delivery does."""

import pytest

from orchestration.answering import changes
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, MessageRef
from orchestration.customers.reach import came_back
from orchestration.ports import Side
from orchestration.timeline import EntryRef
from sandbox.cast import ANA, STAFF_CHAT_ID
from tests.unit.bot.house import CUSTOMERS, MARIA_, House
from tests.unit.bot.test_albums import arrive, sends, settles


async def opened(house: House) -> None:
    await house.writes("Where is my parcel?")
    await house.courier.drain()


async def edits(house: House, message: int, text: str) -> None:
    """Ana edits one of her messages."""
    async with house.store.begin() as uow:
        ref = MessageRef(ANA, message)
        await changes.customer_edited(uow, house.desk, ref, Content(text), house.moment.now)


async def staff_edits(house: House, message: int, text: str) -> None:
    """Maria edits one of her messages."""
    async with house.store.begin() as uow:
        ref = MessageRef(STAFF_CHAT_ID, message)
        await changes.staff_edited(uow, ref, Content(text), MARIA_, house.moment.now)


async def deletes(house: House, message: int) -> None:
    """Maria takes back one of her answers."""
    async with house.store.begin() as uow:
        ticket = await uow.tickets.get(1)
        asked, answer = MessageRef(STAFF_CHAT_ID, 9999), MessageRef(STAFF_CHAT_ID, message)
        written = StaffMessage(MARIA_, Content(), asked, answer)
        await changes.delete_reply(uow, ticket, written, house.moment.now)


async def reacts(house: House, message: int) -> None:
    """Ana likes a message."""
    async with house.store.begin() as uow:
        ref = MessageRef(ANA, message)
        await changes.customer_reacted(uow, CUSTOMERS[ANA], ref, ("👍",), house.moment.now)


async def said(house: House) -> list[str]:
    return [one["text"] or one["caption"] or "" for one in await house.topic()]


async def test_an_edit_in_a_lost_topic_builds_it_anew(house: House) -> None:
    """The digest says what the message says now, the note below it what it said before."""
    await opened(house)
    number = await house.writes("It is blue.")
    await house.courier.drain()
    await house.topic_is("delete")
    await edits(house, number, "It is green.")
    await house.courier.drain()
    card, digest, note = await said(house)
    assert "Where is my parcel?" in card
    assert "It is green." in digest
    assert "It is blue." not in digest
    assert "It is blue." in note
    assert house.left() == []


async def test_an_edit_of_what_only_the_digest_has_is_a_new_message(house: House) -> None:
    """The digest holds other words too, and stays what it is."""
    await opened(house)
    number = await house.writes("It is blue.")
    await house.courier.drain()
    await house.topic_is("delete")
    await house.writes("Hello?")
    await house.courier.drain()
    before = await said(house)
    await edits(house, number, "It is green.")
    await house.courier.drain()
    after = await said(house)
    assert after[: len(before)] == before
    assert after[len(before)] == "Ana\nIt is green."
    assert "It is blue." in after[len(before) + 1]


async def test_an_edit_leaves_what_stands_in_the_same_message_alone(house: House) -> None:
    """Where a message shows several entries, the new words get a message of their own."""
    await opened(house)
    one = await house.writes("It is blue.")
    await house.courier.drain()
    shown = (await house.topic())[-1]["message_id"]
    async with house.store.begin() as uow:
        await uow.links.add(MessageRef(STAFF_CHAT_ID, shown), EntryRef(1, 2), Side.STAFF)
    await edits(house, one, "It is green.")
    await house.courier.drain()
    texts = await said(house)
    assert texts[1:3] == ["Ana\nIt is blue.", "Ana\nIt is green."]


async def test_an_edit_of_a_message_that_staff_deleted_is_a_new_one(house: House) -> None:
    """What it says now is worth it, and the next edit finds it."""
    await opened(house)
    number = await house.writes("It is blue.")
    await house.courier.drain()
    shown = (await house.topic())[-1]["message_id"]
    await house.post("/sim/deletions", {"chat_id": STAFF_CHAT_ID, "message_ids": [shown]})
    await edits(house, number, "It is green.")
    await house.courier.drain()
    await edits(house, number, "It is red.")
    await house.courier.drain()
    texts = await said(house)
    assert "Ana\nIt is red." in texts
    assert "Ana\nIt is green." not in texts


async def test_what_was_shown_to_staff_comes_into_a_closed_topic(house: House) -> None:
    """An edit and a reaction open it for themselves where they must."""
    await opened(house)
    number = await house.writes("It is blue.")
    await house.courier.drain()
    await house.replies("Fine.")
    await house.courier.drain()
    heard = next(m for m in await house.seen(ANA) if m["text"] == "Fine.")
    await house.topic_is("close")
    await house.closed_by_hand()
    await house.fault("sendMessage", "500", chat_id=STAFF_CHAT_ID)
    await edits(house, number, "It is green.")
    await reacts(house, heard["message_id"])
    for _ in range(3):
        await house.courier.drain()
        house.moment.pass_(60)
    texts = await said(house)
    assert "Ana\nIt is green." in texts
    assert texts[-1] == "Ana reacted with 👍"
    assert house.left() == []


async def test_a_blocked_customers_edits_wait_for_them(house: House) -> None:
    """Staff hear why; the newest words are there when the customer is back."""
    await opened(house)
    answer = await house.replies("It leaves today.")
    await house.courier.drain()
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": True})
    for words in ("It leaves tomorrow.", "It leaves on Monday."):
        await staff_edits(house, answer, words)
        await house.courier.drain()
    assert len(house.held()) == 2
    assert any("still reads your former words" in text for text in await said(house))
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": False})
    async with house.store.begin() as uow:
        await came_back(uow, ANA, house.moment.now)
    await house.courier.drain()
    assert (await house.heard())[-1] == "It leaves on Monday."
    assert (house.held(), house.left()) == ([], [])


async def test_an_answer_taken_back_while_it_was_held_is_never_sent(house: House) -> None:
    """Nor does taking it back make believe that the customer can be reached."""
    await opened(house)
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": True})
    answer = await house.replies("The code is 1234.")
    await house.courier.drain()
    await deletes(house, answer)
    await house.courier.drain()
    assert not (await house.ticket()).reachable
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": False})
    async with house.store.begin() as uow:
        await came_back(uow, ANA, house.moment.now)
    await house.courier.drain()
    assert "The code is 1234." not in await house.heard()
    assert (house.held(), house.left()) == ([], [])


async def test_what_a_blocked_customer_has_is_taken_back_later(house: House) -> None:
    """It leaves their chat as soon as they can be reached."""
    await opened(house)
    answer = await house.replies("The code is 1234.")
    await house.courier.drain()
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": True})
    await deletes(house, answer)
    await house.courier.drain()
    await house.post("/sim/blocks", {"user_id": ANA, "blocked": False})
    async with house.store.begin() as uow:
        await came_back(uow, ANA, house.moment.now)
    await house.courier.drain()
    assert "The code is 1234." not in await house.heard()


async def test_an_edit_that_telegram_refuses_is_told_to_staff(house: House) -> None:
    """The customer deleted the message: nothing can be changed there any more."""
    await opened(house)
    answer = await house.replies("It leaves today.")
    await house.courier.drain()
    heard = next(m for m in await house.seen(ANA) if m["text"] == "It leaves today.")
    await house.post("/sim/deletions", {"chat_id": ANA, "message_ids": [heard["message_id"]]})
    await staff_edits(house, answer, "It leaves tomorrow.")
    await house.courier.drain()
    assert any("still reads your former words" in text for text in await said(house))


async def test_a_text_that_grew_is_split_and_one_that_shrank_is_not(house: House) -> None:
    """Each piece is sent once, and the pieces that are not needed any more go."""
    await opened(house)
    long = " ".join(["This is what happened to me in your shop on the fourth of June."] * 63)
    number = await house.writes("Short.")
    await house.courier.drain()
    grown = f"{long} {long}"
    await edits(house, number, grown)
    await house.courier.drain()
    pieces = [one for one in await house.topic() if "fourth of June" in (one["text"] or "")]
    assert sum(one["text"].count("June.") for one in pieces) == 126
    await edits(house, number, "Short again.")
    await house.courier.drain()
    assert "Ana\nShort again." in await said(house)
    ids = {one["message_id"] for one in await house.topic()}
    assert not ids & {one["message_id"] for one in pieces[1:]}


async def test_an_album_that_landed_in_general_is_taken_back_whole(house: House) -> None:
    """The topic is built anew, and every item is there once."""
    await opened(house)
    await arrive(house, *await sends(house, ["photo", "photo", "photo"]))
    await house.fault("sendMediaGroup", "to_general")
    await settles(house)
    photos = [m for m in await house.seen(STAFF_CHAT_ID) if m["kind"] == "photo"]
    assert len(photos) == 3
    place = await house.place()
    assert {m["message_thread_id"] for m in photos} == {place.thread}


@pytest.mark.parametrize("kinds", [["photo", "photo"], ["audio", "audio"]])
async def test_a_reply_to_an_album_items_entry_finds_its_message(
    house: House, kinds: list[str]
) -> None:
    """Each item of the album is found by its own message."""
    await opened(house)
    items = await sends(house, kinds)
    await arrive(house, *items)
    await settles(house)
    shown = [m["message_id"] for m in await house.topic() if m["media_group_id"]]
    async with house.store.begin() as uow:
        refs = [await uow.links.entry_of(MessageRef(STAFF_CHAT_ID, one)) for one in shown]
        theirs = [await uow.links.entry_of(item.message) for item in items]
    assert refs == theirs
