"""What someone is told of their tickets by the time it is told."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.jobs import News
from orchestration.notice import GROUPED
from orchestration.ports import UnitOfWork


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
        news.append(News(await uow.tickets.get(number), place, told))
    return news
