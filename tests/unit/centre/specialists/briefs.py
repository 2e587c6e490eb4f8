"""Who thinks, and about what."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from orchestration.containment.fencing import Fence
from orchestration.containment.masking import Secrets
from orchestration.content import Content
from orchestration.events import CustomerWrote, Event, NoteAdded, Opened, RepliedPublicly
from orchestration.knowledge.articles import Passage
from orchestration.people import Customer, Role, Staff
from orchestration.specialists.advice import Brief
from orchestration.specialists.cast import Access, Budget, Profile
from orchestration.timeline import Audience, Entry

NOW = datetime(2026, 3, 29, 12, tzinfo=UTC)
NONCE = "nonce12345"
ANA = Customer(7, "Ana")
JOE = Staff(8, "Joe", Role.AGENT)
MODEL = "claude-haiku-4-5"
BILLING = Profile(
    "billing",
    "Billing",
    "Invoices and refunds.",
    "You know what was charged.",
    tools=MappingProxyType({"billing.find_refund": Access.READ, "shop.find_order": Access.READ}),
    model=MODEL,
    budget=Budget(ticket=5_000, day=50_000),
)
PASSAGE = Passage(
    "returns/refunds.md#2", "Refunds", "When", "Within 14 days.", "returns/refunds.md", 1
)


def _entry(seq: int, actor: Customer | Staff, event: Event) -> Entry:
    audience = Audience.INTERNAL if isinstance(event, NoteAdded | Opened) else Audience.PUBLIC
    return Entry(1, seq, NOW, actor, audience, event)


def brief(*words: str, **changes: Any) -> Brief:
    """A ticket with these words of Ana's, after an answer and a note."""
    said = words or ("Where is my refund for order 4711?",)
    entries = [
        _entry(1, ANA, Opened("Refund")),
        _entry(2, ANA, CustomerWrote(Content("Hello"))),
        _entry(3, JOE, RepliedPublicly(Content("What can I do for you?"))),
        _entry(4, JOE, NoteAdded(Content("A good customer"))),
    ]
    entries += [_entry(5 + n, ANA, CustomerWrote(Content(each))) for n, each in enumerate(said)]
    whole = Brief(1, "Refund", entries, entries[-1].seq, ANA.id, passages=(PASSAGE,))
    return replace(whole, **changes)


def fence() -> Fence:
    """A fence whose marks a test knows."""
    return Fence(NONCE, Secrets())
