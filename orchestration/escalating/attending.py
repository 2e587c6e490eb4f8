"""Escalates what the owner's tiers say, and what people ask for.

It looks once at what a unit of work has saved, and never at what it saves itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from orchestration import deliveries
from orchestration.cases import filing
from orchestration.clock.followups import FollowUp
from orchestration.desk import Desk, Queue
from orchestration.escalating import verbs
from orchestration.escalating.conditions import Firing, fired, touched
from orchestration.escalating.policy import Tier
from orchestration.events.escalation import BY_HAND, Escalated
from orchestration.events.team import Part, Participant
from orchestration.events.ticket import Urgency
from orchestration.history import history_of
from orchestration.people import SYSTEM, Person, Staff, System
from orchestration.ports import UnitOfWork
from orchestration.ports.tickets import by_ticket
from orchestration.status import ENDED, TRANSITIONS
from orchestration.team import relief, teamwork
from orchestration.team.assignment import find_primary
from orchestration.team.mentions import Roster, meant_by
from orchestration.telling.notices import on_duty
from orchestration.ticket import Ticket


async def apply_tiers(uow: UnitOfWork, desk: Desk, now: datetime) -> None:
    """Does what the tiers say of everything that this unit of work has saved."""
    for ticket, entries in by_ticket(uow.tickets.saved):
        if touched(desk.escalation, ticket, entries):
            timeline = await history_of(uow, ticket.id)
            for firing in fired(desk.escalation, ticket, entries, timeline):
                await escalate(uow, desk, ticket, firing, SYSTEM, now)


async def escalate(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, firing: Firing, by: Staff | System, now: datetime
) -> None:
    """Does what a tier says, by rule or by hand; raises what `verbs.escalate` raises."""
    tier = firing.tier
    roster = Roster(await uow.people.staff(), await on_duty(uow, desk, now))
    told = tuple(person.id for person in _meant(tier.notify, roster, desk))
    mark = Escalated(tier.id, firing.cause, told=told, reason=firing.reason)
    verbs.escalate(ticket, mark, _meant(tier.add, roster, desk), by, now)
    _file(ticket, tier, now)
    await filing.keep(uow, ticket)
    if tier.queue is not None and tier.queue != ticket.queue:
        await _move(uow, desk, ticket, desk.queue(tier.queue), now)
    elif tier.reassign_after is not None:
        await relief.relieve_silent(uow, desk, ticket, tier.reassign_after, now)


async def look_for_silent(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Relieves who is silent on a ticket that still bears the mark of a tier which wants that."""
    ticket = await uow.tickets.get(due.ticket)
    marked = [each for each in desk.escalation.tiers if each.id in ticket.escalations]
    times = [each.reassign_after for each in marked if each.reassign_after is not None]
    if times and ticket.status not in ENDED:
        await relief.relieve_silent(uow, desk, ticket, min(times), now)


async def to_person(
    uow: UnitOfWork, ticket: Ticket, person: Person, reason: str, by: Staff, now: datetime
) -> None:
    """`by` escalates to one person, who works along; raises what `verbs.escalate` raises."""
    mark = Escalated(person.mention, BY_HAND, reason=reason)
    verbs.escalate(ticket, mark, [person], by, now)
    await filing.keep(uow, ticket)


async def deescalate(uow: UnitOfWork, ticket: Ticket, tier: str, by: Staff, now: datetime) -> None:
    """Takes back a mark, or all; raises what `verbs.deescalate` raises."""
    verbs.deescalate(ticket, tier, by, now)
    await filing.keep(uow, ticket)


def _file(ticket: Ticket, tier: Tier, now: datetime) -> None:
    """What the owner decided is done in the desk's own name, each as an entry of its own."""
    ranks = list(Urgency)
    if tier.priority and ranks.index(tier.priority) > ranks.index(ticket.urgency):
        filing.set_priority(ticket, tier.priority, SYSTEM, now)
    if tier.status in TRANSITIONS[ticket.status]:
        ticket.set_status(tier.status, SYSTEM, now)


async def _move(uow: UnitOfWork, desk: Desk, ticket: Ticket, queue: Queue, now: datetime) -> None:
    """Another team answers from now on; whoever did so works along."""
    relieved = ticket.primary
    filing.move_queue(ticket, queue, SYSTEM, now)
    if relieved is not None:
        along = Participant(relieved.id, relieved.name, Part.COLLABORATOR)
        if along not in ticket.participants:
            teamwork.keep_on(ticket, relieved, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))
    if ticket.status not in ENDED:
        await find_primary(uow, desk, ticket, now)


def _meant(names: Iterable[str], roster: Roster, desk: Desk) -> Sequence[Person]:
    meant = {number for name in names for number in meant_by(name, roster, desk)}
    return [person for person in roster.staff if person.id in meant or str(person.id) in names]
