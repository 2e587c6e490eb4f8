"""What billing works out of its records: an invoice with all that happened to it."""

from typing import Any

from connectors.demo.schema import Records, Value, find, money

#: So an invoice stands on which something is due.
DUE = frozenset({"open", "overdue"})


def paid(records: Records, invoice: Value) -> int:
    """What was paid on an invoice, in minor units: only what was booked."""
    return _sum(find(records, "payments", invoice_number=invoice, status="booked"))


def refunded(records: Records, invoice: Value) -> int:
    """What of it was paid back or will be, in minor units."""
    refunds = find(records, "refunds", invoice_number=invoice)
    return _sum([each for each in refunds if each["status"] != "cancelled"])


def invoice_row(row: dict[str, Value]) -> dict[str, Any]:
    """An invoice as lists show it."""
    return {
        "invoice_number": row["number"],
        "order_number": row["order_number"],
        "subscription_number": row["subscription_number"],
        "status": row["status"],
        "issued_on": row["issued_on"],
        "due_on": row["due_on"],
        **money("total", row["total"]),
        "currency": "EUR",
    }


def payment_row(row: dict[str, Value]) -> dict[str, Any]:
    """A payment, or the attempt at one, as lists show it.

    It has no id there: two charges that are alike are alike in every field.
    """
    return {
        **money("amount", row["amount"]),
        "currency": "EUR",
        "method": row["method"],
        "status": row["status"],
        "made_on": row["made_on"],
    }


def whole_invoice(records: Records, row: dict[str, Value]) -> dict[str, Any]:
    """An invoice with its payments, what was paid back, and who else paid with its cards."""
    number, customer = row["number"], row["customer"]
    payments = find(records, "payments", invoice_number=number)
    total, booked, back = int(row["total"] or 0), paid(records, number), refunded(records, number)
    return {
        **invoice_row(row),
        "customer": {"id": customer},
        "payments": [
            {"id": each["id"], **payment_row(each), "card": each["card"], "reason": each["reason"]}
            for each in payments
        ],
        "paid_minor": booked,
        "refunded_minor": back,
        "credited_minor": _sum(find(records, "credits", customer=customer, status="open")),
        "overpaid_minor": max(0, booked - total - back),
        "card_accounts": _card_accounts(records, {each["card"] for each in payments} - {None}),
        "sent_times": row["sent_times"],
        "sent_on": row["sent_on"],
    }


def _card_accounts(records: Records, cards: set[Value]) -> int:
    """How many customers ever paid with one of the cards, whose last digits tell them apart."""
    customers = {
        invoice["customer"]
        for card in cards
        for payment in find(records, "payments", card=card)
        for invoice in find(records, "invoices", number=payment["invoice_number"])
    }
    return max(1, len(customers))


def _sum(rows: list[dict[str, Value]]) -> int:
    return sum(int(each["amount"] or 0) for each in rows)
