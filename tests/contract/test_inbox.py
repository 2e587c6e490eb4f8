"""The inbox: kept once, handled once, in Telegram's order."""

import asyncio

from orchestration.ports import UnitOfWork, Update
from orchestration.transactions import transact
from tests.contract.cases import NOW
from tests.contract.conftest import Store


def _update(number: int, conversation: str = "private:7", bot: int = 1) -> Update:
    return Update(bot, number, conversation, f'{{"text": "№{number} 😀"}}')


async def test_an_update_is_kept_once(store: Store) -> None:
    """Telegram repeats what it has not heard about; two bots count for themselves."""
    async with store.begin() as uow:
        assert await uow.inbox.add([], NOW) == []
        assert await uow.inbox.add([_update(5), _update(6), _update(5)], NOW) == [
            _update(5),
            _update(6),
        ]
    again = [_update(7), _update(6), _update(6, bot=2), _update(4)]
    async with store.begin() as uow:
        assert await uow.inbox.add(again, NOW) == [again[0], again[2], again[3]]


async def test_a_conversation_is_read_in_order(store: Store) -> None:
    """In Telegram's order, whatever came in first; as many as asked for."""
    async with store.begin() as uow:
        await uow.inbox.add([_update(9), _update(3, "group"), _update(10)], NOW)
        await uow.inbox.add([_update(8), _update(12, "other")], NOW)
    async with store.begin() as uow:
        assert await uow.inbox.waiting("private:7") == [_update(8), _update(9), _update(10)]
        assert await uow.inbox.waiting("private:7", limit=1) == [_update(8)]
        assert await uow.inbox.waiting("nobody") == []
        assert await uow.inbox.conversations() == ["group", "private:7", "other"]


async def test_an_update_is_done_once(store: Store) -> None:
    """The second time it says so; what is unknown is not done either."""
    async with store.begin() as uow:
        await uow.inbox.add([_update(5), _update(6)], NOW)
    async with store.begin() as uow:
        assert await uow.inbox.done(1, 5, NOW)
        assert not await uow.inbox.done(1, 5, NOW)
        assert not await uow.inbox.done(1, 99, NOW)
        assert not await uow.inbox.done(2, 5, NOW)
    async with store.begin() as uow:
        assert await uow.inbox.waiting("private:7") == [_update(6)]
        assert await uow.inbox.add([_update(5)], NOW) == []


async def test_one_of_many_workers_does_it(store: Store) -> None:
    """All of them try at once."""
    async with store.begin() as uow:
        await uow.inbox.add([_update(5)], NOW)

    async def done(uow: UnitOfWork) -> bool:
        return await uow.inbox.done(1, 5, NOW)

    done_by = await asyncio.gather(*(transact(store.begin, done) for _ in range(5)))
    assert sum(done_by) == 1


async def test_what_keeps_failing_is_set_aside(store: Store) -> None:
    """After the last try it waits no more, and is counted; it can still be done."""
    async with store.begin() as uow:
        await uow.inbox.add([_update(5), _update(6)], NOW)
    for given_up in (False, False, True):
        async with store.begin() as uow:
            assert _update(5) in await uow.inbox.waiting("private:7")
            assert await uow.inbox.failed(1, 5, "ValueError: no", tries=3) is given_up
    async with store.begin() as uow:
        assert await uow.inbox.waiting("private:7") == [_update(6)]
        assert await uow.inbox.set_aside_count() == 1
        assert await uow.inbox.done(1, 5, NOW)
        assert await uow.inbox.set_aside_count() == 0
        assert not await uow.inbox.failed(1, 5, "too late", tries=1)


async def test_a_conversation_without_work_is_not_listed(store: Store) -> None:
    """Handled or set aside, nothing is left to do."""
    async with store.begin() as uow:
        await uow.inbox.add([_update(1, "a"), _update(2, "b"), _update(3, "c")], NOW)
        await uow.inbox.done(1, 1, NOW)
        await uow.inbox.failed(1, 2, "no", tries=1)
        assert await uow.inbox.conversations() == ["c"]
