"""Follow-ups: one of a kind on a ticket, taken once."""

import asyncio
from datetime import timedelta, timezone

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.ports import UnitOfWork
from orchestration.transactions import transact
from tests.contract.cases import MINUTE, NOW, keep, new_ticket
from tests.contract.conftest import Store

CONSULT, UNCLAIMED = FollowUpKind.CONSULT, FollowUpKind.UNCLAIMED


async def test_a_newer_one_of_its_kind_replaces_it(store: Store) -> None:
    """Those of other kinds and tickets stay; what is due longest comes first."""
    await keep(store, new_ticket(1), new_ticket(2))
    async with store.begin() as uow:
        await uow.follow_ups.schedule(FollowUp(1, CONSULT, NOW - MINUTE))
        await uow.follow_ups.schedule(FollowUp(1, UNCLAIMED, NOW))
        await uow.follow_ups.schedule(FollowUp(2, CONSULT, NOW - 2 * MINUTE))
        await uow.follow_ups.schedule(FollowUp(1, CONSULT, NOW + MINUTE))
    first, second = FollowUp(2, CONSULT, NOW - 2 * MINUTE), FollowUp(1, UNCLAIMED, NOW)
    async with store.begin() as uow:
        assert await uow.follow_ups.due(NOW) == [first, second]
        assert await uow.follow_ups.due(NOW, limit=1) == [first]
        assert await uow.follow_ups.next_due() == first.due_at
        assert len(await uow.follow_ups.due(NOW + MINUTE)) == 3


async def test_a_cancelled_one_is_forgotten(store: Store) -> None:
    """Cancelling what is not there is no error."""
    await keep(store, new_ticket())
    async with store.begin() as uow:
        await uow.follow_ups.schedule(FollowUp(1, CONSULT, NOW))
        await uow.follow_ups.cancel(1, UNCLAIMED)
        await uow.follow_ups.cancel(1, CONSULT)
        await uow.follow_ups.cancel(1, CONSULT)
    async with store.begin() as uow:
        assert await uow.follow_ups.due(NOW) == []
        assert await uow.follow_ups.next_due() is None


async def test_only_exactly_this_one_is_taken(store: Store) -> None:
    """One that was moved meanwhile is another one."""
    await keep(store, new_ticket())
    old, new = FollowUp(1, CONSULT, NOW), FollowUp(1, CONSULT, NOW + MINUTE)
    async with store.begin() as uow:
        await uow.follow_ups.schedule(old)
        await uow.follow_ups.schedule(new)
    async with store.begin() as uow:
        assert not await uow.follow_ups.take(old)
        assert await uow.follow_ups.take(new)
        assert not await uow.follow_ups.take(new)
    async with store.begin() as uow:
        assert await uow.follow_ups.next_due() is None


async def test_it_is_taken_once(store: Store) -> None:
    """Two clocks wake for it at the same moment."""
    await keep(store, new_ticket())
    due = FollowUp(1, CONSULT, NOW)
    async with store.begin() as uow:
        await uow.follow_ups.schedule(due)

    async def take(uow: UnitOfWork) -> bool:
        return await uow.follow_ups.take(due)

    assert sorted(await asyncio.gather(*(transact(store.begin, take) for _ in range(3)))) == [
        False,
        False,
        True,
    ]


async def test_times_are_the_same_moment_in_utc(store: Store) -> None:
    """Whatever zone they were said in, to the microsecond, in a night without 2 o'clock."""
    await keep(store, new_ticket())
    local = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    async with store.begin() as uow:
        await uow.follow_ups.schedule(FollowUp(1, CONSULT, local))
    async with store.begin() as uow:
        due = await uow.follow_ups.next_due()
        assert due == NOW
        assert await uow.follow_ups.due(local - timedelta(microseconds=1)) == []
        assert await uow.follow_ups.take(FollowUp(1, CONSULT, NOW))


async def test_moments_come_back_in_utc(database: Store) -> None:
    """Also from a database in another zone."""
    await keep(database, new_ticket())
    async with database.begin() as uow:
        local = NOW.astimezone(timezone(timedelta(hours=-8)))
        await uow.follow_ups.schedule(FollowUp(1, CONSULT, local))
    async with database.begin() as uow:
        due = await uow.follow_ups.next_due()
        assert due is not None
        assert due.utcoffset() == timedelta(0)
