"""A unit of work is run until no other writer is in its way, and its owner's desk is read."""

import pytest

from orchestration.content import Content
from orchestration.desk import DEFAULT_QUEUE, Desk, Queue
from orchestration.errors import StaleTicket
from orchestration.ports import UnitOfWork
from orchestration.transactions import transact
from tests.unit.centre.cast import ANNA, BEN, EVA
from tests.unit.centre.house import House


async def test_an_overtaken_writer_runs_again(house: House) -> None:
    """Two write at once: one wins, the other reads anew, and both are kept in order."""
    await house.writes(EVA)
    seen: list[int] = []

    async def notes(uow: UnitOfWork) -> str:
        ticket = await uow.tickets.get(1)
        seen.append(ticket.version)
        if len(seen) == 1:
            await house.notes(BEN, 1)
        ticket.add_note(Content("mine"), ANNA, house.now)
        await uow.tickets.save(ticket)
        return "kept"

    assert await transact(house.begin, notes) == "kept"
    assert seen == [3, 4]
    assert [entry.actor for entry in await house.entries(1)][-2:] == [BEN, ANNA]


async def test_who_is_always_overtaken_gives_up(house: House) -> None:
    """After so many tries the trouble is told, not hidden."""
    tries: list[int] = []

    async def never(_: UnitOfWork) -> None:
        tries.append(1)
        raise StaleTicket

    with pytest.raises(StaleTicket):
        await transact(house.begin, never, tries=3)
    assert len(tries) == 3


async def test_another_error_is_not_tried_again(house: House) -> None:
    """Only an overtaken writer has a reason to run again."""
    tries: list[int] = []

    async def breaks(_: UnitOfWork) -> None:
        tries.append(1)
        raise LookupError

    with pytest.raises(LookupError):
        await transact(house.begin, breaks)
    assert len(tries) == 1


def test_a_ticket_of_a_removed_queue_falls_to_the_first() -> None:
    """No ticket is without a queue, whatever its owner removed."""
    orders = Queue("orders", "Orders")
    desk = Desk(queues={"support": DEFAULT_QUEUE, "orders": orders})
    assert (desk.queue("orders"), desk.queue("gone")) == (orders, DEFAULT_QUEUE)
