"""Where in Telegram entries and tickets are seen."""

from dataclasses import replace

from orchestration.content import MessageRef
from orchestration.ports import Place, Side
from orchestration.timeline import EntryRef
from tests.contract.cases import NOW, keep, new_ticket
from tests.contract.conftest import Store

GROUP = -1001234567890123


async def test_a_message_shows_an_entry(store: Store) -> None:
    """Both ways; a repetition changes nothing."""
    await keep(store, new_ticket())
    message = MessageRef(GROUP, 2**40)
    async with store.begin() as uow:
        await uow.links.add(message, EntryRef(1, 2), Side.STAFF)
        await uow.links.add(message, EntryRef(1, 2), Side.CUSTOMER)
    async with store.begin() as uow:
        assert await uow.links.entry_of(message) == EntryRef(1, 2)
        assert await uow.links.messages_of(EntryRef(1, 2), Side.CUSTOMER) == []
        assert await uow.links.messages_of(EntryRef(1, 2), Side.STAFF) == [message]
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


async def test_one_message_shows_several_entries(store: Store) -> None:
    """Notes that were merged; each is found by it, and the first of them stands for it."""
    await keep(store, new_ticket(1), new_ticket(2))
    message = MessageRef(GROUP, 5)
    async with store.begin() as uow:
        await uow.links.add(message, EntryRef(1, 2), Side.STAFF)
        await uow.links.add(message, EntryRef(1, 1), Side.STAFF)
        await uow.links.add(MessageRef(GROUP, 6), EntryRef(1, 1), Side.STAFF)
        await uow.links.add(MessageRef(7, 6), EntryRef(1, 2), Side.CUSTOMER)
        await uow.links.add(MessageRef(GROUP, 7), EntryRef(2, 1), Side.STAFF)
    async with store.begin() as uow:
        assert await uow.links.entries_of(message) == [EntryRef(1, 1), EntryRef(1, 2)]
        assert await uow.links.entry_of(message) == EntryRef(1, 1)
        assert await uow.links.messages_of(EntryRef(1, 2), Side.STAFF) == [message]
        assert await uow.links.shown(1, Side.STAFF) == [1, 2]
        assert await uow.links.shown(1, Side.CUSTOMER) == [2]
        assert await uow.links.entries_of(MessageRef(GROUP, 99)) == []


async def test_the_places_of_what_has_not_ended(store: Store) -> None:
    """By number, some at a time."""
    tickets = [new_ticket(number) for number in range(1, 5)]
    tickets[1].settle_by_customer(NOW)
    await keep(store, *tickets)
    async with store.begin() as uow:
        for number in (4, 2, 1):
            await uow.places.save(Place(number, GROUP, number, card_shows="x", history_due=True))
    async with store.begin() as uow:
        assert [place.ticket for place in await uow.places.of_unended(0, 10)] == [1, 4]
        assert [place.ticket for place in await uow.places.of_unended(0, 1)] == [1]
        (last,) = await uow.places.of_unended(1, 1)
    assert (last.ticket, last.card_shows, last.history_due) == (4, "x", True)


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


async def test_a_message_that_is_gone_shows_nothing(store: Store) -> None:
    """Not one of the entries that it showed; other messages do."""
    await keep(store, new_ticket())
    gone, other = MessageRef(GROUP, 9), MessageRef(GROUP, 10)
    async with store.begin() as uow:
        for message in (gone, other):
            for seq in (1, 2):
                await uow.links.add(message, EntryRef(1, seq), Side.STAFF)
    async with store.begin() as uow:
        await uow.links.forget(gone)
        await uow.links.forget(MessageRef(GROUP, 99))
    async with store.begin() as uow:
        assert await uow.links.entries_of(gone) == []
        assert await uow.links.messages_of(EntryRef(1, 2), Side.STAFF) == [other]
