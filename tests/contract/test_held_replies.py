"""Words that wait for a decision: kept, found by their ticket, decided once."""

from dataclasses import replace

from orchestration.answering import drafting
from orchestration.content import Content, MessageRef
from orchestration.ports import HeldReply
from orchestration.timeline import EntryRef
from tests.contract.cases import BORIS, JOE, MARIA, MINUTE, NOW, keep, kept, new_ticket
from tests.contract.conftest import Store

FIRST = HeldReply(MessageRef(-100, 8), EntryRef(1, 1), "album")
SECOND = HeldReply(MessageRef(-100, 7), EntryRef(1, 2))


async def two(store: Store) -> None:
    await keep(store, new_ticket(), new_ticket(2, BORIS))
    async with store.begin() as uow:
        await uow.held_replies.keep(SECOND)
        await uow.held_replies.keep(FIRST)
        await uow.held_replies.keep(HeldReply(MessageRef(-100, 9), EntryRef(2, 1)))


async def test_what_was_held_is_found(store: Store) -> None:
    """In the order in which it was held, of its own ticket only."""
    await two(store)
    async with store.begin() as uow:
        assert await uow.held_replies.of(1) == [FIRST, SECOND]
        assert await uow.held_replies.of(3) == []


async def test_it_becomes_a_suggestion(store: Store) -> None:
    """What is kept of its message is replaced; who took what it was before comes too late."""
    await two(store)
    given = replace(FIRST, suggestion=2, aloud=True)
    async with store.begin() as uow:
        await uow.held_replies.keep(given)
    async with store.begin() as uow:
        assert await uow.held_replies.of(1) == [given, SECOND]
        assert not await uow.held_replies.take(FIRST)
        assert await uow.held_replies.take(given)


async def test_one_decides(store: Store) -> None:
    """The second to take it finds it gone."""
    await two(store)
    async with store.begin() as uow:
        assert await uow.held_replies.take(SECOND)
        assert not await uow.held_replies.take(SECOND)
    async with store.begin() as uow:
        assert await uow.held_replies.of(1) == [FIRST]


async def test_a_ticket_remembers_its_lock_and_its_last_answer(store: Store) -> None:
    """Both come back as they were, and are gone when they ended."""
    ticket = new_ticket()
    ticket.reply_publicly(Content("Soon"), MARIA, NOW)
    drafting.lock(ticket, MARIA, NOW + MINUTE, NOW)
    await keep(store, ticket)
    stored = await kept(store)
    assert (stored.lock, stored.last_reply) == (ticket.lock, ticket.last_reply)
    drafting.unlock(stored, JOE, NOW)
    await keep(store, stored)
    assert (await kept(store)).lock is None
