"""What business systems call the fields of their answers, and the states that stand in them."""

from collections.abc import Mapping
from types import MappingProxyType

#: What people are told of → what systems call it. Nothing else is told to customers.
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "status": "status state",
        "carrier": "carrier",
        "expected": "expected expected_on expected_at eta estimated_delivery delivery_date",
        "shipped_on": "shipped_on shipped_at sent_on sent_at",
        "delivered_on": "delivered_on delivered_at",
        "total": "total amount",
        "due": "due due_on due_at due_date",
        "paid_on": "paid_on paid_at",
        "refunded_on": "refunded_on refunded_at",
        "plan": "plan",
        "next_payment": "next_payment next_charge next_billing renews_on renews_at",
        "reason": "reason",
    }
)
_STATES: Mapping[str, str] = MappingProxyType(
    {
        "processing": "processing new placed received preparing",
        "packed": "packed",
        "shipped": "shipped sent dispatched",
        "in_transit": "in_transit",
        "out_for_delivery": "out_for_delivery",
        "delivered": "delivered",
        "cancelled": "cancelled canceled",
        "returned": "returned",
        "refunded": "refunded",
        "paid": "paid booked",
        "unpaid": "unpaid overdue past_due",
        "failed": "failed declined rejected",
        "pending": "pending",
        "active": "active",
        "paused": "paused",
        "ended": "ended expired",
    }
)
#: Where a shop says the first, and a carrier one of the others, they do not differ.
_ON_ITS_WAY = frozenset({"shipped", "in_transit", "out_for_delivery"})

_FIELD = {said: name for name, row in _FIELDS.items() for said in row.split()}
_STATE = {said: name for name, row in _STATES.items() for said in row.split()}


def field_name(said: str) -> str:
    """What a field is called among us, or what the system calls it."""
    name = said.strip().casefold().replace("-", "_").replace(" ", "_")
    return _FIELD.get(name, name)


def is_for_customers(name: str) -> bool:
    """Whether a field is told to customers, by what it is called among us."""
    return name in _FIELDS


def state(value: str) -> str | None:
    """The state that a value is, if it is one that has words."""
    return _STATE.get(value.strip().casefold().replace("-", "_").replace(" ", "_"))


def compared(value: str) -> str:
    """What a value is beside another system's: two that do not differ are the same."""
    known = state(value)
    if known in _ON_ITS_WAY:
        return "shipped"
    return known or value
