"""The people of these tests, and short ways to what they write."""

from datetime import UTC, datetime, timedelta

from orchestration.content import Content
from orchestration.events import Urgency
from orchestration.people import Customer, Person, Role, Specialist, Staff
from orchestration.status import Status
from orchestration.ticket import Ticket, Triage

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)

EVA = Customer(7, "Eva")
MAX = Customer(8, "Max")
ANNA = Staff(11, "Anna", Role.AGENT)
BEN = Staff(12, "Ben", Role.AGENT)
XENIA = Staff(13, "Xenia", Role.EXPERT)
SAM = Staff(21, "Sam", Role.SUPERVISOR)
ADA = Staff(22, "Ada", Role.ADMIN)
#: Administrators who stay anonymous all write under one generic account.
ANONYMOUS = Staff(1087968824, "Administrator", Role.SUPERVISOR, anonymous=True)
STAFF = (ANNA, BEN, XENIA, SAM, ADA, ANONYMOUS)
READER = Specialist("triage", "Triage")
READING = Triage("order_status", Urgency.HIGH, "en")


def words(text: str = "Where is my order?") -> Content:
    """A text as someone writes it."""
    return Content(text)


def known(staff: Staff, username: str | None = None) -> Person:
    """A member of staff as the desk knows people."""
    return Person(staff.id, staff.name, username, role=staff.role, reachable=True)


def ticket(status: Status = Status.NEW, owner: Staff | None = None) -> Ticket:
    """Eva's ticket, brought to `status` and given to `owner` by the verbs themselves."""
    made = Ticket.open(142, EVA, words(), NOW, None)
    made.receive(words(), NOW)
    if owner:
        made.claim(owner, NOW)
    if made.status is not status:
        made.set_status(status, ADA, NOW)
    made.recorded.clear()
    return made
