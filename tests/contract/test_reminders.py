"""Follow-ups that people set: many a ticket, each taken once."""

import asyncio
from dataclasses import replace

import pytest

from orchestration.clock import reminding
from orchestration.delivery import NameInTopic
from orchestration.desk import Desk
from orchestration.people import Person
from orchestration.ports import UnitOfWork
from orchestration.transactions import transact
from tests.contract.cases import ANA, BORIS, JOE, MARIA, MINUTE, NOW, keep, new_ticket, reminder
from tests.contract.conftest import Store


async def test_many_on_one_ticket(store: Store) -> None:
    """Each comes back as it was kept, the next one first, and by whomever it concerns."""
    await keep(store, new_ticket())
    async with store.begin() as uow:
        late = await uow.reminders.add(
            replace(reminder(due_at=NOW + MINUTE, words="late"), with_conversation=True)
        )
        soon = await uow.reminders.add(replace(reminder(), rule="RRULE", said="every day"))
        own = await uow.reminders.add(reminder(None))
        team = await uow.reminders.add(
            replace(reminder(), by=MARIA.id, whom="support", person=None, unless_written=True)
        )
    async with store.begin() as uow:
        assert len({late.id, soon.id, own.id, team.id}) == 4
        assert await uow.reminders.of_ticket(1) == [soon, team, late]
        assert await uow.reminders.of_person(JOE.id) == [soon, own, late]
        assert await uow.reminders.of_person(MARIA.id) == [team]
        assert await uow.reminders.of_name("support") == [team]
        assert await uow.reminders.of_name(JOE.name) == []
        assert await uow.reminders.get(late.id) == late
        assert await uow.reminders.due(NOW) == [soon, own, team]
        assert await uow.reminders.due(NOW, limit=1) == [soon]
        assert await uow.reminders.next_due() == NOW


async def test_one_that_was_moved_is_another(store: Store) -> None:
    """Who read it before cannot take it, nor change it; its author and its ticket stay."""
    await keep(store, new_ticket(), new_ticket(2, BORIS))
    async with store.begin() as uow:
        old = await uow.reminders.add(reminder())
        new = replace(old, due_at=NOW + MINUTE, words="other", whom="support", person=None)
        assert await uow.reminders.swap(old, replace(new, by=ANA.id, ticket=2, id=99))
    async with store.begin() as uow:
        assert await uow.reminders.get(old.id) == new
        assert not await uow.reminders.take(old)
        assert not await uow.reminders.swap(old, old)
        assert await uow.reminders.take(new)
        assert not await uow.reminders.take(new)
        assert await uow.reminders.next_due() is None


async def test_a_number_is_never_given_twice(store: Store) -> None:
    """A button of one that came must not reach another."""
    async with store.begin() as uow:
        first = await uow.reminders.add(reminder(None))
        await uow.reminders.take(first)
    async with store.begin() as uow:
        assert (await uow.reminders.add(reminder(None))).id > first.id


async def test_a_ticket_gives_its_own_away(store: Store) -> None:
    """Those of others stay where they are."""
    await keep(store, new_ticket(), new_ticket(2, BORIS))
    async with store.begin() as uow:
        given = await uow.reminders.add(reminder(1))
        stays = await uow.reminders.add(reminder(2))
        await uow.reminders.give(1, 2)
    async with store.begin() as uow:
        assert await uow.reminders.of_ticket(1) == []
        assert await uow.reminders.of_ticket(2) == [replace(given, ticket=2), stays]


async def test_it_is_taken_once(store: Store) -> None:
    """Two processes wake for it at the same moment; one of them says it, or moves it on."""
    async with store.begin() as uow:
        once = await uow.reminders.add(reminder(None))
        again = await uow.reminders.add(reminder(None))

    async def take(uow: UnitOfWork) -> bool:
        return await uow.reminders.take(once)

    async def move(uow: UnitOfWork) -> bool:
        return await uow.reminders.swap(again, replace(again, due_at=NOW + MINUTE))

    for attempt in (take, move):
        tries = [transact(store.begin, attempt) for _ in range(3)]
        assert sorted(await asyncio.gather(*tries)) == [False, False, True]


class _Killed(Exception):
    pass


async def test_a_crash_between_due_and_sent(store: Store) -> None:
    """Before the commit it is said by the next desk, after it nobody says it again."""
    await keep(store, new_ticket())
    async with store.begin() as uow:
        await uow.people.learn(Person(JOE.id, JOE.name, "joe", role=JOE.role))
        kept = await uow.reminders.add(reminder())

    async def is_killed() -> None:
        async with store.begin() as uow:
            await reminding.run(uow, Desk(), kept, NOW)
            raise _Killed

    with pytest.raises(_Killed):
        await is_killed()
    for _ in range(2):
        async with store.begin() as uow:
            await reminding.run(uow, Desk(), kept, NOW)
    async with store.begin() as uow:
        (pending,) = await uow.courier.pending(NOW)
        assert isinstance(pending.delivery.body, NameInTopic)
        assert pending.delivery.body.people == (JOE.id,)
        assert await uow.reminders.next_due() is None
