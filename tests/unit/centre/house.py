"""A whole desk in memory: people act, the clock moves, and what was decided can be read."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from orchestration import intake
from orchestration.answering import replies
from orchestration.answering.staff_message import StaffMessage
from orchestration.attending import attended
from orchestration.clock import clockwork
from orchestration.clock.followups import FollowUp
from orchestration.consulting.consultants import Consultants
from orchestration.consulting.consultation import consult
from orchestration.content import Content, MessageRef
from orchestration.delivery import Body, Delivery, SendEntry, TellPrivately, TellTopic
from orchestration.desk import Desk
from orchestration.ending import resolution
from orchestration.events import SystemSaid
from orchestration.people import Customer, Staff
from orchestration.ports import Side, UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.sentences import PublicSentence, StaffSentence
from orchestration.sla.policy import Policy
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef
from orchestration.transactions import transact
from tests.fakes import FakeStore
from tests.unit.centre.cast import ADA, NOW, known, words

GROUP = -1001
FAR = timedelta(days=365)


@dataclass
class House:
    """The desk's rooms with nothing but memory behind them."""

    desk: Desk = field(default_factory=Desk)
    now: datetime = NOW
    store: FakeStore = field(default_factory=FakeStore)
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    #: Whether what customers write stands in its topic at once.
    shows: bool = True
    #: Whom it can ask: nobody, while there is none.
    consultants: Consultants | None = None

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Promises nothing of service levels, which have a house of their own (`sla/house.py`)."""
        desk = replace(self.desk, sla=Policy(targets=()))
        return attended(self.store.begin, desk, self.clock)()

    def clock(self) -> datetime:
        return self.now

    def passes(self, **span: float) -> None:
        """Time goes by."""
        self.now += timedelta(**span)

    # What people do

    async def meets(self, *staff: Staff) -> None:
        """The desk has seen these people, each with a user name."""
        async with self.begin() as uow:
            for each in staff:
                await uow.people.learn(known(each, each.name.lower()))

    async def writes(
        self,
        customer: Customer,
        content: Content | str = "Where is my order?",
        reply_to: MessageRef | None = None,
    ) -> tuple[int, MessageRef]:
        """A customer writes; returns the ticket's number and where the message stands."""
        content = Content(content) if isinstance(content, str) else content
        message = MessageRef(customer.id, next(self.numbers))
        incoming = intake.Incoming(customer, content, message, reply_to)

        async def work(uow: UnitOfWork) -> Ticket:
            ticket = await intake.receive(uow, self.desk, incoming, self.now)
            if self.shows:
                seq = await uow.timeline.last_customer_seq(ticket.id)
                shown = MessageRef(GROUP, next(self.numbers))
                await uow.links.add(shown, EntryRef(ticket.id, seq), Side.STAFF)
            return ticket

        return (await transact(self.begin, work)).id, message

    async def does(
        self, number: int, verb: Callable[[UnitOfWork, Ticket], Awaitable[object]]
    ) -> None:
        """Someone does something to a ticket, in one commit."""
        async with self.begin() as uow:
            await verb(uow, await uow.tickets.get(number))

    async def answers(
        self, by: Staff, number: int, text: str = "Tomorrow", to: EntryRef | None = None
    ) -> MessageRef:
        """Staff answer the customer."""
        message = MessageRef(GROUP, next(self.numbers))
        written = StaffMessage(by, words(text), message)
        await self.does(
            number, lambda uow, t: replies.reply_publicly(uow, t, written, self.now, to)
        )
        return message

    async def notes(self, by: Staff, number: int, text: str = "He is angry") -> MessageRef:
        """Staff keep something inside."""
        message = MessageRef(GROUP, next(self.numbers))
        written = StaffMessage(by, words(text), message)
        await self.does(number, lambda uow, t: replies.add_note(uow, t, written, self.now))
        return message

    async def moves(self, number: int, to: Status, by: Staff = ADA) -> None:
        """Staff set a status."""
        await self.does(
            number, lambda uow, t: resolution.set_status(uow, self.desk, t, to, by, self.now)
        )

    def written(self, by: Staff, text: str) -> StaffMessage:
        """A message that staff wrote in a topic."""
        return StaffMessage(by, words(text), MessageRef(GROUP, next(self.numbers)))

    # What the clock does

    async def runs(self, due: clockwork.Due) -> None:
        """One follow-up is run, and what specialists think about it is kept."""
        begun: list[FollowUp] = []
        await clockwork.run(self.begin, self.desk, begun.append, due, self.clock)
        await self.consults(begun)

    async def runs_due(self) -> datetime | None:
        """Everything due is run; returns when the next is."""
        begun: list[FollowUp] = []
        ahead = await clockwork.run_due(self.begin, self.desk, begun.append, self.clock, unexpected)
        if not begun:
            return ahead
        await self.consults(begun)
        return await self.runs_due()

    async def consults(self, begun: Sequence[FollowUp]) -> None:
        """What specialists are asked; without any, nothing waits for their advice."""
        for leased in begun:
            if self.consultants is not None:
                await consult(self.begin, self.desk, self.consultants, leased, self.clock)
            else:
                async with self.begin() as uow:
                    await uow.follow_ups.take(leased)

    async def scheduled(self) -> Sequence[FollowUp]:
        """All that is due at some time."""
        async with self.begin() as uow:
            return await uow.follow_ups.due(self.now + FAR)

    # What can be read

    async def ticket(self, number: int) -> Ticket:
        async with self.begin() as uow:
            return await uow.tickets.get(number)

    async def entries(self, number: int) -> Sequence[Entry]:
        async with self.begin() as uow:
            return await uow.timeline.of(number, limit=10_000)

    async def current(self, customer: Customer) -> int | None:
        async with self.begin() as uow:
            found = await uow.tickets.current_of(customer.id)
        return found.id if found else None

    async def outbox(self) -> Sequence[Delivery]:
        """What waits to be sent, in the order in which it was decided."""
        async with self.begin() as uow:
            waiting = await uow.courier.pending(self.now + FAR, limit=100_000)
        return [each.delivery for each in sorted(waiting, key=lambda each: each.id)]

    async def sent(self) -> list[Body]:
        """Takes everything out of the outbox, as its courier would."""
        async with self.begin() as uow:
            waiting = await uow.courier.pending(self.now + FAR, limit=100_000)
            for each in waiting:
                await uow.courier.sent(each.id, self.now, 1)
        return [each.delivery.body for each in sorted(waiting, key=lambda each: each.id)]

    async def told(self, customer: Customer) -> list[PublicSentence | str]:
        """What waits for a customer: the desk's sentences by name, answers by their words."""
        return [await self._words(d) for d in await self.outbox() if d.chat == customer.id]

    async def alerts(self) -> list[StaffSentence]:
        """What waits to be said aloud in topics."""
        return [d.body.sentence for d in await self.outbox() if isinstance(d.body, TellTopic)]

    async def _words(self, delivery: Delivery) -> PublicSentence | str:
        if isinstance(delivery.body, TellPrivately):
            return delivery.body.sentence
        assert isinstance(delivery.body, SendEntry)
        async with self.begin() as uow:
            event = (await uow.timeline.entry(delivery.body.entry)).event
        if isinstance(event, SystemSaid):
            return event.sentence
        return str(getattr(getattr(event, "content", None), "text", event.kind))


def ignored(_: FollowUp) -> None:
    """Nobody thinks about it."""


def unexpected(due: clockwork.Due | Reception, error: Exception) -> None:
    """No follow-up of these tests may fail."""
    msg = f"{due} failed"
    raise AssertionError(msg) from error
