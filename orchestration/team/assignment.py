"""Who answers a ticket: claim, assign, release, and what happens when someone leaves.

The notices tell whoever it concerns.
"""

from collections.abc import Collection
from datetime import datetime

from orchestration import deliveries
from orchestration.answering.staff_message import StaffMessage, link
from orchestration.clock.claim_watch import mentions, watch_for_claim, watch_for_relief
from orchestration.clock.followups import FollowUpKind
from orchestration.desk import Desk
from orchestration.people import Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import ENDED
from orchestration.team import away, collaboration, staffing, teamwork
from orchestration.team.assigning import Nobody
from orchestration.ticket import Ticket


async def claim(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """`by` becomes the primary responder; raises what `Ticket.claim` raises."""
    ticket.claim(by, now)
    await _taken(uow, ticket)


async def hand_over(
    uow: UnitOfWork, ticket: Ticket, to: Person, written: StaffMessage, now: datetime
) -> None:
    """Passes the ticket on with a note; raises what `teamwork.hand_over` raises."""
    entry = teamwork.hand_over(ticket, to, written.content, written.author, now)
    await _taken(uow, ticket)
    await link(uow, written, entry)


async def assign(uow: UnitOfWork, ticket: Ticket, to: Person, by: Staff, now: datetime) -> None:
    """Gives the ticket to `to`; raises what `Ticket.assign` raises."""
    ticket.assign(to, by, now)
    await _taken(uow, ticket)


async def release(uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime) -> None:
    """Nobody is the primary any more, unless the queue's rule finds another one."""
    relieved = ticket.primary_id
    ticket.release(by, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))
    if relieved is not None and ticket.status not in ENDED:
        await find_primary(uow, desk, ticket, now, {relieved})


async def find_primary(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime, passed: Collection[int] = ()
) -> None:
    """Gives a ticket that waits for somebody to whom its queue's rule finds, but for `passed`.

    Where that is nobody, the desk watches that someone claims it. The ticket must be saved.
    """
    await watch_for_relief(uow, desk, ticket, now)
    found = await staffing.find(uow, desk, ticket, now, passed)
    if isinstance(found, Nobody):
        await watch_for_claim(uow, desk, ticket, now)
    else:
        await staffing.give(uow, desk, ticket, found, now)
        await _taken(uow, ticket)


async def ask_owner(uow: UnitOfWork, ticket: Ticket, by: Staff) -> None:
    """Asks the primary responder, by name in the topic, to hand the ticket to `by`."""
    if ticket.primary is None:
        return
    owner = await uow.people.get(ticket.primary.id)
    who = owner.mention if owner else ticket.primary.name
    facts: Facts = {"ticket": ticket.id, "who": who, "by": by.name}
    await uow.outbox.add(deliveries.alert(ticket.id, StaffSentence.ASKED_FOR, facts))


async def someone_left(uow: UnitOfWork, desk: Desk, person: Person, now: datetime) -> None:
    """Releases the tickets of someone who left the staff.

    Those for which the rule of their queue finds nobody are named to the supervisors. They take
    no part in any other either.

    A resolved one is released in silence: if its customer comes back, it is nobody's.
    """
    supervisors = await mentions(uow)
    await uow.absences.end(person.id)
    await staffing.forget_turns(uow, person.id)
    await collaboration.someone_left(uow, person, now)
    for ticket in await uow.tickets.owned_by(person.id):
        ticket.lose_primary(now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.card(ticket.id))
        if ticket.status not in ENDED:
            await find_primary(uow, desk, ticket, now, {person.id})
        if ticket.status not in ENDED and ticket.primary is None:
            facts: Facts = {"ticket": ticket.id, "who": person.name, "supervisors": supervisors}
            told = deliveries.alert(ticket.id, StaffSentence.RELEASED_LEFT, facts)
            await uow.outbox.add(told)


async def _taken(uow: UnitOfWork, ticket: Ticket) -> None:
    await uow.tickets.save(ticket)
    await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    await uow.outbox.add(deliveries.card(ticket.id), deliveries.dress(ticket.id))
    if ticket.primary is not None:
        for absence in await uow.absences.of([ticket.primary.id]):
            await away.show_the_end(uow, ticket.id, absence)
