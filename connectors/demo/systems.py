"""The demo's systems together: their records, how a desk declares them, and what can be seen."""

import sqlite3
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from connectors.demo.histories import fill
from connectors.demo.schema import Value, create, euros, opened

#: What a desk's `tool_servers` say of each system: whose data every tool reads.
_TOOLS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "crm": {
        "find_customer": {"about_customer": "customer_id"},
        "list_entitlements": {"about_customer": "customer_id"},
        "list_cases": {"about_customer": "customer_id"},
    },
    "erp": {
        "find_order": {"owner": "customer.id"},
        "list_orders": {"about_customer": "customer_id"},
        "track_parcel": {"owner": "customer.id"},
        "find_return": {"owner": "customer.id"},
        "list_products": {"about_customer": "nobody"},
    },
    "billing": {
        "find_invoice": {"owner": "customer.id"},
        "list_invoices": {"about_customer": "customer_id"},
        "list_charges": {"about_customer": "customer_id"},
        "find_refund": {"owner": "customer.id"},
        "list_subscriptions": {"about_customer": "customer_id"},
    },
}
_VERIFY = {
    "order": {
        "tool": "erp.verify_order",
        "number": "order_number",
        "postcode": "postcode",
        "record": "customer.id",
    },
    "email": {
        "tool": "crm.send_code",
        "address": "email",
        "code": "code",
        "record": "customer_id",
    },
}
#: The record of Ana, whom the demo's page plays.
ANA = "C-1001"

#: So many rows of a table are shown.
_SHOWN = 12
_VIEWS: Mapping[str, Mapping[str, str]] = {
    "CRM": {
        "Customers": "SELECT id, name, tier, email, postcode, city FROM customers ORDER BY id",
        "Codes sent": "SELECT customer, email, code FROM codes ORDER BY id DESC",
    },
    "ERP": {
        "Orders": "SELECT o.number, c.name AS customer, o.status, s.status AS parcel, "
        "s.expected_on, o.total FROM orders o JOIN customers c ON c.id = o.customer "
        "LEFT JOIN shipments s ON s.order_number = o.number "
        "ORDER BY o.customer, o.placed_on DESC",
    },
    "Billing": {
        "Payments": "SELECT i.number AS invoice, c.name AS customer, i.order_number, p.amount, "
        "p.method, p.status FROM payments p JOIN invoices i ON i.number = p.invoice_number "
        "JOIN customers c ON c.id = i.customer ORDER BY i.customer, i.issued_on DESC",
        "Subscriptions": "SELECT s.number, c.name AS customer, s.plan, s.status, s.next_payment "
        "FROM subscriptions s JOIN customers c ON c.id = s.customer ORDER BY s.customer",
    },
}
_MONEY = frozenset({"total", "amount"})


class Systems:
    """The demo's systems over one file, which holds all their records."""

    def __init__(self, file: Path) -> None:
        self._file = file.resolve()

    def prepare(self, today: date) -> None:
        """Writes the records once, all or nothing; what is there stays as it is."""
        if self._file.exists():
            return
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with opened(fresh, "rwc") as records:
            create(records)
            fill(records, today)
        fresh.replace(self._file)

    def declare(self, file: Path) -> None:
        """Writes what a desk must be told to read them, as it stands in a desk.yaml."""
        servers = [
            {
                "id": name,
                "command": [sys.executable, "-m", "connectors.demo", name, str(self._file)],
                "tools": {tool: dict(whose) for tool, whose in tools.items()},
            }
            for name, tools in _TOOLS.items()
        ]
        file.write_text(yaml.safe_dump({"tool_servers": servers, "verify": _VERIFY}))

    def view(self) -> list[dict[str, object]]:
        """Some records of each system, as people read them."""
        with opened(self._file) as records:
            return [
                {
                    "name": system,
                    "tables": [_table(records, name, query) for name, query in tables.items()],
                }
                for system, tables in _VIEWS.items()
            ]


def _table(records: sqlite3.Connection, name: str, query: str) -> dict[str, object]:
    found = records.execute(f"{query} LIMIT {_SHOWN}")
    columns = [each[0] for each in found.description]
    rows = [_cells(columns, row) for row in found]
    return {"name": name, "columns": [each.replace("_", " ") for each in columns], "rows": rows}


def _cells(columns: Sequence[str], row: Sequence[Value]) -> list[str]:
    return [
        euros(value) if name in _MONEY else str(value or "")
        for name, value in zip(columns, row, strict=True)
    ]
