"""What became of a delivery, and how it is written down."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.outgoing.jobs import Job, keep_traces
from bot.texts import Texts
from bot.views.rendered import plain
from orchestration import deliveries
from orchestration.customers.reach import came_back
from orchestration.delivery import (
    TO_CUSTOMER,
    DeleteSent,
    EditSent,
    SendEntry,
    ShowEntry,
    TellNotices,
)
from orchestration.events import RepliedPublicly
from orchestration.people import Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.telling import notices


@dataclass(frozen=True, slots=True)
class Sent:
    """It is where it should be."""


@dataclass(frozen=True, slots=True)
class Later:
    """It could not go now, and will be tried again after so many seconds.

    `advice` is what people must do before it can go to the staff group. `alone` is set when it was
    refused together with others.
    """

    seconds: float
    reason: str
    advice: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Its customer cannot be reached; it waits until they can. `cause` is the wording for staff."""

    reason: str
    cause: str = "other"


@dataclass(frozen=True, slots=True)
class Moved:
    """The staff group has another id now; it goes there at once."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """It cannot be sent. `cause` is the wording for staff of why a customer did not get it."""

    reason: str
    cause: str = "other"


@dataclass(frozen=True, slots=True)
class Unheard:
    """A member of staff cannot be told in private; what is meant for them goes to its topic."""


Outcome = Sent | Later | Held | Moved | SetAside | Unheard


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
        await keep_traces(uow, job)
        await uow.outbox.add(*job.next)
    match outcome:
        case Sent():
            await _sent(uow, job, now)
        case Later(seconds, reason):
            await _later(uow, job, now + timedelta(seconds=seconds), reason)
        case Moved(new=chat):
            await _later(uow, job, now, f"the group moved to {chat}")
        case Unheard():
            await uow.courier.sent(number, now, job.operations)
            await _not_heard(uow, job)
        case Held(reason):
            await uow.courier.hold(number, now, reason)
        case SetAside(reason):
            await uow.courier.set_aside(number, now, reason)
    if isinstance(outcome, Held | SetAside) and not report.bare:
        await _tell_staff(uow, job, texts, outcome, now)


async def _later(uow: UnitOfWork, job: Job, then: datetime, reason: str) -> None:
    await uow.courier.later(job.pending.id, then, reason, job.pieces)
    for each in job.also:
        await uow.courier.later(each.pending.id, then, reason)


async def _sent(uow: UnitOfWork, job: Job, now: datetime) -> None:
    await uow.courier.sent(job.pending.id, now, job.operations)
    for each in job.also:
        await uow.courier.sent(each.pending.id, now, 0)
    if isinstance(job.delivery.body, TellNotices):
        await notices.told(uow, job.delivery.body.person, job.told)
    await _show_fate(uow, job, now)
    await _show_fate_late(uow, job)


async def _not_heard(uow: UnitOfWork, job: Job) -> None:
    if not isinstance(job.delivery.body, TellNotices):
        return
    person = await uow.people.get(job.delivery.body.person)
    if person is not None:
        await uow.people.learn(replace(person, reachable=False))
        await notices.unheard(uow, person.id)


async def _show_fate(uow: UnitOfWork, job: Job, now: datetime) -> None:
    """What a person answered the customer is marked as delivered, where the person wrote it."""
    body = job.delivery.body
    # Of an album Telegram's apps show the reactions of the first item.
    entry = job.album[0] if job.album and isinstance(body, SendEntry) else job.entry
    if entry is None:
        return
    arrived = isinstance(body, DeleteSent) or (isinstance(body, SendEntry) and not job.withdrawn)
    if arrived and isinstance(entry.actor, Staff):
        written = await uow.links.messages_of(entry.ref, Side.STAFF)
        await uow.outbox.add(*(deliveries.mark(entry.ticket, message) for message in written))
    tried = isinstance(body, TO_CUSTOMER) and job.operations > 0
    if tried and job.ticket is not None and not job.ticket.reachable:
        await came_back(uow, job.ticket.customer.id, now)


async def _show_fate_late(uow: UnitOfWork, job: Job) -> None:
    """What a person answered by a button stands nowhere in the topic before it is shown there."""
    entry = job.entry
    if not isinstance(job.delivery.body, ShowEntry) or entry is None:
        return
    if not isinstance(entry.event, RepliedPublicly) or not isinstance(entry.actor, Staff):
        return
    written = await uow.links.messages_of(entry.ref, Side.STAFF)
    if len(written) == 1 and await uow.links.messages_of(entry.ref, Side.CUSTOMER):
        await uow.outbox.add(deliveries.mark(entry.ticket, written[0]))


async def _tell_staff(
    uow: UnitOfWork, job: Job, texts: Texts, failed: Held | SetAside, now: datetime
) -> None:
    """Nobody should wait for the answer to a message that never arrived."""
    body = job.delivery.body
    if job.entry is None:
        return
    reason = texts.say(f"failure-{failed.cause}", {"words": plain(failed.reason, 200)})
    facts: Facts = {"ticket": job.entry.ticket, "reason": reason}
    if not isinstance(body, TO_CUSTOMER):
        told = deliveries.alert(job.entry.ticket, StaffSentence.NOT_SHOWN, facts)
        await uow.outbox.add(told)
        return
    held = isinstance(failed, Held)
    ticket = await uow.tickets.get(job.entry.ticket)
    reachable, before = ticket.reachable, ticket.status
    answer = isinstance(body, SendEntry) and isinstance(job.entry.event, RepliedPublicly)
    lost = answer and not held
    ticket.delivery_failed(job.entry.seq, failed.reason, now, unreachable=held, lost=lost)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.alert(ticket.id, _sentence(body, held=held), facts))
    if ticket.status is not before:
        await uow.outbox.add(deliveries.dress(ticket.id))
    if (ticket.reachable, ticket.status) != (reachable, before):
        await uow.outbox.add(deliveries.card(ticket.id))


def _sentence(body: SendEntry | EditSent | DeleteSent, *, held: bool) -> StaffSentence:
    match body:
        case SendEntry():
            return StaffSentence.REPLY_HELD if held else StaffSentence.REPLY_FAILED
        case EditSent():
            return StaffSentence.EDIT_HELD if held else StaffSentence.EDIT_FAILED
        case DeleteSent():
            return StaffSentence.DELETE_HELD if held else StaffSentence.DELETE_FAILED
