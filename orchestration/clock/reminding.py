"""Follow-ups of people: set, shown, changed, cancelled, and said when their time has come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.clock.reminders import Reminder
from orchestration.content import Content
from orchestration.delivery import Delivery, Lane, NameInTopic
from orchestration.desk import Desk
from orchestration.errors.followups import (
    CannotBeTold,
    LongFollowUp,
    NoSuchFollowUp,
    NotYourFollowUp,
    TooManyFollowUps,
)
from orchestration.errors.ticket import UnknownPerson
from orchestration.events.followups import FollowUpCancelled, FollowUpFired, FollowUpSet
from orchestration.people import SYSTEM, Actor, Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb
from orchestration.sentences import Facts, StaffSentence
from orchestration.team.mentions import Roster, meant_by
from orchestration.telling.notices import on_duty
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry
from orchestration.times import next_after, wall

#: So many letters fit beside the rest of the message.
MOST_LETTERS = 500
#: So many may be to come on one ticket, and for one person.
MOST = 50
#: Nobody calls it late before that.
LATE = timedelta(minutes=5)

_NAME = re.compile(r"(?<!\w)@([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)")


@dataclass(frozen=True, slots=True)
class Said:
    """What a follow-up says, and whom it is for, as in a `Reminder`."""

    words: str
    whom: str
    person: int | None


async def whom_named(
    uow: UnitOfWork, desk: Desk, words: Content, author: Person, now: datetime
) -> Said:
    """A follow-up's words, and whom they name; without a name that is their author.

    That is a text mention, or the first `@name`: a colleague, or whoever a queue's name, a skill,
    `@supervisor` or `@oncall` means when it is due. A name at either end is no part of the words.
    Raises `UnknownPerson` and `LongFollowUp`.
    """
    text = words.text.replace("\0", " ").strip()  # PostgreSQL keeps no NUL in a text
    person: int | None = author.id
    whom = author.name
    pointed = [each.user_id for each in words.entities if each.user_id is not None]
    found = _NAME.search(text)
    if pointed:
        colleague = await uow.people.get(pointed[0])
        if colleague is None or colleague.role is None:
            raise UnknownPerson(name=colleague.name if colleague else text[:40])
        person, whom = colleague.id, colleague.name
    elif found is not None:
        person, whom = await _named(uow, desk, found[1].lower(), now)
        if found.start() == 0 or found.end() == len(text):
            text = (text[: found.start()] + text[found.end() :]).strip()
    if len(text) > MOST_LETTERS:
        raise LongFollowUp(most=MOST_LETTERS)
    return Said(text, whom, person)


async def plan(
    uow: UnitOfWork, ticket: Ticket | None, reminder: Reminder, by: Staff, now: datetime
) -> Reminder:
    """Keeps a new follow-up; it counts at once.

    Raises `TooManyFollowUps`, and `CannotBeTold` for one without a ticket whose person the bot
    cannot write to.
    """
    if ticket is None:
        await _check_reachable(uow, reminder)
        others = await uow.reminders.of_person(by.id)
    else:
        ticket.check_allowed(by, Verb.FOLLOW_UP)
        others = await uow.reminders.of_ticket(ticket.id)
    if len(others) >= MOST:
        raise TooManyFollowUps(most=MOST)
    kept = await uow.reminders.add(replace(reminder, ticket=ticket.id if ticket else None))
    if ticket is not None:
        _record_set(ticket, kept, by, now, changed=False)
        await uow.tickets.save(ticket)
    return kept


async def find(uow: UnitOfWork, number: int, by: Staff) -> Reminder:
    """A follow-up that `by` may change; raises `NoSuchFollowUp` and `NotYourFollowUp`."""
    found = await uow.reminders.get(number)
    if found is None:
        raise NoSuchFollowUp(number=number)
    if by.id not in {found.by, found.person} and not by.role.supervises:
        raise NotYourFollowUp(number=number, owner=found.by_name)
    return found


async def change(
    uow: UnitOfWork, former: Reminder, reminder: Reminder, by: Staff, now: datetime
) -> Reminder:
    """Puts a changed follow-up in its place; raises `NoSuchFollowUp` when it came meanwhile."""
    if reminder == former:
        return former
    if not await uow.reminders.swap(former, reminder):
        raise NoSuchFollowUp(number=former.id)
    if reminder.ticket is not None:
        ticket = await uow.tickets.get(reminder.ticket)
        _record_set(ticket, reminder, by, now, changed=True)
        await uow.tickets.save(ticket)
    return reminder


async def cancel(uow: UnitOfWork, reminder: Reminder, by: Staff, now: datetime) -> None:
    """It will not come, nor come again; raises `NoSuchFollowUp` when it came meanwhile."""
    if not await uow.reminders.take(reminder):
        raise NoSuchFollowUp(number=reminder.id)
    if reminder.ticket is not None:
        ticket = await uow.tickets.get(reminder.ticket)
        _record_cancelled(ticket, reminder, by, now)
        await uow.tickets.save(ticket)


async def customer_wrote(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """Ends the follow-ups that were only to come if the customer did not write.

    The ticket is not saved: whoever calls has more to say of it.
    """
    for reminder in await uow.reminders.of_ticket(ticket.id):
        if reminder.unless_written and await uow.reminders.take(reminder):
            _record_cancelled(ticket, reminder, SYSTEM, now, answered=True)


async def run(uow: UnitOfWork, desk: Desk, due: Reminder, now: datetime) -> None:
    """Says what is due, once, and forgets it or moves it to its next time.

    What was missed while the desk was down comes once, marked as late, however often it was missed.
    """
    again = next_after(due.rule, due.zone, now) if due.rule else None
    taken = uow.reminders.take(due) if again is None else _moved(uow, due, again)
    if not await taken:
        return
    late = now - due.due_at
    people = await _meant(uow, desk, due, now)
    own = due.by == due.person
    facts: Facts = {
        "words": due.words,
        "late": f"{_on_the_wall(due.due_at, due)} ({due.zone})" if late > LATE else "",
        "again": _on_the_wall(again, due) if again else "",
        "by": "" if own else due.by_name,
    }
    if due.ticket is None:
        for person in people:
            told = deliveries.warn(person.id, StaffSentence.FOLLOW_UP_PRIVATE, facts)
            await uow.outbox.add(told)
        return
    ticket = await uow.tickets.get(due.ticket)
    minutes = int(late.total_seconds() // 60) if late > LATE else 0
    fired = FollowUpFired(due.id, due.words, minutes, again)
    ticket.record(fired, SYSTEM, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    ids = tuple(person.id for person in people)
    by, along = "" if own else due.by_name, due.with_conversation
    body = NameInTopic(ids, StaffSentence.FOLLOW_UP_DUE, by, facts, conversation=along)
    await uow.outbox.add(Delivery(Lane.ALERT, body, ticket.id))


async def _moved(uow: UnitOfWork, due: Reminder, again: datetime) -> bool:
    return await uow.reminders.swap(due, replace(due, due_at=again))


async def _meant(uow: UnitOfWork, desk: Desk, due: Reminder, now: datetime) -> Sequence[Person]:
    """Whom it is for by now; whoever left the staff is stood in for by who set it, or supervisors.

    Words of the inside go to staff alone.
    """
    staff = {person.id: person for person in await uow.people.staff()}
    if due.person is None:
        roster = Roster([*staff.values()], await on_duty(uow, desk, now))
        wanted = [*meant_by(due.whom, roster, desk)]
    else:
        wanted = [due.person]
    for ids in (wanted, [due.by], [each.id for each in await uow.people.supervisors()]):
        present = [staff[number] for number in sorted(ids) if number in staff]
        if present:
            return present
    return ()


async def _named(uow: UnitOfWork, desk: Desk, name: str, now: datetime) -> tuple[int | None, str]:
    person = await uow.people.by_username(name)
    if person is not None and person.role is not None:
        return person.id, person.name
    roster = Roster(await uow.people.staff(), await on_duty(uow, desk, now))
    if not meant_by(name, roster, desk):
        raise UnknownPerson(name=f"@{name}"[:64])
    return None, name


async def _check_reachable(uow: UnitOfWork, reminder: Reminder) -> None:
    person = await uow.people.get(reminder.person) if reminder.person is not None else None
    if person is not None and not person.reachable:
        raise CannotBeTold(who=person.name)


def _record_set(
    ticket: Ticket, reminder: Reminder, by: Staff, at: datetime, *, changed: bool
) -> Entry:
    said = reminder.said if reminder.rule else ""
    event = FollowUpSet(reminder.id, reminder.due_at, reminder.whom, reminder.words, said, changed)
    return ticket.record(event, by, Audience.INTERNAL, at)


def _record_cancelled(
    ticket: Ticket, reminder: Reminder, by: Actor, at: datetime, *, answered: bool = False
) -> Entry:
    event = FollowUpCancelled(reminder.id, reminder.words, answered)
    return ticket.record(event, by, Audience.INTERNAL, at)


def _on_the_wall(moment: datetime, reminder: Reminder) -> str:
    return f"{wall(moment, reminder.zone):%Y-%m-%d %H:%M}"
