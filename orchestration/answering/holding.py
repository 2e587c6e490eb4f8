"""Words for the customer that are not sent at once: held for their author, or given to a colleague.

What is held is inside. It reaches the customer only when a person with the right to sends it
(`suggesting`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.answering.staff_message import StaffMessage
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import ReplyTo
from orchestration.errors.drafting import AlreadyDecided, Overtaken
from orchestration.events import (
    Obstacle,
    ReplyDiscarded,
    ReplyHeld,
    Suggested,
    SuggestionDeclined,
)
from orchestration.people import Staff
from orchestration.ports import HeldReply, Side, UnitOfWork
from orchestration.rights import Verb
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef, amended

#: A question that one person alone can see may never have reached them (telegram-facts, section
#: 4): what they have not decided by then is asked where everyone sees it.
ASK_ALOUD_AFTER = timedelta(minutes=2)

#: These become suggestions without a question: their author cannot send them, or does not want to.
_SUGGESTED_AT_ONCE = frozenset({Obstacle.COLLABORATOR, Obstacle.OFFERED})

# The ticket's verbs


def hold(ticket: Ticket, event: ReplyHeld, by: Staff, at: datetime) -> Entry:
    """Words of `by` wait inside; raises `NothingToSend` or `TicketClosed`."""
    ticket.check_not_closed()
    ticket.check_words(event.content)
    return ticket.record(event, by, Audience.INTERNAL, at)


def suggest(ticket: Ticket, held: Entry, by: Staff, at: datetime) -> Entry:
    """`by` leaves what was held, as it reads now, to whoever answers; raises `TicketClosed`."""
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.SUGGEST)
    if not isinstance(held.event, ReplyHeld):
        msg = f"entry {held.ref} ({held.event.kind}) was not held"
        raise TypeError(msg)
    words = held.event
    event = Suggested(held.seq, words.content, words.reply_to, words.macro)
    return ticket.record(event, by, Audience.INTERNAL, at)


def discard(ticket: Ticket, held: int, by: Staff, at: datetime) -> Entry:
    """What was held in that entry is not sent, in whatever status the ticket is."""
    return ticket.record(ReplyDiscarded(held), by, Audience.INTERNAL, at)


def decline(ticket: Ticket, suggested: Entry, by: Staff, at: datetime) -> Entry:
    """A suggestion is not sent, in whatever status the ticket is.

    Its author may take it back; raises `NotAllowed` for others who may not send it.
    """
    author = suggested.actor.id if isinstance(suggested.actor, Staff) else 0
    if author != by.id:
        ticket.check_allowed(by, Verb.ANSWER_SUGGESTION)
    return ticket.record(SuggestionDeclined(suggested.seq, author), by, Audience.INTERNAL, at)


# What happens with them


async def keep_for_author(
    uow: UnitOfWork,
    ticket: Ticket,
    written: StaffMessage,
    obstacle: Obstacle,
    reply_to: ReplyTo | None,
    now: datetime,
) -> None:
    """Keeps a staff message for its author to decide, or makes it a suggestion at once.

    Raises what `hold` raises, and `Overtaken` when no message shows the words: they were sent by a
    button, which can be pressed again.
    """
    if written.message is None:
        raise Overtaken(ticket=ticket.id)
    content = written.content
    event = ReplyHeld(content, obstacle, reply_to, written.macro)
    entry = hold(ticket, event, written.author, now)
    await uow.tickets.save(ticket)
    await uow.links.add(written.message, entry.ref, Side.STAFF)
    held = HeldReply(written.message, entry.ref, content.album)
    if obstacle in _SUGGESTED_AT_ONCE:
        await give(uow, ticket, [held], written.author, now)
        return
    waiting = await uow.held_replies.of(ticket.id)
    if all(each.suggestion or each.aloud for each in waiting):
        due = FollowUp(ticket.id, FollowUpKind.ASK_ALOUD, now + ASK_ALOUD_AFTER)
        await uow.follow_ups.schedule(due)
    await uow.held_replies.keep(held)
    await uow.outbox.add(deliveries.ask_author(held, now))


async def give(
    uow: UnitOfWork, ticket: Ticket, group: Sequence[HeldReply], by: Staff, now: datetime
) -> None:
    """Held words become a suggestion, shown in the topic.

    An album is one suggestion. Raises what `suggest` raises.
    """
    waiting = await uow.held_replies.of(ticket.id)
    album = group[0].album
    begun = album is not None and any(each.album == album and each.suggestion for each in waiting)
    given = []
    for held in group:
        entry = suggest(ticket, await as_it_reads(uow, held.entry), by, now)
        given.append(entry)
        await uow.held_replies.keep(replace(held, suggestion=entry.seq))
    await uow.tickets.save(ticket)
    if begun:
        return
    await uow.outbox.add(deliveries.to_topic(given[0]))


async def ask_aloud(uow: UnitOfWork, due: FollowUp, now: datetime) -> None:
    """Asks in the topic about what nobody decided: the private question may not have arrived."""
    asked: set[str] = set()
    for held in await uow.held_replies.of(due.ticket):
        if held.suggestion is None and not held.aloud:
            aloud = replace(held, aloud=True)
            await uow.held_replies.keep(aloud)
            if held.album is None or held.album not in asked:
                await uow.outbox.add(deliveries.ask_author(aloud, now))
            asked.add(held.album or "")


async def take(uow: UnitOfWork, group: Sequence[HeldReply]) -> None:
    """These wait no more; raises `AlreadyDecided` when someone was quicker."""
    for held in group:
        if not await uow.held_replies.take(held):
            raise AlreadyDecided(ticket=held.entry.ticket)


async def as_it_reads(uow: UnitOfWork, ref: EntryRef) -> Entry:
    """An entry after its author's edits."""
    return amended(await uow.timeline.entry(ref), await uow.timeline.newest_change(ref))
