"""Where in Telegram entries and tickets are seen."""

from dataclasses import replace

from orchestration.content import MessageRef
from orchestration.ports import Place, Side
from orchestration.timeline import EntryRef
from tests.contract.cases import keep, new_ticket
from tests.contract.conftest import Store

GROUP = -1001234567890123


async def test_a_message_shows_an_entry(store: Store) -> None:
    """Both ways; a repetition changes nothing, not even the entry."""
    await keep(store, new_ticket())
    message = MessageRef(GROUP, 2**40)
    async with store.begin() as uow:
        await uow.links.add(message, EntryRef(1, 2), Side.STAFF)
        await uow.links.add(message, EntryRef(1, 1), Side.CUSTOMER)
    async with store.begin() as uow:
        assert await uow.links.entry_of(message) == EntryRef(1, 2)
        assert await uow.links.messages_of(EntryRef(1, 1), Side.CUSTOMER) == []
        assert await uow.links.entry_of(MessageRef(GROUP, 1)) is None
        assert await uow.links.entry_of(MessageRef(1, 2**40)) is None


async def test_an_entry_is_shown_in_several_messages(store: Store) -> None:
    """A long one takes several; the sides are told apart."""
    await keep(store, new_ticket())
    entry = EntryRef(1, 2)
    async with store.begin() as uow:
        for number in (12, 9, 10):
            await uow.links.add(MessageRef(GROUP, number), entry, Side.STAFF)
        await uow.links.add(MessageRef(7, 11), entry, Side.CUSTOMER)
    async with store.begin() as uow:
        staff = await uow.links.messages_of(entry, Side.STAFF)
        assert staff == [MessageRef(GROUP, number) for number in (9, 10, 12)]
        assert await uow.links.messages_of(entry, Side.CUSTOMER) == [MessageRef(7, 11)]


async def test_a_ticket_has_a_place(store: Store) -> None:
    """Inserted, replaced, and found by its thread."""
    await keep(store, new_ticket(1), new_ticket(2))
    bare = Place(1, GROUP, 5)
    full = Place(1, GROUP, 6, 77, "🟢 #1 Tea", "5312536423851630001", closed=True, pinned=True)
    async with store.begin() as uow:
        assert await uow.places.of(1) is None
        await uow.places.save(bare)
        assert await uow.places.of(1) == bare
    async with store.begin() as uow:
        await uow.places.save(full)
        await uow.places.save(replace(bare, ticket=2))
    async with store.begin() as uow:
        assert await uow.places.of(1) == full
        assert await uow.places.ticket_at(GROUP, 6) == 1
        assert await uow.places.ticket_at(GROUP, 5) == 2
        assert await uow.places.ticket_at(GROUP, 7) is None


async def test_a_topic_is_adopted_in_place_of_an_older_one(store: Store) -> None:
    """What is known of the topic itself, or of a newer one, is not forgotten."""
    await keep(store, new_ticket())
    first, second = Place(1, GROUP, 5, title="#1 Tea"), Place(1, GROUP, 9, title="#1 Tea")
    async with store.begin() as uow:
        await uow.places.adopt(first)
        assert await uow.places.of(1) == first
        await uow.places.save(replace(first, card=6))
        await uow.places.adopt(first)
        assert await uow.places.of(1) == replace(first, card=6)
        await uow.places.adopt(second)
        assert await uow.places.of(1) == second
        await uow.places.adopt(first)
        assert await uow.places.of(1) == second
        moved = replace(first, chat=GROUP - 1, thread=2)
        await uow.places.adopt(moved)
        assert await uow.places.of(1) == moved
