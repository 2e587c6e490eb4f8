"""Incidents: numbered, replaced as a whole, and found with their tickets."""

from dataclasses import replace

from orchestration.cases import incidents
from orchestration.content import Content
from orchestration.ports.incidents import Incident
from orchestration.status import Status
from tests.contract.cases import ANA, BORIS, JOE, MARIA, MINUTE, NOW, keep, kept, new_ticket
from tests.contract.conftest import Store

DOWN = Incident(1, "Payment provider down", "Joe", NOW)


async def test_an_incident_comes_back_as_it_was(store: Store) -> None:
    """Also once it was told of, released and resolved; the newest comes first."""
    later = replace(DOWN, updates=3, resolved_at=NOW + MINUTE, released=2, released_by=JOE)
    async with store.begin() as uow:
        assert [await uow.incidents.next_number() for _ in range(2)] == [1, 2]
        await uow.incidents.save(DOWN)
        await uow.incidents.save(replace(DOWN, number=2, title="Ñandú 😀"))
    async with store.begin() as uow:
        assert await uow.incidents.get(1) == DOWN
        await uow.incidents.save(later)
    async with store.begin() as uow:
        assert await uow.incidents.get(1) == later
        assert await uow.incidents.get(3) is None
        assert [each.number for each in await uow.incidents.newest(5)] == [2, 1]
        assert len(await uow.incidents.newest(1)) == 1


async def test_the_tickets_of_an_incident_until_they_are_closed(store: Store) -> None:
    """With the draft that waits on each."""
    async with store.begin() as uow:
        await uow.incidents.save(DOWN)
    tickets = [new_ticket(1), new_ticket(2, BORIS), new_ticket(3, ANA), new_ticket(4)]
    for ticket in tickets[:3]:
        incidents.join(ticket, DOWN, MARIA, NOW)
    incidents.draft(tickets[1], 1, Content("We are on it"), MARIA, NOW)
    tickets[2].set_status(Status.CLOSED, JOE, NOW)
    await keep(store, *tickets)
    async with store.begin() as uow:
        found = await uow.tickets.of_incident(1)
    assert [each.id for each in found] == [1, 2]
    assert await kept(store, 2) == tickets[1]
    assert found[1].draft == tickets[1].version
