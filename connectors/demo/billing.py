"""Billing: invoices and what was paid on them, refunds, credits, subscriptions."""

from pathlib import Path
from typing import Any

from mcp.server import MCPServer

from connectors.demo import billing_writes, subscription_writes
from connectors.demo.accounting import invoice_row, payment_row, whole_invoice
from connectors.demo.arguments import Number
from connectors.demo.schema import Records, find, money, newest, one
from connectors.demo.serving import served


def server(file: Path) -> MCPServer:
    """Billing over these records."""
    return served(
        "billing",
        file,
        reads=(
            *(find_invoice, find_order_invoice, list_invoices, list_charges, find_refund),
            *(list_subscriptions, find_subscription, list_plans, list_credits),
        ),
        once=(*billing_writes.ONCE, *subscription_writes.ONCE),
        each_time=billing_writes.EACH_TIME,
    )


def find_invoice(records: Records, invoice_number: Number) -> dict[str, Any]:
    """An invoice with every payment on it, also those that failed, and what was paid back."""
    return whole_invoice(records, one(records, "invoices", number=invoice_number))


def find_order_invoice(records: Records, order_number: Number) -> dict[str, Any]:
    """The invoice of an order, with every payment on it and what was paid back."""
    return whole_invoice(records, one(records, "invoices", order_number=order_number))


def list_invoices(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """A customer's invoices, the newest first."""
    found = find(records, "invoices", customer=customer_id)
    latest = sorted(found, key=lambda each: str(each["issued_on"]), reverse=True)
    return [invoice_row(each) for each in latest]


def list_charges(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """What was taken from a customer, or could not be, the newest first."""
    charges = [
        {"invoice_number": each["number"], **payment_row(payment)}
        for each in find(records, "invoices", customer=customer_id)
        for payment in find(records, "payments", invoice_number=each["number"])
    ]
    return sorted(charges, key=lambda each: str(each["made_on"]), reverse=True)


def find_refund(records: Records, order_number: Number) -> dict[str, Any]:
    """What was paid back for an order: the newest refund that was not cancelled."""
    invoice = one(records, "invoices", order_number=order_number)
    refund = newest(records, "refunds", invoice_number=invoice["number"])
    return {
        "order_number": order_number,
        "invoice_number": invoice["number"],
        "refund_number": refund["number"],
        **money("amount", refund["amount"]),
        "currency": "EUR",
        "reason": refund["reason"],
        "status": refund["status"],
        "refunded_on": refund["made_on"],
        "customer": {"id": invoice["customer"]},
    }


def list_subscriptions(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """A customer's subscriptions: plan, price, next payment."""
    return [
        {
            "subscription_number": each["number"],
            "plan": each["plan"],
            "status": each["status"],
            **money("amount", each["price"]),
            "currency": "EUR",
            "next_payment": each["next_payment"],
            "since": each["since"],
        }
        for each in find(records, "subscriptions", customer=customer_id)
    ]


def find_subscription(records: Records, subscription_number: Number) -> dict[str, Any]:
    """A subscription: its plan and price, the next payment, and when it ends if it does."""
    found = one(records, "subscriptions", number=subscription_number)
    return {
        "subscription_number": found["number"],
        "plan": found["plan"],
        **money("price", found["price"]),
        "status": found["status"],
        "since": found["since"],
        "next_payment": found["next_payment"],
        "ends_on": found["ends_on"],
        "customer": {"id": found["customer"]},
    }


def list_plans(records: Records) -> list[dict[str, Any]]:
    """The plans of a subscription, and what a month of each costs."""
    return [
        {"plan": each["plan"], **money("price", each["price"])} for each in find(records, "plans")
    ]


def list_credits(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """What a customer has to their credit, or had, the newest first."""
    return [
        {
            "credit_number": each["number"],
            **money("amount", each["amount"]),
            "reason": each["reason"],
            "status": each["status"],
            "made_on": each["made_on"],
        }
        for each in reversed(find(records, "credits", customer=customer_id))
    ]
