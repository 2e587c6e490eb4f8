"""A shop's write with its policy, and a situation in which it may happen by itself."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from orchestration.actions.action import Action
from orchestration.actions.decision import Approvers, Verdict
from orchestration.actions.expressions import Expression
from orchestration.actions.policy import ActionPolicy, Policy, Rule, WantedRead
from orchestration.actions.situation import CustomerFacts, Situation, TicketFacts
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.tools import ServedTool
from orchestration.schemas import Json

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
ANA, BORIS = "C-1", "C-2"
REFUND, FIND, PROFILE = "shop.refund", "shop.find_invoice", "shop.find_customer"

SCHEMA: Mapping[str, Json] = {
    "type": "object",
    "properties": {
        "customer_id": {"type": "string"},
        "invoice": {"type": "string"},
        "cents": {"type": "integer", "minimum": 1},
        "reason": {"type": "string"},
        "key": {"type": "string"},
    },
    "required": ["customer_id", "invoice", "cents", "key"],
}
SERVED = {
    REFUND: ServedTool("refund", "Refunds.", SCHEMA, changes=True),
    FIND: ServedTool("find_invoice", "Finds.", {"properties": {"number": {}}}),
}
INVOICE: dict[str, Json] = {"number": "I-7", "paid": 5000, "status": "paid"}


def when(source: str) -> Expression:
    return Expression.of(source)


def rule(name: str, then: Verdict, source: str | None = None, **more: Json) -> Rule:
    approvers = more.get("approvers")
    return Rule(
        name,
        then,
        {"en": f"{name}.", "es": f"{name}, en español."},
        None if source is None else when(source),
        approvers if isinstance(approvers, Approvers) else None,
        str(more.get("tier", "")),
    )


SMALL = rule("small", Verdict.AUTO, "action.cents <= evidence.invoice.paid")
WANTED = WantedRead("invoice", FIND, {"number": when("action.invoice")}, timedelta(minutes=10))


def policy(*rules: Rule, **more: Json) -> Policy:
    """A policy for the refund with these rules, which wants to see the invoice."""
    of = ActionPolicy(
        REFUND,
        {"en": "Refund"},
        amount="cents",
        evidence=(WANTED,),
        rules=rules,
        key="key",
        customer="customer_id",
    )
    return Policy({REFUND: replace(of, **more)})  # type: ignore[arg-type]


def read(**more: Json) -> RecordedRead:
    """The invoice, read for Ana a minute ago."""
    made = RecordedRead(1, FIND, {"number": "I-7"}, ANA, NOW - timedelta(minutes=1), INVOICE)
    return replace(made, **more)  # type: ignore[arg-type]


def situation(*reads: RecordedRead, **more: Json) -> Situation:
    """Ana's refund of 15, with these reads; with the invoice where none are given."""
    made = Situation(
        Action(REFUND, {"invoice": "I-7", "cents": 1500}),
        TicketFacts(1, "support", "open", "normal", tags=("vip",)),
        CustomerFacts(ANA, "email"),
        list(reads) or [read()],
        [],
        SERVED,
        NOW,
    )
    return replace(made, **more)  # type: ignore[arg-type]
