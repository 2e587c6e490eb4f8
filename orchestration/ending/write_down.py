"""What a ticket taught is written down: whoever ended it is reminded on their next working day.

It is a follow-up as people set them, so it can be moved and cancelled like any other, and it comes
in the ticket's topic, with the conversation as a file.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from orchestration.clock.reminders import Reminder
from orchestration.desk import Desk
from orchestration.events import NoteAdded
from orchestration.events.followups import FollowUpSet
from orchestration.history import history_of
from orchestration.people import SYSTEM, Staff, System
from orchestration.ports import UnitOfWork
from orchestration.sla.calendar import Calendar, NeverOpen
from orchestration.status import ENDED
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry

#: A note of so many letters says more than "called him".
LONG = 80
#: So many of these are worth a look.
NOTES = 2
#: Nobody writes down anything before that.
MORNING = time(9)


async def ask(uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime) -> None:
    """Reminds whoever just ended the saved ticket, once a ticket, where it is worth it.

    An administrator who stays anonymous cannot be reminded.
    """
    if not desk.write_down or ticket.status not in ENDED or by.anonymous:
        return
    entries = await history_of(uow, ticket.id)
    if _asked(entries) or not (ticket.decision or is_worth_it(entries)):
        return
    calendar = desk.sla.hours_of(ticket.queue)
    due = next_working_day(calendar, now)
    wanted = Reminder(0, due, calendar.zone.key, desk.write_down, by.id, by.name, by.name)
    about = replace(wanted, person=by.id, ticket=ticket.id, with_conversation=True)
    kept = await uow.reminders.add(about)
    event = FollowUpSet(kept.id, kept.due_at, kept.whom, kept.words)
    ticket.record(event, SYSTEM, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)


def is_worth_it(entries: Iterable[Entry]) -> bool:
    """Whether an expert answered a question, or people kept several longer notes."""
    notes = [entry.event for entry in entries if isinstance(entry.actor, Staff)]
    kept = [event for event in notes if isinstance(event, NoteAdded)]
    answered = any(note.answers is not None for note in kept)
    return answered or sum(len(note.content.text) >= LONG for note in kept) >= NOTES


def next_working_day(calendar: Calendar, now: datetime) -> datetime:
    """The morning of the next day on which the calendar's team is at work, in UTC."""
    tomorrow = now.astimezone(calendar.zone).date() + timedelta(days=1)
    morning = datetime.combine(tomorrow, MORNING, calendar.zone)
    try:
        return calendar.next_opening(morning)
    except NeverOpen:
        return morning


def _asked(entries: Iterable[Entry]) -> bool:
    """Whether it was asked before: the desk itself sets no other follow-up of this kind."""
    return any(
        isinstance(entry.event, FollowUpSet) and isinstance(entry.actor, System)
        for entry in entries
    )
