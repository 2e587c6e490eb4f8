"""Tickets, their timelines, the people, and what is due for them later."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.people import Person
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef

#: A ticket, and the entries that were saved with it.
Saved = tuple[Ticket, Sequence[Entry]]


def by_ticket(saved: Iterable[Saved]) -> Sequence[Saved]:
    """Each ticket once, as it was saved last, with all the entries that it got."""
    found: dict[int, Saved] = {}
    for ticket, entries in saved:
        before = found[ticket.id][1] if ticket.id in found else ()
        found[ticket.id] = ticket, [*before, *entries]
    return list(found.values())


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

    async def hold(self, ticket: Ticket) -> None:
        """Keeps other writers off the ticket until the commit, where nothing of it is recorded.

        Raises `StaleTicket` when one was there since it was loaded.
        """
        ...

    @property
    def saved(self) -> Sequence[Saved]:
        """What this unit of work has saved so far, in order."""
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

    async def counts_of(self, people: Collection[int]) -> Mapping[int, int]:
        """How many unended tickets each of these people answers, where they answer any."""
        ...

    async def involving(self, person: int) -> Sequence[Ticket]:
        """The tickets not yet closed in which that person takes part or is asked, oldest first."""
        ...

    async def of_incident(self, number: int) -> Sequence[Ticket]:
        """The tickets not yet closed that belong to that incident, oldest first."""
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


class FollowUps(Protocol):
    """What is due later."""

    async def schedule(self, follow_up: FollowUp) -> None:
        """Inserts it, or replaces the one of its kind on its ticket."""
        ...

    async def cancel(self, ticket: int, *kinds: FollowUpKind) -> None:
        """Forgets those of these kinds, if there are any."""
        ...

    async def take(self, follow_up: FollowUp) -> bool:
        """Removes exactly this one; False when it was run, moved or cancelled meanwhile."""
        ...

    async def of(self, ticket: int) -> Sequence[FollowUp]:
        """What is due on one ticket, the next one first."""
        ...

    async def due(self, now: datetime, limit: int = 100) -> Sequence[FollowUp]:
        """What is due at `now`, the longest due first."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next one is due."""
        ...
