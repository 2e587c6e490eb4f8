"""A claimed delivery with all that its sending needs, and what its sending has done so far.

What a batch needs is loaded in the unit of work that claims it, so nothing is read while sending
but in the rare case that a topic has to be built anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypedDict

from bot.texts import Texts
from orchestration.content import MessageRef
from orchestration.deliveries import (
    Answer,
    CardMenu,
    DeleteTopic,
    Delivery,
    DressTopic,
    PinCard,
    SendEntry,
    ShowCard,
    ShowEntry,
    TellPrivately,
    TellTopic,
    WarnPrivately,
)
from orchestration.errors import DeskError
from orchestration.events import CustomerWrote
from orchestration.intake import fits_card
from orchestration.people import Person
from orchestration.ports import Pending, Place, Side, UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef

#: The customer's first words follow directly on the opening of a ticket.
_OPENING = 5
#: A digest looks so far back.
_HISTORY = 200


class PlaceChange(TypedDict, total=False):
    """What became different about a ticket's place."""

    card: int
    title: str
    icon: str | None
    closed: bool
    pinned: bool
    card_shows: str
    history_due: bool


@dataclass(slots=True)
class Job:
    """One delivery on its way.

    The first fields are what was loaded; `missing` says why something could not be, and `also` are
    the notes that go out in the same message. The others
    grow while it is sent and are recorded whatever becomes of it, because they did happen.
    """

    pending: Pending
    ticket: Ticket | None = None
    place: Place | None = None
    entry: Entry | None = None
    first: Entry | None = None
    reply_to: MessageRef | None = None
    staff: Sequence[Person] = ()
    language: str | None = None
    missing: str | None = None
    also: list["Job"] = field(default_factory=list)

    operations: int = 0
    pieces: int = 0
    card_shown: bool = False
    shown: list[tuple[MessageRef, EntryRef, Side]] = field(default_factory=list)
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


async def keep_traces(uow: UnitOfWork, job: Job) -> None:
    """Writes down what a job has shown and changed so far."""
    for message, entry, side in job.shown:
        await uow.links.add(message, entry, side)
    if job.changes and job.place is not None:
        # Someone may have closed the topic by hand since it was loaded.
        current = await uow.places.of(job.place.ticket)
        if current is not None and current.thread == job.place.thread:
            await uow.places.save(replace(current, **job.changes))


class Loader:
    """Reads what a batch of deliveries needs, each thing once."""

    def __init__(self, uow: UnitOfWork, texts: Texts) -> None:
        self._uow = uow
        self._many_languages = len(texts.languages) > 1
        self._tickets: dict[int, Ticket] = {}
        self._staff: Sequence[Person] | None = None

    async def load(self, pending: Pending) -> Job:
        """The job of a delivery; what cannot be found is said in `missing`."""
        job = Job(pending, pieces=pending.pieces)
        try:
            await self._fill(job)
        except (LookupError, DeskError) as error:
            job.missing = f"{type(error).__name__}: {error}"
        return job

    async def opening(self, job: Job) -> None:
        """What building a topic with its card needs."""
        number = job.delivery.ticket
        if number is None:
            return
        job.ticket = await self._ticket(number)
        if job.first is None:
            entries = await self._uow.timeline.of(number, limit=_OPENING)
            written = (entry for entry in entries if isinstance(entry.event, CustomerWrote))
            job.first = next(written, None)

    async def _fill(self, job: Job) -> None:
        number, body = job.delivery.ticket, job.delivery.body
        match body:
            case ShowEntry(entry):
                job.entry = await self._uow.timeline.entry(entry)
            case SendEntry(entry, reply_to):
                job.entry = await self._uow.timeline.entry(entry)
                job.ticket = await self._ticket(entry.ticket)
                if reply_to is not None:
                    originals = await self._uow.links.messages_of(reply_to, Side.CUSTOMER)
                    job.reply_to = originals[0] if originals else None
                job.language = await self._language(job.ticket.customer.id)
            case TellPrivately(chat) | WarnPrivately(chat):
                job.language = await self._language(chat)
            case _:
                pass
        if number is None or not isinstance(
            body,
            ShowCard | ShowEntry | TellTopic | PinCard | DressTopic | DeleteTopic | Answer,
        ):
            return
        job.place = await self._uow.places.of(number)
        if isinstance(body, Answer):
            return
        if isinstance(body, ShowCard | DressTopic) or job.place is None or not job.place.card:
            await self.opening(job)
        if job.menu is CardMenu.ASSIGN:
            job.staff = await self._colleagues()

    async def lost(self, job: Job) -> Sequence[Entry]:
        """What stood in the topic that was lost, oldest first.

        The customer's first words are on the card, and what this job shows comes after.
        """
        ticket = await self._ticket(job.known_ticket().id)
        shown = set(await self._uow.links.shown(ticket.id, Side.STAFF))
        for each in (job, *job.also):
            if each.entry is not None:
                shown.discard(each.entry.seq)
        if job.first is not None and fits_card(job.first):
            shown.discard(job.first.seq)
        after = max(0, ticket.version - _HISTORY)
        entries = await self._uow.timeline.of(ticket.id, after, _HISTORY)
        return [entry for entry in entries if entry.seq in shown]

    async def _ticket(self, number: int) -> Ticket:
        if number not in self._tickets:
            self._tickets[number] = await self._uow.tickets.get(number)
        return self._tickets[number]

    async def _colleagues(self) -> Sequence[Person]:
        if self._staff is None:
            self._staff = await self._uow.people.staff()
        return self._staff

    async def _language(self, person: int) -> str | None:
        if not self._many_languages:
            return None
        known = await self._uow.people.get(person)
        return known.language if known else None
