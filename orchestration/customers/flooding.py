"""A customer who writes a great deal: all of it arrives, shown together, and they are told once."""

from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.cases.joined import where_it_goes_on
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.customers.pace import TOLD_ON_CARD, Pace
from orchestration.desk import Desk
from orchestration.people import Customer
from orchestration.ports import UnitOfWork
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.ticket import Ticket

#: In such a span a customer opens as many tickets as the desk allows.
HOUR = timedelta(hours=1)


async def count(uow: UnitOfWork, desk: Desk, customer: Customer, now: datetime) -> Pace:
    """The customer's pace with one more message."""
    pace = (await uow.paces.of(customer.id)).wrote(now, desk.flood)
    await uow.paces.keep(pace)
    return pace


async def tell(uow: UnitOfWork, desk: Desk, ticket: Ticket, pace: Pace, now: datetime) -> None:
    """Says to the customer, once a flood, that their messages arrive; the card says it to staff.

    `ticket` is saved and holds the message that the pace was counted with.
    """
    over = len(pace.moments) - desk.flood.messages
    if over <= 0:
        return
    if not pace.told:
        await uow.paces.keep(replace(pace, told=True))
        said = ticket.say(PublicSentence.FLOOD_GATHERED, {}, now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_customer(ticket, said))
    if over >= TOLD_ON_CARD and pace.flood_until is not None:
        due = FollowUp(ticket.id, FollowUpKind.FLOOD_OVER, pace.flood_until)
        await uow.follow_ups.schedule(due)
    if over == TOLD_ON_CARD:
        await uow.outbox.add(deliveries.card(ticket.id))


async def over(uow: UnitOfWork, due: FollowUp) -> None:
    """The flood has ended, so the card no longer tells of it."""
    await uow.outbox.add(deliveries.card(due.ticket))


async def one_to_join(
    uow: UnitOfWork, desk: Desk, customer: Customer, now: datetime
) -> Ticket | None:
    """The ticket that words go to instead of opening yet another; None when one may be opened.

    That is the current one, else the newest. One may always be opened when all are closed.
    """
    newest = await uow.tickets.of_customer(customer.id, desk.flood.tickets)
    lately = [ticket for ticket in newest if now - ticket.created_at < HOUR]
    if len(lately) < desk.flood.tickets:
        return None
    current = await uow.tickets.current_of(customer.id)
    for ticket in [*([current] if current else []), *lately]:
        found = await where_it_goes_on(uow, ticket)
        if found.status is not Status.CLOSED:
            return found
    return None


async def tell_to_join(uow: UnitOfWork, ticket: Ticket) -> None:
    """Makes that ticket current, and says to its customer what they can do instead."""
    customer = ticket.customer.id
    await uow.tickets.make_current(customer, ticket.id)
    told = deliveries.tell(customer, PublicSentence.TOO_MANY_TICKETS, {"ticket": ticket.id})
    await uow.outbox.add(replace(told, collapse=f"too-many:{customer}"))
