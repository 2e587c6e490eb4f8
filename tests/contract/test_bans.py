"""Bans: one a customer, counted, lifted once."""

import asyncio

from orchestration.ports import UnitOfWork
from orchestration.ports.bans import Ban
from orchestration.transactions import transact
from tests.contract.cases import ANA, BORIS, NOW, keep, new_ticket
from tests.contract.conftest import Store

BAN = Ban(ANA.id, 1, "Joe", NOW)


async def test_a_ban_counts_what_it_withholds(store: Store) -> None:
    """And tells it once, when it is lifted."""
    await keep(store, new_ticket())
    async with store.begin() as uow:
        await uow.bans.add(BAN)
        await uow.bans.count(ANA.id)
        await uow.bans.count(BORIS.id)
    async with store.begin() as uow:
        assert await uow.bans.of(ANA.id) == Ban(ANA.id, 1, "Joe", NOW, withheld=1)
        assert await uow.bans.of(BORIS.id) is None
        assert await uow.bans.lift(ANA.id) == Ban(ANA.id, 1, "Joe", NOW, withheld=1)
        assert await uow.bans.lift(ANA.id) is None
    async with store.begin() as uow:
        assert await uow.bans.of(ANA.id) is None


async def test_of_two_at_once_one_bans(side_by_side: Store) -> None:
    """The other one runs again, and finds that it is done."""
    await keep(side_by_side, new_ticket())

    async def ban(uow: UnitOfWork) -> bool:
        if await uow.bans.of(ANA.id) is not None:
            return False
        await asyncio.sleep(0)
        await uow.bans.add(BAN)
        return True

    done = await asyncio.gather(*(transact(side_by_side.begin, ban) for _ in range(3)))
    assert sorted(done) == [False, False, True]
