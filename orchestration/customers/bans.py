"""Banning a customer: their messages stay out of the topics, in the record, and are counted."""

from datetime import datetime

from orchestration import deliveries
from orchestration.content import Content
from orchestration.ending.resolution import settled
from orchestration.ending.wrapping_up import withdraw_question
from orchestration.errors.customers import AlreadyBanned, CannotBanStaff, NotBanned
from orchestration.events import CustomerBanned, CustomerUnbanned, MessageWithheld
from orchestration.people import Customer, Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.bans import Ban
from orchestration.rights import Verb
from orchestration.sentences import PublicSentence
from orchestration.status import ENDED, TRANSITIONS, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience

#: Of so many of a customer's newest tickets those that nobody has claimed end with a ban.
REACH = 100


async def ban(uow: UnitOfWork, ticket: Ticket, reason: str, by: Staff, now: datetime) -> None:
    """Bans the ticket's customer, and resolves it and whatever of theirs nobody has claimed.

    A colleague's ticket stays with the colleague, who reads on its card what happened. Raises
    `NotAllowed`, `CannotBanStaff` or `AlreadyBanned`.
    """
    ticket.check_allowed(by, Verb.BAN)
    customer = ticket.customer
    person = await uow.people.get(customer.id)
    if person is not None and person.role is not None:
        raise CannotBanStaff(customer=customer.name)
    if await uow.bans.of(customer.id) is not None:
        raise AlreadyBanned(customer=customer.name)
    ends = Status.RESOLVED in TRANSITIONS[ticket.status]
    after = Status.RESOLVED if ends else None
    if ends:
        withdraw_question(ticket, now, by)
    ticket.record(CustomerBanned(reason), by, Audience.INTERNAL, now, after)
    await uow.tickets.save(ticket)
    await uow.bans.add(Ban(customer.id, ticket.id, by.name, now))
    await settled(uow, ticket)
    for other in await uow.tickets.of_customer(customer.id, REACH):
        if other.id == ticket.id or other.status in ENDED:
            continue
        if other.primary is None:
            withdraw_question(other, now, by)
            other.set_status(Status.RESOLVED, by, now)
            await uow.tickets.save(other)
            await settled(uow, other)
        else:
            await uow.outbox.add(deliveries.card(other.id))


async def unban(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """Lets the ticket's customer write again; raises `NotAllowed` or `NotBanned`."""
    ticket.check_allowed(by, Verb.UNBAN)
    customer = ticket.customer
    lifted = await uow.bans.lift(customer.id)
    if lifted is None:
        raise NotBanned(customer=customer.name)
    ticket.record(CustomerUnbanned(lifted.withheld), by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    others = await uow.tickets.of_customer(customer.id, REACH)
    stale = {one.id for one in others if one.status not in ENDED} | {ticket.id, lifted.ticket}
    await uow.outbox.add(*(deliveries.card(number) for number in sorted(stale)))
    if lifted.withheld:  # else they never knew
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.UNBANNED))


async def withhold(uow: UnitOfWork, customer: Customer, content: Content, now: datetime) -> bool:
    """Keeps a banned customer's message out of the topics; False for whoever is not banned.

    It stands in the record of the ticket that they were banned in, whose card counts it. The
    customer is told with the first one, and then no more.
    """
    banned = await uow.bans.of(customer.id)
    if banned is None:
        return False
    ticket = await uow.tickets.get(banned.ticket)
    ticket.record(MessageWithheld(content), customer, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await uow.bans.count(customer.id)
    await uow.outbox.add(deliveries.card(ticket.id))
    if not banned.withheld:
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.BANNED))
    return True
