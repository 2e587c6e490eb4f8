"""Who answers a ticket: claim, assign, release, and what happens when someone leaves.

The notices tell whoever it concerns.
"""

from datetime import datetime

from orchestration import collaboration, deliveries, teamwork
from orchestration.desk import Desk
from orchestration.escalation import mentions, watch_for_claim
from orchestration.followups import FollowUpKind
from orchestration.people import Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.replies import StaffMessage, link
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import ENDED
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
    """Nobody is the primary any more; the desk watches again that someone claims it."""
    ticket.release(by, now)
    await uow.tickets.save(ticket)
    await watch_for_claim(uow, desk, ticket, now)
    await uow.outbox.add(deliveries.card(ticket.id))


async def ask_owner(uow: UnitOfWork, ticket: Ticket, by: Staff) -> None:
    """Asks the primary responder, by name in the topic, to hand the ticket to `by`."""
    if ticket.primary is None:
        return
    owner = await uow.people.get(ticket.primary.id)
    who = owner.mention if owner else ticket.primary.name
    facts: Facts = {"ticket": ticket.id, "who": who, "by": by.name}
    await uow.outbox.add(deliveries.alert(ticket.id, StaffSentence.ASKED_FOR, facts))


async def someone_left(uow: UnitOfWork, desk: Desk, person: Person, now: datetime) -> None:
    """Releases the tickets of someone who left the staff, and names them to the supervisors.

    They take no part in any other either.

    A resolved one is released in silence: if its customer comes back, it is nobody's.
    """
    supervisors = await mentions(uow)
    await collaboration.someone_left(uow, person, now)
    for ticket in await uow.tickets.owned_by(person.id):
        ticket.lose_primary(now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.card(ticket.id))
        if ticket.status not in ENDED:
            await watch_for_claim(uow, desk, ticket, now)
            facts: Facts = {"ticket": ticket.id, "who": person.name, "supervisors": supervisors}
            told = deliveries.alert(ticket.id, StaffSentence.RELEASED_LEFT, facts)
            await uow.outbox.add(told)


async def _taken(uow: UnitOfWork, ticket: Ticket) -> None:
    await uow.tickets.save(ticket)
    await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    await uow.outbox.add(deliveries.card(ticket.id), deliveries.dress(ticket.id))
