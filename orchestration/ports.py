"""What the centre needs of the rooms around it: small protocols, sized by who uses them.

One contract suite runs the in-memory fake, SQLite and PostgreSQL against these docstrings.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from orchestration.content import MessageRef
from orchestration.deliveries import Delivery
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.people import Person
from orchestration.ticket import Ticket, Triage
from orchestration.timeline import Entry, EntryRef


class Tickets(Protocol):
    """Tickets, and which one of a customer's is current."""

    async def next_number(self) -> int:
        """The number of the next ticket; two callers never get the same."""
        ...

    async def get(self, number: int) -> Ticket:
        """The ticket of that number; raises `NoSuchTicket`."""
        ...

    async def save(self, ticket: Ticket) -> None:
        """Writes the ticket and its recorded entries, and empties `ticket.recorded`.

        Compares and swaps on the version it was loaded with, `version - len(recorded)`; raises
        `StaleTicket` when another writer was first. Nothing recorded, nothing written.
        """
        ...

    async def of_customer(self, customer: int, limit: int = 20) -> Sequence[Ticket]:
        """A customer's tickets, newest first."""
        ...

    async def current_of(self, customer: int) -> Ticket | None:
        """The ticket that a customer's plain messages go to."""
        ...

    async def make_current(self, customer: int, number: int | None) -> None:
        """Chooses that ticket, or none: then the next message opens one."""
        ...

    async def owned_by(self, person: int) -> Sequence[Ticket]:
        """The tickets not yet closed whose primary responder is that person, oldest first."""
        ...

    async def unended(self, limit: int = 30) -> Sequence[Ticket]:
        """The tickets neither resolved nor closed, oldest first."""
        ...


class Timeline(Protocol):
    """Reading what happened; only saving a ticket writes it."""

    async def entry(self, ref: EntryRef) -> Entry:
        """One entry; raises `LookupError`."""
        ...

    async def of(self, ticket: int, after: int = 0, limit: int = 100) -> Sequence[Entry]:
        """A ticket's entries with a `seq` above `after`, oldest first."""
        ...

    async def newest_change(self, ref: EntryRef) -> Entry | None:
        """The last entry that changed what that one says: an edit, or that it was taken back."""
        ...

    async def last_customer_seq(self, ticket: int) -> int:
        """The `seq` of the customer's newest message in a ticket, 0 when there is none."""
        ...


class People(Protocol):
    """Everyone the desk has seen."""

    async def learn(self, person: Person) -> None:
        """Inserts or replaces what is known of someone."""
        ...

    async def get(self, person: int) -> Person | None:
        """Who has that id."""
        ...

    async def by_username(self, username: str) -> Person | None:
        """Who has that user name, whatever its case; the last one seen with it."""
        ...

    async def supervisors(self) -> Sequence[Person]:
        """All who supervise, by id."""
        ...

    async def staff(self) -> Sequence[Person]:
        """All who have a role, by id."""
        ...


class Side(StrEnum):
    """On which side of the desk a message stands."""

    CUSTOMER = "customer"
    STAFF = "staff"


class Links(Protocol):
    """Which messages in Telegram show which entries."""

    async def add(self, message: MessageRef, entry: EntryRef, side: Side) -> None:
        """Remembers that `message` shows `entry`, too; a repetition changes nothing."""
        ...

    async def entry_of(self, message: MessageRef) -> EntryRef | None:
        """What a message shows; of several entries the first."""
        ...

    async def forget(self, message: MessageRef) -> None:
        """The message is gone: it shows nothing any more."""
        ...

    async def messages_of(self, entry: EntryRef, side: Side) -> Sequence[MessageRef]:
        """Where an entry is shown on one side, in order."""
        ...

    async def entries_of(self, message: MessageRef) -> Sequence[EntryRef]:
        """All that a message shows, oldest first: several where notes were merged."""
        ...

    async def shown(self, ticket: int, side: Side) -> Sequence[int]:
        """The `seq` of each of a ticket's entries that is shown on one side, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where the staff see a ticket: a thread of their group, and how it looks there.

    `title`, `icon` and `closed` are what Telegram was last told; `card` is the card's message, and
    `card_shows` tells one state of it from another. `history_due` is set while a topic that was
    built anew still lacks the digest of what stood in the lost one.
    """

    ticket: int
    chat: int
    thread: int
    card: int | None = None
    title: str = ""
    icon: str | None = None
    closed: bool = False
    pinned: bool = False
    card_shows: str = ""
    history_due: bool = False


class Places(Protocol):
    """Where the staff see each ticket."""

    async def of(self, ticket: int) -> Place | None:
        """A ticket's place, when it has one."""
        ...

    async def ticket_at(self, chat: int, thread: int) -> int | None:
        """Which ticket stands there."""
        ...

    async def save(self, place: Place) -> None:
        """Inserts or replaces the place of a ticket."""
        ...

    async def forget(self, place: Place) -> None:
        """Forgets it, because its topic is gone; another place of the ticket stays."""
        ...

    async def adopt(self, place: Place) -> None:
        """Inserts a place, or replaces one with an older topic; any other stays as it is."""
        ...

    async def of_unended(self, after: int, limit: int) -> Sequence[Place]:
        """The places of tickets neither resolved nor closed with a number above `after`."""
        ...


class FollowUps(Protocol):
    """What is due later."""

    async def schedule(self, follow_up: FollowUp) -> None:
        """Inserts it, or replaces the one of its kind on its ticket."""
        ...

    async def cancel(self, ticket: int, kind: FollowUpKind) -> None:
        """Forgets it, if there is one."""
        ...

    async def take(self, follow_up: FollowUp) -> bool:
        """Removes exactly this one; False when it was run, moved or cancelled meanwhile."""
        ...

    async def due(self, now: datetime, limit: int = 100) -> Sequence[FollowUp]:
        """What is due at `now`, the longest due first."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        ...


class Outbox(Protocol):
    """What is decided to be sent."""

    async def add(self, *deliveries: Delivery) -> None:
        """Adds them in this order; each replaces unsent, unclaimed ones of its `collapse` name.

        One with a `not_before` waits for it, and what comes after it in its ticket does too.
        """
        ...


@dataclass(frozen=True, slots=True)
class Pending:
    """A delivery that waits in the outbox; `pieces` of it were sent already."""

    id: int
    delivery: Delivery
    attempts: int = 0
    not_before: datetime | None = None
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """Operations that were spent on a chat, for the budget: `chat` None is a staff group."""

    chat: int | None
    at: datetime
    operations: int


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Work that was set aside: which, and why."""

    what: str
    reason: str


class Courier(Protocol):
    """The outbox as its courier sees it."""

    async def pending(self, now: datetime, limit: int = 200) -> Sequence[Pending]:
        """Unsent deliveries without a lease that runs at `now`, by lane and then age.

        Those with a later `not_before` are among them: what comes after them in their ticket
        must wait for them. When `limit` cuts the end off, what stands before one of them in its
        ticket is there all the same.
        """
        ...

    async def claim(self, ids: Sequence[int], now: datetime, until: datetime) -> Sequence[int]:
        """Takes leases until then; returns the ids that were still free."""
        ...

    async def sent(self, id_: int, at: datetime, operations: int) -> None:
        """It is done, and cost so many operations."""
        ...

    async def later(self, id_: int, not_before: datetime, reason: str, pieces: int = 0) -> None:
        """It is given back with one more attempt counted, for that time; `pieces` were sent."""
        ...

    async def set_aside(self, id_: int, at: datetime, reason: str) -> None:
        """It cannot be sent; it stays for people to see, with the reason."""
        ...

    async def hold(self, id_: int, at: datetime, reason: str) -> None:
        """Its customer cannot be reached; it waits until `let_go`."""
        ...

    async def let_go(self, chat: int) -> int:
        """Gives back what is held for that chat, in the old order. Returns how many.

        Of one `collapse` name only the newest goes on.
        """
        ...

    async def hurry(self) -> int:
        """What was put off for the staff group may go now. Returns how many."""
        ...

    async def under_lease(self) -> Sequence[Pending]:
        """What someone holds a lease of, oldest first, whether or not it still runs."""
        ...

    async def release_leases(self) -> int:
        """Gives every leased delivery back: for a desk that restarts alone. Returns how many."""
        ...

    async def spent_since(self, at: datetime) -> Sequence[Spent]:
        """What was sent since then, oldest first."""
        ...

    async def set_aside_count(self) -> int:
        """How many deliveries were set aside."""
        ...

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        """Deliveries that were set aside, the newest first."""
        ...

    async def try_again(self) -> int:
        """Puts back what was set aside, as if it were new. Returns how many.

        What a newer one of its `collapse` name has overtaken is dropped instead.
        """
        ...


class Memory(Protocol):
    """The little that the desk itself must not forget, by name."""

    async def recall(self, name: str) -> str | None:
        """What was remembered under that name."""
        ...

    async def remember(self, name: str, value: str) -> None:
        """Remembers it, in place of what was there."""
        ...

    async def forget(self, name: str) -> bool:
        """Forgets it; False when there was nothing."""
        ...

    async def names(self, prefix: str) -> Sequence[str]:
        """The names that begin so, sorted."""
        ...


@dataclass(frozen=True, slots=True)
class Update:
    """One update from Telegram as it came.

    Updates of one `conversation` are handled in order, different ones side by side.
    """

    bot: int
    id: int
    conversation: str
    payload: str


class Inbox(Protocol):
    """What Telegram told us, until it is handled."""

    async def add(self, updates: Sequence[Update], at: datetime) -> Sequence[Update]:
        """Keeps them; returns those that were not known already."""
        ...

    async def waiting(self, conversation: str, limit: int = 20) -> Sequence[Update]:
        """A conversation's unhandled updates, oldest first."""
        ...

    async def conversations(self) -> Sequence[str]:
        """The conversations that have unhandled updates."""
        ...

    async def done(self, bot: int, update: int, at: datetime) -> bool:
        """Marks one handled; False when it already was: then the caller must not commit."""
        ...

    async def failed(self, bot: int, update: int, reason: str, tries: int) -> bool:
        """Counts a failed try with its reason; True when `tries` were made and it is set aside."""
        ...

    async def set_aside_count(self) -> int:
        """How many updates were set aside."""
        ...

    async def given_up(self, limit: int = 3) -> Sequence[GivenUp]:
        """Updates that were set aside, the newest first."""
        ...

    async def try_again(self) -> int:
        """Puts back what was set aside, as if it were new. Returns how many."""
        ...


class Housekeeping(Protocol):
    """What nobody needs any more, found and put away a little at a time."""

    async def long_closed(self, before: datetime, limit: int) -> Sequence[int]:
        """Tickets that were closed before then and still have a place, the longest closed first."""
        ...

    async def purge_updates(self, before: datetime, limit: int) -> int:
        """Forgets handled updates that came before then, the oldest first. Returns how many."""
        ...

    async def purge_deliveries(self, before: datetime, limit: int) -> int:
        """Forgets what was sent before then, the oldest first. Returns how many."""
        ...


class UnitOfWork(Protocol):
    """Everything one use case decides, kept or forgotten together."""

    @property
    def tickets(self) -> Tickets: ...
    @property
    def timeline(self) -> Timeline: ...
    @property
    def people(self) -> People: ...
    @property
    def links(self) -> Links: ...
    @property
    def places(self) -> Places: ...
    @property
    def follow_ups(self) -> FollowUps: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def courier(self) -> Courier: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def memory(self) -> Memory: ...
    @property
    def housekeeping(self) -> Housekeeping: ...


#: Opens a unit of work: `async with begin() as uow:` commits at the end, or forgets on an error.
Begin = Callable[[], AbstractAsyncContextManager[UnitOfWork]]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a specialist reads: the conversation so far, up to entry `upto`."""

    ticket: int
    subject: str
    entries: Sequence[Entry]
    upto: int


@dataclass(frozen=True, slots=True)
class Advice:
    """What a specialist returns. `note` and drafts come with the specialists that write them."""

    triage: Triage | None = None


class Advisor(Protocol):
    """A specialist at work: reads a brief, returns advice, and touches nothing."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...

    async def advise(self, brief: Brief) -> Advice:
        """Reads and advises."""
        ...


class Clock(Protocol):
    """The desk's time, always in UTC with its zone; one module reads the machine's."""

    def __call__(self) -> datetime: ...
