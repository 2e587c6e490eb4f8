"""The clocks of service levels: kept exactly, and run out once, whoever is looking."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta

import pytest

from orchestration import intake
from orchestration.attending import attended
from orchestration.clock import clockwork
from orchestration.clock.clockwork import Due
from orchestration.clock.followups import FollowUp
from orchestration.content import Content, MessageRef
from orchestration.desk import Desk
from orchestration.errors import StaleTicket
from orchestration.events import ClockBreached
from orchestration.events.sla import ClockKind
from orchestration.people import Customer
from orchestration.ports.reception import Reception
from orchestration.sla.clocks import SlaClock, Stage
from orchestration.sla.policy import Policy, Target
from storage.unit_of_work import Database
from tests.contract.cases import JOE, MINUTE, NOW, keep, new_ticket
from tests.contract.conftest import POSTGRESQL, Store, Templates

FIRST, RESOLUTION = ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION
RUNS = SlaClock(FIRST, "office", timedelta(microseconds=1), NOW, Stage.AT_RISK, NOW + MINUTE)
STANDS = SlaClock(RESOLUTION, "nights", timedelta(days=400, microseconds=7))
TICKETS = 25


async def test_they_come_back_as_they_were(store: Store) -> None:
    """To the microsecond; those that are not named any more are forgotten."""
    await keep(store, new_ticket(1), new_ticket(2), new_ticket(3))
    async with store.begin() as uow:
        await uow.clocks.keep(1, [RUNS, STANDS])
        await uow.clocks.keep(3, [STANDS])
    async with store.begin() as uow:
        assert await uow.clocks.of(1) == [RUNS, STANDS]
        assert await uow.clocks.of(2) == []
        assert await uow.clocks.tickets(0, 10) == [1, 3]
        assert await uow.clocks.tickets(0, 1) == [1]
        assert await uow.clocks.tickets(1, 10) == [3]
        await uow.clocks.keep(1, [STANDS])
        await uow.clocks.keep(3, [])
    async with store.begin() as uow:
        assert await uow.clocks.of(1) == [STANDS]
        assert await uow.clocks.tickets(0, 10) == [1]


@pytest.fixture
async def two_desks(templates: Templates, tmp_path: object) -> AsyncIterator[Sequence[Database]]:
    """Two processes' connections to one PostgreSQL."""
    async with AsyncExitStack() as stack:
        address = stack.enter_context(templates.migrated(POSTGRESQL, tmp_path))  # type: ignore[arg-type]
        desks = [await Database.open(address) for _ in range(2)]
        for each in desks:
            stack.push_async_callback(each.close)
        yield desks


async def test_two_desks_tell_of_no_clock_twice(two_desks: Sequence[Database]) -> None:
    """Both wake at the same moment for the same clocks, and each of these runs out once."""
    desk = Desk(sla=Policy(targets=(Target({FIRST: MINUTE}),)), claim_within=timedelta(days=1))
    now = [NOW]

    def clock() -> datetime:
        return now[0]

    begins = [attended(each.begin, desk, clock) for each in two_desks]
    for number in range(TICKETS):
        customer, message = Customer(100 + number, "Ana"), MessageRef(100 + number, 1)
        async with begins[0]() as uow:
            incoming = intake.Incoming(customer, Content("Hello"), message)
            await intake.receive(uow, desk, incoming, NOW)
    now[0] = NOW + 2 * MINUTE
    failures: list[tuple[Due | Reception, Exception]] = []

    def ignored(_: FollowUp) -> None:
        """Nobody thinks about it."""

    def failed(due: Due | Reception, error: Exception) -> None:
        failures.append((due, error))

    await asyncio.gather(
        *(
            clockwork.run_due(each, desk, ignored, clock, failed)
            for each in begins
            for _ in range(2)
        )
    )
    assert failures == []
    async with begins[0]() as uow:
        for number in range(1, TICKETS + 1):
            events = [entry.event for entry in await uow.timeline.of(number)]
            told = [event for event in events if isinstance(event, ClockBreached)]
            assert [(event.clock, event.due, event.late) for event in told] == [
                (FIRST, NOW + MINUTE, 1)
            ]
            assert len([event for event in events if event.kind.startswith("clock")]) == 1


async def test_a_ticket_that_is_held_has_no_other_writer(store: Store) -> None:
    """So what was read beside it is still true at the commit; nothing of the ticket changes."""
    await keep(store, new_ticket())
    async with store.begin() as uow:
        ticket = await uow.tickets.get(1)
        await uow.tickets.hold(ticket)
        await uow.clocks.keep(1, [STANDS])
    async with store.begin() as uow:
        assert (await uow.tickets.get(1)).version == ticket.version
        ticket.version -= 1
        with pytest.raises(StaleTicket):
            await uow.tickets.hold(ticket)


async def test_a_writer_between_reading_and_holding(side_by_side: Store) -> None:
    """Whoever comes second does it again."""
    await keep(side_by_side, new_ticket())

    async def late() -> None:
        async with side_by_side.begin() as uow:
            ticket = await uow.tickets.get(1)
            async with side_by_side.begin() as other:
                first = await other.tickets.get(1)
                first.add_note(Content("Hm"), JOE, NOW)
                await other.tickets.save(first)
            await uow.tickets.hold(ticket)

    with pytest.raises(StaleTicket):
        await late()
