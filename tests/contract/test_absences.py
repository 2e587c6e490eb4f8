"""Who is away, whose turn it is, and how much each has to do."""

import pytest

from orchestration.errors import StaleTicket
from orchestration.status import Status
from orchestration.team.absence import Absence
from tests.contract.cases import ANA, BORIS, JOE, MARIA, MINUTE, NOW, keep, new_ticket
from tests.contract.conftest import Store


async def test_someone_is_away_until_they_are_not(store: Store) -> None:
    """The newest word counts; whoever was not asked about is not told of."""
    async with store.begin() as uow:
        await uow.absences.keep(Absence(JOE.id, NOW))
        await uow.absences.keep(Absence(JOE.id, NOW + MINUTE))
        await uow.absences.keep(Absence(MARIA.id))
    async with store.begin() as uow:
        both = [Absence(MARIA.id), Absence(JOE.id, NOW + MINUTE)]
        assert list(await uow.absences.of([JOE.id, MARIA.id, ANA.id])) == both
        assert list(await uow.absences.of([ANA.id])) == []
        assert await uow.absences.end(JOE.id) == Absence(JOE.id, NOW + MINUTE)
        assert await uow.absences.end(JOE.id) is None
    async with store.begin() as uow:
        assert list(await uow.absences.of([JOE.id, MARIA.id])) == [Absence(MARIA.id)]


async def test_who_is_forgotten_is_not_away_either(store: Store) -> None:
    """Nothing of a former colleague who was a customer, too, is left."""
    async with store.begin() as uow:
        await uow.absences.keep(Absence(ANA.id))
        await uow.erasure.forget_person(ANA.id)
    async with store.begin() as uow:
        assert list(await uow.absences.of([ANA.id])) == []


async def test_unended_tickets_are_counted(store: Store) -> None:
    """Of those who were asked about, and resolved ones not."""
    tickets = [new_ticket(number, BORIS) for number in range(1, 6)]
    for ticket in tickets[:4]:
        ticket.claim(JOE, NOW)
    tickets[4].claim(MARIA, NOW)
    tickets[0].set_status(Status.RESOLVED, JOE, NOW)
    tickets[1].set_status(Status.CLOSED, JOE, NOW)
    tickets[2].set_status(Status.WAITING_CUSTOMER, JOE, NOW)
    await keep(store, *tickets)
    async with store.begin() as uow:
        assert await uow.tickets.counts_of([JOE.id, ANA.id]) == {JOE.id: 2}
        assert await uow.tickets.counts_of([]) == {}


async def test_what_is_remembered_is_swapped_by_who_has_read_it(store: Store) -> None:
    """Whoever had read something else is too late, and changes nothing."""
    async with store.begin() as uow:
        await uow.memory.swap("turns", None, "1")
        await uow.memory.swap("turns", "1", "1 2")
    for before in (None, "1"):
        with pytest.raises(StaleTicket):
            async with store.begin() as uow:
                await uow.memory.swap("turns", before, "3")
    async with store.begin() as uow:
        assert await uow.memory.recall("turns") == "1 2"
