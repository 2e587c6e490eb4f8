"""What stands between a public reply and the customer.

A reply waits while someone else is answering, or when it was sent before its author can have read
what others said. What can have been read is told by what the topic shows: the numbers of a group's
messages grow in the order in which everyone sees them, and Telegram's dates are whole seconds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration.answering import drafting
from orchestration.content import MessageRef
from orchestration.conversations import private
from orchestration.delivery import ShowCard, ShowEntry
from orchestration.errors import NotYetKnown
from orchestration.events import Obstacle
from orchestration.people import Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.rights import Standing, Verb, may, standing
from orchestration.ticket import LastReply, Ticket
from orchestration.timeline import EntryRef

#: A reply waits so long for the desk to know what stood above it; then its author is asked.
PATIENCE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Sending:
    """Someone wants words to go to the customer.

    `sent_at` is when they sent `message`, as Telegram dates it. A pressed button has no message
    and no date, so it is sent now, by someone who sees what the topic shows now. `answers` is the
    entry that they reply to, which they have read. Where these do not `wait`, only whoever is
    answering keeps them from going out.
    """

    by: Staff
    now: datetime
    sent_at: datetime | None = None
    message: MessageRef | None = None
    answers: EntryRef | None = None
    waits: bool = True


async def obstacle(uow: UnitOfWork, ticket: Ticket, sending: Sending) -> Obstacle | None:
    """Why these words are not sent at once; None when nothing stands in their way.

    What the rights refuse anyway is no obstacle, unless others were quicker. Raises `NotYetKnown`
    while the customer's words are on their way into the topic.
    """
    by = sending.by
    allowed = may(by, Verb.REPLY, ticket.primary_id)
    if not allowed and is_collaborator(ticket, by):
        return Obstacle.COLLABORATOR
    if drafting.held_by_another(ticket, by.id, sending.now) is not None:
        return Obstacle.LOCK
    if not sending.waits:
        return None
    if _overtaken(ticket.last_reply, sending):
        return Obstacle.COLLEAGUE
    if allowed and await _customer_overtook(uow, ticket, sending):
        return Obstacle.CUSTOMER
    return None


def is_collaborator(ticket: Ticket, by: Staff) -> bool:
    """Whether `by` works along on a ticket that someone else answers."""
    collaborators = ticket.collaborators
    return standing(by, ticket.primary_id, collaborators) is Standing.COLLABORATOR


def may_send_anyway(ticket: Ticket, by: Staff, now: datetime) -> bool:
    """Whether `by` may send past what stands in the way: few may past a lock."""
    locked = drafting.held_by_another(ticket, by.id, now) is not None
    return may(by, Verb.SEND_ANYWAY if locked else Verb.REPLY, ticket.primary_id)


def _overtaken(last: LastReply | None, sending: Sending) -> bool:
    """Whether a colleague answered in the second of the reply's date, or after it.

    Nobody reads an answer and writes their own within one second.
    """
    if last is None or last.by == sending.by.id or _has_read(sending, last.seq):
        return False
    sent_at = sending.sent_at or sending.now
    return last.sent_at.replace(microsecond=0) >= sent_at.replace(microsecond=0)


async def _customer_overtook(uow: UnitOfWork, ticket: Ticket, sending: Sending) -> bool:
    """Whether the customer's newest words did not stand in the topic yet when the reply was sent.

    What came before the author's own last answer they had read, or were asked about.
    """
    if await uow.inbox.waiting(private(ticket.customer.id), limit=1):
        return True  # the customer's next words are here, and nobody has seen them
    newest = await uow.timeline.last_customer_seq(ticket.id)
    last = ticket.last_reply
    answered = last is not None and last.by == sending.by.id and last.seq > newest
    if not newest or answered or _has_read(sending, newest):
        return False
    entry = EntryRef(ticket.id, newest)
    shown = await uow.links.messages_of(entry, Side.STAFF)
    if not shown and _fresh(sending) and await _is_being_shown(uow, entry):
        raise NotYetKnown
    return not any(_stands_above(each, sending.message) for each in shown)


def _fresh(sending: Sending) -> bool:
    """Whether a message came so lately that it may wait for what is on its way to be known."""
    return sending.sent_at is not None and sending.now < sending.sent_at + PATIENCE


async def _is_being_shown(uow: UnitOfWork, entry: EntryRef) -> bool:
    """Whether it may stand in the topic already, and the desk has not written that down yet."""
    under_way = [each.delivery for each in await uow.courier.under_lease()]
    mine = [each.body for each in under_way if each.ticket == entry.ticket]
    return any(isinstance(body, ShowCard) or body == ShowEntry(entry) for body in mine)


def _has_read(sending: Sending, seq: int) -> bool:
    return sending.answers is not None and sending.answers.seq >= seq


def _stands_above(shown: MessageRef, message: MessageRef | None) -> bool:
    """In another chat, from which the group moved, everything is older."""
    return message is None or shown.chat != message.chat or shown.message < message.message
