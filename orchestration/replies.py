"""The second way through the house: what staff write becomes a public reply or a note."""

from dataclasses import dataclass
from datetime import datetime

from orchestration import deliveries
from orchestration.content import Content, MessageRef, Quote, ReplyTo
from orchestration.events import CustomerWrote, RepliedPublicly, SystemSaid, Written
from orchestration.followups import FollowUpKind
from orchestration.people import Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef, amended


@dataclass(frozen=True, slots=True)
class StaffMessage:
    """What a member of staff wrote in a ticket's topic, and what it replies to.

    What they said by a button has no `message`.
    """

    author: Staff
    content: Content
    message: MessageRef | None
    reply_to: MessageRef | None = None
    quote: Quote | None = None


async def answered_entry(uow: UnitOfWork, ticket: int, message: MessageRef) -> EntryRef | None:
    """Which of the customer's entries `message` shows, if it shows one of that ticket.

    Only replying to such a message answers the customer: notes, other cards and service messages
    are never answered publicly by replying to them. Of several that were gathered it is the newest.
    """
    shown = await uow.links.entries_of(message)
    if not shown or shown[-1].ticket != ticket:
        return None
    entry = await uow.timeline.entry(shown[-1])
    return entry.ref if isinstance(entry.event, CustomerWrote) else None


async def is_answer(uow: UnitOfWork, message: MessageRef) -> bool:
    """Whether that message is an answer to a customer."""
    ref = await uow.links.entry_of(message)
    return ref is not None and isinstance((await uow.timeline.entry(ref)).event, RepliedPublicly)


async def public_entry(uow: UnitOfWork, ticket: int, message: MessageRef) -> EntryRef | None:
    """Which entry that the customer has too `message` shows: `/reply` can point at any of them."""
    ref = await uow.links.entry_of(message)
    if ref is None or ref.ticket != ticket:
        return None
    entry = await uow.timeline.entry(ref)
    shared = isinstance(entry.event, CustomerWrote | RepliedPublicly | SystemSaid)
    return ref if shared and entry.audience is Audience.PUBLIC else None


async def reply_publicly(
    uow: UnitOfWork,
    ticket: Ticket,
    written: StaffMessage,
    now: datetime,
    answers: EntryRef | None = None,
) -> None:
    """Sends a staff message to the customer, below the entry that it `answers`.

    Raises what `Ticket.reply_publicly` raises.
    """
    before, owner = ticket.status, ticket.primary
    reply_to = await _replied_to(uow, written.quote, answers)
    entry = ticket.reply_publicly(written.content, written.author, now, reply_to)
    await uow.tickets.save(ticket)
    await link(uow, written, entry)
    await uow.outbox.add(deliveries.to_customer(ticket, entry))
    if ticket.primary is not None:
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    if ticket.status is not before:
        await uow.outbox.add(deliveries.dress(ticket.id))
    if ticket.status is not before or ticket.primary != owner:
        await uow.outbox.add(deliveries.card(ticket.id))


async def add_note(uow: UnitOfWork, ticket: Ticket, written: StaffMessage, now: datetime) -> None:
    """Keeps a staff message inside; one by the expert who was asked ends the consultation."""
    asked = ticket.consultation
    entry = ticket.add_note(written.content, written.author, now)
    await uow.tickets.save(ticket)
    await link(uow, written, entry)
    if asked is not None and ticket.consultation is None:
        await uow.outbox.add(deliveries.card(ticket.id), deliveries.dress(ticket.id))


async def link(uow: UnitOfWork, written: StaffMessage, entry: Entry) -> None:
    """The message shows the entry that was made of it, where there is one."""
    if written.message is not None:
        await uow.links.add(written.message, entry.ref, Side.STAFF)


async def _replied_to(
    uow: UnitOfWork, quote: Quote | None, answers: EntryRef | None
) -> ReplyTo | None:
    """A quote goes along only if the customer's chat has those very words.

    What staff quote stands in the topic, where the card and the headers say more than that.
    """
    if answers is None:
        return None
    entry = amended(await uow.timeline.entry(answers), await uow.timeline.newest_change(answers))
    words = entry.event.content.text if isinstance(entry.event, Written) else ""
    return ReplyTo(answers.seq, quote if quote and quote.text in words else None)
