"""An entry that is to be shown or sent, and where the messages around it stand."""

from collections.abc import Sequence

from bot.outgoing.gathering import is_gathered
from bot.outgoing.jobs import Job
from orchestration.answering.album import REACH
from orchestration.consulting.turns import turn_of
from orchestration.content import MessageRef, Quote, ReplyTo
from orchestration.delivery import EditShown, ShowEntry
from orchestration.events import (
    ActionMoved,
    Change,
    CustomerReacted,
    CustomerWrote,
    RepliedPublicly,
    ReplyDeleted,
    Suggested,
    SuggestionDeclined,
    Written,
)
from orchestration.ports import Side, UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef, amended

#: So many entries after its proposal an action's last move is looked for.
ACTION_REACH = 500


class EntryLoader:
    """Reads entries, their changes, and which messages show them."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def carry(self, job: Job, ref: EntryRef) -> None:
        """The entry as it reads now, and the one that it is about."""
        job.entry = await self.as_it_reads(await self._uow.timeline.entry(ref))
        of = _is_about(job)
        if of is not None:
            original = await self._uow.timeline.entry(EntryRef(ref.ticket, of))
            job.original = await self.as_it_reads(original)
        subject = job.original or job.entry
        job.withdrawn = await self._is_withdrawn(subject)

    async def turn(self, job: Job, ticket: Ticket, begun: EntryRef) -> None:
        """The specialists' turn as it stands, who asked for it, and which message shows it."""
        job.turn = await turn_of(self._uow, ticket, begun.seq)
        asked = job.turn.routed.asked
        if asked is not None:
            job.asked = await self._uow.timeline.entry(EntryRef(ticket.id, asked))
        await self._stands(job, begun, Side.STAFF)

    async def action(self, job: Job, proposed: EntryRef) -> None:
        """An action as it stands, why, what it rests on, and which message shows it."""
        job.undertaking = await self._uow.actions.get(proposed)
        job.reads = await self._uow.evidence.of(proposed.ticket)
        later = await self._uow.timeline.of(proposed.ticket, proposed.seq, ACTION_REACH)
        moves = (
            one
            for one in reversed(later)
            if isinstance(one.event, ActionMoved) and one.event.action == proposed.seq
        )
        job.moved = next(moves, None)
        await self._stands(job, proposed, Side.STAFF)

    async def surround(self, job: Job, side: Side) -> None:
        """Where the messages around an entry are, on the side that the delivery goes to."""
        entry = job.known_entry()
        subject = job.original or entry
        if job.original is not None:
            await self._stands(job, job.original.ref, side)
        if isinstance(subject.event, Suggested):
            held = EntryRef(subject.ticket, subject.event.of)
            job.reply_to = next(iter(await self._shown(job, held, side)), None)
            return
        if isinstance(subject.event, Written) and subject.event.content.album is not None:
            await self._album(job, subject, side)
        pointed = isinstance(job.delivery.body, ShowEntry) and job.original is not None
        reply_to = ReplyTo(subject.seq) if pointed else _reply_to(subject)
        if reply_to is None:
            return
        job.quote = reply_to.quote
        job.answered = reply_to.quote.text if reply_to.quote else ""
        if reply_to.seq is None:
            return
        target = EntryRef(entry.ticket, reply_to.seq)
        found = await self._shown(job, target, side)
        job.reply_to = next(iter(_beside_card(job, found) or found), None)
        if is_gathered(job.delivery) and not job.answered:
            job.answered = await self._words_of(target)
        if reply_to.quote is not None or not found:
            answered = await self.as_it_reads(await self._uow.timeline.entry(target))
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
        if job.delivery.ticket != entry.ticket:
            return []  # it stands in the topic of the ticket that goes on in this one
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
            items.append(await self.as_it_reads(entry))
            if not _beside_card(job, await self._shown(job, entry.ref, side)):
                unsent.add(entry.ref)
        job.album, job.unsent = items, frozenset(unsent)

    async def _words_of(self, ref: EntryRef) -> str:
        entry = await self.as_it_reads(await self._uow.timeline.entry(ref))
        return entry.event.content.text if isinstance(entry.event, Written) else ""

    async def as_it_reads(self, entry: Entry) -> Entry:
        """The entry after its newest change."""
        if not isinstance(entry.event, Written):
            return entry
        return amended(entry, await self._uow.timeline.newest_change(entry.ref))

    async def _is_withdrawn(self, entry: Entry) -> bool:
        if not isinstance(entry.event, RepliedPublicly):
            return False
        change = await self._uow.timeline.newest_change(entry.ref)
        return change is not None and isinstance(change.event, ReplyDeleted)


def _beside_card(job: Job, messages: Sequence[MessageRef]) -> Sequence[MessageRef]:
    """The messages that are an entry's own: the card shows a ticket's first one only in part."""
    card = MessageRef(job.place.chat, job.place.card) if job.place and job.place.card else None
    return [one for one in messages if one != card]


def _is_about(job: Job) -> int | None:
    """The entry that the job's entry changed, reacted to or decided about."""
    event = job.known_entry().event
    if isinstance(event, RepliedPublicly):
        return event.suggestion if isinstance(job.delivery.body, EditShown) else None
    return event.of if isinstance(event, Change | CustomerReacted | SuggestionDeclined) else None


def _reply_to(entry: Entry) -> ReplyTo | None:
    event = entry.event
    return event.reply_to if isinstance(event, CustomerWrote | RepliedPublicly) else None
