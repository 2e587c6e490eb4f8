"""The demo's systems: consistent but for what is planted, and read as a desk reads them."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.desk_files import folder as desk_folder
from bot.desk_files.folder import DeskFolder
from bot.settings import Settings
from connectors.demo.schema import VERSION, NothingThere, find, one, opened
from connectors.demo.systems import ANA, Systems
from connectors.mcp.servers import McpServers
from orchestration.tools.faults import faults
from tests.unit.connectors.demo_systems import Demo

TODAY = date(2026, 11, 21)
SHIPPED: Path = Settings.model_fields["desk_dir"].default


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("systems") / "systems.db"
    Systems(made).prepare(TODAY)
    return made


@pytest.fixture
def records(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def _declared(file: Path, folder: Path) -> DeskFolder:
    servers = folder / "tool_servers.yaml"
    Systems(file).declare(servers)
    return desk_folder.load(SHIPPED, servers)


@pytest.fixture
async def servers(file: Path, tmp_path: Path) -> AsyncIterator[McpServers]:
    """All three, as processes of their own."""
    box = _declared(file, tmp_path).desk.toolbox
    made = McpServers(box.servers.values(), {}, tmp_path)
    made.open()
    try:
        await made.settled()
        yield made
    finally:
        await made.close()


def _count(records: sqlite3.Connection, rows: str) -> int:
    (count,) = records.execute(f"SELECT count(*) FROM {rows}").fetchone()  # noqa: S608 - ours
    return int(count)


def test_there_is_a_shop_full_of_people(records: sqlite3.Connection) -> None:
    """Enough of each to find somebody with any trouble."""
    fewest = {
        "customers": 200,
        "orders": 250,
        "shipments": 250,
        "invoices": 250,
        "payments": 250,
        "subscriptions": 50,
        "returns": 10,
        "refunds": 10,
        "cases": 20,
        "entitlements": 10,
    }
    for table, count in fewest.items():
        assert _count(records, table) >= count, table


#: What would be wrong, a query a line.
BROKEN = """
orders WHERE customer NOT IN (SELECT id FROM customers)
orders WHERE total != (SELECT sum(quantity * price) FROM order_lines WHERE order_number = number)
orders WHERE placed_on > '2026-11-21'
invoices i JOIN orders o ON o.number = i.order_number WHERE i.total != o.total
invoices i JOIN orders o ON o.number = i.order_number WHERE i.customer != o.customer
invoices i WHERE NOT EXISTS (SELECT 1 FROM payments WHERE invoice_number = i.number)
shipments s JOIN orders o ON o.number = s.order_number WHERE s.shipped_on < o.placed_on
shipments WHERE delivered_on < shipped_on
shipments WHERE (status = 'delivered') != (delivered_on IS NOT NULL)
shipments JOIN orders o ON o.number = order_number WHERE delivered_on > '' AND o.status = 'shipped'
returns JOIN shipments s USING (order_number) WHERE s.status != 'delivered'
returns JOIN shipments s USING (order_number) WHERE opened_on < s.delivered_on
refunds r JOIN invoices i ON i.number = r.invoice_number WHERE r.amount > i.total
subscriptions WHERE (status = 'active') != (next_payment IS NOT NULL)
subscriptions WHERE (status = 'cancelled') != (ends_on IS NOT NULL)
subscriptions WHERE price != (SELECT price FROM plans p WHERE p.plan = subscriptions.plan)
customers WHERE id NOT IN (SELECT customer FROM accounts)
accounts WHERE (state = 'active') != (locked_on IS NULL)
accounts JOIN customers ON id = customer WHERE last_sign_in < since
orders o JOIN customers c ON c.id = o.customer WHERE o.street != c.street OR o.city != c.city
orders o JOIN customers c ON c.id = o.customer WHERE o.placed_on < c.since
payments WHERE (method = 'card') != (card IS NOT NULL)
payments WHERE (status = 'failed') != (reason IS NOT NULL)
invoices i WHERE (status IN ('open', 'overdue')) = EXISTS (SELECT 1 FROM payments p \
WHERE p.invoice_number = i.number AND p.status = 'booked')
invoices WHERE status = 'overdue' AND due_on >= '2026-11-21'
invoices WHERE status = 'open' AND due_on < '2026-11-21'
returns r JOIN order_lines l USING (order_number, sku) WHERE r.quantity > l.quantity
returns r WHERE NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.sku = r.sku \
AND l.order_number = r.order_number)
""".strip().splitlines()


@pytest.mark.parametrize("broken", BROKEN)
def test_histories_are_consistent(records: sqlite3.Connection, broken: str) -> None:
    """Nothing contradicts anything else, but for what is planted below."""
    assert _count(records, broken) == 0


def test_what_is_planted_is_there(records: sqlite3.Connection) -> None:
    """Parcels that only the ERP has delivered, invoices paid twice, a payment that failed."""
    astray = records.execute(
        "SELECT o.number FROM orders o JOIN shipments s ON s.order_number = o.number"
        " WHERE o.status = 'delivered' AND s.status = 'in_transit'"
    ).fetchall()
    twice = records.execute(
        "SELECT invoice_number FROM payments WHERE status = 'booked'"
        " GROUP BY invoice_number HAVING count(*) > 1"
    ).fetchall()
    assert ("4650",) in astray
    assert len(astray) >= 2
    assert len(twice) >= 5
    assert _count(records, "payments WHERE status = 'failed'") > 0


def test_records_are_written_once(file: Path, tmp_path: Path) -> None:
    """The same day gives the same; what is there stays as it is."""
    again = tmp_path / "again.db"
    Systems(again).prepare(TODAY)
    Systems(again).prepare(date(2030, 1, 1))
    with closing(sqlite3.connect(again)) as other, closing(sqlite3.connect(file)) as records:
        assert list(other.iterdump()) == list(records.iterdump())


def test_records_of_another_version_are_written_anew(demo: Demo) -> None:
    """A demo that was played before an update goes on with systems that it can read."""
    with closing(sqlite3.connect(demo.file)) as records, records:
        records.execute("DROP TABLE accounts")
        records.execute(f"PRAGMA user_version = {VERSION - 1}")
    demo.systems.prepare(TODAY)
    assert demo.row("accounts", customer=ANA)["state"] == "locked"


def test_looking_makes_no_records(tmp_path: Path) -> None:
    """Or an empty file would pass for the records that are to be written there."""
    missing = tmp_path / "systems.db"
    with pytest.raises(sqlite3.OperationalError):
        Systems(missing).view()
    assert not missing.exists()


def test_a_row_that_is_not_there(file: Path) -> None:
    """Whoever asked reads which; a column that is none is a mistake of ours."""
    with opened(file) as records:
        with pytest.raises(NothingThere, match="9999 is not among the orders"):
            one(records, "orders", number="9999")
        with pytest.raises(LookupError, match="no column colour"):
            find(records, "orders", colour="red")


def test_the_desk_can_follow_what_is_declared(file: Path, tmp_path: Path) -> None:
    """Every tool that a specialist's file names is there, and it is said whose data it reads."""
    found = _declared(file, tmp_path)
    assert found.without == ()
    assert set(found.desk.toolbox.servers) == {"crm", "erp", "billing"}


async def test_the_servers_have_what_is_declared(
    servers: McpServers, file: Path, tmp_path: Path
) -> None:
    """Asked as processes, they know of no fault."""
    found = _declared(file, tmp_path)
    assert list(faults(found.desk.toolbox, servers, found.cast)) == []
    order = await servers.call("erp.find_order", {"order_number": "4711"})
    assert isinstance(order.data, dict)
    assert order.data["customer"] == {"id": ANA}
    parcel = await servers.call(
        "erp.track_parcel", {"tracking_number": order.data["tracking_number"]}
    )
    assert isinstance(parcel.data, dict)
    assert (parcel.data["status"], parcel.data["expected_on"]) == ("in_transit", "2026-11-22")
    assert (await servers.call("erp.find_return", {"order_number": "4711"})).error
    for tool in (
        "crm.find_customer",
        "crm.list_cases",
        "crm.list_entitlements",
        "erp.list_orders",
        "billing.list_invoices",
        "billing.list_charges",
        "billing.list_subscriptions",
    ):
        answer = await servers.call(tool, {"customer_id": ANA})
        assert not answer.error, tool
    charges = await servers.call("billing.list_charges", {"customer_id": ANA})
    assert isinstance(charges.data, list)
    assert [row["amount_minor"] for row in charges.data].count(8900) == 2
    invoice = await servers.call(
        "billing.find_invoice", {"invoice_number": charges.data[0]["invoice_number"]}
    )
    assert isinstance(invoice.data, dict)
    assert invoice.data["customer"] == {"id": ANA}
    assert isinstance((await servers.call("erp.list_products", {})).data, list)


async def test_whose_order_it_is(servers: McpServers) -> None:
    """Number and postcode show it; a wrong postcode looks like an order that is not there."""
    for number, postcode, owner in (
        ("4711", "28013", ANA),
        ("4711", "10115", None),
        ("9999", "28013", None),
    ):
        given = {"order_number": number, "postcode": postcode}
        answer = await servers.call("erp.verify_order", given)
        assert answer.data == {"customer": {"id": owner}}
    known = await servers.call("crm.send_code", {"email": "boris@example.org", "code": "123456"})
    assert known.data == {"customer_id": "C-1002"}
    unknown = await servers.call("crm.send_code", {"email": "who@example.org", "code": "123456"})
    assert unknown.data == {"customer_id": None}


def test_everything_can_be_seen(file: Path) -> None:
    """Some rows of each system, amounts as people write them."""
    tables = {
        f"{system['name']}: {table['name']}": table
        for system in Systems(file).view()
        for table in system["tables"]  # type: ignore[attr-defined]
    }
    assert list(tables) == [
        "CRM: Customers",
        "CRM: Codes sent",
        "CRM: Sign-in links",
        "CRM: Cases",
        "ERP: Orders",
        "ERP: Returns",
        "Billing: Invoices",
        "Billing: Payments",
        "Billing: Refunds",
        "Billing: Credits",
        "Billing: Subscriptions",
    ]
    orders = tables["ERP: Orders"]
    said = ["number", "customer", "status", "parcel", "expected on", "total", "goes to"]
    assert orders["columns"] == said
    first = ["4711", "Ana García", "shipped", "in_transit", "2026-11-22", "94.00 EUR"]
    first.append("Calle Mayor 7, 28013 Madrid")
    assert orders["rows"][0] == first
