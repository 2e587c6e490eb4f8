"""Before a customer's words are taken in: a question first, and no more than can be read.

While a question waits for its answer there is no ticket, so staff never see half of one. Whatever
is written meanwhile is kept in its order; the ticket opens with all of it, answered or not.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.content import Content, MessageRef
from orchestration.customers import bans, conversation, flooding
from orchestration.customers.languages import among
from orchestration.customers.pace import Pace
from orchestration.desk import Choice, Desk, Question, worded
from orchestration.errors.asking import OldButton
from orchestration.events import IntakeAsked
from orchestration.intake import Filed, Incoming, add_to, open_ticket, receive, ticket_meant
from orchestration.people import SYSTEM, Customer
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.reception import Reception, Word
from orchestration.specialists.triage import language_of
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience
from orchestration.transactions import transact

#: Who writes so much without answering will not answer: the ticket opens.
MOST = 20
#: One that could not be opened is tried again after this.
RETRY_AFTER = timedelta(minutes=1)

Failed = Callable[[Reception, Exception], None]


async def arrive(
    uow: UnitOfWork, desk: Desk, incoming: Incoming, now: datetime, *, another: bool = False
) -> None:
    """Takes a customer's words in: into their ticket, a new one, or where they wait for one.

    `another` is whether the customer wants a new ticket for them.
    """
    pace = await flooding.count(uow, desk, incoming.customer, now)
    incoming = replace(incoming, gathers=pace.gathers_until)
    waiting = await uow.receptions.of(incoming.customer.id)
    if waiting is not None and not await _answers_a_ticket(uow, incoming):
        ticket = await _while_waiting(uow, desk, waiting, incoming, now, pace)
    else:
        meant = None if another else await ticket_meant(uow, incoming)
        if meant is None or meant.status is Status.CLOSED:
            ticket = await _begin(uow, desk, incoming, now, meant)
        else:
            ticket = await add_to(uow, desk, meant, incoming, now)
    if ticket is not None:
        await flooding.tell(uow, desk, ticket, pace, now)


async def start_another(uow: UnitOfWork, desk: Desk, customer: Customer, now: datetime) -> None:
    """The customer's next message opens a new ticket, unless they have opened too many."""
    found = await flooding.one_to_join(uow, desk, customer, now)
    if found is None:
        await conversation.start_another(uow, customer)
    else:
        await flooding.tell_to_join(uow, found)


async def answer(
    uow: UnitOfWork, desk: Desk, customer: Customer, chosen: int, at: datetime
) -> None:
    """The customer pressed an answer, counted from 0; raises `OldButton` when none is wanted."""
    waiting = await uow.receptions.of(customer.id)
    question = desk.queue(waiting.queue).intake if waiting else None
    if waiting is None or question is None or chosen >= len(question.choices):
        raise OldButton
    await _open(uow, desk, waiting, at, question.choices[chosen])


async def open_now(uow: UnitOfWork, desk: Desk, customer: Customer, now: datetime) -> None:
    """Opens the ticket of a customer who waits for one, without an answer."""
    waiting = await uow.receptions.of(customer.id)
    if waiting is not None:
        await _open(uow, desk, waiting, now)


async def edited(uow: UnitOfWork, customer: int, message: MessageRef, content: Content) -> bool:
    """Changes a message that still waits; False when it is none."""
    waiting = await uow.receptions.of(customer)
    if waiting is None or all(word.message != message for word in waiting.words):
        return False
    words = tuple(
        replace(word, content=content) if word.message == message else word
        for word in waiting.words
    )
    await uow.receptions.keep(replace(waiting, words=words))
    return True


async def open_unanswered(
    begin: Begin, desk: Desk, clock: Clock, failed: Failed
) -> datetime | None:
    """Opens the tickets of all who did not answer in time; returns when the next is due.

    One that fails is told to `failed` and put off by `RETRY_AFTER`.
    """
    while True:
        async with begin() as uow:
            due = await uow.receptions.due(clock())
            if not due:
                return await uow.receptions.next_due()
        for each in due:
            customer = each.customer.id

            async def work(uow: UnitOfWork, customer: int = customer) -> None:
                waiting = await uow.receptions.of(customer)
                if waiting is not None and waiting.due_at <= clock():
                    await _open(uow, desk, waiting, clock())

            try:
                await transact(begin, work)
            except Exception as error:  # noqa: BLE001 - one that fails must not stop the rest
                failed(each, error)
                async with begin() as uow:
                    await uow.receptions.keep(replace(each, due_at=clock() + RETRY_AFTER))


async def _answers_a_ticket(uow: UnitOfWork, incoming: Incoming) -> bool:
    """Whether they reply to a message of a ticket, which then is what they mean."""
    if incoming.reply_to is None:
        return False
    return await uow.links.entry_of(incoming.reply_to) is not None


async def _begin(
    uow: UnitOfWork, desk: Desk, incoming: Incoming, now: datetime, previous: Ticket | None
) -> Ticket | None:
    """A new ticket, or, after too many, one that is open; None when a question comes first."""
    found = await flooding.one_to_join(uow, desk, incoming.customer, now)
    if found is not None:
        await flooding.tell_to_join(uow, found)
        return await add_to(uow, desk, found, incoming, now)
    question = desk.queue(desk.new_tickets).intake
    if question is None:
        return await open_ticket(uow, desk, incoming, now, previous)
    customer = incoming.customer
    linked = previous.id if previous else None
    due = now + question.wait
    words = (_word(incoming),)
    waiting = Reception(customer, desk.new_tickets, now, due, words, linked)
    await uow.receptions.keep(waiting)
    person = await uow.people.get(customer.id)
    written = language_of([incoming.content.text])
    language = among(person, written, question.text.keys())
    await uow.outbox.add(deliveries.ask_first(customer.id, question, language))
    return None


async def _while_waiting(
    uow: UnitOfWork,
    desk: Desk,
    waiting: Reception,
    incoming: Incoming,
    now: datetime,
    pace: Pace,
) -> Ticket | None:
    """One more message; the ticket opens when it answers, or when no answer will come."""
    waiting = replace(waiting, words=(*waiting.words, _word(incoming)))
    question = desk.queue(waiting.queue).intake
    text = incoming.content.text.strip()
    if question is None or len(waiting.words) > MOST or pace.floods(now):
        return await _open(uow, desk, waiting, now)
    if question.choices:
        choice = _choice_named(question, text)
        if choice is not None:
            return await _open(uow, desk, waiting, now, choice)
    elif text and now - waiting.asked_at >= desk.settle:  # else they had not read it yet
        return await _open(uow, desk, waiting, now, text)
    await uow.receptions.keep(waiting)
    return None


async def _open(
    uow: UnitOfWork,
    desk: Desk,
    waiting: Reception,
    now: datetime,
    answered: Choice | str | None = None,
) -> Ticket | None:
    """The ticket opens with the first message, what was answered, and the others in their order."""
    await uow.receptions.end(waiting)
    customer = waiting.customer
    if await uow.bans.of(customer.id) is not None:
        for word in waiting.words:
            await bans.withhold(uow, customer, word.content, now)
        return None
    previous = None if waiting.previous is None else await uow.tickets.get(waiting.previous)
    first, *others = (_incoming(customer, word) for word in waiting.words)
    filed = _filed(waiting, answered)
    ticket = await open_ticket(uow, desk, first, now, previous, filed)
    question = desk.queue(waiting.queue).intake
    if question is not None:
        asked = IntakeAsked(worded(question.text), _said(answered))
        ticket.record(asked, SYSTEM, Audience.INTERNAL, now)
        await uow.tickets.save(ticket)
    for incoming in others:
        # They may go out at once, and in one message.
        ticket = await receive(uow, desk, replace(incoming, gathers=now), now)
    return ticket


def _filed(waiting: Reception, answered: Choice | str | None) -> Filed:
    if not isinstance(answered, Choice):
        return Filed(waiting.queue)
    return Filed(answered.queue or waiting.queue, (answered.tag,) if answered.tag else ())


def _said(answered: Choice | str | None) -> str:
    return worded(answered.text) if isinstance(answered, Choice) else answered or ""


def _choice_named(question: Question, text: str) -> Choice | None:
    wanted = text.casefold()
    for choice in question.choices:
        if wanted in {label.casefold() for label in choice.text.values()}:
            return choice
    return None


def _word(incoming: Incoming) -> Word:
    return Word(incoming.message, incoming.content, incoming.reply_to, incoming.quote)


def _incoming(customer: Customer, word: Word) -> Incoming:
    return Incoming(customer, word.content, word.message, word.reply_to, word.quote)
