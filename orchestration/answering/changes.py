"""What becomes of words once they are said: edited, taken back, reacted to.

The record keeps both what stood there and what stands there now. What was public stays public, and
a note that was edited stays a note, whatever it says.
"""

from datetime import datetime

from orchestration import deliveries
from orchestration.answering import rewording
from orchestration.answering.staff_message import StaffMessage, link
from orchestration.cases.joined import where_it_goes_on
from orchestration.content import Content, MessageRef
from orchestration.customers import flooding
from orchestration.desk import Desk
from orchestration.errors.closing import SummaryStands
from orchestration.errors.drafting import SuggestionStands
from orchestration.errors.team import DecisionStands
from orchestration.errors.words import AlreadyTakenBack, NotAnAnswer
from orchestration.events import (
    CustomerWrote,
    NoteAdded,
    RepliedPublicly,
    ReplyDeleted,
    ReplyHeld,
    Written,
)
from orchestration.events.closing import Summarised
from orchestration.events.team import Decided
from orchestration.intake import consult_later
from orchestration.people import Customer, Staff
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, amended


async def customer_edited(
    uow: UnitOfWork, desk: Desk, message: MessageRef, content: Content, now: datetime
) -> None:
    """The topic follows the customer's edit, and keeps what stood there before.

    Where the ticket goes on in another one, that one's topic tells of it. Who edits without end is
    met as if they wrote so much: it is shown together, and they are told.

    Telegram also reports edits that change nothing (telegram-facts, section 3.9).
    """
    written = await _written(uow, message)
    if written is None or not isinstance(written.event, CustomerWrote):
        return
    if content.reads_as(written.event.content):
        return
    ticket = await uow.tickets.get(written.ticket)
    pace = await flooding.count(uow, desk, ticket.customer, now)
    gathers = pace.gathers_until
    entry = rewording.edit_message(ticket, written, content, now)
    await uow.tickets.save(ticket)
    goes_on = await where_it_goes_on(uow, ticket)
    topics = dict.fromkeys((ticket.id, goes_on.id))
    shown = [deliveries.edit_shown(entry, number, gathers=gathers) for number in topics]
    await uow.outbox.add(*shown, deliveries.to_topic(entry, goes_on.id, gathers=gathers))
    await flooding.tell(uow, desk, goes_on, pace, now)
    await consult_later(uow, desk, goes_on, now)


async def staff_edited(
    uow: UnitOfWork, message: MessageRef, content: Content, by: Staff, now: datetime
) -> None:
    """An answer's edit reaches the customer; a note's, and that of held words, only the record.

    Raises what `rewording.edit_reply` raises, `AlreadyTakenBack`, `DecisionStands`,
    `SummaryStands`, and `SuggestionStands`.
    """
    written = await _written(uow, message)
    if written is not None and isinstance(written.event, Decided):
        raise DecisionStands(ticket=written.ticket)
    if written is not None and isinstance(written.event, Summarised):
        raise SummaryStands(ticket=written.ticket)
    inside = NoteAdded | ReplyHeld
    if written is None or not isinstance(written.event, RepliedPublicly | inside):
        return
    if content.reads_as(written.event.content):
        return
    ticket = await uow.tickets.get(written.ticket)
    if isinstance(written.event, ReplyHeld):
        await _not_suggested(uow, message, ticket)
    if isinstance(written.event, inside):
        rewording.edit_note(ticket, written, content, by, now)
        await uow.tickets.save(ticket)
        return
    await _not_taken_back(uow, written)
    entry = rewording.edit_reply(ticket, written, content, by, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.to_customer(ticket, entry), deliveries.to_topic(entry))


async def delete_reply(uow: UnitOfWork, ticket: Ticket, asked: StaffMessage, now: datetime) -> None:
    """Takes back the answer that is replied to; raises `NotAnAnswer` when it is none."""
    written = await _written(uow, asked.reply_to) if asked.reply_to else None
    if written is None or written.ticket != ticket.id:
        raise NotAnAnswer(ticket=ticket.id)
    if not isinstance(written.event, RepliedPublicly):
        raise NotAnAnswer(ticket=ticket.id)
    await _not_taken_back(uow, written)
    entry = rewording.delete_reply(ticket, written, asked.author, now)
    await uow.tickets.save(ticket)
    # The request is marked when the answer has left the customer's chat.
    await link(uow, asked, entry)
    await uow.outbox.add(deliveries.to_customer(ticket, entry), deliveries.to_topic(entry))


async def customer_reacted(
    uow: UnitOfWork, customer: Customer, message: MessageRef, emoji: tuple[str, ...], now: datetime
) -> None:
    """Staff see what the customer thinks of a message.

    A reaction names no thread (telegram-facts, section 3.8): the message tells the ticket.
    """
    ref = await uow.links.entry_of(message)
    if ref is None:
        return
    ticket = await uow.tickets.get(ref.ticket)
    if ticket.customer.id != customer.id:
        return
    entry = rewording.take_reaction(ticket, ref.seq, emoji, now)
    await uow.tickets.save(ticket)
    goes_on = await where_it_goes_on(uow, ticket)
    await uow.outbox.add(deliveries.to_topic(entry, goes_on.id))


async def _written(uow: UnitOfWork, message: MessageRef) -> Entry | None:
    """What someone wrote in that message, as it reads now."""
    ref = await uow.links.entry_of(message)
    if ref is None:
        return None
    entry = await uow.timeline.entry(ref)
    if not isinstance(entry.event, Written):
        return None
    return amended(entry, await uow.timeline.newest_change(ref))


async def _not_taken_back(uow: UnitOfWork, entry: Entry) -> None:
    change = await uow.timeline.newest_change(entry.ref)
    if change is not None and isinstance(change.event, ReplyDeleted):
        raise AlreadyTakenBack(ticket=entry.ticket)


async def _not_suggested(uow: UnitOfWork, message: MessageRef, ticket: Ticket) -> None:
    """What a colleague reads as a suggestion stays what they read."""
    for held in await uow.held_replies.of(ticket.id):
        if held.message == message and held.suggestion is not None:
            raise SuggestionStands(ticket=ticket.id)
