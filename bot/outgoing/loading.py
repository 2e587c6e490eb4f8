"""Loads a delivery with all that its sending needs.

What a batch needs is loaded in the unit of work that claims it, so nothing is read while sending
but in the rare case that a topic has to be built anew.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.outgoing.entries import EntryLoader
from bot.outgoing.jobs import Job
from bot.outgoing.news import news_for
from bot.speaking import language_of
from bot.texts import Texts
from orchestration.content import MessageRef
from orchestration.delivery import (
    Answer,
    AskAuthor,
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
    ShowAction,
    ShowCard,
    ShowEntry,
    ShowRole,
    ShowTurn,
    TellNotices,
    TellPrivately,
    TellShift,
    TellTopic,
    WarnPrivately,
)
from orchestration.ending.lapsing import what_is_ahead
from orchestration.errors import DeskError
from orchestration.events import (
    CustomerWrote,
    IntakeAsked,
)
from orchestration.history import history_of
from orchestration.intake import fits_card
from orchestration.people import Person
from orchestration.ports import Pending, Side, UnitOfWork
from orchestration.team.absence import Absence
from orchestration.team.away import absences_of
from orchestration.team.presence import LOOKED_AT, Presses, lately
from orchestration.team.shift_digest import Digest, digest
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, as_they_stand
from orchestration.workflows.case import answered
from orchestration.workflows.gathering import facts_of

#: The customer's first words follow directly on the opening of a ticket.
_OPENING = 5
#: A digest looks so far back.
_HISTORY = 200


class Loader:
    """Reads what a batch of deliveries needs, each thing once; `now` is when they go out."""

    def __init__(
        self,
        uow: UnitOfWork,
        texts: Texts,
        now: datetime | None = None,
        presses: Presses | None = None,
    ) -> None:
        self._uow = uow
        self._entries = EntryLoader(uow)
        self._now = now
        self._texts = texts
        self._presses = presses or Presses()
        self._tickets: dict[int, Ticket] = {}
        self._staff: Sequence[Person] | None = None
        self._shift: Digest | None = None

    async def load(self, pending: Pending) -> Job:
        """The job of a delivery; what cannot be found is said in `missing`."""
        job = Job(pending, pieces=pending.pieces, now=self._now)
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
        job.binding = await self._uow.bindings.of(job.ticket.customer.id)
        job.ahead = await what_is_ahead(self._uow, number)
        shared = job.ticket.incident
        job.incident = await self._uow.incidents.get(shared) if shared else None
        job.absence = await self._absence(job.ticket)
        pace = await self._uow.paces.of(job.ticket.customer.id)
        job.pace = pace if self._now and pace.floods(self._now) else None
        await self._presence(job)
        job.clocks = await self._uow.clocks.of(number)
        case = await self._uow.cases.of(number)
        if case is not None and case.matters:
            last = job.ticket.last_reply
            case = answered(case, last.seq if last else 0)
            job.facts = await facts_of(self._uow, case, self._now or job.ticket.status_since)
        if job.first is None:
            entries = await self._uow.timeline.of(number, limit=_OPENING)
            written = (entry for entry in entries if isinstance(entry.event, CustomerWrote))
            first = next(written, None)
            job.first = await self._entries.as_it_reads(first) if first else None
            asked = (one.event for one in entries if isinstance(one.event, IntakeAsked))
            job.intake = next(asked, None)

    async def _presence(self, job: Job) -> None:
        """Who is at work on it: nobody can be before there is a topic to work in."""
        ticket = job.known_ticket()
        if job.now is not None and job.place is not None and job.place.card:
            after = max(0, ticket.version - LOOKED_AT)
            entries = await self._uow.timeline.of(ticket.id, after, LOOKED_AT)
            job.lately = lately(entries, job.now, self._presses.of(ticket.id))

    async def lost(self, job: Job) -> Sequence[Entry]:
        """What stood in the topic that was lost, and in those of the tickets it absorbed.

        The oldest comes first. The customer's first words are on the card, and what this job shows
        comes after.
        """
        ticket = await self._ticket(job.known_ticket().id)
        leave = {ref for each in (job, *job.also) for ref in each.unsent}
        leave |= {each.entry.ref for each in (job, *job.also) if each.entry is not None}
        if job.first is not None and fits_card(job.first):
            leave.add(job.first.ref)
        lost: list[Entry] = []
        for one in [ticket, *[await self._ticket(number) for number in ticket.absorbed]]:
            shown = set(await self._uow.links.shown(one.id, Side.STAFF))
            after = max(0, one.version - _HISTORY)
            entries = as_they_stand(await self._uow.timeline.of(one.id, after, _HISTORY))
            lost += [entry for entry in entries if entry.seq in shown and entry.ref not in leave]
        return sorted(lost, key=lambda entry: (entry.at, entry.ticket, entry.seq))[-_HISTORY:]

    async def _fill(self, job: Job) -> None:
        number, body = job.delivery.ticket, job.delivery.body
        match body:
            case ShowEntry(entry) | EditShown(entry):
                await self._entries.carry(job, entry)
            case SendEntry(entry) | EditSent(entry) | DeleteSent(entry):
                await self._entries.carry(job, entry)
                job.ticket = await self._ticket(entry.ticket)
                customer = job.ticket.customer.id
                job.language = await language_of(self._uow, customer, self._texts, job.ticket)
            case AskAuthor():
                await self._asked(job, body)
            case _:
                await self._people(job)
        if number is not None and isinstance(
            body,
            ShowCard
            | ShowEntry
            | EditShown
            | ShowTurn
            | ShowAction
            | TellTopic
            | NameInTopic
            | PinCard
            | DressTopic
            | DeleteTopic
            | Answer
            | AskAuthor,
        ):
            await self._place(job, number)
        if isinstance(body, ShowTurn):
            await self._entries.turn(job, await self._ticket(body.entry.ticket), body.entry)
        if isinstance(body, ShowAction):
            await self._entries.action(job, body.entry)
        if job.entry is not None:
            side = Side.STAFF if job.delivery.chat is None else Side.CUSTOMER
            await self._entries.surround(job, side)

    async def _people(self, job: Job) -> None:
        """Who is told, or named, and in which language."""
        match job.delivery.body:
            case TellPrivately(chat) | WarnPrivately(chat) | SendOwnData(chat):
                job.language = await language_of(self._uow, chat, self._texts)
            case TellNotices(person):
                job.language = await language_of(self._uow, person, self._texts)
                job.news = await news_for(self._uow, person, self._now)
            case TellShift(person):
                job.language = await language_of(self._uow, person, self._texts)
                known = await self._uow.people.get(person)
                job.shift = await self._left_open() if known and known.role else None
            case ShowRole(person):
                known = await self._uow.people.get(person)
                job.staff = [known] if known else []
            case NameInTopic(people) as named:
                found = [await self._uow.people.get(person) for person in people]
                job.staff = [person for person in found if person]
                if named.conversation and job.delivery.ticket is not None:
                    job.ticket = await self._ticket(job.delivery.ticket)
                    job.conversation = await self._said(job.ticket)
            case Answer(MessageRef(chat)) if chat > 0:
                job.language = await language_of(self._uow, chat, self._texts)
            case _:
                pass

    async def _said(self, ticket: Ticket) -> Sequence[Entry]:
        """Everything on it and on those that it absorbed, in its order, each as it reads now."""
        numbers = [ticket.id, *ticket.absorbed]
        said = [one for each in numbers for one in as_they_stand(await history_of(self._uow, each))]
        return sorted(said, key=lambda entry: (entry.at, entry.ticket, entry.seq))

    async def _place(self, job: Job, number: int) -> None:
        body = job.delivery.body
        job.place = await self._uow.places.of(number)
        if isinstance(body, Answer | AskAuthor):
            return
        shows_card = isinstance(body, ShowCard | DressTopic | EditShown)
        if shows_card or job.place is None or not job.place.card:
            await self.opening(job)
        if job.menu in {CardMenu.ASSIGN, CardMenu.TEAM}:
            job.staff = await self._colleagues()

    async def _asked(self, job: Job, body: AskAuthor) -> None:
        """What was decided meanwhile is not asked any more."""
        job.ticket = await self._ticket(body.entry.ticket)
        waiting = await self._uow.held_replies.of(body.entry.ticket)
        open_ = (each.entry for each in waiting if each.suggestion is None)
        job.withdrawn = body.entry not in open_
        job.asked = await self._uow.timeline.entry(body.entry)

    async def _ticket(self, number: int) -> Ticket:
        if number not in self._tickets:
            self._tickets[number] = await self._uow.tickets.get(number)
        return self._tickets[number]

    async def _absence(self, ticket: Ticket) -> Absence | None:
        if ticket.primary is None or self._now is None:
            return None
        number = ticket.primary.id
        return (await absences_of(self._uow, [number], self._now)).get(number)

    async def _colleagues(self) -> Sequence[Person]:
        if self._staff is None:
            self._staff = await self._uow.people.staff()
        return self._staff

    async def _left_open(self) -> Digest:
        if self._shift is None:
            self._shift = await digest(self._uow)
        return self._shift
