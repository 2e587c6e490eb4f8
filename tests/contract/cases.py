"""What the contract is told with: a customer, their ticket, and deliveries about it."""

from datetime import UTC, datetime, timedelta

from orchestration.actions.action import Action
from orchestration.actions.decision import Approvers, Decision, Lack, MissingRead, Verdict
from orchestration.actions.undertaking import Approval, Undertaking
from orchestration.clock.reminders import Reminder
from orchestration.content import Content
from orchestration.delivery import Delivery, Lane, TellPrivately, TellTopic
from orchestration.events.actions import Progress
from orchestration.people import Customer, Role, Specialist, Staff
from orchestration.ports import Pending, UnitOfWork
from orchestration.ports.evidence import RecordedRead
from orchestration.sentences import PublicSentence, StaffSentence
from orchestration.specialists.kinds import Kind
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef
from orchestration.webhooks import STATUS_CHANGED, Webhook
from orchestration.workflows.case import Asked, CaseRecord, Known, Matter, Offered
from tests.contract.conftest import Store

NOW = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)

ANA = Customer(7_000_000_001, "Ana")
BORIS = Customer(7_000_000_002, "Boris")
MARIA = Staff(101, "María", Role.AGENT)
JOE = Staff(102, "Joe", Role.SUPERVISOR)

#: A receiver of answers, of notes and of moves.
CRM = Webhook(
    "crm",
    "https://crm.example.org/hook",
    frozenset({"replied_publicly", "note_added", STATUS_CHANGED}),
)


def new_ticket(
    number: int = 1,
    customer: Customer = ANA,
    text: str = "My tea is cold",
    previous: int | None = None,
) -> Ticket:
    """A ticket with two entries: it opened, and the customer's words."""
    ticket = Ticket.open(number, customer, Content(text), NOW, previous)
    ticket.receive(Content(text), NOW)
    return ticket


def reminder(ticket: int | None = 1, words: str = "call", due_at: datetime = NOW) -> Reminder:
    """Joe's follow-up, not kept yet."""
    return Reminder(0, due_at, "Europe/Madrid", words, JOE.id, JOE.name, JOE.name, JOE.id, ticket)


def recorded_read(ticket: int = 1, words: str = "shipped") -> RecordedRead:
    """What the shop said of an order."""
    data = {"status": words, "total_minor": 4990, "lines": [{"sku": "K-1"}], "parcel": None}
    return RecordedRead(ticket, "erp.find_order", {"order_number": "4711"}, "C-1", NOW, data)


def case_record(ticket: int = 1, words: str = "4711") -> CaseRecord:
    """What is known of a ticket about an order."""
    order = Known(words, ticket, 2)
    matter = Matter("order-status", words, 2, NOW, {Kind.ORDER: (words,)}, {"way": words})
    return CaseRecord(
        ticket,
        ANA.id,
        "C-1",
        {Kind.ORDER: (order,)},
        {Kind.INVOICE: (words,)},
        (Asked("order_number", 3),),
        (matter,),
        ("order-status.late",),
        Offered(4, ("order_number",), {"order-status": "lacking"}),
        {"order-status.late": 3},
    )


def undertaking(ref: EntryRef, words: str = "too late") -> Undertaking:
    """A refund that waits for two people's approval, and has one."""
    decision = Decision(
        Verdict.APPROVE,
        (words,),
        ("large",),
        Approvers(Role.EXPERT, "refund", 2, four_eyes=True),
        missing=(MissingRead("order", "erp.find_order", {"order_number": words}, Lack.STALE),),
        evidence="digest",
    )
    arguments = {"invoice_number": "I-1", "amount_minor": 990, "reason": words}
    return Undertaking(
        ref,
        Action("billing.refund", arguments),
        "C-1",
        990,
        Specialist("billing", "Billing"),
        NOW,
        decision,
        Progress.WAITING,
        "duplicate-charge",
        "refund",
        (Approval(JOE.id, words, NOW, "seal"),),
        NOW + MINUTE,
    )


async def keep(store: Store, *tickets: Ticket) -> None:
    """Saves tickets in a unit of work of their own."""
    async with store.begin() as uow:
        for ticket in tickets:
            await uow.tickets.save(ticket)


async def kept(store: Store, number: int = 1) -> Ticket:
    """The ticket as it is stored."""
    async with store.begin() as uow:
        return await uow.tickets.get(number)


def told(
    words: str, lane: Lane = Lane.NOTE, collapse: str | None = None, ticket: int | None = None
) -> Delivery:
    """A delivery that can be told from others by its words."""
    body = TellTopic(StaffSentence.NOTE_KEPT, {"words": words})
    return Delivery(lane, body, ticket, collapse=collapse)


def told_privately(words: str, chat: int) -> Delivery:
    """The same, in someone's private chat."""
    body = TellPrivately(chat, PublicSentence.GREETING, {"words": words})
    return Delivery(Lane.REPLY, body, chat=chat)


async def waiting(uow: UnitOfWork, at: datetime = NOW) -> dict[str, Pending]:
    """What waits in the outbox, by its words, in order."""
    return {words(pending): pending for pending in await uow.courier.pending(at)}


def words(pending: Pending) -> str:
    """The words of a delivery made here."""
    body = pending.delivery.body
    assert isinstance(body, TellTopic | TellPrivately)
    return str(body.facts["words"])
