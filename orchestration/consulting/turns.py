"""A turn: what was said is read by specialists, who leave one note and one draft.

It begins with one entry, who was called, and all that follows of it names that entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from orchestration import deliveries
from orchestration.content import Content
from orchestration.events import DraftDiscarded, RepliedPublicly
from orchestration.events.specialists import (
    Advised,
    ConflictDecided,
    Fate,
    Handoff,
    PassedOn,
    ReplyDrafted,
    Routed,
)
from orchestration.people import SYSTEM, Actor, Specialist, Staff
from orchestration.ports import UnitOfWork
from orchestration.specialists.advice import Advice, Contribution
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef

#: So many entries after its beginning a turn is looked for: later ones are not about it.
REACH = 500


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn as it stands.

    `advised` holds the newest word of each specialist, in the order in which they were called, and
    `passed` what they passed on to others.
    `draft` is the newest one, and `outcome` the entry that sent or discarded it. `is_open` is
    whether the draft can still be sent.
    """

    begun: Entry
    routed: Routed
    advised: Sequence[tuple[Specialist, Advised]]
    passed: Sequence[tuple[Specialist, Handoff]] = ()
    decided: Sequence[tuple[ConflictDecided, Entry]] = ()
    draft: Entry | None = None
    outcome: Entry | None = None
    is_open: bool = False


# The ticket's verbs


def begin(ticket: Ticket, event: Routed, at: datetime) -> Entry:
    """The specialists were called."""
    return ticket.record(event, SYSTEM, Audience.INTERNAL, at)


def advise(ticket: Ticket, turn: int, said: Contribution, at: datetime) -> Entry:
    """What one of them said, or that it said nothing."""
    advice = said.advice
    event = Advised(
        turn,
        said.fate,
        advice.note,
        advice.details,
        advice.evidence,
        advice.claims,
        advice.calls,
        advice.grounded,
        advice.confidence,
        advice.brain if said.fate is Fate.ADVISED else "",
        said.milliseconds,
        advice.usage.input,
        advice.usage.output,
        advice.actions,
    )
    by = Specialist(said.specialist, said.name)
    return ticket.record(event, by, Audience.INTERNAL, at)


def pass_on(ticket: Ticket, turn: int, handoff: Handoff, by: Specialist, at: datetime) -> Entry:
    """A specialist passed work to another one."""
    return ticket.record(PassedOn(turn, handoff), by, Audience.INTERNAL, at)


def draft(ticket: Ticket, turn: int, advice: Advice, by: Specialist, at: datetime) -> Entry:
    """Words for the customer that may be sent; they take the place of an earlier draft.

    Raises `TicketClosed` and `NothingToSend`.
    """
    words = Content(advice.draft.strip())
    ticket.check_not_closed()
    ticket.check_words(words)
    sources = tuple(dict.fromkeys(each.source for each in advice.evidence))
    event = ReplyDrafted(
        turn, words, advice.grounded, sources, advice.confidence, advice.asks, advice.brain
    )
    entry = ticket.record(event, by, Audience.INTERNAL, at)
    ticket.reply_draft = entry.seq
    return entry


def discard(ticket: Ticket, seq: int, by: Staff, at: datetime) -> Entry:
    """The draft of that entry is not sent."""
    ticket.reply_draft = None
    return ticket.record(DraftDiscarded(seq), by, Audience.INTERNAL, at)


def decide(ticket: Ticket, event: ConflictDecided, by: Actor, at: datetime) -> Entry:
    """A person decided who of the specialists is right."""
    return ticket.record(event, by, Audience.INTERNAL, at)


# Reading and showing


async def show(uow: UnitOfWork, turn: Turn) -> None:
    """The note of that turn as it stands."""
    await uow.outbox.add(deliveries.turn(turn.begun.ref))


async def show_again(uow: UnitOfWork, ticket: Ticket, draft: int) -> None:
    """The turn of that draft is shown again, because something became of the draft."""
    event = (await uow.timeline.entry(EntryRef(ticket.id, draft))).event
    if isinstance(event, ReplyDrafted):
        await uow.outbox.add(deliveries.turn_again(EntryRef(ticket.id, event.turn)))


async def turn_of(uow: UnitOfWork, ticket: Ticket, seq: int) -> Turn:
    """The turn that began with entry `seq`.

    Raises `LookupError` where there is no such entry, and `TypeError` for another kind of entry.
    """
    begun = await uow.timeline.entry(EntryRef(ticket.id, seq))
    return put_together(begun, await uow.timeline.of(ticket.id, seq, REACH), ticket.reply_draft)


def put_together(begun: Entry, later: Sequence[Entry], reply_draft: int | None) -> Turn:
    """The turn that `begun` begins, from the entries after it."""
    if not isinstance(begun.event, Routed):
        msg = f"entry {begun.ref} ({begun.event.kind}) begins no turn"
        raise TypeError(msg)
    advised: dict[str, tuple[Specialist, Advised]] = {}
    decided: dict[str, tuple[ConflictDecided, Entry]] = {}
    passed: list[tuple[Specialist, Handoff]] = []
    written: Entry | None = None
    outcome: Entry | None = None
    for entry in later:
        match entry.event:
            case Advised(turn=begun.seq) as said if isinstance(entry.actor, Specialist):
                advised[entry.actor.id] = (entry.actor, said)
            case PassedOn(turn=begun.seq, handoff=handoff) if isinstance(entry.actor, Specialist):
                passed.append((entry.actor, handoff))
            case ConflictDecided(turn=begun.seq, about=about) as decision:
                decided[about] = (decision, entry)
            case ReplyDrafted(turn=begun.seq):
                written, outcome = entry, None
            case DraftDiscarded(draft=of) | RepliedPublicly(suggestion=of) if (
                written is not None and of == written.seq
            ):
                outcome = entry
            case _:
                pass
    is_open = written is not None and written.seq == reply_draft
    words, verdicts = [*advised.values()], [*decided.values()]
    return Turn(begun, begun.event, words, passed, verdicts, written, outcome, is_open)
