"""What is edited, taken back or reacted to: the record keeps both, the other side follows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from orchestration import deliveries
from orchestration.answering import changes, rewording
from orchestration.answering.replies import answered_entry
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content, ContentKind, Entity, MessageRef
from orchestration.deliveries import NotForCustomers
from orchestration.delivery import DeleteSent, EditSent, EditShown, Lane, ShowEntry
from orchestration.desk import Flood
from orchestration.errors.ticket import TicketClosed
from orchestration.errors.words import (
    AlreadyTakenBack,
    NotAnAnswer,
    NothingToSend,
    NotYourReply,
    NotYourWords,
)
from orchestration.events import (
    CustomerEdited,
    CustomerReacted,
    NoteEdited,
    ReplyDeleted,
    ReplyEdited,
)
from orchestration.people import Customer, Staff
from orchestration.ports import Side
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.timeline import Audience, EntryRef, amended, as_they_stand
from tests.unit.centre.cast import ANNA, BEN, EVA, LATER, MAX, SAM, ticket, words
from tests.unit.centre.house import House


async def edits(house: House, message: MessageRef, text: str) -> None:
    """Eva edits her message."""
    async with house.begin() as uow:
        await changes.customer_edited(uow, house.desk, message, Content(text), house.now)


async def staff_edits(house: House, message: MessageRef, text: str, by: Staff = ANNA) -> None:
    async with house.begin() as uow:
        await changes.staff_edited(uow, message, Content(text), by, house.now)


async def deletes(house: House, message: MessageRef | None, by: Staff = ANNA) -> None:
    """Someone writes /delete in reply to `message`."""
    asked = house.written(by, "")
    replying = StaffMessage(asked.author, asked.content, asked.message, message)
    await house.does(1, lambda uow, t: changes.delete_reply(uow, t, replying, house.now))


async def reacts(house: House, who: Customer, message: MessageRef, *emoji: str) -> None:
    async with house.begin() as uow:
        await changes.customer_reacted(uow, who, message, emoji, house.now)


async def test_a_customers_edit_keeps_both_versions(house: House) -> None:
    """The topic's message follows, and a note says what it was; each edit names the one before."""
    _, message = await house.writes(EVA, "one")
    await house.sent()
    await edits(house, message, "two")
    await edits(house, message, "three")
    first, second = (await house.entries(1))[-2:]
    assert first.event == CustomerEdited(2, Content("one"), Content("two"))
    assert second.event == CustomerEdited(2, Content("two"), Content("three"))
    assert await house.sent() == [
        ShowEntry(first.ref),
        EditShown(second.ref),
        ShowEntry(second.ref),
    ]


async def test_who_edits_without_end_floods(house: House) -> None:
    """They are told once; each version is shown, together with others, and the last one stays."""
    house.desk = replace(house.desk, flood=Flood(messages=3, within=timedelta(minutes=1)))
    _, message = await house.writes(EVA, "0")
    await house.sent()
    for number in range(1, 7):
        await edits(house, message, str(number))
    waiting = [delivery for delivery in await house.outbox() if delivery.chat is None]
    entries = [e for e in await house.entries(1) if isinstance(e.event, CustomerEdited)]
    calm, flood = entries[:3], entries[3:]
    shown = [each for each in waiting if isinstance(each.body, ShowEntry)]
    assert [each.body for each in shown] == [
        *(ShowEntry(each.ref) for each in calm),
        *(ShowEntry(each.ref, gathered=True) for each in flood),
    ]
    (edit,) = [each for each in waiting if isinstance(each.body, EditShown)]
    assert (edit.body, edit.lane) == (EditShown(flood[-1].ref), Lane.COSMETIC)
    assert await house.told(EVA) == [PublicSentence.FLOOD_GATHERED]


async def test_an_edit_among_gathered_words_hides_none_of_them(house: House) -> None:
    """A reply to such a message answers what they wrote last; to an edit alone it is a note."""
    _, message = await house.writes(EVA, "one")
    await edits(house, message, "two")
    both, alone = MessageRef(-1, 7), MessageRef(-1, 8)
    edit = (await house.entries(1))[-1]
    async with house.begin() as uow:
        await uow.links.add(both, EntryRef(1, 2), Side.STAFF)
        for each in (both, alone):
            await uow.links.add(each, edit.ref, Side.STAFF)
        assert await answered_entry(uow, 1, both) == EntryRef(1, 2)
        assert await answered_entry(uow, 2, both) is None
        assert await answered_entry(uow, 1, alone) is None


async def test_what_reads_the_same_is_no_edit(house: House) -> None:
    """Words and formatting count; that a link got a preview does not."""
    _, message = await house.writes(EVA, "one")
    before = await house.entries(1)
    await edits(house, message, "one")
    assert await house.entries(1) == before
    formatted = Content("one", entities=(Entity("bold", 0, 3),))
    assert not formatted.reads_as(Content("one"))
    assert Content("one", ContentKind.PHOTO, file="x").reads_as(Content("one"))


async def test_an_edit_of_what_nobody_knows_is_nothing(house: House) -> None:
    """A command, or words from before the desk was there."""
    await house.writes(EVA)
    before = await house.outbox()
    await edits(house, MessageRef(EVA.id, 999), "two")
    await staff_edits(house, MessageRef(-1, 999), "two")
    assert await house.outbox() == before


async def test_an_answers_edit_goes_to_the_customer(house: House) -> None:
    """And a newer edit takes the place of one that was not sent yet."""
    await house.writes(EVA)
    message = await house.answers(ANNA, 1, "one")
    await house.sent()
    await staff_edits(house, message, "two")
    await staff_edits(house, message, "three")
    first, second = (await house.entries(1))[-2:]
    assert second.event == ReplyEdited(4, words("two"), words("three"))
    assert second.audience is Audience.PUBLIC
    assert await house.sent() == [ShowEntry(first.ref), EditSent(second.ref), ShowEntry(second.ref)]


async def test_a_notes_edit_changes_the_record_only(house: House) -> None:
    """Nothing is sent anywhere."""
    await house.writes(EVA)
    message = await house.notes(BEN, 1, "one")
    await house.sent()
    await staff_edits(house, message, "two", BEN)
    entry = (await house.entries(1))[-1]
    assert entry.event == NoteEdited(4, words("one"), words("two"))
    assert entry.audience is Audience.INTERNAL
    assert await house.sent() == []
    with pytest.raises(NotForCustomers):
        deliveries.to_customer(await house.ticket(1), entry)


async def test_an_answer_cannot_be_edited_into_what_could_not_be_said(house: House) -> None:
    """Not into nothing, not when a colleague has taken over, not once the ticket is closed."""
    await house.writes(EVA)
    message = await house.answers(ANNA, 1, "one")
    with pytest.raises(NothingToSend):
        await staff_edits(house, message, " ")
    with pytest.raises(NotYourReply):
        await staff_edits(house, message, "two", BEN)
    await house.moves(1, Status.CLOSED)
    with pytest.raises(TicketClosed):
        await staff_edits(house, message, "two")


async def test_an_answer_is_taken_back_once(house: House) -> None:
    """By its author, even when the ticket is closed; the request itself is what gets the mark."""
    await house.writes(EVA)
    message = await house.answers(ANNA, 1, "one")
    await house.moves(1, Status.CLOSED)
    await house.sent()
    await deletes(house, message)
    entry = (await house.entries(1))[-1]
    assert entry.event == ReplyDeleted(4, words("one"))
    assert await house.sent() == [DeleteSent(entry.ref), ShowEntry(entry.ref)]
    async with house.begin() as uow:
        [asked] = await uow.links.messages_of(entry.ref, Side.STAFF)
    assert asked != message
    with pytest.raises(AlreadyTakenBack):
        await deletes(house, message)
    with pytest.raises(AlreadyTakenBack):
        await staff_edits(house, message, "two")


async def test_only_the_author_or_a_supervisor_takes_back(house: House) -> None:
    """And only answers: no note, no words of the customer's, nothing of another ticket."""
    await house.writes(EVA)
    await house.writes(MAX)
    answer = await house.answers(ANNA, 1, "one")
    note = await house.notes(ANNA, 1)
    other = await house.answers(ANNA, 2, "two")
    with pytest.raises(NotYourWords):
        await deletes(house, answer, BEN)
    for message in (note, other, MessageRef(EVA.id, 1), None):
        with pytest.raises(NotAnAnswer):
            await deletes(house, message)
    await deletes(house, answer, SAM)


async def test_a_reaction_is_shown_and_the_newest_counts(house: House) -> None:
    """A message that nobody knows, or that is another's, has none."""
    await house.writes(EVA)
    async with house.begin() as uow:
        await uow.links.add(MessageRef(EVA.id, 500), EntryRef(1, 3), Side.CUSTOMER)
    await house.sent()
    before = await house.entries(1)
    await reacts(house, EVA, MessageRef(EVA.id, 999), "👍")
    await reacts(house, MAX, MessageRef(EVA.id, 500), "👍")
    assert await house.entries(1) == before
    await reacts(house, EVA, MessageRef(EVA.id, 500), "👍")
    await reacts(house, EVA, MessageRef(EVA.id, 500))
    entry = (await house.entries(1))[-1]
    assert entry.event == CustomerReacted(3, ())
    assert await house.sent() == [ShowEntry(entry.ref)]
    with pytest.raises(NotForCustomers):
        deliveries.to_customer(await house.ticket(1), entry)


def test_entries_read_as_they_were_changed_last() -> None:
    """The record keeps what was; who reads it reads what stands there now."""
    made = ticket()
    written = made.receive(words("one"), LATER)
    first = rewording.edit_message(made, written, words("two"), LATER)
    second = rewording.edit_message(made, amended(written, first), words("three"), LATER)
    assert amended(written, None) == written
    assert amended(written, second).event == made.receive(words("three"), LATER).event
    shown = as_they_stand([written, first, second])
    assert shown == [amended(written, second), first, second]


def test_an_album_item_waits_for_the_others() -> None:
    """It is sent once a second has passed without another, under one name for all of them."""
    made = ticket()
    one = made.receive(Content("", ContentKind.PHOTO, album="a"), LATER)
    two = made.receive(Content("", ContentKind.PHOTO, album="a"), LATER)
    text = made.receive(words(), LATER)
    sent = [deliveries.to_topic(each) for each in (one, two, text)]
    assert sent[0].collapse == sent[1].collapse == "album:142:a:topic"
    assert sent[0].not_before == LATER + deliveries.ALBUM_SETTLES
    assert (sent[2].collapse, sent[2].not_before) == (None, None)
