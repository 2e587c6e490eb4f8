"""The outbox as its courier sees it: leases, retries, and what became of everything."""

import asyncio
from dataclasses import replace

from orchestration.delivery import Lane
from orchestration.ports import Spent, UnitOfWork
from orchestration.transactions import transact
from tests.contract.cases import (
    MINUTE,
    NOW,
    SECOND,
    keep,
    new_ticket,
    told,
    told_privately,
    waiting,
    words,
)
from tests.contract.conftest import Store


async def _added(store: Store, *told_words: str, collapse: str | None = None) -> list[int]:
    async with store.begin() as uow:
        await uow.outbox.add(*(told(each, collapse=collapse) for each in told_words))
        known = await waiting(uow)
    return [known[each].id for each in told_words]


async def test_a_claim_is_a_lease(store: Store) -> None:
    """What is leased is not pending until the lease has run out; then anyone may claim it."""
    one, two = await _added(store, "one", "two")
    async with store.begin() as uow:
        assert await uow.courier.claim([two, one, two, 10**9], NOW, NOW + MINUTE) == [two, one]
        assert await uow.courier.claim([], NOW, NOW + MINUTE) == []
    async with store.begin() as uow:
        assert await waiting(uow, NOW + MINUTE - SECOND) == {}
        assert await uow.courier.claim([one], NOW + SECOND, NOW + MINUTE) == []
    async with store.begin() as uow:
        assert list(await waiting(uow, NOW + MINUTE)) == ["one", "two"]
        assert await uow.courier.claim([one], NOW + MINUTE, NOW + 2 * MINUTE) == [one]


async def test_two_couriers_never_get_the_same(store: Store) -> None:
    """Whatever the order in which they ask for it, each delivery goes to one of them."""
    ids = await _added(store, *(f"d{number}" for number in range(20)))

    async def claim(uow: UnitOfWork) -> list[int]:
        return list(await uow.courier.claim(ids, NOW, NOW + MINUTE))

    async def claim_backwards(uow: UnitOfWork) -> list[int]:
        return list(await uow.courier.claim(ids[::-1], NOW, NOW + MINUTE))

    works = [claim, claim_backwards] * 3
    got = await asyncio.gather(*(transact(store.begin, work, tries=20) for work in works))
    assert sorted(id_ for ids in got for id_ in ids) == ids


async def test_an_open_claim_keeps_others_away(side_by_side: Store) -> None:
    """They go without it at once; nobody waits, and nobody takes it as well."""
    ids = await _added(side_by_side, "one", "two")
    async with side_by_side.begin() as first:
        assert await first.courier.claim(ids[:1], NOW, NOW + MINUTE) == ids[:1]
        async with side_by_side.begin() as second:
            assert ids[1] in await second.courier.claim(ids[1:], NOW, NOW + MINUTE)
    async with side_by_side.begin() as uow:
        assert await waiting(uow) == {}


async def test_what_is_sent_is_done_and_counted(store: Store) -> None:
    """For the budget: where, when, and how many operations."""
    async with store.begin() as uow:
        await uow.outbox.add(told("group"), told_privately("private", 7), told("old"))
        ids = {said: one.id for said, one in (await waiting(uow)).items()}
        await uow.courier.claim(list(ids.values()), NOW, NOW + MINUTE)
    async with store.begin() as uow:
        await uow.courier.sent(ids["group"], NOW + SECOND, 3)
        await uow.courier.sent(ids["private"], NOW, 1)
        await uow.courier.sent(ids["old"], NOW - MINUTE, 1)
        await uow.courier.sent(ids["old"], NOW, 5)
    async with store.begin() as uow:
        assert await uow.courier.spent_since(NOW) == [
            Spent(7, NOW, 1),
            Spent(None, NOW + SECOND, 3),
        ]
        assert len(await uow.courier.spent_since(NOW - MINUTE)) == 3
        assert await waiting(uow, NOW + MINUTE) == {}


async def test_later_gives_back_with_one_more_attempt(store: Store) -> None:
    """It is pending at once, with the time before which it must not go."""
    (id_,) = await _added(store, "one")
    for attempts in (1, 2):
        async with store.begin() as uow:
            await uow.courier.claim([id_], NOW, NOW + MINUTE)
            await uow.courier.later(id_, NOW + attempts * MINUTE, "Too Many Requests")
        async with store.begin() as uow:
            pending = (await waiting(uow))["one"]
            assert pending.id == id_
            assert pending.attempts == attempts
            assert pending.not_before == NOW + attempts * MINUTE


async def test_what_is_set_aside_stays_to_be_seen(store: Store) -> None:
    """It is not pending any more, nor does a newer one of its name remove it."""
    (id_,) = await _added(store, "one", collapse="card")
    async with store.begin() as uow:
        await uow.courier.claim([id_], NOW, NOW + MINUTE)
        await uow.courier.set_aside(id_, NOW, "Forbidden: bot was blocked by the user")
        await uow.courier.sent(id_, NOW, 1)
        await uow.courier.later(id_, NOW, "no")
    await _added(store, "two", collapse="card")
    async with store.begin() as uow:
        assert list(await waiting(uow, NOW + MINUTE)) == ["two"]
        assert await uow.courier.set_aside_count() == 1
        assert await uow.courier.spent_since(NOW - MINUTE) == []


async def test_leases_are_released(store: Store) -> None:
    """A desk that starts again alone takes its own leases back, in the old order."""
    ids = await _added(store, "one", "two", "three")
    async with store.begin() as uow:
        await uow.courier.claim(ids, NOW, NOW + MINUTE)
        await uow.courier.sent(ids[0], NOW, 1)
    async with store.begin() as uow:
        assert await uow.courier.release_leases() == 2
        assert list(await waiting(uow)) == ["two", "three"]
        assert await uow.courier.release_leases() == 0


async def test_of_a_name_only_the_newest_comes_back(store: Store) -> None:
    """One that is given back after a newer one was added is dropped."""
    (old,) = await _added(store, "old", collapse="card")
    async with store.begin() as uow:
        await uow.courier.claim([old], NOW, NOW + MINUTE)
    (new,) = await _added(store, "new", collapse="card")
    async with store.begin() as uow:
        await uow.courier.later(old, NOW, "Too Many Requests")
        assert list(await waiting(uow)) == ["new"]
    async with store.begin() as uow:
        await uow.courier.claim([new], NOW, NOW + MINUTE)
    await _added(store, "newest", collapse="card")
    async with store.begin() as uow:
        assert await uow.courier.release_leases() == 0
        assert list(await waiting(uow, NOW + MINUTE)) == ["newest"]


async def test_of_several_leased_ones_only_the_newest_is_released(store: Store) -> None:
    """A desk that died with two of a name under way sends the newer one."""
    for said in ("old", "new"):
        (id_,) = await _added(store, said, collapse="card")
        async with store.begin() as uow:
            await uow.courier.claim([id_], NOW, NOW + MINUTE)
    async with store.begin() as uow:
        assert await uow.courier.release_leases() == 1
        assert list(await waiting(uow)) == ["new"]


async def test_the_newer_one_may_be_given_back_first(store: Store) -> None:
    """The older one, still under way, does not come back either."""
    ids = []
    for said in ("old", "new"):
        (id_,) = await _added(store, said, collapse="card")
        ids.append(id_)
        async with store.begin() as uow:
            await uow.courier.claim([id_], NOW, NOW + MINUTE)
    old, new = ids
    async with store.begin() as uow:
        await uow.courier.later(new, NOW, "Too Many Requests")
        await uow.courier.later(old, NOW, "Too Many Requests")
        assert list(await waiting(uow)) == ["new"]


async def test_many_lanes_and_a_limit(store: Store) -> None:
    """The limit cuts the end of the line and not its head."""
    async with store.begin() as uow:
        for lane in reversed(Lane):
            await uow.outbox.add(*(told(f"{lane.name} {n}", lane) for n in range(3)))
    async with store.begin() as uow:
        pending = await uow.courier.pending(NOW, limit=4)
        assert [one.delivery.lane for one in pending] == [*[Lane.REPLY] * 3, Lane.ALERT]


async def test_what_is_held_waits_for_its_chat(store: Store) -> None:
    """It is pending again, in the old order, once that chat is let go; others stay."""
    async with store.begin() as uow:
        await uow.outbox.add(
            *(told_privately(f"{chat} {n}", chat) for chat in (7, 8) for n in "ab")
        )
        ids = [one.id for one in (await waiting(uow)).values()]
        await uow.courier.claim(ids, NOW, NOW + MINUTE)
        for id_ in ids:
            await uow.courier.hold(id_, NOW, "bot was blocked by the user")
    async with store.begin() as uow:
        assert await waiting(uow, NOW + MINUTE) == {}
        assert await uow.courier.set_aside_count() == 0
        assert await uow.courier.release_leases() == 0
        assert await uow.courier.let_go(7) == 2
    async with store.begin() as uow:
        assert list(await waiting(uow)) == ["7 a", "7 b"]
        assert await uow.courier.let_go(7) == 0


async def test_of_what_is_held_under_one_name_the_newest_goes_on(store: Store) -> None:
    """Whether the newest was held as well, or has not been tried yet."""
    for number, tried in enumerate([True, True, False]):
        async with store.begin() as uow:
            edit = replace(told_privately(f"edit {number}", 7), collapse="edit")
            await uow.outbox.add(edit)
            for id_ in [one.id for one in (await waiting(uow)).values() if tried]:
                await uow.courier.claim([id_], NOW, NOW + MINUTE)
                await uow.courier.hold(id_, NOW, "bot was blocked by the user")
        if number == 1:
            async with store.begin() as uow:
                assert await uow.courier.let_go(7) == 1
                [edit_1] = (await waiting(uow)).values()
                assert words(edit_1) == "edit 1"
                await uow.courier.claim([edit_1.id], NOW, NOW + MINUTE)
                await uow.courier.hold(edit_1.id, NOW, "bot was blocked by the user")
    async with store.begin() as uow:
        assert await uow.courier.let_go(7) == 0
        assert list(await waiting(uow)) == ["edit 2"]


async def test_what_was_put_off_for_the_group_can_be_hurried(store: Store) -> None:
    """What waits for a person's chat keeps its time."""
    async with store.begin() as uow:
        await uow.outbox.add(told("group"), told_privately("private", 7), told("at once"))
        for one in (await waiting(uow)).values():
            if "at once" not in str(one.delivery.body):
                await uow.courier.later(one.id, NOW + MINUTE, "no", 2)
    async with store.begin() as uow:
        assert await uow.courier.hurry() == 1
        known = await waiting(uow)
    assert known["group"].not_before is None
    assert known["private"].not_before == NOW + MINUTE
    assert [known[each].pieces for each in ("group", "private", "at once")] == [2, 2, 0]


async def test_what_is_under_lease_can_be_seen(store: Store) -> None:
    """Oldest first, also when the lease has run out."""
    ids = await _added(store, "one", "two", "three")
    async with store.begin() as uow:
        await uow.courier.claim(ids[:2], NOW - MINUTE, NOW)
    async with store.begin() as uow:
        assert [one.id for one in await uow.courier.under_lease()] == ids[:2]


async def test_a_limit_hides_nothing_that_comes_before(store: Store) -> None:
    """An urgent one on the page brings along what stands before it in its ticket."""
    await keep(store, new_ticket(1), new_ticket(2))
    async with store.begin() as uow:
        await uow.outbox.add(
            told("note 1", Lane.NOTE, ticket=1),
            told("note 2", Lane.NOTE, ticket=2),
            told("card 1", Lane.COSMETIC, ticket=1),
            told("alert 1", Lane.ALERT, ticket=1),
            told("after", Lane.NOTE, ticket=1),
        )
    async with store.begin() as uow:
        found = await uow.courier.pending(NOW, limit=1)
    assert [words(one) for one in found] == ["alert 1", "note 1"]
