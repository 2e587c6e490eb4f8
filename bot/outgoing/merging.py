"""Several notes of one ticket in one message, for when the budget is short."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from bot.outgoing import gathering
from bot.outgoing.budget import conversation_of
from bot.outgoing.gathering import is_gathered
from bot.outgoing.jobs import Job
from bot.texts import Texts
from bot.views.digest import MAX_ENTITIES
from bot.views.entry import NothingToShow, content_of, to_staff
from bot.views.rendered import MAX_TEXT, Rendered, joined
from bot.views.sentence import sentence
from orchestration.delivery import Delivery, Lane, ShowEntry, TellTopic
from orchestration.events import Suggested
from orchestration.events.incidents import UpdateDrafted
from orchestration.ports import Pending
from orchestration.timeline import Audience

#: So many notes are one message at most: more would be a wall.
MOST = 20


def mergeable(delivery: Delivery) -> bool:
    """Whether a delivery is a note or a bare sentence for staff; a customer's words stand alone.

    Replying to the customer's words answers them, so each keeps a message of its own, unless there
    are so many that they are gathered among themselves.
    """
    body = delivery.body
    inside = isinstance(body, ShowEntry) and delivery.audience is Audience.INTERNAL
    return inside or (isinstance(body, TellTopic) and body.offer is None)


def neighbours(
    head: Pending, pending: Sequence[Pending], now: datetime, alone: Collection[int]
) -> list[Pending]:
    """What stands directly behind `head` in its ticket and may go out in the same message.

    `alone` were refused together with others, so each is tried by itself.
    """
    together = is_gathered(head.delivery)

    def fits(each: Pending) -> bool:
        # What is gathered waits for company only, unless it was refused once.
        due = each.not_before is None or each.not_before <= now or (together and not each.attempts)
        same = is_gathered(each.delivery) if together else mergeable(each.delivery)
        return due and same and each.id not in alone and not each.pieces

    if head.delivery.ticket is None or not fits(head):
        return []
    most = gathering.MOST if together else MOST
    return list(itertools.takewhile(fits, _behind(head, pending)))[: most - 1]


def _behind(head: Pending, pending: Sequence[Pending]) -> Iterator[Pending]:
    """The rest of the head's conversation, in order; cosmetics come after everything else."""
    conversation = conversation_of(head.delivery)
    for each in sorted(pending, key=lambda each: each.id):
        same = conversation_of(each.delivery) == conversation
        if same and each.id > head.id and each.delivery.lane is not Lane.COSMETIC:
            yield each


def merged(jobs: Sequence[Job], texts: Texts) -> tuple[Rendered, int]:
    """The first of these in one message, in order, and how many of them it holds.

    It holds as many as fit; nothing but words can be merged.
    """
    if is_gathered(jobs[0].delivery):
        return gathering.gathered(jobs, texts)
    whole: Rendered | None = None
    count = 0
    for job in jobs:
        words = _words(job, texts)
        if words is None:
            break
        longer = words if whole is None else joined(whole, words, "\n\n")
        if len(longer.text) > MAX_TEXT or len(longer.entities) > MAX_ENTITIES:
            break
        whole, count = longer, count + 1
    return whole or Rendered(""), count


def _words(job: Job, texts: Texts) -> Rendered | None:
    if job.missing is not None or job.pieces:
        return None
    body = job.delivery.body
    if isinstance(body, TellTopic):
        return sentence(body.sentence, body.facts, texts)
    content = content_of(job.entry) if job.entry else None
    if job.entry is None or content is None or not content.is_text:
        return None
    if isinstance(job.entry.event, Suggested | UpdateDrafted):  # its buttons are about it alone
        return None
    try:
        return to_staff(job.entry, texts)
    except NothingToShow:
        return None
