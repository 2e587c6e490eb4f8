"""Tickets that have to do with each other, and tickets that are the same."""

import re
from datetime import datetime

from orchestration import deliveries, events
from orchestration.cases.filing import MAX_TAGS
from orchestration.desk import Desk
from orchestration.ending.resolution import settled
from orchestration.ending.wrapping_up import withdraw_question
from orchestration.errors.filing import (
    BadTicketNumber,
    NotLinked,
    NotOneCustomer,
    SameTicket,
    TooManyLinks,
    UnknownTicket,
)
from orchestration.errors.ticket import NoSuchTicket, Unchanged
from orchestration.events import Urgency
from orchestration.intake import consult_later
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb
from orchestration.status import ENDED, REOPENED_BY_CUSTOMER, Status
from orchestration.team.assignment import find_primary
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

#: As many links as a card can show.
MAX_LINKS = 20
_NUMBER = re.compile(r"#?([0-9]{1,18})")


def number_named(word: str, form: str) -> int:
    """The ticket's number that someone typed; raises `BadTicketNumber`, which shows the form."""
    found = _NUMBER.fullmatch(word.strip())
    if found is None:
        raise BadTicketNumber(word=word[:40], form=form)
    return int(found[1])


async def link(uow: UnitOfWork, ticket: Ticket, number: int, by: Staff, now: datetime) -> None:
    """Each of the two shows that it has to do with the other, whatever their statuses."""
    other = await _other(uow, ticket, number)
    ticket.check_allowed(by, Verb.FILE)
    if other.id in ticket.links:
        raise Unchanged(ticket=ticket.id)
    if max(len(ticket.links), len(other.links)) >= MAX_LINKS:
        raise TooManyLinks(ticket=ticket.id, other=other.id, most=MAX_LINKS)
    for one, another in ((ticket, other), (other, ticket)):
        one.links = tuple(sorted({*one.links, another.id}))
        one.record(events.Linked(another.id), by, Audience.INTERNAL, now)
        await _keep(uow, one)


async def unlink(uow: UnitOfWork, ticket: Ticket, number: int, by: Staff, now: datetime) -> None:
    """They have nothing to do with each other after all; raises `NotLinked`."""
    other = await _other(uow, ticket, number)
    ticket.check_allowed(by, Verb.FILE)
    if other.id not in ticket.links:
        raise NotLinked(ticket=ticket.id, other=other.id)
    for one, another in ((ticket, other), (other, ticket)):
        one.links = tuple(each for each in one.links if each != another.id)
        one.record(events.Unlinked(another.id), by, Audience.INTERNAL, now)
        await _keep(uow, one)


async def merge(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, number: int, by: Staff, now: datetime
) -> Ticket:
    """Ticket `number` of the same customer goes on in `ticket`, and closes; returns it.

    What its customer writes there from now on belongs to `ticket`. Raises `NotOneCustomer`,
    `NotAllowed` and `TicketClosed` for either of the two.
    """
    other = await _other(uow, ticket, number)
    for one in (ticket, other):
        one.check_not_closed()
        one.check_allowed(by, Verb.MERGE)
    if other.customer.id != ticket.customer.id:
        raise NotOneCustomer(ticket=ticket.id, other=other.id)
    before = ticket.status
    absorb(ticket, other, by, now)
    withdraw_question(other, now, by)
    other.merged_into = ticket.id
    other.record(events.Merged(ticket.id), by, Audience.INTERNAL, now, Status.CLOSED)
    await uow.tickets.save(ticket)
    await uow.tickets.save(other)
    await uow.reminders.give(other.id, ticket.id)
    current = await uow.tickets.current_of(ticket.customer.id)
    if current is not None and current.id == other.id:
        await uow.tickets.make_current(ticket.customer.id, ticket.id)
    await settled(uow, other)
    await settled(uow, ticket)
    if ticket.status not in ENDED:
        await consult_later(uow, desk, ticket, now)
        if ticket.primary is None and before in ENDED:
            await find_primary(uow, desk, ticket, now)
    return other


def absorb(ticket: Ticket, other: Ticket, by: Staff, at: datetime) -> Entry:
    """The other's tags, urgency and wish for a person come along; so does that it needs work.

    Its summary counts where this one has none, and so does its incident.
    """
    needs_work = other.status in {Status.NEW, Status.OPEN}
    after = Status.OPEN if needs_work and ticket.status in REOPENED_BY_CUSTOMER else None
    ticket.tags = tuple(dict.fromkeys([*ticket.tags, *other.tags]))[:MAX_TAGS]
    ticket.urgency = max(ticket.urgency, other.urgency, key=list(Urgency).index)
    ticket.people_called = ticket.people_called or other.people_called
    ticket.autonomy = ticket.autonomy and other.autonomy
    ticket.summary = ticket.summary or other.summary
    ticket.incident = ticket.incident or other.incident
    ticket.absorbed = (*ticket.absorbed, *other.absorbed, other.id)
    event = events.Absorbed(other.id, ticket.tags, ticket.urgency)
    return ticket.record(event, by, Audience.INTERNAL, at, after)


async def _other(uow: UnitOfWork, ticket: Ticket, number: int) -> Ticket:
    if number == ticket.id:
        raise SameTicket(ticket=number)
    try:
        return await uow.tickets.get(number)
    except NoSuchTicket:
        raise UnknownTicket(ticket=number) from None


async def _keep(uow: UnitOfWork, ticket: Ticket) -> None:
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))
