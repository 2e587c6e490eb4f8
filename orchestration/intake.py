"""The first way through the house: what a customer writes becomes part of a ticket."""

from dataclasses import dataclass
from datetime import datetime

from orchestration import deliveries
from orchestration.answering.album import album_begun
from orchestration.cases.joined import where_it_goes_on
from orchestration.clock.claim_watch import watch_for_claim
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reminding import customer_wrote
from orchestration.content import Content, MessageRef, Quote, ReplyTo
from orchestration.customers import out_of_hours
from orchestration.customers.reach import came_back
from orchestration.customers.thanks import is_thanks, take_thanks
from orchestration.desk import Desk
from orchestration.events import CustomerWrote
from orchestration.people import Customer
from orchestration.ports import Side, UnitOfWork
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.team import relief
from orchestration.team.assignment import find_primary
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: The card shows first words up to this many characters; longer ones follow as a message.
CARD_WORDS = 600


@dataclass(frozen=True, slots=True)
class Incoming:
    """A customer's message: what it says, where it stands, and what it replies to.

    A text is shown together with others at `gathers`, where that is set.
    """

    customer: Customer
    content: Content
    message: MessageRef
    reply_to: MessageRef | None = None
    quote: Quote | None = None
    gathers: datetime | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a new ticket belongs, as far as its customer said so."""

    queue: str
    tags: tuple[str, ...] = ()


async def receive(uow: UnitOfWork, desk: Desk, incoming: Incoming, now: datetime) -> Ticket:
    """Puts a customer's message into the ticket it belongs to, opening one where there is none.

    A reply goes to the ticket of the message it replies to, anything else to the current one.
    A closed ticket is continued by a new one, linked to it. A bare "thank you" leaves a resolved
    one resolved.
    """
    found = await ticket_meant(uow, incoming)
    if found is None or found.status is Status.CLOSED:
        return await open_ticket(uow, desk, incoming, now, previous=found)
    return await add_to(uow, desk, found, incoming, now)


async def add_to(
    uow: UnitOfWork, desk: Desk, found: Ticket, incoming: Incoming, now: datetime
) -> Ticket:
    """Puts a customer's message into a ticket that is not closed, and makes that current."""
    before = found.status
    await customer_wrote(uow, found, now)
    reply_to = await _replied_to(uow, incoming, found)
    thanked = before is Status.RESOLVED and is_thanks(incoming.content)
    receive_it = take_thanks if thanked else Ticket.receive
    entry = receive_it(found, incoming.content, now, reply_to)
    back = not found.reachable
    if back:
        found.come_back(now)
    await uow.tickets.save(found)
    if back:  # they write, so they can be written to, whatever we were told
        await came_back(uow, incoming.customer.id, now)
    await uow.tickets.make_current(incoming.customer.id, found.id)
    await uow.links.add(incoming.message, entry.ref, Side.CUSTOMER)
    await uow.outbox.add(deliveries.to_topic(entry, gathers=incoming.gathers))
    if found.status is not before:
        await uow.outbox.add(deliveries.card(found.id), deliveries.dress(found.id))
    elif back:
        await uow.outbox.add(deliveries.card(found.id))
    if thanked:
        return found
    if before is Status.RESOLVED and found.primary is None:
        await find_primary(uow, desk, found, now)
    elif before is Status.WAITING_CUSTOMER and found.primary is None:
        await watch_for_claim(uow, desk, found, now)  # specialists had answered, or who has gone
    else:
        await relief.customer_wrote(uow, desk, found, now)
    await out_of_hours.greet(uow, desk, found, now)
    await consult_later(uow, desk, found, now)
    return found


async def open_ticket(
    uow: UnitOfWork,
    desk: Desk,
    incoming: Incoming,
    now: datetime,
    previous: Ticket | None = None,
    filed: Filed | None = None,
) -> Ticket:
    """Opens a ticket with this message, makes it current, and tells the customer its number.

    It waits in the queue for new tickets, unless it is `filed` elsewhere.
    """
    customer = incoming.customer
    number = await uow.tickets.next_number()
    linked = previous.id if previous else None
    ticket = Ticket.open(number, customer, incoming.content, now, linked)
    filed = filed or Filed(desk.new_tickets)
    ticket.queue, ticket.tags = filed.queue, filed.tags
    reply_to = ReplyTo(quote=incoming.quote) if incoming.quote else None
    entry = ticket.receive(incoming.content, now, reply_to)
    receipt = ticket.say(PublicSentence.RECEIPT, {"ticket": number}, now)
    await uow.tickets.save(ticket)
    await uow.tickets.make_current(customer.id, number)
    await uow.links.add(incoming.message, entry.ref, Side.CUSTOMER)
    await uow.outbox.add(deliveries.opening_card(number))
    if not fits_card(entry):
        await uow.outbox.add(deliveries.to_topic(entry))
    await uow.outbox.add(deliveries.to_customer(ticket, receipt), deliveries.pin(number))
    await find_primary(uow, desk, ticket, now)
    await out_of_hours.greet(uow, desk, ticket, now)
    await consult_later(uow, desk, ticket, now)
    return ticket


def fits_card(entry: Entry) -> bool:
    """Whether the card can hold the whole of a customer's first message."""
    if not isinstance(entry.event, CustomerWrote) or entry.event.reply_to is not None:
        return False
    content = entry.event.content
    return content.is_text and len(content.text) <= CARD_WORDS


async def ticket_meant(uow: UnitOfWork, incoming: Incoming) -> Ticket | None:
    """The ticket that a message belongs to: of what it replies to, else the current one."""
    if incoming.reply_to is not None:
        ref = await uow.links.entry_of(incoming.reply_to)
        if ref is not None:
            ticket = await uow.tickets.get(ref.ticket)
            if ticket.customer.id == incoming.customer.id:
                return await where_it_goes_on(uow, ticket)
    current = await uow.tickets.current_of(incoming.customer.id)
    return await where_it_goes_on(uow, current) if current else None


async def _replied_to(uow: UnitOfWork, incoming: Incoming, ticket: Ticket) -> ReplyTo | None:
    ref = await uow.links.entry_of(incoming.reply_to) if incoming.reply_to else None
    seq = ref.seq if ref is not None and ref.ticket == ticket.id else None
    if seq is not None or incoming.quote is not None:
        return ReplyTo(seq, incoming.quote)
    begun = await album_begun(uow, ticket, incoming.content.album)
    return begun.event.reply_to if begun and isinstance(begun.event, CustomerWrote) else None


async def consult_later(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """The specialists read the customer's words once these have settled."""
    due = FollowUp(ticket.id, FollowUpKind.CONSULT, now + desk.settle)
    await uow.follow_ups.schedule(due)
