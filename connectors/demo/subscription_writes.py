"""What billing can be asked to do with a subscription."""

from datetime import timedelta
from typing import Any

from connectors.demo.arguments import Number, PlanName
from connectors.demo.owning import own
from connectors.demo.schema import Records, Value, find, money, one, today
from connectors.demo.serving import Refused, check_status, update

#: A subscription is paid for so many days.
MONTH = 30


def change_plan(
    records: Records, customer_id: Number, subscription_number: Number, plan: PlanName
) -> dict[str, Any]:
    """Changes the plan of a running subscription, from its next payment on."""
    found = own(records, "subscriptions", customer_id, subscription_number)
    running = {"active", "past_due"}
    check_status(found, running, "the plan cannot be changed: the subscription is")
    if found["plan"] == plan:
        msg = "the subscription has that plan already"
        raise Refused(msg)
    price = one(records, "plans", plan=plan)["price"]
    update(records, "subscriptions", subscription_number, plan=plan, price=price)
    return {
        "subscription_number": subscription_number,
        "plan": plan,
        **money("price", price),
        "from_plan": found["plan"],
    }


def cancel_subscription(
    records: Records, customer_id: Number, subscription_number: Number
) -> dict[str, Any]:
    """Cancels a subscription: it ends with what is paid for, or today."""
    found = own(records, "subscriptions", customer_id, subscription_number)
    if found["status"] == "cancelled":
        msg = "the subscription is cancelled already"
        raise Refused(msg)
    ends_on = found["next_payment"] or today(records).isoformat()
    update(
        records,
        "subscriptions",
        subscription_number,
        status="cancelled",
        next_payment=None,
        ends_on=ends_on,
    )
    return {"subscription_number": subscription_number, "status": "cancelled", "ends_on": ends_on}


def resume_subscription(
    records: Records, customer_id: Number, subscription_number: Number
) -> dict[str, Any]:
    """Goes on with a subscription that is paused, or cancelled and has not ended."""
    found = own(records, "subscriptions", customer_id, subscription_number)
    day = today(records).isoformat()
    check_status(found, {"paused", "cancelled"}, "there is nothing to resume: the subscription is")
    if found["status"] == "cancelled" and str(found["ends_on"]) < day:
        msg = "the subscription has ended: a new one must be ordered"
        raise Refused(msg)
    payment = found["ends_on"] or day
    _activate(records, subscription_number, str(payment))
    return {
        "subscription_number": subscription_number,
        "status": "active",
        "next_payment": payment,
    }


def pay_subscription(records: Records, number: Value) -> None:
    """A subscription that waited for its payment runs on for a month."""
    for each in find(records, "subscriptions", number=number, status="past_due"):
        _activate(records, each["number"], (today(records) + timedelta(days=MONTH)).isoformat())


def _activate(records: Records, number: Value, next_payment: str) -> None:
    update(
        records,
        "subscriptions",
        number,
        status="active",
        next_payment=next_payment,
        ends_on=None,
    )


ONCE = (change_plan, cancel_subscription, resume_subscription)
