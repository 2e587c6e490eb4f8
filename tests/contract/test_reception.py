"""What waits before a ticket, and how fast a customer writes."""

import asyncio
from dataclasses import replace

import pytest

from orchestration.content import Content, ContentKind, MessageRef, Quote
from orchestration.customers.pace import Pace
from orchestration.errors import StaleTicket
from orchestration.ports import UnitOfWork
from orchestration.ports.reception import Reception, Word
from orchestration.transactions import transact
from tests.contract.cases import ANA, BORIS, MINUTE, NOW, SECOND
from tests.contract.conftest import Store

WORD = Word(MessageRef(7, 8), Content("Hi", ContentKind.PHOTO), MessageRef(7, 1), Quote("tea"))
WAITING = Reception(ANA, "support", NOW, NOW + MINUTE, (WORD,), 1)


async def test_a_pace_is_kept_and_forgotten(store: Store) -> None:
    """Of whom nothing is known, it is calm."""
    pace = Pace(ANA.id, (NOW, NOW + SECOND), NOW + MINUTE, NOW + MINUTE, told=True)
    async with store.begin() as uow:
        assert await uow.paces.of(ANA.id) == Pace(ANA.id)
        await uow.paces.keep(Pace(ANA.id, (NOW,)))
        await uow.paces.keep(pace)
    async with store.begin() as uow:
        assert await uow.paces.of(ANA.id) == pace
        await uow.paces.forget(ANA.id)
    async with store.begin() as uow:
        assert await uow.paces.of(ANA.id) == Pace(ANA.id)


async def test_what_waits_comes_back_in_its_order(store: Store) -> None:
    """With every message as it was, until it ends."""
    async with store.begin() as uow:
        await uow.receptions.keep(WAITING)
        await uow.receptions.keep(replace(WAITING, customer=BORIS, due_at=NOW))
    async with store.begin() as uow:
        found = await uow.receptions.of(ANA.id)
        assert found == replace(WAITING, version=1)
        assert found is not None
        await uow.receptions.keep(replace(found, words=(WORD, WORD)))
        assert await uow.receptions.next_due() == NOW
        assert [one.customer for one in await uow.receptions.due(NOW + MINUTE)] == [BORIS, ANA]
        assert [one.customer for one in await uow.receptions.due(NOW)] == [BORIS]
    async with store.begin() as uow:
        longer = await uow.receptions.of(ANA.id)
        assert longer is not None
        assert longer.words == (WORD, WORD)
        await uow.receptions.end(longer)
        await uow.receptions.forget(BORIS.id)
    async with store.begin() as uow:
        assert await uow.receptions.next_due() is None


async def test_whoever_is_overtaken_runs_again(store: Store) -> None:
    """A message and the clock at once: nothing is lost, and nothing opens twice."""
    async with store.begin() as uow:
        await uow.receptions.keep(WAITING)
    for overtaken in (WAITING, replace(WAITING, version=7)):
        with pytest.raises(StaleTicket):
            async with store.begin() as uow:
                await uow.receptions.keep(overtaken)
    with pytest.raises(StaleTicket):
        async with store.begin() as uow:
            await uow.receptions.end(replace(WAITING, version=7))


async def test_of_two_at_once_one_ends_it(side_by_side: Store) -> None:
    """The other finds that nothing waits."""
    async with side_by_side.begin() as uow:
        await uow.receptions.keep(WAITING)

    async def end(uow: UnitOfWork) -> bool:
        found = await uow.receptions.of(ANA.id)
        if found is None:
            return False
        await asyncio.sleep(0)
        await uow.receptions.end(found)
        return True

    done = await asyncio.gather(*(transact(side_by_side.begin, end) for _ in range(3)))
    assert sorted(done) == [False, False, True]
