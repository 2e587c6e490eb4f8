"""A claimed delivery with all that its sending needs, and what its sending has done so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypedDict, Unpack

from orchestration.actions.undertaking import Undertaking
from orchestration.clock.followups import FollowUp
from orchestration.consulting.turns import Turn
from orchestration.content import MessageRef, Quote
from orchestration.customers.pace import Pace
from orchestration.delivery import CardMenu, Delivery, ShowCard
from orchestration.events import IntakeAsked
from orchestration.people import Person
from orchestration.ports import Begin, Pending, Place, Side, UnitOfWork
from orchestration.ports.bans import Ban
from orchestration.ports.bindings import Binding
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.incidents import Incident
from orchestration.sla.clocks import SlaClock
from orchestration.team.absence import Absence
from orchestration.team.presence import Seen
from orchestration.team.shift_digest import Digest
from orchestration.telling.notice import Notice
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef
from orchestration.transactions import transact
from orchestration.workflows.plan import Facts as CaseFacts


class PlaceChange(TypedDict, total=False):
    """What became different about a ticket's place."""

    card: int
    title: str
    icon: str | None
    closed: bool
    pinned: bool
    card_shows: str
    history_due: bool


@dataclass(frozen=True, slots=True)
class News:
    """What someone is to be told of one ticket: the notices, each with its entry.

    `said` is what was said on it, for whom it was escalated to.
    """

    ticket: Ticket
    place: Place | None
    notices: Sequence[tuple[Notice, Entry]]
    said: Sequence[Entry] = ()


@dataclass(slots=True)
class Job:
    """One delivery on its way.

    The first fields are what was loaded; `missing` says why something could not be, and `also` are
    the notes that go out in the same message. The others grow while it is sent and are recorded
    whatever becomes of it, because they did happen.

    An `entry` is loaded as it reads now, and `withdrawn` when it was taken back. What a change is
    of is the `original`, which stands in the messages `stands`; it is `elsewhere` when it is shown
    with others in one message only, or in a topic that was lost. What it replies to is shown by
    `reply_to`; a `quote` that is not in there has `quote_fits` False. `album` holds all items of
    the album that the entry is one of, and `unsent` those that were not sent yet. `answered` is
    what a gathered message replies to, in words. `news` is what someone is to be told, and `told`
    what of it went out; `shift` is what is open, for who is next. `asked` is what an author is
    asked about, or what they asked in the `turn` of the specialists, and `conversation` what was
    said, where that goes out as a file. `now` is when it was loaded, `lately` who did something on
    the ticket before, and `absence` the primary responder's, if they are away by then. `ahead` is
    what will happen to the ticket by itself, and `incident` the cause that it shares.
    `undertaking` is an action, `reads` are what it may rest on, and `moved` is the entry that
    brought it where it is. `facts` are what the plans of its matters rest on.
    """

    pending: Pending
    ticket: Ticket | None = None
    place: Place | None = None
    entry: Entry | None = None
    first: Entry | None = None
    original: Entry | None = None
    stands: Sequence[MessageRef] = ()
    elsewhere: bool = False
    album: Sequence[Entry] = ()
    unsent: frozenset[EntryRef] = frozenset()
    withdrawn: bool = False
    reply_to: MessageRef | None = None
    quote: Quote | None = None
    quote_fits: bool = False
    staff: Sequence[Person] = ()
    language: str | None = None
    answered: str = ""
    intake: IntakeAsked | None = None
    pace: Pace | None = None
    ban: Ban | None = None
    binding: Binding | None = None
    clocks: Sequence[SlaClock] = ()
    ahead: FollowUp | None = None
    incident: Incident | None = None
    at: datetime | None = None
    absence: Absence | None = None
    news: Sequence[News] = ()
    shift: Digest | None = None
    asked: Entry | None = None
    turn: Turn | None = None
    undertaking: Undertaking | None = None
    reads: Sequence[RecordedRead] = ()
    moved: Entry | None = None
    conversation: Sequence[Entry] = ()
    facts: CaseFacts | None = None
    lately: Sequence[Seen] = ()
    now: datetime | None = None
    missing: str | None = None
    also: list["Job"] = field(default_factory=list)

    operations: int = 0
    pieces: int = 0
    card_shown: bool = False
    shown: list[tuple[MessageRef, EntryRef, Side]] = field(default_factory=list)
    told: Sequence[Notice] = ()
    gone: list[MessageRef] = field(default_factory=list)
    changes: PlaceChange = field(default_factory=PlaceChange)
    next: list[Delivery] = field(default_factory=list)

    @property
    def delivery(self) -> Delivery:
        """What is to be sent."""
        return self.pending.delivery

    @property
    def menu(self) -> CardMenu | None:
        """The menu that the card shows."""
        body = self.delivery.body
        return body.menu if isinstance(body, ShowCard) else None

    def known_ticket(self) -> Ticket:
        """The ticket; raises `LookupError` for a delivery about none."""
        if self.ticket is None:
            msg = f"{self.delivery.body.kind} {self.pending.id} is about no ticket"
            raise LookupError(msg)
        return self.ticket

    def known_entry(self) -> Entry:
        """The entry; raises `LookupError` for a delivery of none."""
        if self.entry is None:
            msg = f"{self.delivery.body.kind} {self.pending.id} carries no entry"
            raise LookupError(msg)
        return self.entry

    def known_original(self) -> Entry:
        """What the delivery's entry changed; raises `LookupError` where it changed none."""
        if self.original is None:
            msg = f"{self.delivery.body.kind} {self.pending.id} changes no entry"
            raise LookupError(msg)
        return self.original


def change_place(job: Job, place: Place, **changes: Unpack[PlaceChange]) -> Place:
    """The job's topic as Telegram was just told that it is."""
    job.changes.update(changes)
    job.place = replace(place, **changes)
    return job.place


async def keep_progress(begin: Begin, job: Job) -> None:
    """Writes down how far the rebuilding has come, so that a crash does not repeat it."""

    async def keep(uow: UnitOfWork) -> None:
        await keep_traces(uow, job)

    await transact(begin, keep)


async def keep_traces(uow: UnitOfWork, job: Job) -> None:
    """Writes down what a job has shown and changed so far."""
    for message in job.gone:
        await uow.links.forget(message)
    for message, entry, side in job.shown:
        await uow.links.add(message, entry, side)
    if job.changes and job.place is not None:
        # Someone may have closed the topic by hand since it was loaded.
        current = await uow.places.of(job.place.ticket)
        if current is not None and current.thread == job.place.thread:
            await uow.places.save(replace(current, **job.changes))
