"""A customer asks to be forgotten, and a supervisor decides.

Every word goes, from every table; what can be counted stays, and that it was erased, when and by
whom.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from orchestration import deliveries, events
from orchestration.clock.claim_watch import mentions
from orchestration.conversations import private, topic
from orchestration.customers import out_of_hours
from orchestration.customers.erasing import NOBODY, SUBJECT, erased
from orchestration.customers.languages import language_for
from orchestration.customers.own_data import EVERY
from orchestration.delivery import Offer
from orchestration.errors.asking import OldButton
from orchestration.errors.team import SupervisorsOnly
from orchestration.history import history_of
from orchestration.people import Customer, Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb, may
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry


async def ask(uow: UnitOfWork, customer: Customer, spoken: Collection[str], now: datetime) -> None:
    """Brings the wish to the supervisors, in the topic of the customer's newest ticket.

    Who never had a ticket is forgotten at once: nobody else's work is in it.
    """
    newest = await uow.tickets.of_customer(customer.id, 1)
    if not newest:
        person = await uow.people.get(customer.id)
        await _forget(uow, customer.id, language_for(person, None, spoken))
        return
    if await uow.memory.recall(_wish(customer.id)) is not None:
        await uow.outbox.add(deliveries.tell(customer.id, PublicSentence.FORGET_ALREADY_ASKED))
        return
    (ticket,) = newest
    ticket.record(events.ErasureAsked(), customer, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await uow.memory.remember(_wish(customer.id), str(ticket.id))
    facts: Facts = {"ticket": ticket.id, "supervisors": await mentions(uow)}
    await uow.outbox.add(
        deliveries.alert(ticket.id, StaffSentence.FORGET_WANTED, facts, offer=Offer.FORGET),
        deliveries.tell(customer.id, PublicSentence.FORGET_ASKED),
    )


async def decline(uow: UnitOfWork, ticket: Ticket, by: Staff, now: datetime) -> None:
    """Keeps everything, and tells the customer; raises what `confirm` raises."""
    await _decides(uow, ticket, by)
    ticket.record(events.ErasureDeclined(), by, Audience.INTERNAL, now)
    await uow.tickets.save(ticket)
    await uow.outbox.add(deliveries.tell(ticket.customer.id, PublicSentence.FORGET_DECLINED))


async def confirm(
    uow: UnitOfWork, ticket: Ticket, by: Staff, spoken: Collection[str], now: datetime
) -> None:
    """Erases every ticket of the ticket's customer, and what is known of them.

    Raises `SupervisorsOnly`, and `OldButton` when nothing was asked for or it was decided.
    """
    await _decides(uow, ticket, by)
    customer = ticket.customer.id
    language = language_for(await uow.people.get(customer), ticket, spoken)
    tickets = await uow.tickets.of_customer(customer, EVERY)
    conversations = [private(customer)]
    await uow.tickets.make_current(customer, None)
    for each in tickets:
        erase(each, by, now)
        await uow.tickets.save(each)
        await uow.erasure.rewrite([erased(one) for one in await history_of(uow, each.id)])
        place = await uow.places.of(each.id)
        if place is not None:
            conversations.append(topic(place.chat, place.thread))
            await uow.places.save(replace(place, title="", card_shows=""))
    numbers = [each.id for each in tickets]
    await uow.erasure.wipe(customer, numbers, conversations)
    await uow.outbox.add(*(deliveries.delete_topic(number) for number in numbers))
    await _forget(uow, customer, language)


def erase(ticket: Ticket, by: Staff, at: datetime) -> Entry:
    """The ticket loses its customer and its words, and is closed; it counts as before."""
    ticket.customer, ticket.subject, ticket.erased = NOBODY, SUBJECT, True
    after = None if ticket.status is Status.CLOSED else Status.CLOSED
    return ticket.record(events.Erased(), by, Audience.INTERNAL, at, after)


async def _decides(uow: UnitOfWork, ticket: Ticket, by: Staff) -> None:
    """The wish is decided, once; raises `SupervisorsOnly` and `OldButton`."""
    if not may(by, Verb.FORGET, ticket.primary.id if ticket.primary else None):
        raise SupervisorsOnly(ticket=ticket.id)
    if not await uow.memory.forget(_wish(ticket.customer.id)):
        raise OldButton


async def _forget(uow: UnitOfWork, customer: int, language: str | None) -> None:
    """What is known of the person goes; of staff, what makes them staff stays."""
    person = await uow.people.get(customer)
    if person is not None and person.role is None:
        await uow.erasure.forget_person(customer)
    await uow.receptions.forget(customer)
    await uow.paces.forget(customer)
    await uow.bindings.forget(customer)
    await uow.verifications.forget(customer)
    await out_of_hours.forget(uow, customer)
    told = deliveries.tell(customer, PublicSentence.FORGOTTEN, language=language)
    await uow.outbox.add(told)
    if person is not None and person.role is None and person.chosen_language is not None:
        await uow.outbox.add(deliveries.commands(customer, None))


def _wish(customer: int) -> str:
    return f"forget:{customer}"
