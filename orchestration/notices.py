"""Tells staff in private what they want to know of their tickets.

Every unit of work that changes tickets passes through `announcing`, so no use case has to think of
it, and none can forget it. Notices that wait are told together, at the person's own times.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from orchestration.closing_conditions import lacking
from orchestration.delivery import Delivery, Lane, NameInTopic, TellNotices
from orchestration.desk import Desk
from orchestration.events import Assigned, CustomerWrote, NoteAdded, NoteEdited, Opened
from orchestration.habits import due
from orchestration.mentions import Roster, mentioned, named
from orchestration.notice import PERSONAL, Cause, Notice, Said, said_of, scopes_of
from orchestration.oncall import on_call
from orchestration.people import Person, System
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.sentences import StaffSentence
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: How someone is named in the topic who cannot be told in private.
_IN_TOPIC: Mapping[Cause, StaffSentence] = {
    Cause.MENTIONED: StaffSentence.MENTIONED,
    Cause.ASSIGNED: StaffSentence.ASSIGNED,
}


def announcing(begin: Begin, desk: Desk, clock: Clock) -> Begin:
    """Units of work that, before they commit, tell whoever wants to know of what they changed."""

    @asynccontextmanager
    async def begun() -> AsyncIterator[UnitOfWork]:
        async with begin() as uow:
            yield uow
            await announce(uow, desk, clock())

    return begun


async def announce(uow: UnitOfWork, desk: Desk, now: datetime) -> None:
    """Makes notices of everything that this unit of work has saved."""
    for ticket, entries in uow.tickets.saved:
        telling = [entry for entry in entries if _may_be_told(entry)]
        if telling:
            await _announce(uow, desk, ticket, telling, now)


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
    """They cannot be told in private any more: what is meant for them is said in its topic."""
    waiting = await uow.notices.waiting(person)
    for notice in waiting:
        if notice.cause in PERSONAL:
            entry = await uow.timeline.entry(notice.entry)
            await uow.outbox.add(_name(entry, notice.cause, [person]))
    await uow.notices.remove(person, waiting)


@dataclass(slots=True)
class _Audience:
    """Who might be told of a ticket's entries."""

    desk: Desk
    ticket: Ticket
    roster: Roster
    said: Said
    staff: Mapping[int, Person] = field(init=False)

    def __post_init__(self) -> None:
        self.staff = {person.id: person for person in self.roster.staff}

    def concerned(self, entry: Entry) -> Iterable[tuple[Person, Cause, bool]]:
        """Whom an entry concerns, why, and whether it needs them; each person once."""
        author = getattr(entry.actor, "id", None)
        seen = {author}
        for cause, needed in self._causes(entry):
            followers = () if cause in PERSONAL else self._said(cause, wanted=True)
            silent = self._said(cause, wanted=False)
            for number in sorted({*needed, *followers} - silent - seen):
                if number in self.staff:
                    seen.add(number)
                    yield self.staff[number], cause, number in needed

    def _causes(self, entry: Entry) -> Iterable[tuple[Cause, frozenset[int]]]:
        """Why people may be told of an entry, and whom it needs."""
        match entry.event:
            case Opened():
                yield Cause.NEW_TICKET, frozenset()
            case CustomerWrote():
                primary = self.ticket.primary
                yield Cause.CUSTOMER_WROTE, frozenset({primary.id} if primary else ())
            case NoteAdded(content):
                yield Cause.MENTIONED, mentioned(content, self.roster, self.desk)
            case NoteEdited(_, former, content):
                before = mentioned(former, self.roster, self.desk)
                yield Cause.MENTIONED, mentioned(content, self.roster, self.desk) - before
            case Assigned(to):
                yield Cause.ASSIGNED, frozenset({to})
            case _:
                pass
        if self._wants_look(entry):
            supervise = (who for who, person in self.staff.items() if _supervises(person))
            yield Cause.LOOK_WANTED, frozenset(supervise)
        if entry.move is not None:
            yield Cause.STATUS_REACHED, frozenset()

    def _wants_look(self, entry: Entry) -> bool:
        """Whether it was resolved, and its queue wants a supervisor's look before it is closed."""
        resolved = entry.move is not None and entry.move.after is Status.RESOLVED
        wanted = self.desk.queue(self.ticket.queue).before_closing
        return resolved and lacking(self.ticket, wanted).look

    def _said(self, cause: Cause, *, wanted: bool) -> set[int]:
        return {who for (who, why), said in self.said.items() if why is cause and said is wanted}


def _supervises(person: Person) -> bool:
    return person.role is not None and person.role.supervises


def _may_be_told(entry: Entry) -> bool:
    told = Opened | CustomerWrote | NoteAdded | NoteEdited | Assigned
    return entry.move is not None or isinstance(entry.event, told)


async def _announce(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, entries: Sequence[Entry], now: datetime
) -> None:
    said = said_of(ticket, await uow.notices.rules_about(scopes_of(ticket)))
    # Only a note can call whoever is on call; most of what happens is customers writing.
    noted = any(isinstance(entry.event, NoteAdded | NoteEdited) for entry in entries)
    roster = Roster(await uow.people.staff(), await on_call(uow) if noted else ())
    audience = _Audience(desk, ticket, roster, said)
    for entry in entries:
        unreachable: dict[Cause, list[int]] = {}
        for person, cause, needed in audience.concerned(entry):
            if person.reachable:
                then = due(await uow.notices.habits_of(person.id), now, needed=needed)
                await _wait(uow, Notice(person.id, entry.ref, cause, then))
            elif cause in PERSONAL and not _names_themselves(entry, person):
                unreachable.setdefault(cause, []).append(person.id)
        for cause, people in unreachable.items():
            await uow.outbox.add(_name(entry, cause, people))


async def _wait(uow: UnitOfWork, notice: Notice) -> None:
    await uow.notices.add(notice)
    # Added each time, it takes the place of the one that waits, and keeps the earliest time: what
    # is being sent in this moment has been read already.
    waiting = await uow.notices.waiting(notice.person)
    await uow.outbox.add(deliver(notice.person, min(each.due_at for each in waiting)))


def _names_themselves(entry: Entry, person: Person) -> bool:
    """Whether the note, as it stands in the topic, has notified them by itself."""
    return isinstance(entry.event, NoteAdded) and named(entry.event.content, person)


def _name(entry: Entry, cause: Cause, people: Sequence[int]) -> Delivery:
    by = "" if isinstance(entry.actor, System) else entry.actor.name
    body = NameInTopic(tuple(people), _IN_TOPIC[cause], by)
    return Delivery(Lane.ALERT, body, entry.ticket)
