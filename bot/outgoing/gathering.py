"""What a customer wrote and edited in a flood, in one message (docs/decisions/0021)."""

from collections.abc import Sequence

from bot.outgoing.jobs import Job
from bot.texts import Texts
from bot.views.digest import MAX_ENTITIES
from bot.views.entry import content_of, own_words, to_staff
from bot.views.rendered import MAX_TEXT, Rendered, bold, joined, plain, quoted
from orchestration.delivery import Delivery, ShowEntry
from orchestration.events import CustomerEdited

#: So many are one message at most: all of them are loaded at once.
MOST = 50
#: So much of what one of them replies to is repeated.
_QUOTE = 80


def is_gathered(delivery: Delivery) -> bool:
    """Whether a delivery goes out with others of its kind."""
    return isinstance(delivery.body, ShowEntry) and delivery.body.gathered


def header(customer: str, count: int, texts: Texts) -> str:
    """What stands above so many messages of a customer."""
    return texts.say("entry-gathered", {"author": plain(customer) or "…", "count": count})


def gathered(jobs: Sequence[Job], texts: Texts) -> tuple[Rendered, int]:
    """The first of these in one message, in order, and how many of them it holds."""
    whole: Rendered | None = None
    count = 0
    for job in jobs:
        words = _words(job, texts)
        if words is None:
            break
        longer = words if whole is None else joined(whole, words, "\n\n")
        if not _fits(_headed(longer, jobs, len(jobs), texts)):
            break
        whole, count = longer, count + 1
    return (_headed(whole, jobs, count, texts) if whole else Rendered("")), count


def _headed(words: Rendered, jobs: Sequence[Job], count: int, texts: Texts) -> Rendered:
    head = header(getattr(jobs[0].known_entry().actor, "name", ""), count, texts)
    return joined(bold(head), words)


def _fits(whole: Rendered) -> bool:
    return len(whole.text) <= MAX_TEXT and len(whole.entities) <= MAX_ENTITIES


def _words(job: Job, texts: Texts) -> Rendered | None:
    if job.missing is not None or job.pieces or job.entry is None:
        return None
    if isinstance(job.entry.event, CustomerEdited):
        return to_staff(job.entry, texts)
    content = content_of(job.entry)
    if content is None or not content.is_text:
        return None
    words = own_words(job.entry)
    if job.answered:
        words = joined(quoted(Rendered(plain(job.answered, _QUOTE))), words)
    if content.forwarded_from is not None:
        origin = {"origin": plain(content.forwarded_from) or "…"}
        words = joined(Rendered(texts.say("card-forwarded", origin)), words)
    return words
