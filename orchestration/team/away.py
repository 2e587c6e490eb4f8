"""Staff go away and come back, and their tickets show it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from orchestration import deliveries
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.errors.absence import NotAway
from orchestration.ports import UnitOfWork
from orchestration.status import ENDED
from orchestration.team.absence import Absence, until_named
from orchestration.telling.notice import Habits


async def zone_of(uow: UnitOfWork, desk: Desk, person: int) -> ZoneInfo:
    """The time zone that someone chose with their notices, else the desk's."""
    habits = await uow.notices.habits_of(person)
    return ZoneInfo(desk.zone if habits == Habits() else habits.zone)


async def go_away(
    uow: UnitOfWork, desk: Desk, person: int, words: str, now: datetime
) -> tuple[Absence, int]:
    """They are away as the words say; their tickets stay theirs, and how many is returned, too.

    Raises `UnknownAbsence`.
    """
    until = until_named(words, now, await zone_of(uow, desk, person))
    absence = Absence(person, until)
    await uow.absences.keep(absence)
    count = 0
    for ticket in await uow.tickets.owned_by(person):
        if ticket.status in ENDED:
            continue
        count += 1
        await uow.outbox.add(deliveries.card(ticket.id))
        await show_the_end(uow, ticket.id, absence)
        if desk.queue(ticket.queue).relieve_after is not None:
            # What they wrote inside does not put their relief off any more.
            await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.RELIEF, now))
    return absence, count


async def come_back(uow: UnitOfWork, person: int, now: datetime) -> None:
    """They are there again; raises `NotAway`."""
    absence = await uow.absences.end(person)
    if absence is None or not absence.holds(now):
        raise NotAway
    for ticket in await uow.tickets.owned_by(person):
        if ticket.status not in ENDED:
            await uow.follow_ups.cancel(ticket.id, FollowUpKind.ABSENCE_OVER)
            await uow.outbox.add(deliveries.card(ticket.id))


async def show_the_end(uow: UnitOfWork, ticket: int, absence: Absence) -> None:
    """The ticket's card will say so when its primary responder's absence ends by itself."""
    if absence.until is not None:
        due = FollowUp(ticket, FollowUpKind.ABSENCE_OVER, absence.until)
        await uow.follow_ups.schedule(due)


async def absences_of(
    uow: UnitOfWork, people: Collection[int], now: datetime
) -> Mapping[int, Absence]:
    """Who of these people is away now, by id."""
    if not people:
        return {}
    return {one.person: one for one in await uow.absences.of(people) if one.holds(now)}
