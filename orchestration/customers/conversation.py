"""What a customer can ask of their own tickets besides writing into them."""

from datetime import datetime

from orchestration import deliveries
from orchestration.clock.claim_watch import mentions
from orchestration.ending.closing import ask_rating
from orchestration.ending.resolution import settled
from orchestration.ending.wrapping_up import withdraw_question
from orchestration.errors.ticket import NoSuchTicket
from orchestration.people import Customer
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket


async def start_another(uow: UnitOfWork, customer: Customer) -> None:
    """The customer's next message opens a new ticket."""
    await uow.tickets.make_current(customer.id, None)
    await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.NEXT_IS_NEW))


async def list_tickets(uow: UnitOfWork, customer: Customer) -> None:
    """Shows the customer their tickets, each as a button that chooses it."""
    tickets = await uow.tickets.of_customer(customer.id)
    if not tickets:
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.NO_TICKETS))
        return
    current = await uow.tickets.current_of(customer.id)
    facts: Facts = {"count": len(tickets), "current": current.id if current else 0}
    choices = {f"#{ticket.id} {ticket.subject}": ticket.id for ticket in tickets}
    told = deliveries.tell(customer.id, PublicSentence.TICKET_LIST, facts, choices)
    await uow.outbox.add(told)


async def choose(uow: UnitOfWork, customer: Customer, number: int) -> Ticket:
    """Makes one of the customer's own tickets current; raises `NoSuchTicket` for any other."""
    ticket = await uow.tickets.get(number)
    if ticket.customer.id != customer.id:
        raise NoSuchTicket(ticket=number)
    await uow.tickets.make_current(customer.id, number)
    facts: Facts = {"ticket": number, "subject": ticket.subject}
    await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.SWITCHED, facts))
    return ticket


async def tell_status(uow: UnitOfWork, customer: Customer) -> None:
    """Tells the customer where their current ticket stands."""
    ticket = await uow.tickets.current_of(customer.id)
    if await _waits_for_answer(uow, customer, ticket):
        return
    if ticket is None:
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.NO_CURRENT))
        return
    facts: Facts = {"ticket": ticket.id, "subject": ticket.subject, "status": ticket.status}
    await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.STATUS, facts))


async def close(uow: UnitOfWork, customer: Customer, now: datetime) -> None:
    """The customer needs no more: their current ticket is resolved, whatever is open inside."""
    ticket = await uow.tickets.current_of(customer.id)
    if await _waits_for_answer(uow, customer, ticket):
        return
    if ticket is None:
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.NO_CURRENT))
        return
    if ticket.status in ENDED:
        facts: Facts = {"ticket": ticket.id}
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.ALREADY_ENDED, facts))
        return
    withdraw_question(ticket, now)
    ticket.settle_by_customer(now)
    said = ticket.say(PublicSentence.RESOLVED_BY_CUSTOMER, {"ticket": ticket.id}, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.to_customer(ticket, said))
    await settled(uow, ticket)
    await ask_rating(uow, ticket, now)


async def ask_for_people(uow: UnitOfWork, customer: Customer, now: datetime) -> None:
    """Puts the customer's current ticket in front of people; supervisors are told once.

    A resolved ticket comes back for it, and then they are told anew.
    """
    ticket = await uow.tickets.current_of(customer.id)
    if ticket is None or ticket.status is Status.CLOSED:
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.NO_CURRENT))
        return
    if ticket.people_called and ticket.status is not Status.RESOLVED:
        said = ticket.say(PublicSentence.PEOPLE_ALREADY_CALLED, {"ticket": ticket.id}, now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.to_customer(ticket, said))
        return
    ticket.call_people(now)
    said = ticket.say(PublicSentence.PEOPLE_CALLED, {"ticket": ticket.id}, now)
    await uow.tickets.save(ticket)
    facts: Facts = {
        "ticket": ticket.id,
        "customer": customer.name,
        "supervisors": await mentions(uow),
    }
    await uow.outbox.add(
        deliveries.alert(ticket.id, StaffSentence.CUSTOMER_WANTS_PERSON, facts),
        deliveries.to_customer(ticket, said),
        deliveries.card(ticket.id),
        deliveries.dress(ticket.id),
    )


async def _waits_for_answer(uow: UnitOfWork, customer: Customer, current: Ticket | None) -> bool:
    """Whether no request is under way but one that opens by their answer; then they are told."""
    under_way = current is not None and current.status not in ENDED
    if under_way or await uow.receptions.of(customer.id) is None:
        return False
    await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.INTAKE_WAITS))
    return True
