"""Incidents: one cause of many tickets, and one update of it drafted for each customer.

A draft is an entry inside its ticket. It is sent by a person who presses a button, on one ticket or
on all, and by nothing else; `Ticket.draft` names the one that can be sent, so it goes out once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.answering import replies
from orchestration.answering.staff_message import StaffMessage
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content, MessageRef, subject_of
from orchestration.customers.languages import language_for
from orchestration.desk import Desk
from orchestration.errors.asking import MissingArgument
from orchestration.errors.incidents import (
    IncidentResolved,
    NoDraft,
    NothingToSendAll,
    NotInIncident,
    SupervisorsSend,
    UnknownIncident,
)
from orchestration.errors.ticket import Unchanged
from orchestration.events.incidents import (
    DraftDiscarded,
    IncidentJoined,
    IncidentLeft,
    UpdateDrafted,
)
from orchestration.people import Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.ports.incidents import Incident
from orchestration.rights import Verb, may
from orchestration.specialists.triage import language_of
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry, EntryRef

#: A draft that its topic does not show yet is sent once people can see it there.
WAIT = timedelta(seconds=5)
#: One that is never shown stays for people to send.
PATIENCE = timedelta(hours=1)

#: What an update says, by language; under "" to whoever speaks none of the others.
Wordings = Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Standing:
    """An incident with how many tickets it has that are not closed, and how many drafts wait."""

    incident: Incident
    tickets: int
    waiting: int


def join(ticket: Ticket, incident: Incident, by: Staff, at: datetime) -> Entry:
    """The ticket belongs to the incident, and to no other any more.

    Raises `TicketClosed`, `NotAllowed`, `IncidentResolved` or `Unchanged`.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.INCIDENT)
    _check_goes_on(incident)
    if ticket.incident == incident.number:
        raise Unchanged(ticket=ticket.id)
    ticket.incident, ticket.draft = incident.number, None
    event = IncidentJoined(incident.number, incident.title)
    return ticket.record(event, by, Audience.INTERNAL, at)


def leave(ticket: Ticket, by: Staff, at: datetime) -> Entry:
    """It belongs to none, and what was drafted for it is not sent; raises `NotInIncident`."""
    ticket.check_allowed(by, Verb.INCIDENT)
    if ticket.incident is None:
        raise NotInIncident(ticket=ticket.id)
    event = IncidentLeft(ticket.incident)
    ticket.incident = ticket.draft = None
    return ticket.record(event, by, Audience.INTERNAL, at)


def draft(ticket: Ticket, update: int, words: Content, by: Staff, at: datetime) -> Entry:
    """What this ticket's customer would read; it takes the place of an earlier draft."""
    ticket.check_not_closed()
    ticket.check_words(words)
    if ticket.incident is None:
        raise NotInIncident(ticket=ticket.id)
    event = UpdateDrafted(ticket.incident, update, words)
    entry = ticket.record(event, by, Audience.INTERNAL, at)
    ticket.draft = entry.seq
    return entry


def discard(ticket: Ticket, seq: int, by: Staff, at: datetime) -> Entry:
    """That draft is not sent; who may answer the customer may decide so. Raises `NoDraft`."""
    ticket.check_allowed(by, Verb.REPLY)
    _check_draft(ticket, seq)
    ticket.draft = None
    return ticket.record(DraftDiscarded(seq), by, Audience.INTERNAL, at)


async def named(uow: UnitOfWork, number: int) -> Incident:
    """The incident of that number; raises `UnknownIncident`."""
    found = await uow.incidents.get(number)
    if found is None:
        raise UnknownIncident(incident=number)
    return found


async def begin(uow: UnitOfWork, title: str, by: Staff, now: datetime) -> Incident:
    """A new incident; raises `MissingArgument` without a title."""
    if not title.strip():
        raise MissingArgument(form="/incident new what is the matter")
    number = await uow.incidents.next_number()
    incident = Incident(number, subject_of(Content(title)), by.name, now)
    await uow.incidents.save(incident)
    return incident


async def keep(uow: UnitOfWork, ticket: Ticket) -> None:
    """Saves a ticket that joined, left, or lost its draft, and shows it."""
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))


async def update(
    uow: UnitOfWork, incident: Incident, words: Wordings, by: Staff, now: datetime, *, last: bool
) -> Standing:
    """Drafts the update for each customer, in their language where it has one; sends nothing.

    A customer with several tickets gets it on the newest. The `last` one ends the incident. Raises
    `IncidentResolved`.
    """
    _check_goes_on(incident)
    incident = replace(
        incident, updates=incident.updates + 1, resolved_at=now if last else incident.resolved_at
    )
    await uow.incidents.save(incident)
    newest = {each.customer.id: each for each in await uow.tickets.of_incident(incident.number)}
    spoken = {*words, language_of([words[""].text]) or ""}
    for ticket in newest.values():
        person = await uow.people.get(ticket.customer.id)
        said = words.get(language_for(person, ticket, spoken) or "", words[""])
        await _show(uow, ticket, draft(ticket, incident.updates, said, by, now))
    return await stands(uow, incident)


async def redraft(
    uow: UnitOfWork, ticket: Ticket, words: Content, by: Staff, now: datetime
) -> None:
    """The open draft as someone who may answer the customer wants it; raises `NoDraft`."""
    ticket.check_allowed(by, Verb.REPLY)
    former = await _open_draft(uow, ticket)
    if former is None:
        raise NoDraft(ticket=ticket.id)
    await _show(uow, ticket, draft(ticket, former.update, words, by, now))


async def send(
    uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff, shown: MessageRef, now: datetime
) -> None:
    """Sends that draft as `by`'s public reply, once; its message `shown` shows the reply's fate.

    Raises `NoDraft`, and what `Ticket.reply_publicly` raises.
    """
    _check_draft(ticket, seq)
    drafted = await _open_draft(uow, ticket)
    if drafted is None:
        raise NoDraft(ticket=ticket.id)
    ticket.draft = None
    await replies.reply_publicly(uow, ticket, StaffMessage(by, drafted.content, shown), now)


async def release(uow: UnitOfWork, incident: Incident, upto: int, by: Staff, now: datetime) -> int:
    """Every draft of update `upto` that still waits is to be sent; returns how many.

    Each is sent in a transaction of its own by the clock, also by that of the next desk. Raises
    `SupervisorsSend` and `NothingToSendAll`, also when there is a newer update by now.
    """
    if not may(by, Verb.SEND_ALL, None):
        raise SupervisorsSend(incident=incident.number)
    waiting = await _waiting(uow, incident)
    if not waiting or upto != incident.updates:
        raise NothingToSendAll(incident=incident.number)
    await uow.incidents.save(replace(incident, released=upto, released_by=by))
    for ticket in waiting:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.SEND_DRAFT, now))
    return len(waiting)


async def send_released(uow: UnitOfWork, desk: Desk, number: int, now: datetime) -> None:
    """Sends a ticket's draft, if a supervisor released it and nobody was quicker.

    A ticket that nobody answers stays so: its sender speaks for the desk this once.
    """
    ticket = await uow.tickets.get(number)
    drafted = await _open_draft(uow, ticket)
    incident = await uow.incidents.get(drafted.incident) if drafted else None
    if drafted is None or incident is None or ticket.draft is None:
        return
    by = incident.released_by
    if by is None or drafted.update != incident.released or ticket.status is Status.CLOSED:
        return
    ref = EntryRef(ticket.id, ticket.draft)
    shown = next(iter(await uow.links.messages_of(ref, Side.STAFF)), None)
    if shown is None and now - (await uow.timeline.entry(ref)).at > PATIENCE:
        return
    if shown is None:
        await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.SEND_DRAFT, now + WAIT))
        return
    unowned = ticket.primary is None
    await send(uow, ticket, ticket.draft, by, shown, now)
    if unowned and ticket.primary is not None:
        await assignment.release(uow, desk, ticket, by, now)


async def stands(uow: UnitOfWork, incident: Incident) -> Standing:
    """How an incident stands."""
    tickets = await uow.tickets.of_incident(incident.number)
    return Standing(incident, len(tickets), len(await _waiting(uow, incident)))


async def _waiting(uow: UnitOfWork, incident: Incident) -> Sequence[Ticket]:
    """The tickets with a draft of the newest update that can be sent."""
    found: list[Ticket] = []
    for ticket in await uow.tickets.of_incident(incident.number):
        drafted = await _open_draft(uow, ticket)
        if drafted is not None and drafted.update == incident.updates:
            found.append(ticket)
    return found


async def _open_draft(uow: UnitOfWork, ticket: Ticket) -> UpdateDrafted | None:
    if ticket.draft is None:
        return None
    event = (await uow.timeline.entry(EntryRef(ticket.id, ticket.draft))).event
    return event if isinstance(event, UpdateDrafted) else None


async def _show(uow: UnitOfWork, ticket: Ticket, entry: Entry) -> None:
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.to_topic(entry))


def _check_goes_on(incident: Incident) -> None:
    if incident.resolved_at is not None:
        raise IncidentResolved(incident=incident.number)


def _check_draft(ticket: Ticket, seq: int) -> None:
    if ticket.draft != seq:
        raise NoDraft(ticket=ticket.id)
