"""Billing: invoices and what was paid on them, refunds, subscriptions."""

from pathlib import Path
from typing import Any

from mcp.server import MCPServer

from connectors.demo.reading import READS
from connectors.demo.schema import euros, find, one, opened


def server(file: Path) -> MCPServer:
    """Billing over these records."""
    made = MCPServer("billing", log_level="CRITICAL")

    @made.tool(annotations=READS)
    def find_invoice(invoice_number: str) -> dict[str, Any]:
        """An invoice with every payment on it, also those that failed."""
        with opened(file) as records:
            invoice = one(records, "invoices", number=invoice_number)
            payments = find(records, "payments", invoice_number=invoice_number)
        shown = _invoice(invoice)
        shown["customer"] = {"id": invoice["customer"]}
        shown["payments"] = [_payment(each) for each in payments]
        return shown

    @made.tool(annotations=READS)
    def list_invoices(customer_id: str) -> list[dict[str, Any]]:
        """A customer's invoices, the newest first."""
        with opened(file) as records:
            found = find(records, "invoices", customer=customer_id)
        newest = sorted(found, key=lambda each: str(each["issued_on"]), reverse=True)
        return [_invoice(each) for each in newest]

    @made.tool(annotations=READS)
    def list_charges(customer_id: str) -> list[dict[str, Any]]:
        """What was taken from a customer, or could not be, the newest first."""
        with opened(file) as records:
            invoices = find(records, "invoices", customer=customer_id)
            charges = [
                {"invoice_number": each["number"], **_payment(payment)}
                for each in invoices
                for payment in find(records, "payments", invoice_number=each["number"])
            ]
        return sorted(charges, key=lambda each: str(each["made_on"]), reverse=True)

    @made.tool(annotations=READS)
    def find_refund(order_number: str) -> dict[str, Any]:
        """What was paid back for an order."""
        with opened(file) as records:
            invoice = one(records, "invoices", order_number=order_number)
            refund = one(records, "refunds", invoice_number=invoice["number"])
        return {
            "order_number": order_number,
            "invoice_number": invoice["number"],
            "amount": euros(refund["amount"]),
            "amount_minor": refund["amount"],
            "currency": "EUR",
            "reason": refund["reason"],
            "status": refund["status"],
            "refunded_on": refund["made_on"],
            "customer": {"id": invoice["customer"]},
        }

    @made.tool(annotations=READS)
    def list_subscriptions(customer_id: str) -> list[dict[str, Any]]:
        """A customer's subscriptions: plan, price, next payment."""
        with opened(file) as records:
            found = find(records, "subscriptions", customer=customer_id)
        return [
            {
                "subscription_number": each["number"],
                "plan": each["plan"],
                "status": each["status"],
                "amount": euros(each["price"]),
                "amount_minor": each["price"],
                "currency": "EUR",
                "next_payment": each["next_payment"],
                "since": each["since"],
            }
            for each in found
        ]

    return made


def _invoice(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "invoice_number": row["number"],
        "order_number": row["order_number"],
        "subscription_number": row["subscription_number"],
        "status": row["status"],
        "issued_on": row["issued_on"],
        "due_on": row["due_on"],
        "total": euros(row["total"]),
        "total_minor": row["total"],
        "currency": "EUR",
    }


def _payment(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "amount": euros(row["amount"]),
        "amount_minor": row["amount"],
        "currency": "EUR",
        "method": row["method"],
        "status": row["status"],
        "made_on": row["made_on"],
    }
