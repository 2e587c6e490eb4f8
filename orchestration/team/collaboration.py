"""Several people on one ticket: joining, watching, asking an expert, deciding, leaving.

The notices tell whoever it concerns.
"""

from collections.abc import Sequence
from datetime import datetime

from orchestration import deliveries
from orchestration.answering.staff_message import StaffMessage, link
from orchestration.events.team import Part
from orchestration.people import Person, Staff
from orchestration.ports import UnitOfWork
from orchestration.team import teamwork
from orchestration.ticket import Ticket
from orchestration.workflows.going_on import go_on


async def join(uow: UnitOfWork, ticket: Ticket, part: Part, by: Staff, now: datetime) -> None:
    """`by` collaborates or watches from now on; raises what `teamwork.join` raises."""
    teamwork.join(ticket, part, by, now)
    await _kept(uow, ticket)


async def invite(
    uow: UnitOfWork, ticket: Ticket, people: Sequence[Person], by: Staff, now: datetime
) -> None:
    """Brings people in; raises what `teamwork.invite` raises."""
    teamwork.invite(ticket, people, by, now)
    await _kept(uow, ticket)


async def leave(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """`by` takes no part any more; raises what `teamwork.leave` raises."""
    teamwork.leave(ticket, by, now)
    await _kept(uow, ticket)


async def consult(
    uow: UnitOfWork, ticket: Ticket, expert: Person, asked: StaffMessage, now: datetime
) -> None:
    """Asks an expert; raises what `teamwork.consult` raises."""
    entry = teamwork.consult(ticket, expert, asked.content, asked.author, now)
    await _kept(uow, ticket)
    await link(uow, asked, entry)
    await uow.outbox.add(deliveries.dress(ticket.id))


async def decide(uow: UnitOfWork, ticket: Ticket, words: StaffMessage, now: datetime) -> None:
    """A supervisor decides; raises what `teamwork.decide` raises."""
    entry = teamwork.decide(ticket, words.content, words.author, now)
    await _kept(uow, ticket)
    await link(uow, words, entry)
    await go_on(uow, ticket, now)


async def someone_left(uow: UnitOfWork, person: Person, now: datetime) -> None:
    """Ends the part of someone who left the staff; a ticket that waited for them is open again."""
    for ticket in await uow.tickets.involving(person.id):
        asked = ticket.consultation
        teamwork.lose(ticket, person, now)
        await _kept(uow, ticket)
        if asked is not None and ticket.consultation is None:
            await uow.outbox.add(deliveries.dress(ticket.id))


async def _kept(uow: UnitOfWork, ticket: Ticket) -> None:
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))
