"""Whether specialists may answer a customer by themselves: never while a person has the ticket.

It is the queue's rule (design, section 4), and it fails closed: whatever is not sure goes to a
person as a draft.
"""

from collections.abc import Iterable
from datetime import datetime

from orchestration.consulting.conflicts import conflicts
from orchestration.consulting.consultants import writer_of
from orchestration.consulting.turns import Turn
from orchestration.content import Content
from orchestration.desk import Queue
from orchestration.events import RepliedPublicly, ReplyDrafted
from orchestration.events.specialists import Fate
from orchestration.people import Specialist
from orchestration.specialists.cast import BUILT_IN, Autonomy, Cast
from orchestration.specialists.grounding import repeats
from orchestration.specialists.prompts import is_inside, to_draft, to_think
from orchestration.status import ENDED, Status
from orchestration.ticket import LastReply, Ticket
from orchestration.timeline import Audience, Entry

#: Who sent the newest answer where that was no person.
NOBODY = 0


def may_answer(ticket: Ticket, queue: Queue, cast: Cast, turn: Turn) -> bool:
    """Whether the turn's draft may go to the customer without a person.

    The queue names the intent, nobody has the ticket, the customer wants no person, every word of
    the draft has a source and none is of the instructions, and all who were asked are sure, agree,
    and may speak by themselves. A question that only asks what it is about needs no source where
    the desk itself words it.
    """
    draft = turn.draft.event if turn.draft else None
    if queue.autonomy is not Autonomy.AUTO or not isinstance(draft, ReplyDrafted):
        return False
    if not _is_free(ticket) or turn.routed.asked is not None or not turn.is_open:
        return False
    if turn.routed.abstained and draft.asks and draft.brain == BUILT_IN:
        return True
    intent = ticket.triage.intent if ticket.triage else ""
    sure = draft.confidence >= queue.auto_confidence and draft.grounded and bool(draft.sources)
    may = sure and intent in queue.auto_intents and _agree(cast, turn)
    return may and not _tells_instructions(cast, draft.content.text)


def is_public(read: Iterable[Entry]) -> bool:
    """Whether specialists read nothing of a ticket that its customer may not read.

    What nobody was shown cannot come out, in no language and no cipher. Whoever has read a note
    writes drafts.
    """
    return not any(is_inside(one) for one in read)


def answer(ticket: Ticket, draft: Entry, by: Specialist, at: datetime) -> Entry:
    """The draft is sent as it is; the customer has the next word.

    Raises `AnsweredByPeople` when a person has the ticket, or is wanted.
    """
    if not isinstance(draft.event, ReplyDrafted) or not _is_free(ticket):
        raise AnsweredByPeople(ticket.id)
    content: Content = draft.event.content
    event = RepliedPublicly(content, suggestion=draft.seq, suggested_by=by.name)
    after = None if ticket.status is Status.WAITING_CUSTOMER else Status.WAITING_CUSTOMER
    entry = ticket.record(event, by, Audience.PUBLIC, at, after)
    ticket.last_reply = LastReply(entry.seq, NOBODY, at)
    ticket.reply_draft = None
    return entry


class AnsweredByPeople(Exception):
    """A specialist was about to speak while a person has the ticket. This is a bug."""


def _is_free(ticket: Ticket) -> bool:
    people = ticket.primary is not None or ticket.people_called or not ticket.autonomy
    return not people and ticket.consultation is None and ticket.status not in _NOT_THEIRS


#: People work on these, or nobody does any more.
_NOT_THEIRS = ENDED | {Status.WAITING_EXPERT, Status.WAITING_APPROVAL, Status.SNOOZED}


def _tells_instructions(cast: Cast, answer: str) -> bool:
    """Whether the answer repeats what any specialist is told: they read one another's words."""
    writer = writer_of(cast)
    told = [to_think(writer), to_draft(writer), *(each.instructions for each in cast.profiles)]
    return any(repeats(answer, each) for each in told)


def _agree(cast: Cast, turn: Turn) -> bool:
    """Whether all advised, may all speak by themselves, and nobody contradicts another."""
    profiles = [cast.get(by.id) for by, _ in turn.advised]
    may_speak = all(one is not None and one.autonomy is Autonomy.AUTO for one in profiles)
    advised = all(said.fate is Fate.ADVISED for _, said in turn.advised)
    return bool(profiles) and may_speak and advised and not conflicts(turn.advised)
