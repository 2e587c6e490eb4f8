"""Loads a delivery with all that its sending needs.

What a batch needs is loaded in the unit of work that claims it, so nothing is read while sending
but in the rare case that a topic has to be built anew.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.jobs import Job
from bot.news import news_for
from bot.speaking import language_of
from bot.texts import Texts
from orchestration.content import MessageRef, Quote, ReplyTo
from orchestration.delivery import (
    Answer,
    CardMenu,
    DeleteSent,
    DeleteTopic,
    DressTopic,
    EditSent,
    EditShown,
    NameInTopic,
    PinCard,
    SendEntry,
    SendOwnData,
    ShowCard,
    ShowEntry,
    TellNotices,
    TellPrivately,
    TellTopic,
    WarnPrivately,
)
from orchestration.errors import DeskError
from orchestration.events import (
    Change,
    CustomerReacted,
    CustomerWrote,
    RepliedPublicly,
    ReplyDeleted,
    Written,
)
from orchestration.intake import REACH, fits_card
from orchestration.lapsing import what_is_ahead
from orchestration.people import Person
from orchestration.ports import Pending, Side, UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef, amended, as_they_stand

#: The customer's first words follow directly on the opening of a ticket.
_OPENING = 5
#: A digest looks so far back.
_HISTORY = 200


class Loader:
    """Reads what a batch of deliveries needs, each thing once; `now` is when they go out."""

    def __init__(self, uow: UnitOfWork, texts: Texts, now: datetime | None = None) -> None:
        self._uow = uow
        self._now = now
        self._texts = texts
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
        job.ban = await self._uow.bans.of(job.ticket.customer.id)
        job.ahead = await what_is_ahead(self._uow, number)
        if job.first is None:
            entries = await self._uow.timeline.of(number, limit=_OPENING)
            written = (entry for entry in entries if isinstance(entry.event, CustomerWrote))
            first = next(written, None)
            job.first = await self._as_it_reads(first) if first else None

    async def lost(self, job: Job) -> Sequence[Entry]:
        """What stood in the topic that was lost, oldest first.

        The customer's first words are on the card, and what this job shows comes after.
        """
        ticket = await self._ticket(job.known_ticket().id)
        shown = set(await self._uow.links.shown(ticket.id, Side.STAFF))
        for each in (job, *job.also):
            shown -= {ref.seq for ref in each.unsent}
            if each.entry is not None:
                shown.discard(each.entry.seq)
        if job.first is not None and fits_card(job.first):
            shown.discard(job.first.seq)
        after = max(0, ticket.version - _HISTORY)
        entries = await self._uow.timeline.of(ticket.id, after, _HISTORY)
        return [entry for entry in as_they_stand(entries) if entry.seq in shown]

    async def _fill(self, job: Job) -> None:
        number, body = job.delivery.ticket, job.delivery.body
        match body:
            case ShowEntry(entry) | EditShown(entry):
                await self._carried(job, entry)
            case SendEntry(entry) | EditSent(entry) | DeleteSent(entry):
                await self._carried(job, entry)
                job.ticket = await self._ticket(entry.ticket)
                customer = job.ticket.customer.id
                job.language = await language_of(self._uow, customer, self._texts, job.ticket)
            case TellPrivately(chat) | WarnPrivately(chat) | SendOwnData(chat):
                job.language = await language_of(self._uow, chat, self._texts)
            case TellNotices(person):
                job.language = await language_of(self._uow, person, self._texts)
                job.news = await news_for(self._uow, person, self._now)
            case NameInTopic(people):
                found = [await self._uow.people.get(person) for person in people]
                job.staff = [person for person in found if person]
            case Answer(MessageRef(chat)) if chat > 0:
                job.language = await language_of(self._uow, chat, self._texts)
            case _:
                pass
        if number is not None and isinstance(
            body,
            ShowCard
            | ShowEntry
            | EditShown
            | TellTopic
            | NameInTopic
            | PinCard
            | DressTopic
            | DeleteTopic
            | Answer,
        ):
            await self._place(job, number)
        if job.entry is not None:
            side = Side.STAFF if job.delivery.chat is None else Side.CUSTOMER
            await self._surroundings(job, side)

    async def _place(self, job: Job, number: int) -> None:
        body = job.delivery.body
        job.place = await self._uow.places.of(number)
        if isinstance(body, Answer):
            return
        shows_card = isinstance(body, ShowCard | DressTopic | EditShown)
        if shows_card or job.place is None or not job.place.card:
            await self.opening(job)
        if job.menu in {CardMenu.ASSIGN, CardMenu.TEAM}:
            job.staff = await self._colleagues()

    async def _carried(self, job: Job, ref: EntryRef) -> None:
        job.entry = await self._as_it_reads(await self._uow.timeline.entry(ref))
        event = job.entry.event
        if isinstance(event, Change | CustomerReacted):
            original = await self._uow.timeline.entry(EntryRef(ref.ticket, event.of))
            job.original = await self._as_it_reads(original)
        subject = job.original or job.entry
        job.withdrawn = await self._is_withdrawn(subject)

    async def _surroundings(self, job: Job, side: Side) -> None:
        """Where the messages around an entry are, on the side that the delivery goes to."""
        entry = job.known_entry()
        subject = job.original or entry
        if job.original is not None:
            await self._stands(job, job.original.ref, side)
        if isinstance(subject.event, Written) and subject.event.content.album is not None:
            await self._album(job, subject, side)
        pointed = isinstance(job.delivery.body, ShowEntry) and job.original is not None
        reply_to = ReplyTo(subject.seq) if pointed else _reply_to(subject)
        if reply_to is None:
            return
        job.quote = reply_to.quote
        if reply_to.seq is None:
            return
        target = EntryRef(entry.ticket, reply_to.seq)
        found = await self._shown(job, target, side)
        job.reply_to = next(iter(_beside_card(job, found) or found), None)
        if reply_to.quote is not None or not found:
            answered = await self._as_it_reads(await self._uow.timeline.entry(target))
            words = answered.event.content if isinstance(answered.event, Written) else None
            job.quote_fits = bool(
                found and words and reply_to.quote and reply_to.quote.text in words.text
            )
            if pointed and words is not None:
                job.quote = Quote(words.text, words.entities)

    async def _stands(self, job: Job, entry: EntryRef, side: Side) -> None:
        """Which messages are an entry's own: what shows others too must not be changed for one."""
        shown = _beside_card(job, await self._shown(job, entry, side))
        job.stands = [one for one in shown if len(await self._uow.links.entries_of(one)) == 1]
        ever = _beside_card(job, await self._uow.links.messages_of(entry, side))
        job.elsewhere = bool(ever) and not job.stands

    async def _shown(self, job: Job, entry: EntryRef, side: Side) -> Sequence[MessageRef]:
        """Where an entry is shown; in the group only where its topic is now."""
        found = await self._uow.links.messages_of(entry, side)
        if side is Side.CUSTOMER:
            return found
        place = job.place
        # A topic's first message is older than all that stands in it.
        return [
            one for one in found if place and one.chat == place.chat and one.message > place.thread
        ]

    async def _album(self, job: Job, item: Entry, side: Side) -> None:
        """The items that came so far, in their order; they differ in nothing but their content."""
        content = item.event.content if isinstance(item.event, Written) else None
        after = max(0, item.seq - REACH)
        around = await self._uow.timeline.of(item.ticket, after=after, limit=2 * REACH)
        items: list[Entry] = []
        unsent: set[EntryRef] = set()
        for entry in around:
            event = entry.event
            if not isinstance(event, Written) or content is None:
                continue
            same = type(event) is type(item.event) and event.content.album == content.album
            if not same or entry.audience is not item.audience or await self._is_withdrawn(entry):
                continue
            items.append(await self._as_it_reads(entry))
            if not _beside_card(job, await self._shown(job, entry.ref, side)):
                unsent.add(entry.ref)
        job.album, job.unsent = items, frozenset(unsent)

    async def _as_it_reads(self, entry: Entry) -> Entry:
        if not isinstance(entry.event, Written):
            return entry
        return amended(entry, await self._uow.timeline.newest_change(entry.ref))

    async def _is_withdrawn(self, entry: Entry) -> bool:
        if not isinstance(entry.event, RepliedPublicly):
            return False
        change = await self._uow.timeline.newest_change(entry.ref)
        return change is not None and isinstance(change.event, ReplyDeleted)

    async def _ticket(self, number: int) -> Ticket:
        if number not in self._tickets:
            self._tickets[number] = await self._uow.tickets.get(number)
        return self._tickets[number]

    async def _colleagues(self) -> Sequence[Person]:
        if self._staff is None:
            self._staff = await self._uow.people.staff()
        return self._staff


def _beside_card(job: Job, messages: Sequence[MessageRef]) -> Sequence[MessageRef]:
    """The messages that are an entry's own: the card shows a ticket's first one only in part."""
    card = MessageRef(job.place.chat, job.place.card) if job.place and job.place.card else None
    return [one for one in messages if one != card]


def _reply_to(entry: Entry) -> ReplyTo | None:
    event = entry.event
    return event.reply_to if isinstance(event, CustomerWrote | RepliedPublicly) else None
