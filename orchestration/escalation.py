"""The fourth way through the house: the clock finds what waits too long."""

from datetime import datetime

from orchestration import deliveries
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import ENDED
from orchestration.ticket import Ticket

UNCLAIMED = "unclaimed"


async def nobody_claimed(uow: UnitOfWork, number: int, now: datetime) -> Ticket | None:
    """Mentions the supervisors once, in the topic, if the ticket still has no primary.

    Returns the ticket when it alerted.
    """
    ticket = await uow.tickets.get(number)
    if ticket.primary is not None or ticket.status in ENDED:
        return None
    ticket.alert(UNCLAIMED, now)
    await uow.tickets.save(ticket)
    facts: Facts = {
        "ticket": number,
        "minutes": int((now - ticket.created_at).total_seconds() // 60),
        "supervisors": await mentions(uow),
    }
    await uow.outbox.add(deliveries.alert(number, StaffSentence.UNCLAIMED, facts))
    return ticket


async def mentions(uow: UnitOfWork) -> str:
    """The names that notify every supervisor the desk has seen."""
    return " ".join(person.mention for person in await uow.people.supervisors())
