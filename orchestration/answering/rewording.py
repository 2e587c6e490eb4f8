"""The verbs by which people change what they had said: edited, taken back, reacted to."""

from datetime import datetime

from orchestration import events
from orchestration.content import Content
from orchestration.errors.words import NotYourWords
from orchestration.people import Staff
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry


def edit_message(ticket: Ticket, written: Entry, content: Content, at: datetime) -> Entry:
    """The customer changed what they had written, in whatever status the ticket is."""
    event = events.CustomerEdited(written.seq, _content(written), content)
    return ticket.record(event, ticket.customer, Audience.PUBLIC, at)


def edit_reply(ticket: Ticket, reply: Entry, content: Content, by: Staff, at: datetime) -> Entry:
    """`by` changes what they had answered; raises what `Ticket.reply_publicly` raises."""
    ticket.check_reply(content, by)
    event = events.ReplyEdited(reply.seq, _content(reply), content)
    return ticket.record(event, by, Audience.PUBLIC, at)


def edit_note(ticket: Ticket, note: Entry, content: Content, by: Staff, at: datetime) -> Entry:
    """Words that stay inside were changed; only the record follows."""
    event = events.NoteEdited(note.seq, _content(note), content)
    return ticket.record(event, by, Audience.INTERNAL, at)


def delete_reply(ticket: Ticket, reply: Entry, by: Staff, at: datetime) -> Entry:
    """An answer is taken back from the customer, in every status.

    Its author may, and whoever supervises; raises `NotYourWords` for others.
    """
    author = isinstance(reply.actor, Staff) and reply.actor.id == by.id
    if not author and not by.role.supervises:
        raise NotYourWords(ticket=ticket.id)
    event = events.ReplyDeleted(reply.seq, _content(reply))
    return ticket.record(event, by, Audience.PUBLIC, at)


def take_reaction(ticket: Ticket, of: int, emoji: tuple[str, ...], at: datetime) -> Entry:
    """The customer reacted to something that they can see."""
    event = events.CustomerReacted(of, emoji)
    return ticket.record(event, ticket.customer, Audience.PUBLIC, at)


def _content(entry: Entry) -> Content:
    return entry.event.content if isinstance(entry.event, events.Written) else Content()
