"""A unit of work is kept or forgotten as a whole."""

import asyncio

import pytest

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import MessageRef
from orchestration.errors import StaleTicket
from orchestration.errors.ticket import NoSuchTicket
from orchestration.people import Person
from orchestration.ports import Place, Side, UnitOfWork, Update
from orchestration.timeline import EntryRef
from orchestration.transactions import transact
from tests.contract.cases import ANA, NOW, keep, kept, new_ticket, told, waiting
from tests.contract.conftest import Store


class Trouble(Exception):
    """Something went wrong in a use case."""


async def _write_everywhere(uow: UnitOfWork) -> None:
    ticket = new_ticket(await uow.tickets.next_number())
    await uow.tickets.save(ticket)
    await uow.tickets.make_current(ANA.id, ticket.id)
    await uow.people.learn(Person(ANA.id, ANA.name, "ana"))
    await uow.links.add(MessageRef(1, 1), EntryRef(ticket.id, 1), Side.STAFF)
    await uow.places.save(Place(ticket.id, -100, 5))
    await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.CONSULT, NOW))
    await uow.outbox.add(told("one"), told("two", collapse="x"))
    await uow.inbox.add([Update(1, 1, "c", "{}")], NOW)


async def _found(uow: UnitOfWork) -> list[bool]:
    return [
        await uow.tickets.current_of(ANA.id) is not None,
        bool(await uow.tickets.unended()),
        bool(await uow.timeline.of(1)),
        await uow.people.get(ANA.id) is not None,
        await uow.links.entry_of(MessageRef(1, 1)) is not None,
        await uow.places.of(1) is not None,
        await uow.follow_ups.next_due() is not None,
        bool(await waiting(uow)),
        bool(await uow.inbox.conversations()),
    ]


async def test_an_error_forgets_everything(store: Store) -> None:
    """The error comes through as it is, and not even the number was used."""

    async def fail() -> None:
        async with store.begin() as uow:
            await _write_everywhere(uow)
            assert all(await _found(uow)), "a unit of work sees its own writes"
            raise Trouble

    with pytest.raises(Trouble):
        await fail()
    async with store.begin() as uow:
        assert not any(await _found(uow))
        assert await uow.tickets.next_number() == 1


async def test_a_clean_end_keeps_everything(store: Store) -> None:
    """Another unit of work finds all of it."""
    async with store.begin() as uow:
        await _write_everywhere(uow)
    async with store.begin() as uow:
        assert all(await _found(uow))


async def test_a_cancelled_unit_forgets_everything(store: Store) -> None:
    """A desk that is stopped in the middle leaves nothing half done, and nothing locked."""
    reached = asyncio.Event()

    async def interrupted() -> None:
        async with store.begin() as uow:
            await _write_everywhere(uow)
            reached.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(interrupted())
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.begin() as uow:
        assert not any(await _found(uow))
        await _write_everywhere(uow)


async def test_a_cancelled_statement_forgets_everything(store: Store) -> None:
    """Wherever the cancellation strikes, the next unit of work can be done."""
    for moments in range(30):

        async def interrupted() -> None:
            async with store.begin() as uow:
                await _write_everywhere(uow)
                raise Trouble

        task = asyncio.create_task(interrupted())
        for _ in range(moments):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises((asyncio.CancelledError, Trouble)):
            await task
    async with store.begin() as uow:
        assert not any(await _found(uow))


async def test_what_others_have_not_committed_is_not_seen(side_by_side: Store) -> None:
    """Nor is the number that they took given again."""
    async with side_by_side.begin() as slow:
        await _write_everywhere(slow)
        async with side_by_side.begin() as other:
            assert not any(await _found(other))


async def test_of_two_names_in_the_outbox_at_once_one_waits(side_by_side: Store) -> None:
    """The second writer runs again and replaces the first one's."""
    both = asyncio.Barrier(2)

    async def add(words: str) -> None:
        met = False

        async def work(uow: UnitOfWork) -> None:
            nonlocal met
            await uow.people.get(1)
            if not met:
                met = True
                await both.wait()
            await uow.outbox.add(told(words, collapse="card"))

        await transact(side_by_side.begin, work)

    await asyncio.gather(add("first"), add("second"))
    async with side_by_side.begin() as uow:
        assert len(await waiting(uow)) == 1


async def test_it_runs_again_until_it_is_not_stale(store: Store) -> None:
    """Each time with what is there by then; each failed try is forgotten."""
    await keep(store, new_ticket())
    runs = 0

    async def work(uow: UnitOfWork) -> int:
        nonlocal runs
        runs += 1
        await uow.outbox.add(told(f"try {runs}"))
        if runs < 3:
            raise StaleTicket
        return runs

    assert await transact(store.begin, work) == 3
    async with store.begin() as uow:
        assert list(await waiting(uow)) == ["try 3"]


async def test_it_gives_up_at_last(store: Store) -> None:
    """What is always stale is a bug, and says so."""

    async def work(_: UnitOfWork) -> None:
        raise StaleTicket

    with pytest.raises(StaleTicket):
        await transact(store.begin, work, tries=2)
    with pytest.raises(ValueError, match="positive"):
        await transact(store.begin, work, tries=0)


async def test_other_errors_are_not_run_again(store: Store) -> None:
    """A person asked for something that is not there: they are told once."""
    runs = 0

    async def work(uow: UnitOfWork) -> None:
        nonlocal runs
        runs += 1
        await uow.tickets.get(1)

    with pytest.raises(NoSuchTicket):
        await transact(store.begin, work)
    assert runs == 1
    await keep(store, new_ticket())
    assert (await kept(store)).id == 1
