"""What a ticket taught becomes an article, once a person approved its words."""

from datetime import datetime

from orchestration.cases.joined import timeline_of
from orchestration.errors.learning import ArticleStands, ExpertsApprove, NotEndedYet, ShelfClosed
from orchestration.events import ArticleApproved
from orchestration.knowledge.drafting import ArticleDraft, draft_of, rewritten
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.shelf import Shelf
from orchestration.rights import Verb, may
from orchestration.specialists.cast import Cast
from orchestration.status import ENDED
from orchestration.ticket import Ticket
from orchestration.timeline import Audience

#: So many entries of a ticket are read.
READ = 500


async def draft(uow: UnitOfWork, ticket: Ticket, cast: Cast, words: str = "") -> ArticleDraft:
    """What an article of the ticket would say: these words, or else what was said on it.

    Raises `NotEndedYet`, and what `draft_of` and `rewritten` raise.
    """
    if ticket.status not in ENDED:
        raise NotEndedYet(ticket=ticket.id)
    entries = await timeline_of(uow, ticket, READ)
    if words.strip():
        return rewritten(ticket, entries, cast, words)
    return draft_of(ticket, entries, cast)


def may_approve(ticket: Ticket, by: Staff) -> bool:
    """Whether `by` decides what everybody reads."""
    return may(by, Verb.TEACH, ticket.primary_id, ticket.collaborators)


async def approve(
    uow: UnitOfWork,
    shelf: Shelf | None,
    ticket: Ticket,
    drafted: ArticleDraft,
    by: Staff,
    now: datetime,
) -> str:
    """Keeps it as an article, and returns its file.

    The file is written before this is committed: where it is done twice, the same words are the
    same file. Raises `ExpertsApprove`, `ShelfClosed`, and `ArticleStands` when that was done.
    """
    if not may_approve(ticket, by):
        raise ExpertsApprove
    if shelf is None:
        raise ShelfClosed(reason="no folder")
    file = await shelf.put(drafted)
    done = (one.event for one in await timeline_of(uow, ticket, READ))
    if any(isinstance(event, ArticleApproved) and event.file == file for event in done):
        raise ArticleStands(file=file)
    ticket.record(ArticleApproved(file, drafted.title), by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    return file
