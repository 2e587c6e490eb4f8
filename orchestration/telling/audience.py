"""Whom an entry of a ticket concerns, and why: decided here for every kind of entry."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from orchestration.content import Content
from orchestration.desk import Desk
from orchestration.ending.closing_conditions import lacking
from orchestration.events import (
    Assigned,
    Claimed,
    ClockAtRisk,
    ClockBreached,
    ConsultationWithdrawn,
    CustomerBanned,
    CustomerWrote,
    Merged,
    NoteAdded,
    NoteEdited,
    Opened,
    QueueChanged,
    Released,
    StaffLeft,
    StatusSet,
    Suggested,
    SuggestionDeclined,
    Tagged,
    TeamWords,
)
from orchestration.events.escalation import Escalated
from orchestration.events.followups import Lapsed, Snoozed, Woken
from orchestration.events.team import Consulted, Decided, HandedOver, Joined, Part
from orchestration.people import Person, System
from orchestration.status import Status
from orchestration.team.mentions import Roster, mentioned
from orchestration.telling.notice import MANNERS, Cause, Rule, deciding, scopes_of, tag_scope
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: What can concern anybody, beside every change of status.
_TOLD = (
    Opened
    | QueueChanged
    | Tagged
    | CustomerWrote
    | Claimed
    | Assigned
    | Released
    | Joined
    | ConsultationWithdrawn
    | Suggested
    | SuggestionDeclined
    | StaffLeft
    | NoteAdded
    | NoteEdited
    | TeamWords
    | ClockAtRisk
    | ClockBreached
    | Escalated
)
#: Where the status itself is the news; whoever watches does not hear of each answer.
_MOVES_ONLY = StatusSet | Merged | CustomerBanned | Snoozed | Woken | Lapsed


class Concern(NamedTuple):
    """Someone is told of an entry, and why; `needed` when it waits for them."""

    person: Person
    cause: Cause
    needed: bool


class _Reason(NamedTuple):
    """Why an entry is told: to those whom it needs, and to those who follow it in these scopes."""

    cause: Cause
    needed: Collection[int] = ()
    scopes: Collection[str] | None = None


@dataclass(slots=True)
class Audience:
    """Who might be told of a ticket's entries; `rules` are what they said of it."""

    desk: Desk
    ticket: Ticket
    roster: Roster
    rules: Sequence[Rule]
    _staff: Mapping[int, Person] = field(init=False)

    def __post_init__(self) -> None:
        self._staff = {person.id: person for person in self.roster.staff}

    def concerned(self, entry: Entry) -> Iterator[Concern]:
        """Whom an entry concerns, each once, and never who did it."""
        seen = {getattr(entry.actor, "id", None)}
        scopes = scopes_of(self.ticket)
        said = deciding(self.rules, scopes, entry.move.after if entry.move else None)
        for cause, needed, arrived in self._reasons(entry):
            interest, personal = MANNERS[cause].interest, MANNERS[cause].personal
            rules = {who: rule for (who, what), rule in said.items() if what is interest}
            silent = {who for who, rule in rules.items() if not rule.wanted}
            following = {
                who
                for who, rule in rules.items()
                if rule.wanted and not personal and (arrived is None or rule.scope in arrived)
            }
            for number in sorted((following | set(needed)) - silent - seen):
                if number in self._staff:
                    seen.add(number)
                    yield Concern(self._staff[number], cause, number in needed)

    def _reasons(self, entry: Entry) -> Iterator[_Reason]:
        """Why people may be told of an entry; the first reason that concerns someone counts."""
        match entry.event:
            case Opened():
                yield _Reason(Cause.NEW_TICKET)
            case QueueChanged(queue=queue):
                yield _Reason(Cause.NEW_TICKET, scopes={queue})
            case Tagged(added=tags):
                yield _Reason(Cause.NEW_TICKET, scopes={tag_scope(tag) for tag in tags})
            case CustomerWrote():
                yield _Reason(Cause.CUSTOMER_WROTE, _one(self.ticket.primary_id))
        yield from self._among_staff(entry)
        yield from _about_questions(entry)
        yield from self._about_suggestions(entry)
        yield from self._about_clocks(entry)
        if self._wants_look(entry):
            yield _Reason(Cause.LOOK_WANTED, self._supervisors())
        if entry.move is not None and entry.move.after is Status.WAITING_APPROVAL:
            yield _Reason(Cause.APPROVAL_WANTED, self._supervisors())
        yield _Reason(Cause.MENTIONED, self._mentioned(entry))
        if entry.move is not None:
            alone = isinstance(entry.event, _MOVES_ONLY)
            watching = [each.id for each in self.ticket.taking(Part.WATCHER)] if alone else ()
            yield _Reason(Cause.STATUS_REACHED, watching)

    def _among_staff(self, entry: Entry) -> Iterator[_Reason]:
        """What one of the staff does to others."""
        match entry.event:
            case Claimed(relieved=relieved):
                yield _Reason(Cause.RELIEVED, _one(relieved))
            case Assigned(to=to, relieved=relieved):
                yield _Reason(Cause.ASSIGNED, [to])
                yield _Reason(Cause.RELIEVED, _one(relieved))
            case Released(relieved=relieved):
                yield _Reason(Cause.RELIEVED, [relieved])
            case HandedOver(to=to, relieved=relieved):
                yield _Reason(Cause.HANDED_OVER, [to])
                yield _Reason(Cause.RELIEVED, _one(relieved))
            case Joined(people=people) if not isinstance(entry.actor, System):
                came = [each.id for each in people if each.part is Part.COLLABORATOR]
                yield _Reason(Cause.INVITED, came)
            case Escalated(told=told):
                yield _Reason(Cause.ESCALATED, told)
            case Decided():
                along = [each.id for each in self.ticket.taking(Part.COLLABORATOR)]
                yield _Reason(Cause.DECIDED, [*_one(self.ticket.primary_id), *along])

    def _about_suggestions(self, entry: Entry) -> Iterator[_Reason]:
        """What a colleague would have said to the customer."""
        match entry.event:
            case Suggested():
                yield _Reason(Cause.SUGGESTED, _one(self.ticket.primary_id))
            case SuggestionDeclined(author=author):
                yield _Reason(Cause.SUGGESTION_DECLINED, [author])
            case _:
                pass

    def _about_clocks(self, entry: Entry) -> Iterator[_Reason]:
        """What is near needs whoever answers; what has passed needs supervisors, too."""
        match entry.event:
            case ClockAtRisk():
                answering = _one(self.ticket.primary_id)
                yield _Reason(Cause.SLA_AT_RISK, answering or self._supervisors())
            case ClockBreached():
                needed = [*_one(self.ticket.primary_id), *self._supervisors()]
                yield _Reason(Cause.SLA_BREACHED, needed)
            case _:
                pass

    def _supervisors(self) -> Sequence[int]:
        return [who for who, person in self._staff.items() if _supervises(person)]

    def _wants_look(self, entry: Entry) -> bool:
        """Whether it was resolved, and its queue wants a supervisor's look before it is closed."""
        resolved = entry.move is not None and entry.move.after is Status.RESOLVED
        wanted = self.desk.queue(self.ticket.queue).before_closing
        return resolved and lacking(self.ticket, wanted).look

    def _mentioned(self, entry: Entry) -> frozenset[int]:
        """Whom its words call; of an edit whom it adds, since Telegram tells nobody of edits."""
        if isinstance(entry.event, NoteEdited):
            return self._called(entry.event.content) - self._called(entry.event.former)
        words = words_of(entry)
        return self._called(words) if words is not None else frozenset()

    def _called(self, content: Content) -> frozenset[int]:
        return mentioned(content, self.roster, self.desk)


def may_concern(entry: Entry) -> bool:
    """Whether an entry can concern anybody at all."""
    return entry.move is not None or isinstance(entry.event, _TOLD)


def calls_people(entries: Iterable[Entry]) -> bool:
    """Whether words that can mention people are among these entries."""
    return any(isinstance(entry.event, NoteAdded | NoteEdited | TeamWords) for entry in entries)


def words_of(entry: Entry) -> Content | None:
    """The words of a new entry that stay inside, as they stand in the topic."""
    return entry.event.content if isinstance(entry.event, NoteAdded | TeamWords) else None


def _about_questions(entry: Entry) -> Iterator[_Reason]:
    """What is asked of an expert, and what becomes of it."""
    match entry.event:
        case Consulted(expert=expert):
            yield _Reason(Cause.CONSULTED, [expert])
        case NoteAdded(answers=asked_by):
            yield _Reason(Cause.EXPERT_ANSWERED, _one(asked_by))
        case StaffLeft(asked_by=asked_by):
            yield _Reason(Cause.EXPERT_LEFT, _one(asked_by))
        case ConsultationWithdrawn(expert=expert):
            yield _Reason(Cause.WITHDRAWN, [expert])
        case _:
            pass


def _supervises(person: Person) -> bool:
    return person.role is not None and person.role.supervises


def _one(number: int | None) -> Sequence[int]:
    return () if number is None else (number,)
