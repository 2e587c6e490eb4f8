"""What became of a delivery, and how it is written down."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.jobs import Job
from bot.texts import Texts
from bot.views.rendered import plain
from orchestration import deliveries
from orchestration.deliveries import Body, DeleteSent, EditSent, SendEntry
from orchestration.people import Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.sentences import Facts, StaffSentence


@dataclass(frozen=True, slots=True)
class Sent:
    """It is where it should be."""


@dataclass(frozen=True, slots=True)
class Later:
    """It could not go now, and will be tried again after so many seconds."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """It cannot be sent. `cause` is the wording for staff of why a customer did not get it."""

    reason: str
    cause: str = "other"


Outcome = Sent | Later | SetAside


@dataclass(frozen=True, slots=True)
class Report:
    """A job and its outcome. `bare` leaves out all but the outcome: the rest cannot be written."""

    job: Job
    outcome: Outcome
    bare: bool = False


async def record(uow: UnitOfWork, report: Report, texts: Texts, now: datetime) -> None:
    """Writes down what happened, whatever the outcome, and then the outcome."""
    job, outcome = report.job, report.outcome
    number = job.pending.id
    if not report.bare:
        await _record_traces(uow, job)
    match outcome:
        case Sent():
            await uow.courier.sent(number, now, job.operations)
            await _show_fate(uow, job)
        case Later(seconds, reason):
            await uow.courier.later(number, now + timedelta(seconds=seconds), reason)
        case SetAside(reason):
            await uow.courier.set_aside(number, now, reason)
            if not report.bare:
                await _tell_staff(uow, job, texts, outcome, now)


async def _record_traces(uow: UnitOfWork, job: Job) -> None:
    for message in job.gone:
        await uow.links.forget(message)
    for message, entry, side in job.shown:
        await uow.links.add(message, entry, side)
    if job.changes and job.place is not None:
        # Someone may have closed the topic by hand since it was loaded.
        current = await uow.places.of(job.place.ticket)
        if current is not None and current.thread == job.place.thread:
            await uow.places.save(replace(current, **job.changes))
    if job.next:
        await uow.outbox.add(*job.next)


async def _show_fate(uow: UnitOfWork, job: Job) -> None:
    """What a person answered the customer is marked as delivered, where the person wrote it."""
    sent = job.delivery.body
    # Of an album Telegram's apps show the reactions of the first item.
    entry = job.album[0] if job.album and isinstance(sent, SendEntry) else job.entry
    if not isinstance(sent, SendEntry | DeleteSent) or entry is None:
        return
    if isinstance(entry.actor, Staff):
        written = await uow.links.messages_of(entry.ref, Side.STAFF)
        await uow.outbox.add(*(deliveries.mark(entry.ticket, message) for message in written))


async def _tell_staff(
    uow: UnitOfWork, job: Job, texts: Texts, failed: SetAside, now: datetime
) -> None:
    """Nobody should wait for the answer to a message that never arrived."""
    sentence = _failed(job.delivery.body)
    if sentence is None or job.entry is None:
        return
    reason = texts.say(f"failure-{failed.cause}", {"words": plain(failed.reason, 200)})
    ticket = await uow.tickets.get(job.entry.ticket)
    ticket.delivery_failed(job.entry.seq, failed.reason, now)
    await uow.tickets.save(ticket)
    facts: Facts = {"ticket": ticket.id, "reason": reason}
    await uow.outbox.add(deliveries.alert(ticket.id, sentence, facts))


def _failed(body: Body) -> StaffSentence | None:
    match body:
        case SendEntry():
            return StaffSentence.REPLY_FAILED
        case EditSent():
            return StaffSentence.EDIT_FAILED
        case DeleteSent():
            return StaffSentence.DELETE_FAILED
        case _:
            return None
