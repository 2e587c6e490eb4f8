"""Several people on one ticket: joining, watching, asking an expert, deciding, leaving."""

from collections.abc import Sequence
from datetime import datetime

from orchestration import deliveries, teamwork
from orchestration.events.team import Part
from orchestration.people import Person, Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.replies import StaffMessage
from orchestration.sentences import Facts, StaffSentence
from orchestration.telling import tell
from orchestration.ticket import Ticket


async def join(uow: UnitOfWork, ticket: Ticket, part: Part, by: Staff, now: datetime) -> None:
    """`by` collaborates or watches from now on; raises what `teamwork.join` raises."""
    teamwork.join(ticket, part, by, now)
    await _kept(uow, ticket)


async def invite(
    uow: UnitOfWork, ticket: Ticket, people: Sequence[Person], by: Staff, now: datetime
) -> None:
    """Brings people in, who are told; raises what `teamwork.invite` raises."""
    before = {each.id for each in ticket.taking(Part.COLLABORATOR)}
    teamwork.invite(ticket, people, by, now)
    await _kept(uow, ticket)
    came = [each.id for each in ticket.taking(Part.COLLABORATOR) if each.id not in before]
    await tell(uow, ticket, came, StaffSentence.INVITED, _facts(ticket, by), by=by.id)


async def leave(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """`by` takes no part any more; raises what `teamwork.leave` raises."""
    teamwork.leave(ticket, by, now)
    await _kept(uow, ticket)


async def consult(
    uow: UnitOfWork, ticket: Ticket, expert: Person, asked: StaffMessage, now: datetime
) -> None:
    """Asks an expert, who is told; raises what `teamwork.consult` raises."""
    entry = teamwork.consult(ticket, expert, asked.content, asked.author, now)
    await _kept(uow, ticket)
    await uow.links.add(asked.message, entry.ref, Side.STAFF)
    await uow.outbox.add(deliveries.dress(ticket.id))
    facts = _facts(ticket, asked.author)
    await tell(uow, ticket, [expert.id], StaffSentence.CONSULTED, facts, by=asked.author.id)


async def decide(uow: UnitOfWork, ticket: Ticket, words: StaffMessage, now: datetime) -> None:
    """A supervisor decides, and all who work on the ticket are told.

    Raises what `teamwork.decide` raises.
    """
    entry = teamwork.decide(ticket, words.content, words.author, now)
    await _kept(uow, ticket)
    await uow.links.add(words.message, entry.ref, Side.STAFF)
    people = [each.id for each in ticket.taking(Part.COLLABORATOR)]
    if ticket.primary is not None:
        people.insert(0, ticket.primary.id)
    facts = _facts(ticket, words.author)
    await tell(uow, ticket, people, StaffSentence.DECIDED, facts, by=words.author.id)


async def someone_left(uow: UnitOfWork, person: Person, now: datetime) -> None:
    """Ends the part of someone who left the staff; a ticket that waited for them is open again."""
    for ticket in await uow.tickets.involving(person.id):
        asked = ticket.consultation
        teamwork.lose(ticket, person, now)
        await _kept(uow, ticket)
        if asked is not None and ticket.consultation is None:
            await uow.outbox.add(deliveries.dress(ticket.id))
            facts: Facts = {"ticket": ticket.id, "expert": person.name}
            sentence = StaffSentence.EXPERT_LEFT
            await tell(uow, ticket, [asked.asked_by], sentence, facts, by=person.id)


async def _kept(uow: UnitOfWork, ticket: Ticket) -> None:
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))


def _facts(ticket: Ticket, by: Staff) -> Facts:
    return {"ticket": ticket.id, "subject": ticket.subject, "by": by.name}
