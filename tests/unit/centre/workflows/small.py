"""A small workflow: an order, whether it is late, and a voucher where it is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from orchestration.actions.expressions import Expression
from orchestration.ports.evidence import RecordedRead
from orchestration.schemas import Json
from orchestration.specialists.built_in.entities import entities_in
from orchestration.specialists.built_in.naming import Named
from orchestration.workflows.case import CaseRecord
from orchestration.workflows.hearing import merged, picked
from orchestration.workflows.plan import ActionSoFar, ActionState, Facts
from orchestration.workflows.workflow import (
    Choice,
    Contradiction,
    Need,
    Read,
    Step,
    Texts,
    Variant,
    Workflow,
)
from tests.unit.centre.workflows.playing import ANA, NOW, RECORD


def of(source: str) -> Expression:
    """A compiled expression."""
    return Expression.of(source)


LATE = Workflow(
    "late",
    {"en": "Late order"},
    "orders",
    ("My order is late",),
    Texts(
        answer=(Variant({"en": "Order {number} comes in time.", "es": "{number} llega."}),),
        waiting=(
            Variant({"en": "We look into {nothing}."}),
            Variant({"en": "We look into order {number}."}),
        ),
        done=(Variant({"en": "Voucher {voucher} is yours."}),),
        refused=(Variant({"en": "No voucher for order {number}."}),),
    ),
    of("actions.voucher.state == 'done' || evidence.order.late_days == 0"),
    needs=(
        Need((("order_number"), "tracking_number")),
        Need(("kind",), of("evidence.order.late_days > 5")),
    ),
    choices=(Choice("kind", {"en": "tea or money"}, {"tea": "tea", "money": "money cash"}),),
    reads=(
        Read("order", "erp.find_order", {"order_number": of("named.order_number")}),
        Read(
            "note",
            "crm.find_note",
            {"order_number": of("evidence.order.order_number")},
            of("evidence.order.late_days > 0"),
            optional=True,
        ),
    ),
    values={
        "number": of("evidence.order.order_number"),
        "voucher": of("actions.voucher.result.code"),
        "nothing": of("evidence.order.nothing"),
    },
    contradictions=(
        Contradiction("gone", of("evidence.order.status == 'gone'"), {"en": "It is gone."}),
    ),
    steps=(
        Step(
            "voucher",
            {"en": "Give a voucher"},
            "billing.credit",
            of("evidence.order.late_days > 0"),
            {
                "order_number": of("evidence.order.order_number"),
                "amount_minor": of("evidence.order.late_days * 100"),
            },
        ),
    ),
)

ORDER: Mapping[str, Json] = {"order_number": "4711", "late_days": 3, "status": "shipped"}


def case(words: str = "My order 4711 is late") -> CaseRecord:
    """The record of a ticket with these words."""
    named = Named(tuple(entities_in(words, NOW.date(), 1)), None, 1)
    return picked(merged(CaseRecord(1, ANA, RECORD), named), [(LATE, words)], named, NOW)


def read(
    tool: str = "erp.find_order", data: Json = None, minutes: int = 1, *, found: bool = True
) -> RecordedRead:
    """A read of order 4711, so many minutes old."""
    at = NOW - timedelta(minutes=minutes)
    shown = (ORDER if data is None else data) if found else None
    return RecordedRead(1, tool, {"order_number": "4711"}, RECORD, at, shown, found)


NOTE = read("crm.find_note", found=False)
READS = (read(), NOTE)
FACTS = Facts(case(), NOW, RECORD, "order", READS)


def voucher(state: ActionState, amount: int = 300, **changes: Any) -> ActionSoFar:
    """The voucher of the workflow's step, in that state."""
    arguments = {"order_number": "4711", "amount_minor": amount}
    made = ActionSoFar("billing.credit", arguments, state, "late", "voucher", at=NOW)
    return replace(made, **changes)
