"""Tickets: saved as a whole, compared and swapped, found by customer and by owner."""

import asyncio

import pytest

from orchestration.cases import filing, linking
from orchestration.content import Content
from orchestration.ending import wrapping_up
from orchestration.errors import StaleTicket
from orchestration.errors.ticket import NoSuchTicket
from orchestration.events import Urgency
from orchestration.events.team import Part
from orchestration.people import Customer, Person, Role, Specialist
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.team import teamwork
from orchestration.ticket import Primary, Ticket, Triage
from orchestration.transactions import transact
from tests.contract.cases import (
    ANA,
    BORIS,
    JOE,
    MARIA,
    MINUTE,
    NOW,
    keep,
    kept,
    new_ticket,
)
from tests.contract.conftest import Store


async def test_a_ticket_comes_back_as_it_was(store: Store) -> None:
    """Every field survives, and what was recorded is taken."""
    await keep(store, new_ticket(1))
    ticket = new_ticket(2, text="Grüße, 你好 😀", previous=1)
    ticket.claim(MARIA, NOW + MINUTE)
    ticket.take_triage(Triage("refund", Urgency.URGENT, "de"), 2, Specialist("t", "Triage"), NOW)
    ticket.call_people(NOW)
    filing.tag(ticket, "vip größe", MARIA, NOW)
    filing.set_priority(ticket, Urgency.LOW, MARIA, NOW)
    linking.absorb(ticket, new_ticket(1), MARIA, NOW)
    wrapping_up.summarise(ticket, Content("Paid twice"), MARIA, NOW + MINUTE)
    wrapping_up.look(ticket, JOE, NOW + MINUTE)
    ticket.links, ticket.merged_into = (1, 7), 1
    await keep(store, ticket)
    assert ticket.recorded == []
    assert await kept(store, 2) == ticket


async def test_a_bare_ticket_comes_back_as_it_was(store: Store) -> None:
    """Nothing is made up for what is not there."""
    ticket = Ticket.open(1, ANA, Content("Hello"), NOW, None)
    await keep(store, ticket)
    assert await kept(store) == ticket


async def test_a_change_replaces_every_field(store: Store) -> None:
    """Also those that become empty again."""
    ticket = new_ticket()
    ticket.claim(MARIA, NOW)
    await keep(store, ticket)
    ticket.release(JOE, NOW)
    ticket.customer = Customer(ANA.id, "Ana María")
    ticket.set_status(Status.SNOOZED, JOE, NOW + MINUTE)
    await keep(store, ticket)
    assert await kept(store) == ticket


async def test_numbers_are_given_once(store: Store) -> None:
    """Ten customers write at the same moment."""

    async def number(uow: UnitOfWork) -> int:
        return await uow.tickets.next_number()

    numbers = await asyncio.gather(*(transact(store.begin, number, tries=20) for _ in range(10)))
    assert sorted(numbers) == list(range(1, 11))


async def test_there_is_no_such_ticket(store: Store) -> None:
    """The error names the number."""
    async with store.begin() as uow:
        with pytest.raises(NoSuchTicket) as error:
            await uow.tickets.get(99)
    assert error.value.facts == {"ticket": 99}


async def test_the_second_writer_is_stale(store: Store) -> None:
    """Both read version 2; the first saves, the second must read again."""
    await keep(store, new_ticket())
    first, second = await kept(store), await kept(store)
    first.receive(Content("One more thing"), NOW)
    second.claim(MARIA, NOW)
    await keep(store, first)
    with pytest.raises(StaleTicket):
        await keep(store, second)
    assert await kept(store) == first


async def test_the_second_of_two_open_units_is_stale(side_by_side: Store) -> None:
    """Both are open at once, and the one that commits first wins."""
    await keep(side_by_side, new_ticket())

    async def overlap() -> None:
        async with side_by_side.begin() as slow:
            late = await slow.tickets.get(1)
            quick = await kept(side_by_side)
            quick.claim(MARIA, NOW)
            await keep(side_by_side, quick)
            late.claim(JOE, NOW)
            await slow.tickets.save(late)

    with pytest.raises(StaleTicket):
        await overlap()
    assert (await kept(side_by_side)).primary == Primary(MARIA.id, MARIA.name)


async def test_a_number_is_not_taken_twice(store: Store) -> None:
    """A new ticket with a known number is stale, and replaces nothing."""
    await keep(store, new_ticket(1, ANA))
    with pytest.raises(StaleTicket):
        await keep(store, new_ticket(1, BORIS))
    assert (await kept(store)).customer == ANA


async def test_writers_that_run_again_lose_nothing(store: Store) -> None:
    """Six customers' messages at once make six entries, each with its own number."""
    await keep(store, new_ticket())

    async def receive(uow: UnitOfWork) -> int:
        ticket = await uow.tickets.get(1)
        entry = ticket.receive(Content("Again"), NOW)
        await uow.tickets.save(ticket)
        return entry.seq

    seqs = await asyncio.gather(*(transact(store.begin, receive, tries=20) for _ in range(6)))
    assert sorted(seqs) == list(range(3, 9))
    assert (await kept(store)).version == 8


async def test_nothing_recorded_nothing_written(store: Store) -> None:
    """Saving a ticket that was only read is no write, so it is never stale."""
    await keep(store, new_ticket())
    idle, busy = await kept(store), await kept(store)
    busy.claim(MARIA, NOW)
    await keep(store, busy)
    idle.subject = "Changed by hand"
    await keep(store, idle)
    assert await kept(store) == busy


async def test_a_loaded_ticket_is_the_readers_own(store: Store) -> None:
    """What is done to it and not saved stays out of the store."""
    await keep(store, new_ticket())
    ticket = await kept(store)
    ticket.claim(MARIA, NOW)
    assert (await kept(store)).primary is None


async def test_a_customers_tickets_come_newest_first(store: Store) -> None:
    """Only theirs, and as many as asked for."""
    await keep(store, new_ticket(1), new_ticket(2, BORIS), new_ticket(3), new_ticket(4))
    async with store.begin() as uow:
        assert [one.id for one in await uow.tickets.of_customer(ANA.id)] == [4, 3, 1]
        assert [one.id for one in await uow.tickets.of_customer(ANA.id, limit=2)] == [4, 3]
        assert await uow.tickets.of_customer(99) == []


async def test_one_ticket_of_a_customer_is_current(store: Store) -> None:
    """Choosing another one replaces it; choosing none forgets it."""
    await keep(store, new_ticket(1), new_ticket(2), new_ticket(3, BORIS))
    async with store.begin() as uow:
        assert await uow.tickets.current_of(ANA.id) is None
        await uow.tickets.make_current(ANA.id, 1)
        await uow.tickets.make_current(BORIS.id, 3)
        await uow.tickets.make_current(ANA.id, 2)
    async with store.begin() as uow:
        current = await uow.tickets.current_of(ANA.id)
        assert current == await uow.tickets.get(2)
        await uow.tickets.make_current(ANA.id, None)
        await uow.tickets.make_current(ANA.id, None)
        assert await uow.tickets.current_of(ANA.id) is None
        assert await uow.tickets.current_of(BORIS.id) == await uow.tickets.get(3)


async def test_a_ticket_and_its_choice_in_one_unit_in_any_order(store: Store) -> None:
    """What belongs together is checked at the end."""
    async with store.begin() as uow:
        await uow.tickets.make_current(ANA.id, 1)
        await uow.tickets.save(new_ticket())
    async with store.begin() as uow:
        current = await uow.tickets.current_of(ANA.id)
    assert current is not None


async def test_someones_tickets_until_they_are_closed(store: Store) -> None:
    """Oldest first; a resolved one may come back, a closed one is done with."""
    tickets = [new_ticket(number) for number in (1, 2, 3, 4)]
    for ticket, owner in zip(tickets, (MARIA, JOE, MARIA, MARIA), strict=True):
        ticket.claim(owner, NOW)
    tickets[0].set_status(Status.CLOSED, MARIA, NOW)
    tickets[2].set_status(Status.RESOLVED, MARIA, NOW)
    await keep(store, *reversed(tickets))
    async with store.begin() as uow:
        assert [one.id for one in await uow.tickets.owned_by(MARIA.id)] == [3, 4]
        assert await uow.tickets.owned_by(99) == []


async def test_the_people_of_a_ticket_come_back_with_it(store: Store) -> None:
    """Whoever takes part, the expert who is asked, and what was decided; and when they go, too."""
    ticket = new_ticket()
    ticket.claim(MARIA, NOW)
    teamwork.join(ticket, Part.WATCHER, JOE, NOW)
    teamwork.invite(ticket, [Person(5, "Eve", role=Role.EXPERT)], MARIA, NOW)
    teamwork.consult(ticket, Person(6, "Eli", role=Role.EXPERT), Content("?"), MARIA, NOW + MINUTE)
    teamwork.decide(ticket, Content("Tea for all."), JOE, NOW)
    await keep(store, ticket, new_ticket(2))
    assert await kept(store) == ticket
    async with store.begin() as uow:
        assert await uow.tickets.unended() == [ticket, await uow.tickets.get(2)]
    teamwork.leave(ticket, JOE, NOW)
    ticket.set_status(Status.OPEN, MARIA, NOW)
    await keep(store, ticket)
    assert await kept(store) == ticket
    assert [each.id for each in ticket.participants] == [5]


async def test_tickets_that_involve_someone_until_they_are_closed(store: Store) -> None:
    """As one who takes part, or as the expert who is asked; oldest first, each once."""
    eve = Person(5, "Eve", role=Role.EXPERT)
    tickets = [new_ticket(number) for number in (1, 2, 3, 4, 5)]
    for ticket in tickets[:3]:
        teamwork.invite(ticket, [eve], JOE, NOW)
    for ticket in tickets[2:4]:
        teamwork.consult(ticket, eve, Content("?"), JOE, NOW)
    tickets[0].set_status(Status.CLOSED, JOE, NOW)
    await keep(store, *reversed(tickets))
    async with store.begin() as uow:
        assert [one.id for one in await uow.tickets.involving(5)] == [2, 3, 4]
        assert await uow.tickets.involving(99) == []


async def test_unended_tickets_oldest_first(store: Store) -> None:
    """Neither resolved nor closed, whoever owns them."""
    tickets = [new_ticket(number) for number in (1, 2, 3, 4)]
    tickets[0].set_status(Status.RESOLVED, JOE, NOW)
    tickets[1].set_status(Status.CLOSED, JOE, NOW)
    tickets[2].assign(Person(5, "Eve", role=Role.EXPERT), JOE, NOW)
    await keep(store, *tickets)
    async with store.begin() as uow:
        assert [one.id for one in await uow.tickets.unended()] == [3, 4]
        assert [one.id for one in await uow.tickets.unended(limit=1)] == [3]
