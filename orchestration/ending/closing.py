"""After a ticket is resolved: the customer rates it, and may add a comment."""

from datetime import datetime

from orchestration import deliveries, events
from orchestration.errors.customers import NotEnded
from orchestration.errors.ticket import NoSuchTicket
from orchestration.intake import Incoming
from orchestration.people import Customer
from orchestration.ports import Side, UnitOfWork
from orchestration.sentences import PublicSentence
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

#: What a comment replies to.
_ASKS = frozenset({PublicSentence.RATING_ASKED, PublicSentence.RATED})


async def ask_rating(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """Asks the customer of a saved, resolved ticket how the desk did, unless they said so."""
    if ticket.status is not Status.RESOLVED or ticket.rating is not None:
        return
    asked = ticket.say(PublicSentence.RATING_ASKED, {"ticket": ticket.id}, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.to_customer(ticket, asked))


async def rate(uow: UnitOfWork, customer: Customer, number: int, score: int, now: datetime) -> None:
    """Keeps a customer's rating of their own ticket, 1 to 5; a later one replaces it.

    Raises `NoSuchTicket` and `NotEnded`.
    """
    ticket = await uow.tickets.get(number)
    if ticket.customer.id != customer.id:
        raise NoSuchTicket(ticket=number)
    if ticket.rating == score:
        return
    take_rating(ticket, score, now)
    said = ticket.say(PublicSentence.RATED, {"ticket": number, "score": score}, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.to_customer(ticket, said), deliveries.card(number))


def take_rating(ticket: Ticket, score: int, at: datetime) -> Entry:
    """The customer rates their ticket; raises `NotEnded` while it is under way."""
    if ticket.status not in ENDED:
        raise NotEnded(ticket=ticket.id)
    ticket.rating = score
    return ticket.record(events.Rated(score), ticket.customer, Audience.PUBLIC, at)


async def comment(uow: UnitOfWork, incoming: Incoming, now: datetime) -> bool:
    """Keeps a reply to the question for a rating as a comment; False when it is none.

    Then, as when the ticket is under way again, it is a message like any other.
    """
    ref = await uow.links.entry_of(incoming.reply_to) if incoming.reply_to else None
    if ref is None or not incoming.content.is_text:
        return False
    asked = (await uow.timeline.entry(ref)).event
    if not isinstance(asked, events.SystemSaid) or asked.sentence not in _ASKS:
        return False
    ticket = await uow.tickets.get(ref.ticket)
    if ticket.customer.id != incoming.customer.id or ticket.status not in ENDED:
        return False
    event = events.RatingCommented(incoming.content)
    entry = ticket.record(event, ticket.customer, Audience.PUBLIC, now)
    await uow.tickets.save(ticket)
    await uow.links.add(incoming.message, entry.ref, Side.CUSTOMER)
    told = deliveries.tell(ticket.customer.id, PublicSentence.COMMENT_KEPT, {"ticket": ticket.id})
    await uow.outbox.add(deliveries.to_topic(entry), told)
    return True
