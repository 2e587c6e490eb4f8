"""The second way through the house: what staff write becomes a public reply or a note."""

from datetime import datetime

from orchestration import deliveries
from orchestration.answering import drafting, holding
from orchestration.answering.album import album_begun
from orchestration.answering.collisions import Sending, obstacle
from orchestration.answering.staff_message import StaffMessage, link
from orchestration.clock.followups import FollowUpKind
from orchestration.consulting import turns
from orchestration.content import MessageRef, Quote, ReplyTo
from orchestration.events import (
    CustomerEdited,
    CustomerWrote,
    Obstacle,
    RepliedPublicly,
    ReplyHeld,
    SystemSaid,
    Written,
)
from orchestration.events.ticket import Origin
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef, amended


async def answered_entry(uow: UnitOfWork, ticket: int, message: MessageRef) -> EntryRef | None:
    """Which of the customer's entries `message` shows, if it shows one of that ticket.

    Only replying to such a message answers the customer: notes, other cards and service messages
    are never answered publicly by replying to them. Of several that were gathered it is the newest.
    """
    for ref in reversed(await uow.links.entries_of(message)):
        entry = await uow.timeline.entry(ref)
        if not isinstance(entry.event, CustomerEdited):  # it was gathered with what they wrote
            wrote = ref.ticket == ticket and isinstance(entry.event, CustomerWrote)
            return ref if wrote else None
    return None


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

    While something stands in its way it waits for its author, and a collaborator's becomes a
    suggestion. Raises what `Ticket.reply_publicly` and `holding.keep_for_author` raise.
    """
    reply_to = await _replied_to(uow, written.quote, answers)
    in_the_way = await _obstacle(uow, ticket, written, now, answers)
    if in_the_way is not None:
        await holding.keep_for_author(uow, ticket, written, in_the_way, reply_to, now)
    else:
        await send(uow, ticket, written, reply_to, Origin(written.sent_at), now)


async def send(
    uow: UnitOfWork,
    ticket: Ticket,
    written: StaffMessage,
    reply_to: ReplyTo | None,
    origin: Origin,
    now: datetime,
) -> Entry:
    """Sends words to the customer, whatever stands in their way; returns their entry.

    Raises what `Ticket.reply_publicly` raises.
    """
    before, owner, drafted = ticket.status, ticket.primary, ticket.reply_draft
    locked = drafting.open_lock(ticket, now)
    entry = ticket.reply_publicly(written.content, written.author, now, reply_to, origin)
    await uow.tickets.save(ticket)
    await link(uow, written, entry)
    await uow.outbox.add(deliveries.to_customer(ticket, entry))
    if drafted is not None:
        await turns.show_again(uow, ticket, drafted)
    if ticket.primary is not None:
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    if ticket.status is not before:
        await uow.outbox.add(deliveries.dress(ticket.id))
    if locked is not None and ticket.lock is None:
        await drafting.show_end(uow, ticket)
    elif ticket.status is not before or ticket.primary != owner:
        await uow.outbox.add(deliveries.card(ticket.id))
    return entry


async def add_note(uow: UnitOfWork, ticket: Ticket, written: StaffMessage, now: datetime) -> None:
    """Keeps a staff message inside; one by the expert who was asked ends the consultation."""
    asked = ticket.consultation
    entry = ticket.add_note(written.content, written.author, now)
    await uow.tickets.save(ticket)
    await link(uow, written, entry)
    if asked is not None and ticket.consultation is None:
        await uow.outbox.add(deliveries.card(ticket.id), deliveries.dress(ticket.id))


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


async def _obstacle(
    uow: UnitOfWork,
    ticket: Ticket,
    written: StaffMessage,
    now: datetime,
    answers: EntryRef | None,
) -> Obstacle | None:
    """What the first item of an album met, the others meet."""
    begun = await album_begun(uow, ticket, written.content.album)
    if begun is not None and isinstance(begun.event, ReplyHeld):
        return begun.event.obstacle
    if begun is not None and isinstance(begun.event, RepliedPublicly):
        return None
    message = written.message if written.sent_at is not None else None
    sending = Sending(written.author, now, written.sent_at, message, answers, written.waits)
    return await obstacle(uow, ticket, sending)
