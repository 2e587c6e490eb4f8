"""Before a ticket ends: its summary, a supervisor's look, and questions that nobody answers now.

The verbs are the ticket's as much as those in `ticket.py`: each checks, changes and records one
entry, or raises and has changed nothing.
"""

from datetime import datetime

from orchestration import deliveries
from orchestration.answering.staff_message import StaffMessage, link
from orchestration.content import Content
from orchestration.errors.team import SupervisorsOnly
from orchestration.errors.ticket import Unchanged
from orchestration.errors.words import NothingToSend
from orchestration.events.closing import ConsultationWithdrawn, Look, Looked, Summarised, Summary
from orchestration.people import SYSTEM, Specialist, Staff, System
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb, may
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

#: So much of a summary stands on the card; the whole of it is in the timeline.
SUMMARY_WORDS = 200


def summarise(ticket: Ticket, words: Content, by: Staff | Specialist, at: datetime) -> Entry:
    """Writes down what the ticket came to, in every status; a newer summary takes its place.

    It stays inside. Raises `NothingToSend` and `NotAllowed`.
    """
    if isinstance(by, Staff):
        ticket.check_allowed(by, Verb.SUMMARISE)
    if not words.text.strip():
        raise NothingToSend(ticket=ticket.id)
    ticket.summary = Summary(by.name, at, _one_line(words.text))
    return ticket.record(Summarised(words), by, Audience.INTERNAL, at)


def look(ticket: Ticket, by: Staff, at: datetime) -> Entry:
    """A supervisor has looked it through; what is said publicly later outdates that.

    Raises `SupervisorsOnly`, `TicketClosed`, or `Unchanged` when it was looked at already.
    """
    ticket.check_not_closed()
    if not may(by, Verb.LOOK, ticket.primary_id):
        raise SupervisorsOnly(ticket=ticket.id)
    if ticket.look is not None:
        raise Unchanged(ticket=ticket.id)
    ticket.look = Look(by.name, at)
    return ticket.record(Looked(), by, Audience.INTERNAL, at)


async def keep_summary(
    uow: UnitOfWork, ticket: Ticket, written: StaffMessage, now: datetime
) -> None:
    """Keeps a staff message as the ticket's summary; raises what `summarise` raises."""
    entry = summarise(ticket, written.content, written.author, now)
    await uow.tickets.save(ticket)
    await link(uow, written, entry)
    await uow.outbox.add(deliveries.card(ticket.id))


async def keep_look(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """Keeps that a supervisor has looked it through; raises what `look` raises."""
    look(ticket, by, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.card(ticket.id))


def withdraw_question(ticket: Ticket, now: datetime, by: Staff | System = SYSTEM) -> None:
    """Whoever is being asked hears that no answer is needed; without a question nothing happens.

    The caller saves the ticket, whose status is about to move on.
    """
    asked = ticket.consultation
    if asked is None:
        return
    ticket.consultation = None
    event = ConsultationWithdrawn(asked.expert, asked.name)
    ticket.record(event, by, Audience.INTERNAL, now)


def _one_line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SUMMARY_WORDS else line[: SUMMARY_WORDS - 1] + "…"
