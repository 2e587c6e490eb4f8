"""The tables of the demo's systems, each owned by one of them, and how they are opened.

Money is integer minor units of the euro, days are ISO dates, as each system would keep them.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

#: What a column may hold.
Value = str | int | None
Row = Mapping[str, Value]

#: The columns of each table; the first one names a row. `orders.status` is what the ERP believes,
#: `shipments.status` what the carrier says.
TABLES: Mapping[str, Sequence[str]] = {
    "customers": (
        *("id", "name", "email", "language", "tier", "since"),
        *("street", "postcode", "city", "country"),
    ),
    "entitlements": ("id", "customer", "name", "until"),
    "cases": ("id", "customer", "topic", "opened_on", "closed_on", "outcome"),
    "codes": ("id", "customer", "email", "code"),
    "products": ("sku", "name", "price", "stock", "warranty_months"),
    "orders": ("number", "customer", "placed_on", "status", "total"),
    "order_lines": ("id", "order_number", "sku", "quantity", "price"),
    "shipments": (
        *("number", "order_number", "carrier", "status"),
        *("shipped_on", "expected_on", "delivered_on"),
    ),
    "returns": ("number", "order_number", "reason", "status", "opened_on"),
    "subscriptions": ("number", "customer", "plan", "price", "status", "since", "next_payment"),
    "invoices": (
        *("number", "customer", "order_number", "subscription_number"),
        *("issued_on", "due_on", "total", "status"),
    ),
    "payments": ("id", "invoice_number", "amount", "method", "status", "made_on"),
    "refunds": ("id", "invoice_number", "amount", "reason", "status", "made_on"),
}

#: How long one program waits for another that writes, in seconds.
_PATIENCE = 5


class NothingThere(LookupError):
    """A table has no such row; whoever asked reads the words."""

    def __init__(self, table: str, wanted: Row) -> None:
        named = ", ".join(str(value) for value in wanted.values())
        super().__init__(f"{named} is not among the {table}")


@contextmanager
def opened(file: Path, mode: Literal["rw", "rwc"] = "rw") -> Iterator[sqlite3.Connection]:
    """The records, for one transaction: kept at the end of the block, unless it fails.

    Only with the mode `rwc` a file that is not there is made; else that is an `OperationalError`.
    """
    address = f"{file.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, timeout=_PATIENCE, uri=True)
    connection.row_factory = sqlite3.Row
    try:
        with connection:
            yield connection
    finally:
        connection.close()


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables, which are not there yet."""
    for table, columns in TABLES.items():
        name, *others = columns
        listed = ", ".join([f"{name} PRIMARY KEY", *others])
        connection.execute(f"CREATE TABLE {table} ({listed}) WITHOUT ROWID")


def add(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Keeps a row; columns that it does not name are empty."""
    columns = TABLES[table]
    marks = ", ".join(f":{each}" for each in columns)
    values = {each: row.get(each) for each in columns}
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - our names


def find(connection: sqlite3.Connection, table: str, **wanted: Value) -> list[dict[str, Value]]:
    """The rows of a table with these values, in the order of their names."""
    columns = TABLES[table]
    unknown = set(wanted) - set(columns)
    if unknown:
        msg = f"{table} has no column {', '.join(sorted(unknown))}"
        raise LookupError(msg)
    where = " AND ".join(f"{each} = :{each}" for each in wanted) or "TRUE"
    query = f"SELECT * FROM {table} WHERE {where} ORDER BY {columns[0]}"  # noqa: S608 - our names
    return [dict(row) for row in connection.execute(query, wanted)]


def one(connection: sqlite3.Connection, table: str, **wanted: Value) -> dict[str, Value]:
    """The first such row; raises `NothingThere`."""
    for row in find(connection, table, **wanted):
        return row
    raise NothingThere(table, wanted)


def euros(minor: Value) -> str:
    """An amount as people read it, such as 42.50 EUR."""
    return f"{int(minor or 0) / 100:.2f} EUR"
