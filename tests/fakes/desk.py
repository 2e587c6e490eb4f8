"""The desk's own repositories in memory."""

import copy
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import MessageRef
from orchestration.errors import StaleTicket
from orchestration.errors.ticket import NoSuchTicket
from orchestration.events import Change, CustomerWrote
from orchestration.people import Person
from orchestration.ports import Place, Saved, Side
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef
from orchestration.webhooks import Webhook, notices
from tests.fakes.kept import Kept
from tests.fakes.rows import View
from tests.fakes.webhooks import FakeWebhooks


class FakeTickets:
    """Tickets are copied in and out: nobody else holds the row."""

    def __init__(
        self, kept: Kept, told: FakeWebhooks | None = None, webhooks: Sequence[Webhook] = ()
    ) -> None:
        self._told = told or FakeWebhooks(kept)
        self._webhooks = webhooks
        self.numbers = View(kept.numbers)
        self.rows = View(kept.tickets)
        self.entries = View(kept.entries)
        self.current = View(kept.current)
        self.saved: list[Saved] = []

    async def next_number(self) -> int:
        number = self.numbers.rows.get("ticket", 0) + 1
        self.numbers.put("ticket", number)
        return number

    async def get(self, number: int) -> Ticket:
        if number not in self.rows.rows:
            raise NoSuchTicket(ticket=number)
        return _copied(self.rows.rows[number])

    async def save(self, ticket: Ticket) -> None:
        if not ticket.recorded:
            return
        known = self.rows.rows.get(ticket.id)
        loaded = ticket.version - len(ticket.recorded)
        if loaded != (known.version if known else 0):
            raise StaleTicket
        for entry in ticket.recorded:
            self.entries.put(entry.ref, entry)
        await self._told.add(notices(self._webhooks, ticket, ticket.recorded))
        self.saved.append((ticket, tuple(ticket.recorded)))
        ticket.recorded.clear()
        self.rows.put(ticket.id, _copied(ticket))

    async def hold(self, ticket: Ticket) -> None:
        if self.rows.rows[ticket.id].version != ticket.version:
            raise StaleTicket
        self.rows.put(ticket.id, self.rows.rows[ticket.id])

    async def of_customer(self, customer: int, limit: int = 20) -> Sequence[Ticket]:
        return [one for one in self._sorted() if one.customer.id == customer][::-1][:limit]

    async def current_of(self, customer: int) -> Ticket | None:
        number = self.current.rows.get(customer)
        return None if number is None else await self.get(number)

    async def make_current(self, customer: int, number: int | None) -> None:
        if number is None:
            self.current.drop(customer)
        else:
            self.current.put(customer, number)

    async def owned_by(self, person: int) -> Sequence[Ticket]:
        return [
            one
            for one in self._sorted()
            if one.status is not Status.CLOSED and one.primary and one.primary.id == person
        ]

    async def counts_of(self, people: Collection[int]) -> Mapping[int, int]:
        owners = [one.primary.id for one in self._unended() if one.primary]
        return {person: owners.count(person) for person in people if person in owners}

    async def involving(self, person: int) -> Sequence[Ticket]:
        return [
            one
            for one in self._sorted()
            if one.status is not Status.CLOSED
            and (
                any(each.id == person for each in one.participants)
                or (one.consultation and one.consultation.expert == person)
            )
        ]

    async def of_incident(self, number: int) -> Sequence[Ticket]:
        return [
            one
            for one in self._sorted()
            if one.incident == number and one.status is not Status.CLOSED
        ]

    async def unended(self, limit: int = 30) -> Sequence[Ticket]:
        return self._unended()[:limit]

    def _unended(self) -> list[Ticket]:
        return [ticket for ticket in self._sorted() if ticket.status not in ENDED]

    def _sorted(self) -> list[Ticket]:
        return [_copied(row) for _, row in sorted(self.rows.rows.items())]


def _copied(ticket: Ticket) -> Ticket:
    other = copy.copy(ticket)
    other.recorded = []
    return other


class FakeTimeline:
    def __init__(self, tickets: FakeTickets) -> None:
        self._tickets = tickets

    async def entry(self, ref: EntryRef) -> Entry:
        return self._tickets.entries.rows[ref]

    async def of(self, ticket: int, after: int = 0, limit: int = 100) -> Sequence[Entry]:
        entries = [one for one in self._tickets.entries.rows.values() if one.ticket == ticket]
        later = [entry for entry in entries if entry.seq > after]
        return sorted(later, key=lambda entry: entry.seq)[:limit]

    async def newest_change(self, ref: EntryRef) -> Entry | None:
        entries = self._tickets.entries.rows.values()
        changes = [
            one
            for one in entries
            if one.ticket == ref.ticket
            and isinstance(one.event, Change)
            and one.event.of == ref.seq
        ]
        return max(changes, key=lambda entry: entry.seq, default=None)

    async def last_customer_seq(self, ticket: int) -> int:
        entries = self._tickets.entries.rows.values()
        wrote = [one for one in entries if isinstance(one.event, CustomerWrote)]
        return max((entry.seq for entry in wrote if entry.ticket == ticket), default=0)


class FakePeople:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.people)
        self.usernames = View(kept.unique)

    async def learn(self, person: Person) -> None:
        if person.username:
            before = await self.by_username(person.username)
            if before and before.id != person.id:
                self.rows.put(before.id, replace(before, username=None))
            self.usernames.put(("username", person.username.lower()), person.id)
        self.rows.put(person.id, replace(person, username=person.username or None))

    async def get(self, person: int) -> Person | None:
        return self.rows.rows.get(person)

    async def by_username(self, username: str) -> Person | None:
        named = (one for one in self.rows.rows.values() if one.username)
        return next((p for p in named if str(p.username).lower() == username.lower()), None)

    async def supervisors(self) -> Sequence[Person]:
        return [person for person in await self.staff() if person.role and person.role.supervises]

    async def staff(self) -> Sequence[Person]:
        people = [person for person in self.rows.rows.values() if person.role]
        return sorted(people, key=lambda person: person.id)


class FakeLinks:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.links)

    async def add(self, message: MessageRef, entry: EntryRef, side: Side) -> None:
        known = self.rows.rows.get(message, {})
        if entry not in known:
            self.rows.put(message, known | {entry: side})

    async def entry_of(self, message: MessageRef) -> EntryRef | None:
        return next(iter(await self.entries_of(message)), None)

    async def entries_of(self, message: MessageRef) -> Sequence[EntryRef]:
        shown = self.rows.rows.get(message, {})
        return sorted(shown, key=lambda entry: (entry.ticket, entry.seq))

    async def forget(self, message: MessageRef) -> None:
        self.rows.drop(message)

    async def messages_of(self, entry: EntryRef, side: Side) -> Sequence[MessageRef]:
        found = [message for message, row in self.rows.rows.items() if row.get(entry) is side]
        return sorted(found, key=lambda message: (message.chat, message.message))

    async def shown(self, ticket: int, side: Side) -> Sequence[int]:
        rows = self.rows.rows.values()
        entries = {entry for row in rows for entry in row if row[entry] is side}
        return sorted(entry.seq for entry in entries if entry.ticket == ticket)


class FakePlaces:
    def __init__(self, kept: Kept, tickets: FakeTickets) -> None:
        self.rows = View(kept.places)
        self._tickets = tickets

    async def of(self, ticket: int) -> Place | None:
        return self.rows.rows.get(ticket)

    async def ticket_at(self, chat: int, thread: int) -> int | None:
        places = self.rows.rows.values()
        return next((p.ticket for p in places if (p.chat, p.thread) == (chat, thread)), None)

    async def save(self, place: Place) -> None:
        self.rows.put(place.ticket, place)

    async def forget(self, place: Place) -> None:
        known = self.rows.rows.get(place.ticket)
        if known is not None and (known.chat, known.thread) == (place.chat, place.thread):
            self.rows.drop(place.ticket)

    async def of_unended(self, after: int, limit: int) -> Sequence[Place]:
        unended = {ticket.id for ticket in await self._tickets.unended(10**9)}
        found = [place for place in self.rows.rows.values() if place.ticket in unended]
        later = [place for place in found if place.ticket > after]
        return sorted(later, key=lambda place: place.ticket)[:limit]

    async def adopt(self, place: Place) -> None:
        known = await self.of(place.ticket)
        if known is None or known.chat != place.chat or known.thread < place.thread:
            await self.save(place)


class FakeFollowUps:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.follow_ups)

    async def schedule(self, follow_up: FollowUp) -> None:
        self.rows.put((follow_up.ticket, follow_up.kind), follow_up)

    async def cancel(self, ticket: int, *kinds: FollowUpKind) -> None:
        for kind in kinds:
            self.rows.drop((ticket, kind))

    async def of(self, ticket: int) -> Sequence[FollowUp]:
        found = [one for one in self.rows.rows.values() if one.ticket == ticket]
        return sorted(found, key=lambda one: (one.due_at, one.kind))

    async def take(self, follow_up: FollowUp) -> bool:
        key = (follow_up.ticket, follow_up.kind)
        found = self.rows.rows.get(key) == follow_up
        if found:
            self.rows.drop(key)
        return found

    async def due(self, now: datetime, limit: int = 100) -> Sequence[FollowUp]:
        due = [one for one in self.rows.rows.values() if one.due_at <= now]
        return sorted(due, key=lambda one: (one.due_at, one.ticket, one.kind))[:limit]

    async def next_due(self) -> datetime | None:
        return min((one.due_at for one in self.rows.rows.values()), default=None)

    def wipe(self, tickets: Sequence[int]) -> None:
        for due in list(self.rows.rows):
            if due[0] in tickets:
                self.rows.drop(due)


class FakeMemory:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.memory)

    async def recall(self, name: str) -> str | None:
        return self.rows.rows.get(name)

    async def remember(self, name: str, value: str) -> None:
        self.rows.put(name, value)

    async def swap(self, name: str, before: str | None, after: str) -> None:
        if self.rows.rows.get(name) != before:
            raise StaleTicket
        self.rows.put(name, after)

    async def forget(self, name: str) -> bool:
        known = name in self.rows.rows
        self.rows.drop(name)
        return known

    async def names(self, prefix: str) -> Sequence[str]:
        return sorted(name for name in self.rows.rows if name.startswith(prefix))
