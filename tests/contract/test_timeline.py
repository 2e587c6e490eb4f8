"""The timeline: written with its ticket, read back in order."""

import pytest

from orchestration.answering import rewording
from orchestration.content import Content, ContentKind, Entity, MessageRef, Quote, ReplyTo
from orchestration.people import Role, Specialist, Staff
from orchestration.sentences import Facts, PublicSentence
from orchestration.status import Status
from orchestration.timeline import EntryRef
from tests.contract.cases import JOE, MARIA, MINUTE, NOW, keep, kept, new_ticket
from tests.contract.conftest import Store


async def test_entries_come_back_as_they_were(store: Store) -> None:
    """Events, authors, audiences, moves and times, with every word of them."""
    ticket = new_ticket(text="Zwölf Boxkämpfer 😀\u0000 " + "long " * 2000)
    photo = Content(
        "👨‍👩‍👧 caption",
        ContentKind.PHOTO,
        (Entity("text_link", 0, 8, url="https://example.org"), Entity("bold", 9, 7)),
        MessageRef(-1001234567890123, 42),
    )
    ticket.subject = "Boxkämpfer 😀"
    ticket.reply_publicly(photo, MARIA, NOW + MINUTE)
    ticket.add_note(Content("inside"), Specialist("billing", "Billing"), NOW)
    ticket.set_status(Status.OPEN, Staff(9, "Group", Role.ADMIN, anonymous=True), NOW)
    facts: Facts = {"status": Status.OPEN, "word": "open", "n": 3, "all": (Status.NEW, Status.OPEN)}
    ticket.say(PublicSentence.STATUS, facts, NOW)
    written = list(ticket.recorded)
    await keep(store, ticket)
    async with store.begin() as uow:
        assert await uow.timeline.of(ticket.id) == written
        for entry in written:
            assert await uow.timeline.entry(entry.ref) == entry
            assert entry.at.tzinfo is not None


async def test_entries_after_one(store: Store) -> None:
    """Oldest first, as many as asked for."""
    ticket = new_ticket()
    for _ in range(4):
        ticket.add_note(Content("note"), JOE, NOW)
    await keep(store, ticket, new_ticket(2))
    async with store.begin() as uow:
        assert [one.seq for one in await uow.timeline.of(1, after=3)] == [4, 5, 6]
        assert [one.seq for one in await uow.timeline.of(1, after=1, limit=2)] == [2, 3]
        assert await uow.timeline.of(1, after=6) == []


async def test_there_is_no_such_entry(store: Store) -> None:
    """A `LookupError`, as of any collection."""
    await keep(store, new_ticket())
    async with store.begin() as uow:
        with pytest.raises(LookupError):
            await uow.timeline.entry(EntryRef(1, 3))


async def test_the_customers_newest_message(store: Store) -> None:
    """Notes and replies after it do not count."""
    ticket = new_ticket()
    await keep(store, ticket)
    ticket = await kept(store)
    ticket.receive(Content("More"), NOW)
    ticket.add_note(Content("note"), JOE, NOW)
    await keep(store, ticket)
    async with store.begin() as uow:
        assert await uow.timeline.last_customer_seq(1) == 3
        assert await uow.timeline.last_customer_seq(99) == 0


async def test_the_newest_change_of_an_entry_is_found(store: Store) -> None:
    """Of that entry of that ticket, and what changed comes back whole."""
    ticket, other = new_ticket(), new_ticket(2)
    reply_to = ReplyTo(2, Quote("small", (Entity("bold", 0, 5),)))
    photo = Content("one", ContentKind.PHOTO, file="f", album="a", forwarded_from="The Landlord")
    said = ticket.reply_publicly(photo, MARIA, NOW, reply_to)
    rewording.edit_reply(ticket, said, Content("two"), MARIA, NOW)
    newest = rewording.edit_reply(ticket, said, Content("three"), MARIA, NOW)
    rewording.take_reaction(ticket, said.seq, ("👍", ""), NOW)
    written = list(ticket.recorded)
    await keep(store, ticket, other)
    async with store.begin() as uow:
        assert await uow.timeline.of(1) == written
        assert await uow.timeline.newest_change(said.ref) == newest
        assert await uow.timeline.newest_change(newest.ref) is None
        assert await uow.timeline.newest_change(EntryRef(2, said.seq)) is None
    reloaded = await kept(store, 1)
    deleted = rewording.delete_reply(reloaded, said, MARIA, NOW)
    await keep(store, reloaded)
    async with store.begin() as uow:
        assert await uow.timeline.newest_change(said.ref) == deleted
