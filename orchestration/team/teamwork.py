"""The verbs by which several people work on one ticket.

They are the ticket's verbs as much as those in `ticket.py`: each checks, changes and records one
entry, or raises and has changed nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from orchestration.content import Content
from orchestration.errors.team import (
    AlreadyAsked,
    AlreadyTakingPart,
    AskAnother,
    NotTakingPart,
    SupervisorsDecide,
)
from orchestration.errors.ticket import AlreadyOwned, IllegalTransition, UnknownPerson
from orchestration.errors.words import NothingToSend
from orchestration.events.team import (
    Consultation,
    Consulted,
    Decided,
    Decision,
    HandedOver,
    Joined,
    Left,
    Part,
    Participant,
    StaffLeft,
)
from orchestration.people import SYSTEM, Person, Staff, System
from orchestration.rights import Verb, may
from orchestration.status import ENDED, TRANSITIONS, Status
from orchestration.ticket import Primary, Ticket
from orchestration.timeline import Audience, Entry

#: So much of a decision stands on the card; the whole of it is in the timeline.
DECISION_WORDS = 200


def join(ticket: Ticket, part: Part, by: Staff, at: datetime) -> Entry:
    """`by` takes part; a watcher may become a collaborator and the other way round.

    Raises `AlreadyTakingPart`, also for the primary responder, `AnonymousCannotOwn`, because nobody
    would know whom to tell, and `TicketClosed`.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.WATCH if part is Part.WATCHER else Verb.COLLABORATE)
    ticket.check_named(by)
    return _add(ticket, [Participant(by.id, by.name, part)], by, at)


def invite(ticket: Ticket, people: Sequence[Person], by: Staff, at: datetime) -> Entry:
    """`by` brings people in as collaborators; those who are in already stay so.

    Raises `UnknownPerson`, `NotAllowed`, `TicketClosed`, and `AlreadyTakingPart` if all are in.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.INVITE)
    for each in people:
        _check_staff(each)
    return _add(ticket, [Participant(p.id, p.name, Part.COLLABORATOR) for p in people], by, at)


def keep_on(ticket: Ticket, relieved: Primary, at: datetime) -> Entry:
    """Whoever the desk relieved works along from now on; raises `AlreadyTakingPart`."""
    return _add(ticket, [Participant(relieved.id, relieved.name, Part.COLLABORATOR)], SYSTEM, at)


def leave(ticket: Ticket, by: Staff, at: datetime) -> Entry:
    """`by` takes no part any more, in every status; raises `NotTakingPart`."""
    ticket.check_allowed(by, Verb.LEAVE)
    part = next((each.part for each in ticket.participants if each.id == by.id), None)
    if part is None:
        raise NotTakingPart(ticket=ticket.id)
    ticket.participants = _without(ticket, by.id)
    return ticket.record(Left(part), by, Audience.INTERNAL, at)


def hand_over(ticket: Ticket, to: Person, note: Content, by: Staff, at: datetime) -> Entry:
    """The ticket passes to `to`, with a note that may be empty; a supervisor relieves anyone.

    Raises `UnknownPerson`, `AlreadyOwned`, `NotAllowed` or `TicketClosed`.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.HAND_OVER)
    _check_staff(to)
    if ticket.primary and ticket.primary.id == to.id:
        raise AlreadyOwned(ticket=ticket.id, owner=to.name)
    event = HandedOver(to.id, to.name, note, ticket.primary_id)
    ticket.primary = Primary(to.id, to.name)
    return ticket.record(event, by, Audience.INTERNAL, at, ticket.taken())


def consult(ticket: Ticket, expert: Person, question: Content, by: Staff, at: datetime) -> Entry:
    """Asks an expert; the ticket waits for their next note, which opens it again.

    One expert is asked at a time: `AlreadyAsked` names who is. Raises `NothingToSend`,
    `AskAnother`, `UnknownPerson`, `NotAllowed`, `TicketClosed`, or `IllegalTransition` when the
    ticket has ended.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.CONSULT)
    _check_staff(expert)
    if expert.id == by.id:
        raise AskAnother(ticket=ticket.id)
    if ticket.consultation is not None:
        raise AlreadyAsked(ticket=ticket.id, who=ticket.consultation.name)
    ticket.check_words(question)
    waits = Status.WAITING_EXPERT
    if ticket.status in ENDED:
        raise IllegalTransition(ticket.id, ticket.status, waits, TRANSITIONS[ticket.status])
    event = Consulted(expert.id, expert.name, question)
    after = None if ticket.status is waits else waits
    entry = ticket.record(event, by, Audience.INTERNAL, at, after)
    ticket.consultation = Consultation(expert.id, expert.name, by.id, at)
    return entry


def decide(ticket: Ticket, words: Content, by: Staff, at: datetime) -> Entry:
    """A supervisor decides in writing, in every status; it takes over from an earlier decision.

    Raises `SupervisorsDecide` for anyone else, which also names what was decided, and
    `NothingToSend`.
    """
    former = ticket.decision
    if not may(by, Verb.DECIDE, ticket.primary_id):
        raise SupervisorsDecide(ticket=ticket.id)
    if not words.text.strip():
        raise NothingToSend(ticket=ticket.id)
    event = Decided(words, former.seq if former else None)
    entry = ticket.record(event, by, Audience.INTERNAL, at)
    ticket.decision = Decision(entry.seq, by.name, _one_line(words.text))
    return entry


def lose(ticket: Ticket, person: Person, at: datetime) -> Entry:
    """Someone who takes part, or is asked, left the staff; raises `NotTakingPart`."""
    asked = ticket.consultation
    waits = asked is not None and asked.expert == person.id
    if not waits and all(each.id != person.id for each in ticket.participants):
        raise NotTakingPart(ticket=ticket.id)
    ticket.participants = _without(ticket, person.id)
    asked_by = asked.asked_by if asked is not None and waits else None
    event = StaffLeft(person.id, person.name, asked_by)
    after = Status.OPEN if waits else None
    return ticket.record(event, SYSTEM, Audience.INTERNAL, at, after)


def take_in(ticket: Ticket, people: Sequence[Person]) -> tuple[Participant, ...]:
    """Makes collaborators of these people, and returns whom that is new for; records nothing."""
    return _take_in(ticket, [Participant(p.id, p.name, Part.COLLABORATOR) for p in people])


def _add(ticket: Ticket, people: Sequence[Participant], by: Staff | System, at: datetime) -> Entry:
    fresh = _take_in(ticket, people)
    if not fresh:
        names = ", ".join(each.name for each in people)
        raise AlreadyTakingPart(ticket=ticket.id, who=names)
    return ticket.record(Joined(fresh), by, Audience.INTERNAL, at)


def _take_in(ticket: Ticket, people: Sequence[Participant]) -> tuple[Participant, ...]:
    fresh = tuple(p for p in people if p.id != ticket.primary_id and p not in ticket.participants)
    stay = _without(ticket, *(each.id for each in fresh))
    ticket.participants = tuple(sorted((*stay, *fresh), key=lambda each: each.id))
    return fresh


def _without(ticket: Ticket, *people: int) -> tuple[Participant, ...]:
    return tuple(each for each in ticket.participants if each.id not in people)


def _check_staff(person: Person) -> None:
    if person.role is None:
        raise UnknownPerson(name=person.name)


def _one_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= DECISION_WORDS else line[: DECISION_WORDS - 1] + "…"
