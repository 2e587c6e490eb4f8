"""What desk/tools says of the demo's systems is what they serve, and what they answer."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from mcp import Client

from bot.settings import Settings
from connectors.demo.arguments import PlanName
from connectors.demo.catalogue import PLANS
from connectors.demo.planted import PLANTED
from connectors.demo.systems import ANA, Systems
from tests.unit.connectors.demo_systems import Demo

TOOLS = Path(Settings.model_fields["desk_dir"].default) / "tools"
SERVERS = ("billing", "crm", "erp")
DECLARED: Mapping[str, Mapping[str, Any]] = {
    f"{server}.{name}": tool
    for server in SERVERS
    for name, tool in yaml.safe_load((TOOLS / f"{server}.yaml").read_text())["tools"].items()
}
#: What only the desk itself calls, to verify customers.
OURS = {"crm.send_code", "erp.verify_order"}


def _plain(schema: object) -> object:
    """A schema without its titles, which say what the names say."""
    if isinstance(schema, dict):
        return {
            name: _plain(value)
            for name, value in schema.items()
            if not (name == "title" and isinstance(value, str))
        }
    return [_plain(each) for each in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("server", SERVERS)
async def test_what_is_declared_is_served(demo: Demo, server: str) -> None:
    """The same tools, the same arguments, the same that read, and keys where they are honoured."""
    async with Client(demo.server(server)) as client:
        served = {f"{server}.{each.name}": each for each in (await client.list_tools()).tools}
    mine = {name for name in DECLARED if name.startswith(f"{server}.")}
    assert mine == set(served) - OURS
    for name in mine:
        declared, tool = DECLARED[name], served[name]
        assert _plain(tool.input_schema) == declared["arguments"], name
        hints = tool.annotations
        assert hints is not None
        assert hints.read_only_hint is (declared["access"] == "read"), name
        keyed = "key" in tool.input_schema["properties"]
        assert declared.get("key") == ("key" if keyed else None), name
        if declared["access"] == "write":
            assert hints.idempotent_hint is keyed, name
            assert "customer_id" in declared["arguments"]["required"], name


def test_the_desk_is_told_of_all_of_them(demo: Demo, tmp_path: Path) -> None:
    """Nothing is declared that it cannot call, and nothing left out."""
    file = tmp_path / "tool_servers.yaml"
    Systems(demo.file).declare(file)
    told = {
        f"{server['id']}.{tool}"
        for server in yaml.safe_load(file.read_text())["tool_servers"]
        for tool in server["tools"]
    }
    assert told == set(DECLARED)


def test_the_plans_are_those_that_are_sold() -> None:
    """A plan can be changed to each of them, and to no other."""
    assert set(PlanName.__args__) == set(PLANS)  # type: ignore[attr-defined]


#: Calls of each read, a value of its argument for each call.
READS: list[tuple[str, str, Sequence[str]]] = [
    ("crm.find_customer", "customer_id", [ANA]),
    ("crm.find_account", "customer_id", [ANA, "C-1002"]),
    ("crm.list_entitlements", "customer_id", ["C-1317"]),
    ("erp.find_order", "order_number", ["4711", "4699", "4602", "6019"]),
    ("erp.list_orders", "customer_id", [ANA]),
    ("erp.find_return", "order_number", ["6006"]),
    (
        *("billing.find_invoice", "invoice_number"),
        ["INV-20101", "INV-20106", "INV-20109", "INV-20125"],
    ),
    ("billing.find_order_invoice", "order_number", ["4650", "6008"]),
    ("billing.list_invoices", "customer_id", [ANA]),
    ("billing.list_charges", "customer_id", [ANA]),
    ("billing.find_refund", "order_number", ["6007", "6008"]),
    ("billing.list_subscriptions", "customer_id", [ANA]),
    (
        *("billing.find_subscription", "subscription_number"),
        ["S-1001", "S-2001", "S-2002", "S-1312"],
    ),
    ("billing.list_credits", "customer_id", ["C-1317"]),
]
#: Calls of each write, in an order in which all can be done, and what needs no argument.
CALLS: list[tuple[str, dict[str, object]]] = [
    ("erp.list_products", {}),
    ("billing.list_plans", {}),
    (
        "crm.change_address",
        {"street": "Rua Augusta 9", "postcode": "11001", "city": "Lisboa", "country": "Portugal"},
    ),
    ("crm.open_case", {"topic": "Refund", "note": "Called twice."}),
    ("crm.unlock_account", {}),
    ("crm.send_sign_in_link", {}),
    (
        "erp.change_delivery_address",
        {
            "order_number": "4699",
            "street": "Rua Augusta 9",
            "postcode": "11001",
            "city": "Lisboa",
            "country": "Portugal",
        },
    ),
    ("erp.reschedule_delivery", {"order_number": "4711", "deliver_on": "2026-11-25"}),
    ("erp.cancel_order", {"order_number": "4699"}),
    (
        "erp.open_return",
        {"order_number": "4602", "sku": "CUP-20", "quantity": 1, "reason": "broken"},
    ),
    ("erp.cancel_return", {"return_number": "R-4602"}),
    ("erp.find_return", {"order_number": "4602"}),
    (
        "erp.send_replacement",
        {"order_number": "4602", "sku": "CUP-20", "quantity": 1, "reason": "broken"},
    ),
    ("billing.refund", {"invoice_number": "INV-20102", "amount_minor": 8900, "reason": "twice"}),
    ("billing.credit", {"amount_minor": 500, "reason": "late"}),
    ("billing.retry_payment", {"invoice_number": "INV-20106"}),
    ("billing.change_plan", {"subscription_number": "S-1001", "plan": "Big leaf box"}),
    ("billing.cancel_subscription", {"subscription_number": "S-1001"}),
    ("billing.resume_subscription", {"subscription_number": "S-1001"}),
    ("billing.resend_invoice", {"invoice_number": "INV-20101"}),
]


async def test_every_answer_is_as_declared(demo: Demo) -> None:
    """Of every read and every write, and of every field that can be empty or not."""
    asked: set[str] = set()

    async def call(tool: str, arguments: dict[str, object]) -> Any:
        declared = DECLARED[tool]
        properties = declared["arguments"]["properties"]
        filled = {"customer_id": ANA, "key": f"{tool} {len(asked)}"}
        given = {name: filled[name] for name in filled if name in properties} | arguments
        answer = await demo.call(tool, **given)
        checked = Draft202012Validator(
            declared["answer"], format_checker=Draft202012Validator.FORMAT_CHECKER
        )
        assert list(checked.iter_errors(answer)) == [], tool
        rows = answer if isinstance(answer, list) else [answer]
        shape = declared["answer"].get("items", declared["answer"])
        assert rows, tool
        assert all(set(row) <= set(shape["properties"]) for row in rows), tool
        asked.add(tool)
        return answer

    for tool, argument, values in READS:
        for value in values:
            await call(tool, {argument: value})
    for tool, arguments in CALLS:
        await call(tool, arguments)
    order = await call("erp.find_order", {"order_number": "4711"})
    await call("erp.track_parcel", {"tracking_number": order["tracking_number"]})
    refund = await call("billing.find_refund", {"order_number": "4650"})
    await call("billing.cancel_refund", {"refund_number": refund["refund_number"]})
    (credit,) = await call("billing.list_credits", {"customer_id": ANA})
    await call("billing.cancel_credit", {"credit_number": credit["credit_number"]})
    (case,) = await call("crm.list_cases", {"customer_id": ANA})
    await call("crm.set_case_outcome", {"case_id": case["id"], "outcome": "Paid back."})
    await call("billing.retry_payment", {"customer_id": "C-1002", "invoice_number": "INV-20110"})
    assert asked == set(DECLARED)


#: What must be true of what is planted: a table, and values of the row that is named.
HOLDS: dict[str, tuple[str, dict[str, object]]] = {
    "order in transit": ("orders", {"status": "shipped"}),
    "order delivered in one system only, and charged twice": ("orders", {"status": "delivered"}),
    "order not packed": ("orders", {"status": "placed"}),
    "order delivered within 30 days": ("orders", {"status": "delivered"}),
    "order delivered before 30 days": ("orders", {"status": "delivered"}),
    "second booked charge": ("invoices", {"status": "paid", "order_number": "4650"}),
    "open invoice of a failed payment": ("invoices", {"status": "open"}),
    "subscription active": ("subscriptions", {"status": "active"}),
    "subscription past due": ("subscriptions", {"status": "past_due"}),
    "subscription cancelled and not ended": ("subscriptions", {"status": "cancelled"}),
    "account locked for wrong passwords": ("accounts", {"state": "locked"}),
    "open invoice of an expired card": ("invoices", {"status": "open"}),
    "order of somebody whom the desk does not know": ("orders", {"status": "delivered"}),
    "card of three customers": ("orders", {"status": "delivered"}),
    "customer since yesterday": ("orders", {"status": "placed"}),
    "order packed": ("orders", {"status": "packed"}),
    "return open": ("orders", {"status": "delivered"}),
    "return received, refund pending": ("orders", {"status": "delivered"}),
    "invoice refunded": ("orders", {"status": "delivered"}),
    "authorisation beside the charge": ("orders", {"status": "delivered"}),
    "account locked for strange sign-ins": ("accounts", {"state": "locked"}),
    "account disabled": ("accounts", {"state": "disabled"}),
    "subscription paused": ("subscriptions", {"status": "paused"}),
    "subscription ended": ("subscriptions", {"status": "cancelled", "ends_on": "2026-11-11"}),
    "overdue invoice of a failed payment": ("invoices", {"status": "overdue"}),
    "parcel lost": ("orders", {"status": "shipped"}),
    "order of more than 500 EUR": ("orders", {"total": 53700}),
    "credit and extended warranty": ("orders", {"status": "delivered"}),
    "charged twice, nothing else": ("orders", {"status": "delivered"}),
    "order cancelled": ("orders", {"status": "cancelled"}),
    "return received, nothing refunded": ("orders", {"total": 2400}),
    "return of more than 200 EUR received, nothing refunded": ("orders", {"total": 26700}),
}


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_said_to_be_planted_is(demo: Demo, what: str) -> None:
    """The row of that number is its customer's, and is as it is said to be."""
    table, values = HOLDS[what]
    planted = PLANTED[what]
    named = {"number": planted.number} if planted.number else {}
    row = demo.row(table, customer=planted.customer, **named)
    assert row.items() >= values.items()


async def test_what_is_planted_can_be_read(demo: Demo) -> None:
    """What stands in other tables than that of the row that is named."""

    async def invoice(order: str) -> Any:
        return await demo.call("billing.find_order_invoice", order_number=order)

    assert (await invoice("6001"))["card_accounts"] == 3
    assert (await invoice("4602"))["card_accounts"] == 1
    assert (await invoice("5120"))["card_accounts"] == 1  # paid without a card
    assert (await invoice("6018"))["overpaid_minor"] == 6900
    held = await invoice("6009")
    assert (held["overpaid_minor"], len(held["payments"])) == (0, 2)
    assert (await invoice("6008"))["status"] == "refunded"
    for order in ("6020", "6021"):
        back = await demo.call("erp.find_return", order_number=order)
        assert (back["status"], (await invoice(order))["refunded_minor"]) == ("received", 0)
    orders = {
        number: await demo.call("erp.find_order", order_number=number)
        for number in ("4711", "4650", "4602", "4480", "6015")
    }
    assert [each["carrier_status"] for each in orders.values()] == [
        *("in_transit", "in_transit", "delivered", "delivered", "lost")
    ]
    assert orders["4602"]["delivered_on"] == "2026-11-06"
    assert orders["4480"]["delivered_on"] == "2026-09-22"
    customer = await demo.call("crm.find_customer", customer_id="C-1304")
    assert customer["since"] == "2026-11-20"
    charges = await demo.call("billing.list_charges", customer_id=ANA)
    assert [each["status"] for each in charges[:5]] == ["failed", *["booked"] * 4]
