"""What the page shows of the demo's systems: some rows of each, what changed last at the top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from connectors.demo.schema import Records, Value, euros

#: So many rows of a table are shown.
_SHOWN = 12
_MONEY = frozenset({"total", "amount", "price"})


@dataclass(frozen=True, slots=True)
class _View:
    """A query, and how its rows stand while nothing changed: `order`.

    `changing` says by which column a row of a table is known whose changes bring it to the top.
    """

    query: str
    order: str
    changing: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> str:
        latest = (
            "coalesce((SELECT max(number) FROM changes "  # noqa: S608 - our names
            f"WHERE place = '{table}' AND name = {name}), 0)"
            for table, name in self.changing.items()
        )
        newest = ", ".join((*latest, "0", "0"))
        return f"{self.query} ORDER BY max({newest}) DESC, {self.order} LIMIT {_SHOWN}"


_VIEWS: Mapping[str, Mapping[str, _View]] = {
    "CRM": {
        "Customers": _View(
            "SELECT c.id, c.name, c.tier, c.email, a.state AS account, c.street, c.postcode, c.city"
            " FROM customers c JOIN accounts a ON a.customer = c.id",
            "c.id",
            {"customers": "c.id", "accounts": "c.id"},
        ),
        "Codes sent": _View("SELECT customer, email, code FROM codes", "id DESC"),
        "Sign-in links": _View(
            "SELECT customer, email, sent_on FROM links", "number", {"links": "links.number"}
        ),
        "Cases": _View(
            "SELECT k.id, c.name AS customer, k.topic, k.opened_on, k.outcome"
            " FROM cases k JOIN customers c ON c.id = k.customer",
            "k.opened_on DESC, k.id",
            {"cases": "k.id"},
        ),
    },
    "ERP": {
        "Orders": _View(
            "SELECT o.number, c.name AS customer, o.status, s.status AS parcel, s.expected_on,"
            " o.total, o.street || ', ' || o.postcode || ' ' || o.city AS goes_to"
            " FROM orders o JOIN customers c ON c.id = o.customer"
            " LEFT JOIN shipments s ON s.order_number = o.number",
            "o.customer, o.placed_on DESC",
            {"orders": "o.number", "shipments": "s.number"},
        ),
        "Returns": _View(
            "SELECT r.number, c.name AS customer, r.sku, r.quantity, r.reason, r.status"
            " FROM returns r JOIN orders o ON o.number = r.order_number"
            " JOIN customers c ON c.id = o.customer",
            "r.opened_on DESC, r.number",
            {"returns": "r.number"},
        ),
    },
    "Billing": {
        "Invoices": _View(
            "SELECT i.number, c.name AS customer, i.order_number, i.total, i.status, i.sent_times"
            " FROM invoices i JOIN customers c ON c.id = i.customer",
            "i.customer, i.issued_on DESC, i.number",
            {"invoices": "i.number"},
        ),
        "Payments": _View(
            "SELECT i.number AS invoice, c.name AS customer, i.order_number, p.amount, p.method,"
            " p.status FROM payments p JOIN invoices i ON i.number = p.invoice_number"
            " JOIN customers c ON c.id = i.customer",
            "i.customer, i.issued_on DESC",
            {"payments": "p.id"},
        ),
        "Refunds": _View(
            "SELECT r.number, c.name AS customer, i.number AS invoice, r.amount, r.reason, r.status"
            " FROM refunds r JOIN invoices i ON i.number = r.invoice_number"
            " JOIN customers c ON c.id = i.customer",
            "r.made_on DESC, r.number",
            {"refunds": "r.number"},
        ),
        "Credits": _View(
            "SELECT k.number, c.name AS customer, k.amount, k.reason, k.status"
            " FROM credits k JOIN customers c ON c.id = k.customer",
            "k.made_on DESC, k.number",
            {"credits": "k.number"},
        ),
        "Subscriptions": _View(
            "SELECT s.number, c.name AS customer, s.plan, s.price, s.status, s.next_payment,"
            " s.ends_on FROM subscriptions s JOIN customers c ON c.id = s.customer",
            "s.customer, s.number",
            {"subscriptions": "s.number"},
        ),
    },
}


def shown(records: Records) -> list[dict[str, object]]:
    """Some records of each system, as people read them."""
    return [
        {"name": system, "tables": [_table(records, name, view) for name, view in tables.items()]}
        for system, tables in _VIEWS.items()
    ]


def _table(records: Records, name: str, view: _View) -> dict[str, object]:
    found = records.execute(view.whole)
    columns = [each[0] for each in found.description]
    rows = [_cells(columns, row) for row in found]
    return {"name": name, "columns": [each.replace("_", " ") for each in columns], "rows": rows}


def _cells(columns: Sequence[str], row: Sequence[Value]) -> list[str]:
    return [
        euros(value) if name in _MONEY else "" if value is None else str(value)
        for name, value in zip(columns, row, strict=True)
    ]
