"""Relieving a primary responder who is absent while their customer waits.

The wait is a durable follow-up. When it is due, the timeline says whether the customer waits still
and since when the primary responder has done nothing; until that is long enough, it is due again.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.clock.claim_watch import mentions, watch_for_relief
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.errors.ticket import NotOwned
from orchestration.events import (
    Assigned,
    CustomerWrote,
    HandedOver,
    Released,
    ReleaseReason,
    RepliedPublicly,
)
from orchestration.events.team import Part, Participant
from orchestration.people import SYSTEM, Staff
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.status import ENDED, Status
from orchestration.team import teamwork
from orchestration.team.assignment import find_primary
from orchestration.team.away import absences_of
from orchestration.ticket import Primary, Ticket
from orchestration.timeline import Audience, Entry

#: What the supervisors' alert is called in the timeline.
ABSENT = "absent"
#: A wait that began further back is taken to have begun there.
READ = 200
#: In these it is the primary responder's turn; in the others something else is waited for.
_THEIR_TURN = frozenset({Status.NEW, Status.OPEN})
#: Whoever brought the ticket here has said that the customer waits for nothing.
_NOBODYS_TURN = ENDED | {Status.WAITING_CUSTOMER}


async def customer_wrote(uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime) -> None:
    """The saved ticket's customer wrote: the first message that nobody answered begins a wait."""
    if desk.queue(ticket.queue).relieve_after is None:
        return
    since = waits_since(await _newest(uow, ticket))
    if since is not None and since >= now:
        await watch_for_relief(uow, desk, ticket, now)


async def look_for_absent(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    """Relieves the primary responder if they were absent for the queue's time.

    Else it looks again when they could have been, for as long as the customer waits.
    """
    ticket = await uow.tickets.get(due.ticket)
    after = desk.queue(ticket.queue).relieve_after
    if after is None or ticket.status in ENDED:
        return
    entries = await _newest(uow, ticket)
    since = waits_since(entries)
    if since is None:
        return
    then = now
    if ticket.primary is not None and ticket.status in _THEIR_TURN:
        away = await absences_of(uow, [ticket.primary.id], now)
        acted = acted_last(entries, ticket.primary, away=bool(away))
        then = max(since, ticket.status_since, *acted)
    if then + after > now:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.RELIEF, then + after))
    elif ticket.primary is not None:
        await _relieve(uow, desk, ticket, ticket.primary, now - then, now)


def waits_since(entries: Iterable[Entry]) -> datetime | None:
    """Since when the customer waits for an answer, by a ticket's newest entries; None if not."""
    since = None
    for entry in entries:
        ended = entry.move is not None and entry.move.after in _NOBODYS_TURN
        if isinstance(entry.event, RepliedPublicly) or ended:
            since = None
        elif isinstance(entry.event, CustomerWrote):
            since = since or entry.at
    return since


def acted_last(entries: Iterable[Entry], primary: Primary, *, away: bool) -> Sequence[datetime]:
    """When they got the ticket, and did something on it, last; of who is away only the former."""
    got = [each.at for each in entries if _gives(each, primary.id)]
    did = [each.at for each in entries if _by(each, primary.id)]
    return [*got[-1:], *([] if away else did[-1:])]


def relieve(ticket: Ticket, at: datetime) -> Entry:
    """The desk takes the ticket from its absent primary responder; raises `NotOwned`."""
    if ticket.primary is None:
        raise NotOwned(ticket=ticket.id)
    event = Released(ticket.primary.id, ReleaseReason.ABSENT)
    ticket.primary = None
    return ticket.record(event, SYSTEM, Audience.INTERNAL, at)


async def relieve_silent(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, after: timedelta, now: datetime
) -> None:
    """Relieves a primary responder who does nothing for so long though it is their turn.

    While they have not been silent for that long it is looked at again (`SILENT`).
    """
    if ticket.primary is None:
        return
    since = now
    if ticket.status in _THEIR_TURN:
        acted = acted_last(await _newest(uow, ticket), ticket.primary, away=False)
        since = max(ticket.status_since, *acted)
    if since + after > now:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.SILENT, since + after))
    else:
        await _relieve(uow, desk, ticket, ticket.primary, now - since, now)


async def _relieve(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, absent: Primary, waited: timedelta, now: datetime
) -> None:
    """Nobody is removed: whoever is relieved works along from then on."""
    relieve(ticket, now)
    if Participant(absent.id, absent.name, Part.COLLABORATOR) not in ticket.participants:
        teamwork.keep_on(ticket, absent, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))
    await find_primary(uow, desk, ticket, now, {absent.id})
    if ticket.primary is None:
        minutes = int(waited.total_seconds() // 60)
        facts: Facts = {"ticket": ticket.id, "minutes": minutes, "who": absent.name}
        await _call_supervisors(uow, ticket, facts, now)


async def _call_supervisors(uow: UnitOfWork, ticket: Ticket, facts: Facts, now: datetime) -> None:
    """At once, so there is no need to tell them again when nobody claims it."""
    await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    ticket.alert(ABSENT, now)
    await uow.tickets.save(ticket)
    said = {**facts, "supervisors": await mentions(uow)}
    await uow.outbox.add(deliveries.alert(ticket.id, StaffSentence.NOBODY_RELIEVES, said))


async def _newest(uow: UnitOfWork, ticket: Ticket) -> Sequence[Entry]:
    return await uow.timeline.of(ticket.id, max(0, ticket.version - READ), READ)


def _gives(entry: Entry, person: int) -> bool:
    return isinstance(entry.event, Assigned | HandedOver) and entry.event.to == person


def _by(entry: Entry, person: int) -> bool:
    return isinstance(entry.actor, Staff) and entry.actor.id == person
