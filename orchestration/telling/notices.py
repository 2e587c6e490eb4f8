"""Tells staff in private what they want to know of their tickets.

Every unit of work that changes tickets passes through `attending`, so no use case has to think of
it, and none can forget it. Notices that wait are told together, at the person's own times.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from orchestration.delivery import Delivery, Lane, NameInTopic, TellNotices
from orchestration.desk import Desk
from orchestration.events import StaffLeft
from orchestration.people import Person, System
from orchestration.ports import UnitOfWork
from orchestration.sentences import StaffSentence
from orchestration.team.away import absences_of
from orchestration.team.mentions import Roster, named
from orchestration.team.oncall import on_call
from orchestration.telling.audience import Audience, calls_people, may_concern, words_of
from orchestration.telling.habits import due
from orchestration.telling.notice import MANNERS, Cause, Notice, scopes_of
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: How someone is named in the topic who cannot be told in private, for each cause said there.
IN_TOPIC: Mapping[Cause, StaffSentence] = {
    Cause.MENTIONED: StaffSentence.MENTIONED,
    Cause.ASSIGNED: StaffSentence.ASSIGNED,
    Cause.HANDED_OVER: StaffSentence.HANDED_OVER,
    Cause.RELIEVED: StaffSentence.RELIEVED,
    Cause.CONSULTED: StaffSentence.CONSULTED,
    Cause.INVITED: StaffSentence.INVITED,
    Cause.ESCALATED: StaffSentence.ESCALATED,
    Cause.EXPERT_ANSWERED: StaffSentence.EXPERT_ANSWERED,
    Cause.EXPERT_LEFT: StaffSentence.EXPERT_LEFT,
    Cause.SUGGESTION_DECLINED: StaffSentence.SUGGESTION_DECLINED,
    Cause.WITHDRAWN: StaffSentence.QUESTION_WITHDRAWN,
    Cause.DECIDED: StaffSentence.DECIDED,
    Cause.SLA_AT_RISK: StaffSentence.SLA_AT_RISK,
    Cause.SLA_BREACHED: StaffSentence.SLA_BREACHED,
}


async def announce(uow: UnitOfWork, desk: Desk, now: datetime) -> None:
    """Makes notices of everything that this unit of work has saved."""
    saved = [
        (ticket, telling)
        for ticket, entries in uow.tickets.saved
        if (telling := [entry for entry in entries if may_concern(entry)])
    ]
    staff = await uow.people.staff() if saved else ()
    for ticket, telling in saved:
        await _announce(uow, desk, ticket, telling, staff, now)


def deliver(person: int, not_before: datetime) -> Delivery:
    """Tells someone what waits for them; what comes until then goes out in the same message."""
    body, name = TellNotices(person), f"notices:{person}"
    return Delivery(Lane.RELAY, body, chat=person, collapse=name, not_before=not_before)


async def told(uow: UnitOfWork, person: int, notices: Sequence[Notice]) -> None:
    """These notices reached them; what waits beside is delivered at its own time."""
    await uow.notices.remove(person, notices)
    left = await uow.notices.waiting(person)
    if left:
        await uow.outbox.add(deliver(person, min(notice.due_at for notice in left)))


async def unheard(uow: UnitOfWork, person: int) -> None:
    """They cannot be told in private any more: what needs them is said in its topic."""
    waiting = await uow.notices.waiting(person)
    for notice in waiting:
        if notice.needed and MANNERS[notice.cause].in_topic:
            entry = await uow.timeline.entry(notice.entry)
            await uow.outbox.add(_name(entry, notice.cause, [person]))
    await uow.notices.remove(person, waiting)


async def _announce(
    uow: UnitOfWork,
    desk: Desk,
    ticket: Ticket,
    entries: Sequence[Entry],
    staff: Sequence[Person],
    now: datetime,
) -> None:
    rules = await uow.notices.rules_about([*scopes_of(ticket)])
    # Only words can call whoever is on call; most of what happens is customers writing.
    called = await on_duty(uow, desk, now) if calls_people(entries) else ()
    audience = Audience(desk, ticket, Roster(staff, called), rules)
    for entry in entries:
        unreachable: dict[Cause, list[int]] = {}
        for person, cause, needed in audience.concerned(entry):
            manner = MANNERS[cause]
            if person.reachable:
                habits = await uow.notices.habits_of(person.id)
                then = due(habits, now, needed=needed, patience=manner.patience)
                await _wait(uow, Notice(person.id, entry.ref, cause, then, needed))
            elif needed and manner.in_topic and not _names_themselves(entry, person):
                unreachable.setdefault(cause, []).append(person.id)
        for cause, people in unreachable.items():
            await uow.outbox.add(_name(entry, cause, people))


async def on_duty(uow: UnitOfWork, desk: Desk, now: datetime) -> Sequence[int]:
    """Who is on call and not away: a call for help goes to people who are there."""
    people = await on_call(uow, desk, now)
    away = await absences_of(uow, people, now)
    return [person for person in people if person not in away]


async def _wait(uow: UnitOfWork, notice: Notice) -> None:
    await uow.notices.add(notice)
    # Added each time, it takes the place of the one that waits, and keeps the earliest time: what
    # is being sent in this moment has been read already.
    waiting = await uow.notices.waiting(notice.person)
    await uow.outbox.add(deliver(notice.person, min(each.due_at for each in waiting)))


def _names_themselves(entry: Entry, person: Person) -> bool:
    """Whether the words, as they stand in the topic, have notified them by themselves."""
    words = words_of(entry)
    return words is not None and named(words, person)


def _name(entry: Entry, cause: Cause, people: Sequence[int]) -> Delivery:
    body = NameInTopic(tuple(people), IN_TOPIC[cause], by_whom(entry))
    return Delivery(Lane.ALERT, body, entry.ticket)


def by_whom(entry: Entry) -> str:
    """The name of whoever did what others are told of."""
    if isinstance(entry.event, StaffLeft):
        return entry.event.name
    return "" if isinstance(entry.actor, System) else entry.actor.name
