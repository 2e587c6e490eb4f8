"""The ticket: the case, and the verbs that are the only way to change it.

A verb checks, changes and records in one place: it either raises a `DeskError` and has changed
nothing, or records exactly one entry. The version is the number of entries, so whoever saves a
ticket compares and swaps on what they had read.
"""

from dataclasses import dataclass, field
from datetime import datetime

from orchestration import events
from orchestration.content import Content, ReplyTo, subject_of
from orchestration.errors.ticket import (
    AlreadyOwned,
    AlreadyYours,
    AnonymousCannotOwn,
    IllegalTransition,
    NotAllowed,
    NotOwned,
    TicketClosed,
    UnknownPerson,
)
from orchestration.errors.words import NothingToSend, NotYourReply
from orchestration.events import DraftLock, Event, Look, ReleaseReason, Summary, Urgency
from orchestration.events.team import Consultation, Decision, Part, Participant
from orchestration.events.ticket import Origin
from orchestration.people import SYSTEM, Actor, Customer, Person, Specialist, Staff, System
from orchestration.rights import Verb, may
from orchestration.sentences import Facts, PublicSentence
from orchestration.status import ENDED, REOPENED_BY_CUSTOMER, TRANSITIONS, Status
from orchestration.timeline import Audience, Entry, Move


@dataclass(frozen=True, slots=True)
class Primary:
    """The primary responder: the one person who answers the customer."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Triage:
    """What the triage specialist made of the customer's words."""

    intent: str
    urgency: Urgency
    language: str | None


@dataclass(frozen=True, slots=True)
class LastReply:
    """The newest answer: its entry, whose it is, and when it was sent."""

    seq: int
    by: int
    sent_at: datetime


@dataclass(slots=True)
class Ticket:
    """One customer's case.

    `autonomy` is whether specialists may speak publicly on it, as far as its queue lets them.
    `reachable` is whether messages reach the customer, as far as the last one told.
    `priority_set` is whether a person decided its urgency. `escalations` are
    the tiers that it was escalated to. `links` are tickets that it has to do
    with, `absorbed` those that were merged into it, and `merged_into` the one that it is part of.
    `rating` is the customer's, 1 to 5, `summary` what it came to, and `look` a supervisor's while
    nothing was said since. `incident` is the cause that it shares with others, and `draft` the
    entry of that one's update which can be sent; `reply_draft` is the entry of the specialists'
    draft which can be. `erased` is whether its words and its customer were forgotten. `lock` says
    who is answering, until its time is over (`drafting.open_lock`).
    `recorded` holds the entries since it was loaded; saving takes them.
    """

    id: int
    customer: Customer
    subject: str
    status: Status
    status_since: datetime
    created_at: datetime
    queue: str = "support"
    urgency: Urgency = Urgency.NORMAL
    primary: Primary | None = None
    triage: Triage | None = None
    autonomy: bool = True
    people_called: bool = False
    reachable: bool = True
    rating: int | None = None
    erased: bool = False
    previous: int | None = None
    priority_set: bool = False
    tags: tuple[str, ...] = ()
    escalations: tuple[str, ...] = ()
    links: tuple[int, ...] = ()
    absorbed: tuple[int, ...] = ()
    merged_into: int | None = None
    participants: tuple[Participant, ...] = ()
    consultation: Consultation | None = None
    decision: Decision | None = None
    summary: Summary | None = None
    look: Look | None = None
    incident: int | None = None
    draft: int | None = None
    reply_draft: int | None = None
    lock: DraftLock | None = None
    last_reply: LastReply | None = None
    version: int = 0
    recorded: list[Entry] = field(default_factory=list)

    @classmethod
    def open(
        cls, number: int, customer: Customer, content: Content, at: datetime, previous: int | None
    ) -> "Ticket":
        """A new ticket with its number; the subject is the customer's first words."""
        subject = subject_of(content)
        ticket = cls(
            id=number,
            customer=customer,
            subject=subject,
            status=Status.NEW,
            status_since=at,
            created_at=at,
            previous=previous,
        )
        ticket.record(events.Opened(subject, previous), customer, Audience.INTERNAL, at)
        return ticket

    @property
    def primary_id(self) -> int | None:
        """Who the primary responder is, if anybody."""
        return self.primary.id if self.primary else None

    def taking(self, part: Part) -> tuple[Participant, ...]:
        """Who takes part in that way; whoever became the primary meanwhile is only that."""
        return tuple(p for p in self.participants if p.part is part and p.id != self.primary_id)

    @property
    def collaborators(self) -> frozenset[int]:
        """Who works along."""
        return frozenset(each.id for each in self.taking(Part.COLLABORATOR))

    # What the customer does

    def receive(self, content: Content, at: datetime, reply_to: ReplyTo | None = None) -> Entry:
        """The customer wrote: wakes a ticket that waited for them. Raises `TicketClosed`."""
        self.check_not_closed()
        after = Status.OPEN if self.status in REOPENED_BY_CUSTOMER else None
        event = events.CustomerWrote(content, reply_to)
        return self.record(event, self.customer, Audience.PUBLIC, at, after)

    def call_people(self, at: datetime) -> Entry:
        """The customer asks for a person: urgency up, autonomy off."""
        self.check_not_closed()
        after = Status.OPEN if self.status in REOPENED_BY_CUSTOMER else None
        self.autonomy = False
        self.people_called = True
        self.urgency = max(self.urgency, Urgency.HIGH, key=list(Urgency).index)
        return self.record(events.PeopleCalled(), self.customer, Audience.INTERNAL, at, after)

    def come_back(self, at: datetime) -> Entry:
        """The customer, whom messages did not reach, can be written to again."""
        self.reachable = True
        return self.record(events.CustomerBack(), self.customer, Audience.INTERNAL, at)

    def settle_by_customer(self, at: datetime) -> Entry:
        """The customer needs no more: their `/close` resolves."""
        self._check_transition(Status.RESOLVED)
        event = events.StatusSet()
        return self.record(event, self.customer, Audience.INTERNAL, at, Status.RESOLVED)

    # What staff do

    def claim(self, by: Staff, at: datetime) -> Entry:
        """`by` becomes the primary responder; a supervisor relieves whoever was.

        Raises `AlreadyOwned` naming the owner, `AlreadyYours`, `AnonymousCannotOwn` or
        `TicketClosed`.
        """
        self.check_not_closed()
        if self.primary and self.primary.id == by.id:
            raise AlreadyYours(ticket=self.id)
        self.check_named(by)
        if self.primary and not may(by, Verb.CLAIM, self.primary.id):
            raise AlreadyOwned(ticket=self.id, owner=self.primary.name)
        event = events.Claimed(self.primary_id)
        self.primary = Primary(by.id, by.name)
        return self.record(event, by, Audience.INTERNAL, at, self.taken())

    def assign(self, to: Person, by: Staff, at: datetime) -> Entry:
        """Gives the ticket to `to`, who must be staff."""
        self.check_not_closed()
        self.check_allowed(by, Verb.ASSIGN)
        if to.role is None:
            raise UnknownPerson(name=to.name)
        if self.primary and self.primary.id == to.id:
            raise AlreadyOwned(ticket=self.id, owner=to.name)
        event = events.Assigned(to.id, to.name, relieved=self.primary_id)
        self.primary = Primary(to.id, to.name)
        return self.record(event, by, Audience.INTERNAL, at, self.taken())

    def release(self, by: Staff, at: datetime) -> Entry:
        """Nobody is the primary responder any more."""
        self.check_not_closed()
        if self.primary is None:
            raise NotOwned(ticket=self.id)
        self.check_allowed(by, Verb.RELEASE)
        relieved, self.primary = self.primary.id, None
        return self.record(events.Released(relieved), by, Audience.INTERNAL, at)

    def lose_primary(self, at: datetime) -> Entry:
        """The primary responder left the staff."""
        if self.primary is None:
            raise NotOwned(ticket=self.id)
        relieved, self.primary = self.primary.id, None
        event = events.Released(relieved, ReleaseReason.LEFT)
        return self.record(event, SYSTEM, Audience.INTERNAL, at)

    def reply_publicly(
        self,
        content: Content,
        by: Staff,
        at: datetime,
        reply_to: ReplyTo | None = None,
        origin: Origin | None = None,
    ) -> Entry:
        """`by` answers the customer, who then has the next word.

        The first answer on an unowned ticket claims it, and whoever is answering has answered. On
        a resolved ticket the answer is a parting word and the ticket stays resolved, and an answer
        does not end a consultation. Raises `NotYourReply` for a colleague.
        """
        self.check_reply(content, by)
        origin = origin or Origin()
        claims = self.primary is None and not by.anonymous
        if claims:
            self.primary = Primary(by.id, by.name)
        stays = self.status in {Status.RESOLVED, Status.WAITING_CUSTOMER} or self.consultation
        event = events.RepliedPublicly(
            content,
            claims,
            reply_to,
            origin.sent_at,
            origin.suggestion,
            origin.suggested_by,
            origin.suggested,
            origin.held,
        )
        after = None if stays else Status.WAITING_CUSTOMER
        entry = self.record(event, by, Audience.PUBLIC, at, after)
        self.last_reply = LastReply(entry.seq, by.id, origin.sent_at or at)
        self.reply_draft = None
        if self.lock is not None and self.lock.holder == by.id:
            self.lock = None
        return entry

    def add_note(self, content: Content, by: Staff | Specialist, at: datetime) -> Entry:
        """Words that stay inside, in every status; those of the expert who was asked answer."""
        self.check_words(content)
        asked = self.consultation
        expert = asked is not None and isinstance(by, Staff) and by.id == asked.expert
        answers = asked.asked_by if asked is not None and expert else None
        after = Status.OPEN if expert else None
        return self.record(events.NoteAdded(content, answers), by, Audience.INTERNAL, at, after)

    def set_status(self, to: Status, by: Staff | System, at: datetime) -> Entry:
        """Moves along the table by name; `IllegalTransition` says what is possible instead."""
        self.check_move(to, by)
        return self.record(events.StatusSet(), by, Audience.INTERNAL, at, to)

    def check_move(self, to: Status, by: Staff | System) -> None:
        """Raises what `set_status` raises."""
        verb = {
            Status.RESOLVED: Verb.RESOLVE,
            Status.CLOSED: Verb.CLOSE,
            Status.OPEN: Verb.REOPEN if self.status in ENDED else Verb.SET_STATUS,
        }.get(to, Verb.SET_STATUS)
        self.check_allowed(by, verb)
        self._check_transition(to)

    # What the desk does

    def say(self, sentence: PublicSentence, facts: Facts, at: datetime) -> Entry:
        """The desk says one of its fixed sentences to the customer."""
        return self.record(events.SystemSaid(sentence, facts), SYSTEM, Audience.PUBLIC, at)

    def take_triage(self, triage: Triage, about: int, by: Specialist, at: datetime) -> Entry:
        """A specialist read the customer's words up to entry `about`.

        Urgency only rises: what a customer asked for is not taken back by a reading. What a person
        decided stays.
        """
        self.triage = triage
        if not self.priority_set:
            self.urgency = max(self.urgency, triage.urgency, key=list(Urgency).index)
        event = events.Triaged(triage.intent, triage.urgency, triage.language, about)
        return self.record(event, by, Audience.INTERNAL, at)

    def alert(self, cause: str, at: datetime) -> Entry:
        """Supervisors are told of `cause`."""
        return self.record(events.Alerted(cause), SYSTEM, Audience.INTERNAL, at)

    def delivery_failed(
        self, seq: int, reason: str, at: datetime, *, unreachable: bool = False, lost: bool = False
    ) -> Entry:
        """The public entry `seq` did not reach the customer; `unreachable` when none would.

        One that is `lost` leaves the next word with staff: the customer has nothing to answer.
        """
        self.reachable = self.reachable and not unreachable
        after = Status.OPEN if lost and self.status is Status.WAITING_CUSTOMER else None
        event = events.DeliveryFailed(seq, reason)
        return self.record(event, SYSTEM, Audience.INTERNAL, at, after)

    # How

    def record(
        self,
        event: Event,
        actor: Actor,
        audience: Audience,
        at: datetime,
        after: Status | None = None,
    ) -> Entry:
        """Every change is exactly one entry: verbs, here and in other modules, end in this."""
        move = None
        if after is not None:
            move = Move(self.status, after)
            self.status = after
            self.status_since = at
            if after is not Status.WAITING_EXPERT:
                self.consultation = None
        if isinstance(event, events.OutdatesLook):
            self.look = None
        self.version += 1
        entry = Entry(self.id, self.version, at, actor, audience, event, move)
        self.recorded.append(entry)
        return entry

    def _check_transition(self, to: Status) -> None:
        if to not in TRANSITIONS[self.status]:
            raise IllegalTransition(self.id, self.status, to, TRANSITIONS[self.status])

    def taken(self) -> Status | None:
        """The status of a ticket that someone has just taken, where that is another one."""
        return Status.OPEN if self.status is Status.NEW else None

    def check_not_closed(self) -> None:
        """Raises `TicketClosed`."""
        if self.status is Status.CLOSED:
            raise TicketClosed(ticket=self.id)

    def check_words(self, content: Content) -> None:
        """Raises `NothingToSend` for a text without any."""
        if content.is_text and not content.text.strip():
            raise NothingToSend(ticket=self.id)

    def check_reply(self, content: Content, by: Staff) -> None:
        """Raises what `reply_publicly` raises."""
        self.check_not_closed()
        self.check_words(content)
        if not may(by, Verb.REPLY, self.primary_id):
            owner = self.primary.name if self.primary else ""
            raise NotYourReply(ticket=self.id, owner=owner)

    def check_named(self, by: Staff) -> None:
        """Raises `AnonymousCannotOwn`: nobody would know whom to ask or to tell."""
        if by.anonymous:
            raise AnonymousCannotOwn(ticket=self.id)

    def check_allowed(self, by: Staff | System, verb: Verb) -> None:
        """Raises `NotAllowed`, which names the owner; the desk does what its files say."""
        if isinstance(by, Staff) and not may(by, verb, self.primary_id, self.collaborators):
            owner = self.primary.name if self.primary else ""
            raise NotAllowed(ticket=self.id, owner=owner)
