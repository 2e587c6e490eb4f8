"""The first way through the house: what a customer writes becomes part of a ticket."""

from dataclasses import dataclass
from datetime import datetime

from orchestration import deliveries
from orchestration.content import Content, MessageRef
from orchestration.desk import Desk
from orchestration.escalation import watch_for_claim
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.people import Customer
from orchestration.ports import Side, UnitOfWork
from orchestration.reach import came_back
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: The card shows first words up to this many characters; longer ones follow as a message.
CARD_WORDS = 600


@dataclass(frozen=True, slots=True)
class Incoming:
    """A customer's message: what it says, where it stands, and what it replies to."""

    customer: Customer
    content: Content
    message: MessageRef
    reply_to: MessageRef | None = None


async def receive(uow: UnitOfWork, desk: Desk, incoming: Incoming, now: datetime) -> Ticket:
    """Puts a customer's message into the ticket it belongs to, opening one where there is none.

    A reply goes to the ticket of the message it replies to, anything else to the current one.
    A closed ticket is continued by a new one, linked to it.
    """
    found = await _ticket_meant(uow, incoming)
    if found is None or found.status is Status.CLOSED:
        return await open_ticket(uow, desk, incoming, now, previous=found)
    before = found.status
    entry = found.receive(incoming.content, now)
    back = not found.reachable
    if back:
        found.come_back(now)
    await uow.tickets.save(found)
    if back:  # they write, so they can be written to, whatever we were told
        await came_back(uow, incoming.customer.id, now)
    await uow.tickets.make_current(incoming.customer.id, found.id)
    await uow.links.add(incoming.message, entry.ref, Side.CUSTOMER)
    await uow.outbox.add(deliveries.to_topic(entry))
    if found.status is not before:
        await uow.outbox.add(deliveries.card(found.id), deliveries.dress(found.id))
    elif back:
        await uow.outbox.add(deliveries.card(found.id))
    if before is Status.RESOLVED and found.primary is None:
        await watch_for_claim(uow, desk, found, now)
    await _consult_later(uow, desk, found, now)
    return found


async def open_ticket(
    uow: UnitOfWork,
    desk: Desk,
    incoming: Incoming,
    now: datetime,
    previous: Ticket | None = None,
) -> Ticket:
    """Opens a ticket with this message, makes it current, and tells the customer its number."""
    customer = incoming.customer
    number = await uow.tickets.next_number()
    linked = previous.id if previous else None
    ticket = Ticket.open(number, customer, incoming.content, now, linked)
    entry = ticket.receive(incoming.content, now)
    receipt = ticket.say(PublicSentence.RECEIPT, {"ticket": number}, now)
    await uow.tickets.save(ticket)
    await uow.tickets.make_current(customer.id, number)
    await uow.links.add(incoming.message, entry.ref, Side.CUSTOMER)
    await uow.outbox.add(deliveries.opening_card(number))
    if not fits_card(entry):
        await uow.outbox.add(deliveries.to_topic(entry))
    await uow.outbox.add(deliveries.to_customer(ticket, receipt), deliveries.pin(number))
    await watch_for_claim(uow, desk, ticket, now)
    await _consult_later(uow, desk, ticket, now)
    return ticket


def fits_card(entry: Entry) -> bool:
    """Whether the card can hold the whole of a customer's first message."""
    content = getattr(entry.event, "content", None)
    return isinstance(content, Content) and content.is_text and len(content.text) <= CARD_WORDS


async def _ticket_meant(uow: UnitOfWork, incoming: Incoming) -> Ticket | None:
    if incoming.reply_to is not None:
        ref = await uow.links.entry_of(incoming.reply_to)
        if ref is not None:
            ticket = await uow.tickets.get(ref.ticket)
            if ticket.customer.id == incoming.customer.id:
                return ticket
    return await uow.tickets.current_of(incoming.customer.id)


async def _consult_later(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    due = FollowUp(ticket.id, FollowUpKind.CONSULT, now + desk.settle)
    await uow.follow_ups.schedule(due)
