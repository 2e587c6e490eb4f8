"""The verbs of escalation: a ticket's as much as those in `ticket.py`."""

from collections.abc import Sequence
from datetime import datetime

from orchestration.errors.escalation import AlreadyEscalated, NotEscalated
from orchestration.events.escalation import BY_HAND, Deescalated, Escalated
from orchestration.people import Person, Staff, System
from orchestration.rights import Verb
from orchestration.team.teamwork import take_in
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry


def escalate(
    ticket: Ticket,
    mark: Escalated,
    people: Sequence[Person],
    by: Staff | System,
    at: datetime,
) -> Entry:
    """Marks the ticket with a tier, and brings in these people; nobody leaves.

    `mark` names the tier and the cause; whom it adds follows from who works along already. Raises
    `AlreadyEscalated` for a tier that the ticket has, when somebody asks for it again, or
    `TicketClosed`.
    """
    ticket.check_not_closed()
    ticket.check_allowed(by, Verb.ESCALATE)
    if mark.cause == BY_HAND and mark.tier in ticket.escalations:
        raise AlreadyEscalated(ticket=ticket.id, tier=mark.tier)
    added = take_in(ticket, people)
    ticket.escalations = tuple(dict.fromkeys([*ticket.escalations, mark.tier]))
    told = dict.fromkeys([*(person.id for person in people), *mark.told])
    event = Escalated(mark.tier, mark.cause, added, tuple(told), mark.reason)
    return ticket.record(event, by, Audience.INTERNAL, at)


def deescalate(ticket: Ticket, tier: str, by: Staff, at: datetime) -> Entry:
    """Takes back the mark of a tier, or of all where none is named, in every status.

    Who came stays until they leave, and what was filed stays: others may count on it by now. Raises
    `NotEscalated`.
    """
    ticket.check_allowed(by, Verb.DEESCALATE)
    ended = tuple(each for each in ticket.escalations if tier.casefold() in {"", each.casefold()})
    if not ended:
        raise NotEscalated(ticket=ticket.id)
    ticket.escalations = tuple(each for each in ticket.escalations if each not in ended)
    return ticket.record(Deescalated(ended), by, Audience.INTERNAL, at)
