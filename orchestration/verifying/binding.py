"""A record is bound to a customer, and taken from them: what every way there ends in."""

from datetime import datetime

from orchestration import deliveries
from orchestration.clock.reading_again import read_again
from orchestration.errors.verifying import AlreadyBound, NotBound, SupervisorsBind
from orchestration.events.verifying import CustomerBound, CustomerUnbound, Proof, VerifyingEvent
from orchestration.people import Customer, Staff
from orchestration.ports import UnitOfWork
from orchestration.ports.bindings import Binding
from orchestration.rights import Verb, may
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience
from orchestration.verifying import progress

#: Cards of so many of a customer's newest tickets show their binding.
REACH = 100


async def bind(uow: UnitOfWork, ticket: Ticket, record: str, by: Staff, now: datetime) -> None:
    """A supervisor knows whose record the ticket's customer's is.

    Raises `SupervisorsBind`, `TicketClosed`, or `AlreadyBound` where it is that one already.
    """
    _check_supervises(ticket, by)
    ticket.check_not_closed()
    held = await uow.bindings.of(ticket.customer.id)
    if held is not None and held.record == record:
        raise AlreadyBound(customer=ticket.customer.name, record=record)
    await _take(uow, Binding(ticket.customer.id, record, Proof.SUPERVISOR, by.name, now), by)
    event = CustomerBound(record, Proof.SUPERVISOR, held.record if held else "")
    ticket.record(event, by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await _answer_now(uow, ticket, now)


async def unbind(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """The record is the customer's no more, nor is a code that is under way.

    Raises `SupervisorsBind` or `NotBound`.
    """
    _check_supervises(ticket, by)
    held = await uow.bindings.end(ticket.customer.id, by.name, now)
    if held is None:
        raise NotBound(customer=ticket.customer.name)
    await progress.drop(uow, ticket.customer.id)
    ticket.record(CustomerUnbound(held.record), by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await _show(uow, ticket.customer.id)


async def take(
    uow: UnitOfWork, customer: Customer, record: str, proof: Proof, now: datetime
) -> None:
    """The customer showed whose they are; what was bound before is not any more."""
    held = await uow.bindings.of(customer.id)
    await _take(uow, Binding(customer.id, record, proof, customer.name, now), customer)
    before = held.record if held is not None and held.record != record else ""
    await note(uow, customer, CustomerBound(record, proof, before), now)
    ticket = await uow.tickets.current_of(customer.id)
    if ticket is not None:
        await _answer_now(uow, ticket, now)


async def note(uow: UnitOfWork, customer: Customer, event: VerifyingEvent, now: datetime) -> None:
    """Records a step in the ticket that the customer's words go to, if they have one."""
    ticket = await uow.tickets.current_of(customer.id)
    if ticket is None or ticket.status is Status.CLOSED:
        return
    ticket.record(event, ticket.customer, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)


async def _take(uow: UnitOfWork, binding: Binding, by: Staff | Customer) -> None:
    await uow.bindings.end(binding.customer, by.name, binding.since)
    await uow.bindings.add(binding)
    await _show(uow, binding.customer)


async def _show(uow: UnitOfWork, customer: int) -> None:
    """Every card that people work with says how it is now."""
    for ticket in await uow.tickets.of_customer(customer, REACH):
        if ticket.status not in ENDED:
            await uow.outbox.add(deliveries.card(ticket.id))


async def _answer_now(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """Specialists who could tell nothing before can now, where the customer still waits."""
    newest = await uow.timeline.last_customer_seq(ticket.id)
    last = ticket.last_reply
    if newest and (last is None or last.seq < newest):
        await read_again(uow, ticket, now)


def _check_supervises(ticket: Ticket, by: Staff) -> None:
    if not may(by, Verb.BIND, ticket.primary_id):
        raise SupervisorsBind(ticket=ticket.id)
