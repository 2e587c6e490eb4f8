"""Deciding about words that wait: their author about what was held, the primary about suggestions.

Each decision takes its row first, so that of two people, or of two presses, one decides.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from orchestration import deliveries
from orchestration.answering import holding, replies
from orchestration.answering.collisions import Sending, may_send_anyway, obstacle
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import MessageRef
from orchestration.errors.drafting import AlreadyDecided, CannotSendAnyway, NotYourDecision
from orchestration.events import Obstacle, ReplyHeld, Suggested
from orchestration.events.ticket import Origin
from orchestration.people import Staff
from orchestration.ports import HeldReply, UnitOfWork
from orchestration.rights import Verb
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef

# What was held, for its author


async def send_anyway(
    uow: UnitOfWork, ticket: Ticket, message: MessageRef, by: Staff, now: datetime
) -> str:
    """Sends what was held; returns the macro that it is of, if it is of one.

    Raises `AlreadyDecided`, `NotYourDecision`, `CannotSendAnyway`, and what replying raises.
    """
    group = await _held(uow, ticket, message, by)
    if not may_send_anyway(ticket, by, now):
        raise CannotSendAnyway(ticket=ticket.id)
    await holding.take(uow, group)
    macro = ""
    for held in group:
        event = (await holding.as_it_reads(uow, held.entry)).event
        if isinstance(event, ReplyHeld):
            await uow.links.forget(held.message)
            written = StaffMessage(by, event.content, held.message)
            origin = Origin(held=held.entry.seq)
            entry = await replies.send(uow, ticket, written, event.reply_to, origin, now)
            macro = event.macro
            if macro:  # nobody has read its words in the topic
                await uow.outbox.add(deliveries.to_topic(entry))
    return macro


async def give(
    uow: UnitOfWork, ticket: Ticket, message: MessageRef, by: Staff, now: datetime
) -> None:
    """Makes a suggestion of what was held; raises what `send_anyway` raises of the decision."""
    group = await _held(uow, ticket, message, by)
    await holding.take(uow, group)
    await holding.give(uow, ticket, group, by, now)


async def discard(
    uow: UnitOfWork, ticket: Ticket, message: MessageRef, by: Staff, now: datetime
) -> None:
    """Forgets what was held; raises what `give` raises."""
    group = await _held(uow, ticket, message, by)
    await holding.take(uow, group)
    for held in group:
        holding.discard(ticket, held.entry.seq, by, now)
    await uow.tickets.save(ticket)


# Suggestions, for whoever answers the customer


async def send(
    uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff, now: datetime, *, anyway: bool = False
) -> Obstacle | None:
    """Sends the suggestion of entry `seq` as the public reply of `by`, unless something is new.

    Returns what that is, and nothing has happened; `anyway` sends past it. Raises `AlreadyDecided`,
    `NotAllowed`, `CannotSendAnyway`, and what replying raises.
    """
    group = await _suggested(uow, ticket, seq)
    ticket.check_allowed(by, Verb.ANSWER_SUGGESTION)
    found = await obstacle(uow, ticket, Sending(by, now))
    if found is not None and not anyway:
        return found
    if found is not None and not may_send_anyway(ticket, by, now):
        raise CannotSendAnyway(ticket=ticket.id)
    await holding.take(uow, group)
    sent = []
    for held in group:
        suggested, given = await _words(uow, held)
        await uow.links.forget(held.message)
        written = StaffMessage(by, suggested.content, held.message)
        origin = Origin(None, given.seq, _name(given))
        sent.append(await replies.send(uow, ticket, written, suggested.reply_to, origin, now))
    await uow.outbox.add(deliveries.settled(sent[0]))
    return None


async def send_edited(
    uow: UnitOfWork, ticket: Ticket, suggestion: EntryRef, written: StaffMessage, now: datetime
) -> bool:
    """Sends other words in place of a suggestion's, and keeps both.

    False when it was decided before. They are a public reply like any other: where something stands
    in their way they wait for their author, and so does the suggestion. Raises `NotAllowed`, and
    what replying raises.
    """
    group = await _waiting(uow, ticket, suggestion.seq)
    if not group:
        return False
    by = written.author
    ticket.check_allowed(by, Verb.ANSWER_SUGGESTION)
    suggested, given = await _words(uow, group[0])
    sending = Sending(by, now, written.sent_at, written.message)
    found = await obstacle(uow, ticket, sending)
    if found is not None:
        reply_to = suggested.reply_to
        await holding.keep_for_author(uow, ticket, written, found, reply_to, now)
        return True
    await holding.take(uow, group)
    origin = Origin(written.sent_at, given.seq, _name(given), suggested.content)
    entry = await replies.send(uow, ticket, written, suggested.reply_to, origin, now)
    await uow.outbox.add(deliveries.settled(entry))
    return True


async def decline(uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff, now: datetime) -> None:
    """Declines the suggestion of entry `seq`. Raises what `send` raises."""
    group = await _suggested(uow, ticket, seq)
    await holding.take(uow, group)
    declined = []
    for held in group:
        _, given = await _words(uow, held)
        declined.append(holding.decline(ticket, given, by, now))
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.settled(declined[0]))


async def read(uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff) -> Suggested:
    """The suggestion's words, for `by` to change; raises `AlreadyDecided` or `NotAllowed`."""
    group = await _suggested(uow, ticket, seq)
    ticket.check_allowed(by, Verb.ANSWER_SUGGESTION)
    suggested, _ = await _words(uow, group[0])
    return suggested


async def macro_of(uow: UnitOfWork, ticket: Ticket, seq: int) -> str:
    """The macro that the suggestion of entry `seq` is of, if it is of one."""
    event = (await uow.timeline.entry(EntryRef(ticket.id, seq))).event
    return event.macro if isinstance(event, Suggested) else ""


# How


async def _held(
    uow: UnitOfWork, ticket: Ticket, message: MessageRef, by: Staff
) -> Sequence[HeldReply]:
    """What its author is asked about, with the rest of its album."""
    group = await _group(
        uow, ticket, lambda each: each.message == message and each.suggestion is None
    )
    if not group:
        raise AlreadyDecided(ticket=ticket.id)
    author = (await uow.timeline.entry(group[0].entry)).actor
    # Whoever wrote as an anonymous administrator presses under their own name.
    if isinstance(author, Staff) and author.anonymous and by.role.supervises:
        return group
    if not isinstance(author, Staff) or author.id != by.id:
        raise NotYourDecision(ticket=ticket.id, who=getattr(author, "name", ""))
    return group


async def _suggested(uow: UnitOfWork, ticket: Ticket, seq: int) -> Sequence[HeldReply]:
    group = await _waiting(uow, ticket, seq)
    if not group:
        raise AlreadyDecided(ticket=ticket.id)
    return group


async def _waiting(uow: UnitOfWork, ticket: Ticket, seq: int) -> Sequence[HeldReply]:
    return await _group(uow, ticket, lambda each: each.suggestion == seq)


async def _group(
    uow: UnitOfWork, ticket: Ticket, meant: Callable[[HeldReply], bool]
) -> Sequence[HeldReply]:
    """What is meant, and the other items of its album that are as far as it is."""
    waiting = await uow.held_replies.of(ticket.id)
    one = next((each for each in waiting if meant(each)), None)
    if one is None or one.album is None:
        return [one] if one else []
    further = one.suggestion is not None
    return [
        each
        for each in waiting
        if each.album == one.album and (each.suggestion is not None) is further
    ]


async def _words(uow: UnitOfWork, held: HeldReply) -> tuple[Suggested, Entry]:
    entry = await uow.timeline.entry(EntryRef(held.entry.ticket, held.suggestion or 0))
    if not isinstance(entry.event, Suggested):
        msg = f"entry {entry.ref} ({entry.event.kind}) suggests nothing"
        raise TypeError(msg)
    return entry.event, entry


def _name(given: Entry) -> str:
    return given.actor.name if isinstance(given.actor, Staff) else ""
