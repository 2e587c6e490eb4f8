"""What was said on a ticket, as a file for staff: the customer, the answers and the notes."""

from collections.abc import Iterator, Sequence

from bot.texts import Texts
from bot.views.entry import content_of, to_staff
from orchestration.events import (
    CustomerWrote,
    NoteAdded,
    RatingCommented,
    RepliedPublicly,
    ReplyDeleted,
    Summarised,
    TeamWords,
)
from orchestration.sla.policy import Policy
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef
from orchestration.times import written

#: What people said, and neither what was only drafted or held, nor the desk's fixed sentences.
_SAID = CustomerWrote | RepliedPublicly | NoteAdded | TeamWords | Summarised | RatingCommented


def as_file(ticket: Ticket, entries: Sequence[Entry], sla: Policy, texts: Texts) -> str:
    """Markdown, a heading for each message, with its time as the queue's team has it on the wall.

    `entries` are in their order, each as it reads now. An answer that was taken back is not there.
    """
    gone = {
        EntryRef(each.ticket, each.event.of)
        for each in entries
        if isinstance(each.event, ReplyDeleted)
    }
    said = (each for each in entries if isinstance(each.event, _SAID) and each.ref not in gone)
    parts = [f"# #{ticket.id} {ticket.subject}"]
    for entry in said:
        at = written(sla.local(entry.at, ticket.queue))
        head, *body = _lines(entry, texts)
        parts.append("\n".join([f"## {at} · {head}", "", *body]).rstrip())
    return "\n\n".join(parts) + "\n"


def _lines(entry: Entry, texts: Texts) -> Iterator[str]:
    """Who said it, then what, in which no line is a heading; a medium is named by its kind."""
    for line in to_staff(entry, texts).text.splitlines():
        yield f"\\{line}" if line.startswith("#") else line
    content = content_of(entry)
    if content is not None and not content.is_text:
        yield f"[{texts.say(f'medium-{content.kind}')}]"
