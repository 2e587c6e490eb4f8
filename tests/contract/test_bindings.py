"""Whose record is whose: one at a time, what was before is kept, and who is on the way there."""

import asyncio
from dataclasses import replace

import pytest

from orchestration.errors import StaleTicket
from orchestration.events.verifying import Proof
from orchestration.ports import UnitOfWork
from orchestration.ports.bindings import Binding, PastBinding, SentCode, Shown, Verification
from orchestration.transactions import transact
from tests.contract.cases import ANA, BORIS, MINUTE, NOW
from tests.contract.conftest import Store

HERS = Binding(ANA.id, "C-1", Proof.ORDER_POSTCODE, "Ana", NOW)
ANOTHER = Binding(ANA.id, "C-2", Proof.SUPERVISOR, "Sam", NOW + MINUTE)
BEGUN = Verification(ANA, NOW, Shown(Proof.ORDER_POSTCODE, "4711", "28013"), tries=1)


async def test_one_record_at_a_time(store: Store) -> None:
    """Another one is bound when the first was ended, and that one is remembered."""
    async with store.begin() as uow:
        await uow.bindings.add(HERS)
    async with store.begin() as uow:
        assert await uow.bindings.of(ANA.id) == HERS
        assert await uow.bindings.of(BORIS.id) is None
        assert await uow.bindings.end(ANA.id, "Sam", NOW + MINUTE) == HERS
        assert await uow.bindings.end(ANA.id, "Sam", NOW + MINUTE) is None
        assert await uow.bindings.of(ANA.id) is None
        await uow.bindings.add(ANOTHER)
    async with store.begin() as uow:
        assert await uow.bindings.of(ANA.id) == ANOTHER
        assert list(await uow.bindings.past(ANA.id)) == [PastBinding(HERS, NOW + MINUTE, "Sam")]


async def test_two_people_of_one_record(store: Store) -> None:
    """A household: the record is of both."""
    async with store.begin() as uow:
        await uow.bindings.add(HERS)
        await uow.bindings.add(replace(HERS, customer=BORIS.id))
    async with store.begin() as uow:
        assert await uow.bindings.of(BORIS.id) == replace(HERS, customer=BORIS.id)


async def test_a_second_binding_is_overtaken(store: Store) -> None:
    """Two at once are never both kept."""
    async with store.begin() as uow:
        await uow.bindings.add(HERS)
    with pytest.raises(StaleTicket):
        async with store.begin() as uow:
            await uow.bindings.add(ANOTHER)


async def test_of_two_at_once_one_binds(side_by_side: Store) -> None:
    """The other one runs again, and finds that it is done."""

    async def bind(uow: UnitOfWork) -> bool:
        if await uow.bindings.of(ANA.id) is not None:
            return False
        await asyncio.sleep(0)
        await uow.bindings.add(HERS)
        return True

    done = await asyncio.gather(*(transact(side_by_side.begin, bind) for _ in range(3)))
    assert sorted(done) == [False, False, True]


async def test_a_verification_goes_step_by_step(store: Store) -> None:
    """What waits to be checked is found; what was checked waits no more; nobody writes over it."""
    sent = replace(BEGUN, shown=None, code=SentCode("digest", "C-1", NOW + MINUTE), codes=1)
    async with store.begin() as uow:
        await uow.verifications.keep(BEGUN)
    async with store.begin() as uow:
        assert list(await uow.verifications.waiting()) == [ANA.id]
        begun = await uow.verifications.of(ANA.id)
        assert begun == replace(BEGUN, version=1)
        await uow.verifications.keep(replace(sent, version=1))
    async with store.begin() as uow:
        assert list(await uow.verifications.waiting()) == []
        assert await uow.verifications.of(ANA.id) == replace(sent, version=2)
    for stale in (0, 1):
        with pytest.raises(StaleTicket):
            async with store.begin() as uow:
                await uow.verifications.keep(replace(sent, version=stale))


async def test_all_of_it_can_be_forgotten(store: Store) -> None:
    """What holds, what held, and what was begun."""
    async with store.begin() as uow:
        await uow.bindings.add(HERS)
        await uow.bindings.end(ANA.id, "Sam", NOW)
        await uow.bindings.add(ANOTHER)
        await uow.verifications.keep(BEGUN)
    async with store.begin() as uow:
        await uow.bindings.forget(ANA.id)
        await uow.verifications.forget(ANA.id)
    async with store.begin() as uow:
        assert await uow.bindings.of(ANA.id) is None
        assert list(await uow.bindings.past(ANA.id)) == []
        assert await uow.verifications.of(ANA.id) is None
