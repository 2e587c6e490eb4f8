"""Keeps the clocks of every ticket going, and tells when one runs out.

Every unit of work that changes tickets passes through `timing`, so no use case has to think of its
clocks, and none can forget them. A ticket has one follow-up, at the next moment that matters.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.events import ClockAtRisk, ClockBreached, Opened
from orchestration.people import SYSTEM
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.tickets import by_ticket
from orchestration.sla.clocks import (
    Clocks,
    SlaClock,
    Stage,
    judged,
    nearest,
    news,
    next_look,
    set_by,
    stage_at,
    wound,
)
from orchestration.sla.policy import Policy
from orchestration.ticket import Ticket
from orchestration.timeline import Audience
from orchestration.transactions import transact

_MINUTE = timedelta(minutes=1)
#: Of which state of `sla.yaml` all clocks know.
_EDITION = "sla-edition"
#: So many tickets are looked at in one commit when that file has changed; nobody waits long for it.
_PAGE = 20


async def wind(uow: UnitOfWork, desk: Desk, now: datetime) -> None:
    """Brings the clocks up to what this unit of work has saved."""
    for ticket, entries in by_ticket(uow.tickets.saved):
        clocks = await _clocks(uow, ticket)
        after = wound(clocks, ticket, entries, desk.sla)
        if after == clocks:
            continue
        await _keep(uow, ticket, after, desk.sla, now)
        opened = any(isinstance(entry.event, Opened) for entry in entries)
        if not opened and _shown(after) != _shown(clocks):
            await uow.outbox.add(deliveries.card(ticket.id))


async def look(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Records which clocks are at risk or have run out by now, each once, and shows it.

    Of a clock that came to both while the desk was down only the latter is told.
    """
    ticket = await uow.tickets.get(due.ticket)
    clocks = dict(judged(await _clocks(uow, ticket), ticket, now, desk.sla))
    for clock, stage in list(news(clocks, ticket, now, desk.sla)):
        _tell(ticket, clock, stage, due, now, desk.sla)
        clocks[clock.kind] = replace(clock, told=stage)
    if ticket.recorded:
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.card(ticket.id))
    else:
        await uow.tickets.hold(ticket)
    await _keep(uow, ticket, clocks, desk.sla, now)


async def replan(begin: Begin, desk: Desk, clock: Clock) -> int:
    """Sets every clock by `sla.yaml` as it is now, where that changed; returns on how many tickets.

    What a clock had counted when it last started stays; since then it counts by the new hours.
    The desk may work meanwhile: whatever looks at a clock judges it by the new file anyway.
    """
    async with begin() as uow:
        if await uow.memory.recall(_EDITION) == desk.sla.edition:
            return 0
    after, count = 0, 0

    async def page(uow: UnitOfWork) -> Sequence[int]:
        numbers = await uow.clocks.tickets(after, _PAGE)
        for number in numbers:
            ticket, now = await uow.tickets.get(number), clock()
            before = await _clocks(uow, ticket)
            clocks = set_by(before, ticket, now, desk.sla)
            if clocks != before:
                await uow.tickets.hold(ticket)
                await _keep(uow, ticket, clocks, desk.sla, now)
        if not numbers:
            await uow.memory.remember(_EDITION, desk.sla.edition)
        return numbers

    while numbers := await transact(begin, page):
        after, count = numbers[-1], count + len(numbers)
    return count


def _tell(
    ticket: Ticket, clock: SlaClock, stage: Stage, due: FollowUp, now: datetime, policy: Policy
) -> None:
    reached = stage_at(clock, stage, ticket, policy)
    if clock.due is None or reached is None:
        return
    late = int((now - max(reached, due.due_at)) / _MINUTE)
    told = ClockBreached if stage is Stage.BREACHED else ClockAtRisk
    event = told(clock.kind, policy.local(clock.due, ticket.queue), late)
    ticket.record(event, SYSTEM, Audience.INTERNAL, now)


async def _clocks(uow: UnitOfWork, ticket: Ticket) -> Clocks:
    return {clock.kind: clock for clock in await uow.clocks.of(ticket.id)}


async def _keep(
    uow: UnitOfWork, ticket: Ticket, clocks: Clocks, policy: Policy, now: datetime
) -> None:
    """Keeps the clocks, and the moment at which to look at them again."""
    await uow.clocks.keep(ticket.id, list(clocks.values()))
    look_at = next_look(clocks, ticket, policy)
    if look_at is None:
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.SLA)
    else:
        due = FollowUp(ticket.id, FollowUpKind.SLA, max(look_at, now))
        await uow.follow_ups.schedule(due)


def _shown(clocks: Clocks) -> tuple[object, ...]:
    """What of the clocks stands on the card."""
    clock = nearest(clocks.values())
    return (clock.kind, clock.due, clock.told) if clock else ()
