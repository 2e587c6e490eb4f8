"""How a ticket is filed: its subject, its tags, its priority, and the queue where it waits.

Each verb either raises and has changed nothing, or records one entry; `keep` then saves the ticket
and shows it.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from orchestration import deliveries, events
from orchestration.content import Content, subject_of
from orchestration.desk import Desk, Queue
from orchestration.errors.asking import MissingArgument
from orchestration.errors.filing import BadTag, TooManyTags, UnknownPriority, UnknownQueue
from orchestration.errors.ticket import Unchanged
from orchestration.events import Urgency
from orchestration.people import Staff, System
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb
from orchestration.status import ENDED
from orchestration.team.assignment import find_primary
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

#: As many tags as a card shows in a line or two.
MAX_TAGS = 10
#: What Telegram makes a hashtag of, so that a tap on one finds all that bear it.
_TAG = re.compile(r"(?=.*[^\W\d_])\w{1,32}")


def rename(ticket: Ticket, words: str, by: Staff, at: datetime) -> Entry:
    """Gives the ticket another subject, cut to one line like any other."""
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.FILE)
    if not words.strip():
        raise MissingArgument(form="/subject words")
    former, subject = ticket.subject, subject_of(Content(words))
    if subject == former:
        raise Unchanged(ticket=ticket.id)
    ticket.subject = subject
    event = events.SubjectChanged(former, subject)
    return ticket.record(event, by, Audience.INTERNAL, at)


def tag(ticket: Ticket, words: str, by: Staff, at: datetime) -> Entry:
    """Puts tags on the ticket, and takes those off that are written with a minus before them.

    Raises `BadTag`, `TooManyTags`, or `Unchanged` when all of it is so already.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.FILE)
    asked = words.split()
    if not asked:
        raise MissingArgument(form="/tag word, /tag -word")
    off = {tag_named(word[1:]) for word in asked if word[0] in "-−–"}  # noqa: RUF001 - as phones type it
    on = [tag_named(word) for word in asked if word[0] not in "-−–"]  # noqa: RUF001
    kept = [known for known in ticket.tags if known not in off]
    tags = tuple(dict.fromkeys([*kept, *(new for new in on if new not in off)]))
    if tags == ticket.tags:
        raise Unchanged(ticket=ticket.id)
    if len(tags) > MAX_TAGS:
        raise TooManyTags(ticket=ticket.id, most=MAX_TAGS)
    event = events.Tagged(_without(tags, ticket.tags), _without(ticket.tags, tags))
    ticket.tags = tags
    return ticket.record(event, by, Audience.INTERNAL, at)


def set_priority(ticket: Ticket, urgency: Urgency, by: Staff | System, at: datetime) -> Entry:
    """A person decides how soon the ticket wants a person; from then on triage does not."""
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.FILE)
    if ticket.urgency is urgency and ticket.priority_set:
        raise Unchanged(ticket=ticket.id)
    former, ticket.urgency, ticket.priority_set = ticket.urgency, urgency, True
    event = events.PrioritySet(former, urgency)
    return ticket.record(event, by, Audience.INTERNAL, at)


def move_queue(ticket: Ticket, queue: Queue, by: Staff | System, at: datetime) -> Entry:
    """The ticket waits for that team, of which someone has to claim it."""
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.MOVE_QUEUE)
    if ticket.queue == queue.id:
        raise Unchanged(ticket=ticket.id)
    former, ticket.queue = ticket.queue, queue.id
    relieved, ticket.primary = ticket.primary, None
    event = events.QueueChanged(former, queue.id, relieved.id if relieved else None)
    return ticket.record(event, by, Audience.INTERNAL, at)


def priority_named(word: str) -> Urgency:
    """The priority that someone typed; raises `UnknownPriority`."""
    try:
        return Urgency(word.strip().lower())
    except ValueError:
        raise UnknownPriority(word=word[:40], allowed=", ".join(Urgency)) from None


def queue_named(desk: Desk, word: str) -> Queue:
    """The queue that someone typed by its id or its team; raises `UnknownQueue`."""
    typed = word.strip().casefold()
    for queue in desk.queues.values():
        if typed in {queue.id, queue.team.casefold()}:
            return queue
    raise UnknownQueue(word=word[:40], allowed=", ".join(desk.queues))


async def keep(uow: UnitOfWork, ticket: Ticket) -> None:
    """Saves what was filed, and shows it on the card and in the topic's title."""
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id), deliveries.dress(ticket.id))


async def move(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, queue: Queue, by: Staff, now: datetime
) -> None:
    """Moves the ticket, which its new queue's rule gives to someone, or which awaits a claim."""
    move_queue(ticket, queue, by, now)
    await keep(uow, ticket)
    if ticket.status not in ENDED:
        await find_primary(uow, desk, ticket, now)


def tag_named(word: str) -> str:
    """A tag as someone typed it, with or without its #; raises `BadTag`."""
    tag = unicodedata.normalize("NFC", word.removeprefix("#").casefold()).replace("-", "_")
    if not _TAG.fullmatch(tag):
        raise BadTag(word=word[:40])
    return tag


def _without(tags: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(tag for tag in tags if tag not in others)
