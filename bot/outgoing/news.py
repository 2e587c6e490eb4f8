"""What someone is told of their tickets by the time it is told."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.outgoing.jobs import News
from orchestration.ports import UnitOfWork
from orchestration.telling.notice import GROUPED, Cause
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, as_they_stand

#: How far back is looked for what was done; the first words are read beside.
_NEWEST = 60
_FIRST = 5


async def news_for(uow: UnitOfWork, person: int, now: datetime | None) -> Sequence[News]:
    """What waits for them and is due, with what would follow within a minute, by ticket.

    Who has left the staff meanwhile is told nothing any more.
    """
    waiting = await uow.notices.waiting(person)
    known = await uow.people.get(person)
    if known is None or known.role is None:
        await uow.notices.remove(person, waiting)
        return ()
    due = [each for each in waiting if now is None or each.due_at <= now + GROUPED]
    news = []
    for number, notices in groupby(due, key=lambda each: each.entry.ticket):
        told = [(each, await uow.timeline.entry(each.entry)) for each in notices]
        place = await uow.places.of(number)
        ticket = await uow.tickets.get(number)
        escalated = any(notice.cause is Cause.ESCALATED for notice, _ in told)
        said = await _said(uow, ticket) if escalated else ()
        news.append(News(ticket, place, told, said))
    return news


async def _said(uow: UnitOfWork, ticket: Ticket) -> Sequence[Entry]:
    """The first words and the newest ones, each as it reads now."""
    begins = await uow.timeline.of(ticket.id, 0, _FIRST)
    newest = await uow.timeline.of(ticket.id, max(_FIRST, ticket.version - _NEWEST), _NEWEST)
    return as_they_stand([*begins, *newest])
