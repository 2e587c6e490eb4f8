"""Who writes while nobody is at work is told, once, when somebody will be.

Every closed stretch of a calendar ends with an opening, so that names it: whatever leads to the
same opening lies in the same stretch.
"""

from datetime import datetime

from orchestration import deliveries
from orchestration.desk import Desk
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, PublicSentence
from orchestration.sla.calendar import Calendar, NeverOpen
from orchestration.ticket import Ticket


async def greet(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """Tells the saved ticket's customer, who just wrote, when the ticket's team is there again.

    Once for each closed stretch of its calendar, on whatever ticket they write; never where staff
    have answered them in that stretch, or where the desk's owner does not want it.
    """
    name = desk.sla.calendar_of(ticket.queue)
    calendar = desk.sla.calendar(name)
    opening = opening_after(calendar, now)
    if opening is None or name in desk.sla.silent:
        return
    told = f"{_told(ticket.customer.id)}{name}"
    before = await uow.memory.recall(told)
    if before == opening.isoformat() or await _answered(uow, ticket, calendar, opening):
        return
    await uow.memory.swap(told, before, opening.isoformat())
    said = ticket.say(PublicSentence.OUT_OF_HOURS, _facts(opening, calendar), now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.to_customer(ticket, said))


def opening_after(calendar: Calendar, now: datetime) -> datetime | None:
    """When a closed team opens, in UTC; None for one that is at work, or closed for good."""
    try:
        opening = calendar.next_opening(now)
    except NeverOpen:
        return None
    return opening if opening > now else None


async def forget(uow: UnitOfWork, customer: int) -> None:
    """Forgets that the customer was told anything."""
    for name in await uow.memory.names(_told(customer)):
        await uow.memory.forget(name)


async def _answered(uow: UnitOfWork, ticket: Ticket, calendar: Calendar, opening: datetime) -> bool:
    """Whether staff answered the customer since the calendar closed, on any of their tickets."""
    tickets = await uow.tickets.of_customer(ticket.customer.id)
    replies = (each.last_reply for each in tickets)
    return any(opening_after(calendar, each.sent_at) == opening for each in replies if each)


def _facts(opening: datetime, calendar: Calendar) -> Facts:
    there = opening.astimezone(calendar.zone)
    return {
        "weekday": there.isoweekday(),
        "day": f"{there:%Y-%m-%d}",
        "time": f"{there:%H:%M}",
        "zone": calendar.zone.key,
    }


def _told(customer: int) -> str:
    return f"out-of-hours:{customer}:"
