"""The third way through the house: a burst settles, specialists read it, their advice is kept.

Nobody thinks inside a transaction: the brief is read in one, the advice is taken in another, and
advice about words that a newer message overtook is dropped, because that message consults again.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from orchestration import deliveries
from orchestration.cases.joined import timeline_of
from orchestration.clock.followups import FollowUp
from orchestration.desk import Desk
from orchestration.events import AssignmentRule
from orchestration.people import Specialist
from orchestration.ports import Advice, Advisor, Begin, Brief, Clock, UnitOfWork
from orchestration.status import ENDED
from orchestration.team.assignment import find_primary
from orchestration.transactions import transact

#: A brief holds so many entries at most.
READ = 100

#: What each specialist returned.
Advices = Sequence[tuple[Specialist, Advice]]


async def consult(
    begin: Begin, desk: Desk, advisors: Sequence[Advisor], due: FollowUp, clock: Clock
) -> bool:
    """Reads the brief, asks the specialists side by side, and keeps what they say in one commit.

    Returns whether the advice was kept: False when the ticket ended, or a message overtook it.
    """
    async with begin() as uow:
        brief = await read_brief(uow, due.ticket)
    said = await asyncio.gather(*(advisor.advise(brief) for advisor in advisors))
    advices = [
        (Specialist(advisor.id, advisor.name), advice)
        for advisor, advice in zip(advisors, said, strict=True)
    ]

    async def keep(uow: UnitOfWork) -> bool:
        if await uow.timeline.last_customer_seq(brief.ticket) != brief.upto:
            return False  # and what is due stays: it may have been due in that very moment
        if not await uow.follow_ups.take(due):
            return False
        return await take_advice(uow, desk, brief, advices, clock())

    return await transact(begin, keep)


async def read_brief(uow: UnitOfWork, number: int) -> Brief:
    """What the specialists of a ticket have to read: its newest entries."""
    ticket = await uow.tickets.get(number)
    entries = await timeline_of(uow, ticket, READ)
    upto = await uow.timeline.last_customer_seq(number)
    return Brief(number, ticket.subject, entries, upto)


async def take_advice(
    uow: UnitOfWork, desk: Desk, brief: Brief, advices: Advices, now: datetime
) -> bool:
    """Keeps what is new in the advice; False when the ticket has ended since the brief.

    Once a ticket was read, a queue that assigns by skill knows whom it wants.
    """
    ticket = await uow.tickets.get(brief.ticket)
    if ticket.status in ENDED:
        return False
    unread = ticket.triage is None
    by_skill = desk.queue(ticket.queue).assign is AssignmentRule.BY_SKILL
    for specialist, advice in advices:
        if advice.triage is not None and advice.triage != ticket.triage:
            ticket.take_triage(advice.triage, brief.upto, specialist, now)
    if ticket.recorded:
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.card(ticket.id))
    if unread and ticket.triage is not None and ticket.primary is None and by_skill:
        await find_primary(uow, desk, ticket, now)
    return True
