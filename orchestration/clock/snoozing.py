"""A ticket that sleeps until its time comes, or its customer writes."""

from datetime import datetime

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.delivery import Delivery, Lane, NameInTopic
from orchestration.desk import Desk
from orchestration.ending.resolution import settled
from orchestration.errors.followups import NotSnoozed
from orchestration.errors.ticket import IllegalTransition
from orchestration.events.followups import Snoozed, Woken
from orchestration.people import SYSTEM, Staff, System
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb
from orchestration.sentences import StaffSentence
from orchestration.status import TRANSITIONS, Status
from orchestration.team.assignment import find_primary
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry


async def snooze(
    uow: UnitOfWork, ticket: Ticket, until: datetime, by: Staff, now: datetime
) -> None:
    """Lets the ticket sleep; one that sleeps already gets another time.

    Raises `TicketClosed`, `NotAllowed`, and `IllegalTransition` for one that is resolved.
    """
    put_to_sleep(ticket, until, by, now)
    await uow.tickets.save(ticket)
    await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.WAKE, until))
    await settled(uow, ticket)


async def wake(uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime) -> None:
    """Wakes it by hand; raises `NotSnoozed` and `NotAllowed`."""
    ticket.check_allowed(by, Verb.SNOOZE)
    await _woken(uow, desk, ticket, by, now)


async def time_to_wake(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Wakes it in its time, and says so to who answers it, or to the supervisors."""
    ticket = await uow.tickets.get(due.ticket)
    if ticket.status is not Status.SNOOZED:
        return
    await _woken(uow, desk, ticket, SYSTEM, now)
    supervisors = [person.id for person in await uow.people.supervisors()]
    people = (ticket.primary.id,) if ticket.primary else tuple(supervisors)
    body = NameInTopic(people, StaffSentence.AWAKE, "")
    await uow.outbox.add(Delivery(Lane.ALERT, body, ticket.id))


def put_to_sleep(ticket: Ticket, until: datetime, by: Staff, at: datetime) -> Entry:
    """The verb: the ticket sleeps until then."""
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.SNOOZE)
    sleeps = ticket.status is Status.SNOOZED
    if not sleeps and Status.SNOOZED not in TRANSITIONS[ticket.status]:
        allowed = TRANSITIONS[ticket.status]
        raise IllegalTransition(ticket.id, ticket.status, Status.SNOOZED, allowed)
    after = None if sleeps else Status.SNOOZED
    return ticket.record(Snoozed(until), by, Audience.INTERNAL, at, after)


async def _woken(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff | System, now: datetime
) -> None:
    if ticket.status is not Status.SNOOZED:
        raise NotSnoozed(ticket=ticket.id)
    ticket.record(Woken(), by, Audience.INTERNAL, now, Status.OPEN)
    await uow.tickets.save(ticket)
    if ticket.primary is None:
        await find_primary(uow, desk, ticket, now)
    await settled(uow, ticket)
