"""The tables of the demo's systems, each owned by one of them, and how they are opened.

Money is integer minor units of the euro, days are ISO dates, as each system would keep them.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal

#: What a column may hold.
Value = str | int | None
Row = Mapping[str, Value]
Records = sqlite3.Connection

#: An address, wherever one stands.
ADDRESS = ("street", "postcode", "city", "country")

#: The columns of each table; the first one names a row. `orders.status` is what the ERP believes,
#: `shipments.status` what the carrier says. The last four are of no system: the day, the keys that
#: writes came with, what is to go wrong, and the order in which rows were written to.
TABLES: Mapping[str, Sequence[str]] = {
    "customers": ("id", "name", "email", "language", "tier", "since", *ADDRESS),
    "accounts": ("customer", "state", "locked_on", "reason", "last_sign_in"),
    "entitlements": ("id", "customer", "name", "until"),
    "cases": ("id", "customer", "topic", "opened_on", "closed_on", "outcome", "note"),
    "codes": ("id", "customer", "email", "code"),
    "links": ("number", "customer", "email", "sent_on"),
    "products": ("sku", "name", "price", "stock", "warranty_months"),
    "orders": (
        *("number", "customer", "placed_on", "status", "total"),
        *("replaces", "reason", *ADDRESS),
    ),
    "order_lines": ("id", "order_number", "sku", "quantity", "price"),
    "shipments": (
        *("number", "order_number", "carrier", "status"),
        *("shipped_on", "expected_on", "delivered_on"),
    ),
    "returns": ("number", "order_number", "sku", "quantity", "reason", "status", "opened_on"),
    "plans": ("plan", "price"),
    "subscriptions": (
        *("number", "customer", "plan", "price", "status", "since"),
        *("next_payment", "ends_on"),
    ),
    "invoices": (
        *("number", "customer", "order_number", "subscription_number"),
        *("issued_on", "due_on", "total", "status", "sent_times", "sent_on"),
    ),
    "payments": (
        *("id", "invoice_number", "amount", "method", "card", "status", "made_on", "reason"),
    ),
    "refunds": ("number", "invoice_number", "amount", "reason", "status", "made_on"),
    "credits": ("number", "customer", "amount", "reason", "status", "made_on"),
    "calendar": ("id", "today"),
    "keys": ("key", "tool", "arguments", "answer"),
    "faults": ("id", "tool", "kind", "times"),
    "changes": ("number", "place", "name"),
}
#: Files of another version have other tables.
VERSION = 2

#: How long one program waits for another that writes, in seconds.
_PATIENCE = 5


class NothingThere(LookupError):
    """A table has no such row; whoever asked reads the words."""

    def __init__(self, table: str, *named: Value) -> None:
        super().__init__(f"{', '.join(map(str, named))} is not among the {table}")
        self.table = table


@contextmanager
def opened(file: Path, mode: Literal["ro", "rw", "rwc"] = "rw") -> Iterator[Records]:
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


@contextmanager
def written(file: Path) -> Iterator[Records]:
    """The same, and nobody else writes from its first read on."""
    with opened(file) as records:
        records.execute("BEGIN IMMEDIATE")
        yield records


def create(connection: Records) -> None:
    """Makes the tables, which are not there yet."""
    for table, columns in TABLES.items():
        name, *others = columns
        listed = ", ".join([f"{name} PRIMARY KEY", *others])
        connection.execute(f"CREATE TABLE {table} ({listed}) WITHOUT ROWID")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def version(connection: Records) -> int:
    """Of which version the tables are."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def add(connection: Records, table: str, row: Row) -> None:
    """Keeps a row; columns that it does not name are empty."""
    columns = TABLES[table]
    marks = ", ".join(f":{each}" for each in columns)
    values = {each: row.get(each) for each in columns}
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - our names


def change(connection: Records, table: str, name: Value, **values: Value) -> None:
    """Changes columns of the row of that name."""
    sets = ", ".join(f"{each} = :{each}" for each in values)
    query = f"UPDATE {table} SET {sets} WHERE {TABLES[table][0]} = :_name"  # noqa: S608 - our names
    connection.execute(query, {**values, "_name": name})


def find(connection: Records, table: str, **wanted: Value) -> list[dict[str, Value]]:
    """The rows of a table with these values, in the order of their names."""
    columns = TABLES[table]
    unknown = set(wanted) - set(columns)
    if unknown:
        msg = f"{table} has no column {', '.join(sorted(unknown))}"
        raise LookupError(msg)
    where = " AND ".join(f"{each} IS :{each}" for each in wanted) or "TRUE"
    query = f"SELECT * FROM {table} WHERE {where} ORDER BY {columns[0]}"  # noqa: S608 - our names
    return [dict(row) for row in connection.execute(query, wanted)]


def newest(connection: Records, table: str, **wanted: Value) -> dict[str, Value]:
    """The last such row that was not cancelled, or the last of all; raises `NothingThere`."""
    rows = find(connection, table, **wanted)
    if not rows:
        raise NothingThere(table, *wanted.values())
    return max(rows, key=lambda each: (each["status"] != "cancelled", str(each["number"])))


def one(connection: Records, table: str, **wanted: Value) -> dict[str, Value]:
    """The first such row; raises `NothingThere`."""
    for row in find(connection, table, **wanted):
        return row
    raise NothingThere(table, *wanted.values())


def next_number(connection: Records, table: str, prefix: str = "") -> str:
    """The number after the highest that a row of the table has after `prefix`."""
    name = TABLES[table][0]
    query = f"SELECT max(CAST(substr({name}, ?) AS INTEGER)) FROM {table} WHERE {name} GLOB ?"  # noqa: S608 - our names
    (highest,) = connection.execute(query, (len(prefix) + 1, f"{prefix}[0-9]*")).fetchone()
    return f"{prefix}{(highest or 0) + 1}"


def today(connection: Records) -> date:
    """The day that the systems have."""
    return date.fromisoformat(str(one(connection, "calendar")["today"]))


def euros(minor: Value) -> str:
    """An amount as people read it, such as 42.50 EUR."""
    return f"{int(minor or 0) / 100:.2f} EUR"


def money(name: str, minor: Value) -> dict[str, Value]:
    """An amount under that name, as people read it, and for whoever compares amounts."""
    return {name: euros(minor), f"{name}_minor": minor}
