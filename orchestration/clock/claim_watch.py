"""The fourth way through the house: the clock finds what waits too long."""

from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.sla.calendar import NeverOpen
from orchestration.status import ENDED
from orchestration.team import staffing
from orchestration.team.assigning import Nobody
from orchestration.ticket import Ticket

UNCLAIMED = "unclaimed"
_MINUTE = timedelta(minutes=1)
#: What is worth saying of why a rule found nobody, as the alert's wording counts it.
_WHY = {Nobody.ALL_AWAY: 1, Nobody.NO_PEOPLE: 2}


async def watch_for_claim(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """From now on somebody should claim the ticket within the desk's time.

    It counts in the open hours of the ticket's queue: nobody is called at night for what nobody
    could claim.
    """
    try:
        due_at = desk.sla.hours_of(ticket.queue).after(now, desk.claim_within)
    except NeverOpen:  # longer than the team is at work within ten years
        return
    await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.UNCLAIMED, due_at))


async def watch_for_relief(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """From now on a customer waits, in a queue that relieves whoever lets them wait."""
    after = desk.queue(ticket.queue).relieve_after
    if after is not None:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.RELIEF, now + after))


async def nobody_claimed(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Mentions the supervisors once, in the topic, if the ticket still has no primary.

    Where the queue's rule finds nobody, they learn why.
    """
    ticket = await uow.tickets.get(due.ticket)
    if ticket.primary is not None or ticket.status in ENDED:
        return
    waited = desk.claim_within + desk.sla.hours_of(ticket.queue).between(due.due_at, now)
    ticket.alert(UNCLAIMED, now)
    await uow.tickets.save(ticket)
    facts: Facts = {
        "ticket": ticket.id,
        "minutes": int(waited / _MINUTE),
        "why": await _why(uow, desk, ticket, now),
        "supervisors": await mentions(uow),
    }
    await uow.outbox.add(deliveries.alert(ticket.id, StaffSentence.UNCLAIMED, facts))


async def _why(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> int:
    found = await staffing.find(uow, desk, ticket, now)
    return _WHY.get(found, 0) if isinstance(found, Nobody) else 0


async def mentions(uow: UnitOfWork) -> str:
    """The names that notify every supervisor the desk has seen."""
    return " ".join(person.mention for person in await uow.people.supervisors())
