"""The ERP: products, orders, the carriers' parcels and what came back."""

from pathlib import Path
from typing import Any

from mcp.server import MCPServer

from connectors.demo import erp_writes
from connectors.demo.arguments import Number
from connectors.demo.schema import ADDRESS, Records, Value, find, money, newest, one
from connectors.demo.serving import served


def server(file: Path) -> MCPServer:
    """The ERP over these records."""
    return served(
        "erp",
        file,
        reads=(find_order, list_orders, track_parcel, find_return, list_products, verify_order),
        once=erp_writes.ONCE,
        each_time=erp_writes.EACH_TIME,
    )


def find_order(records: Records, order_number: Number) -> dict[str, Any]:
    """An order with its lines, where it goes, and what the carrier says once there is a parcel."""
    order = one(records, "orders", number=order_number)
    names = {each["sku"]: each["name"] for each in find(records, "products")}
    shown = _order(order)
    shown["customer"] = {"id": order["customer"]}
    shown["lines"] = [
        {
            "sku": each["sku"],
            "name": names[each["sku"]],
            "quantity": each["quantity"],
            **money("price", each["price"]),
        }
        for each in find(records, "order_lines", order_number=order_number)
    ]
    parcel: dict[str, Value] = next(iter(find(records, "shipments", order_number=order_number)), {})
    if parcel:
        shown["tracking_number"] = parcel["number"]
    shown["carrier_status"] = parcel.get("status")
    shown["expected_on"] = parcel.get("expected_on")
    shown["delivered_on"] = parcel.get("delivered_on")
    return shown | {name: order[name] for name in ADDRESS}


def list_orders(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """A customer's orders, the newest first."""
    orders = find(records, "orders", customer=customer_id)
    latest = sorted(orders, key=lambda each: str(each["placed_on"]), reverse=True)
    return [_order(each) for each in latest]


def track_parcel(records: Records, tracking_number: Number) -> dict[str, Any]:
    """What the carrier says of a parcel."""
    parcel = one(records, "shipments", number=tracking_number)
    order = one(records, "orders", number=parcel["order_number"])
    number = parcel.pop("number")
    return {"tracking_number": number, **parcel, "customer": {"id": order["customer"]}}


def find_return(records: Records, order_number: Number) -> dict[str, Any]:
    """What of an order is on its way back, or came back: the newest that was not cancelled."""
    order = one(records, "orders", number=order_number)
    found = newest(records, "returns", order_number=order_number)
    number = found.pop("number")
    return {"return_number": number, **found, "customer": {"id": order["customer"]}}


def list_products(records: Records) -> list[dict[str, Any]]:
    """Everything that is sold: prices, what is in stock, months of warranty."""
    return [{**each, **money("price", each["price"])} for each in find(records, "products")]


def verify_order(records: Records, order_number: Number, postcode: str) -> dict[str, Any]:
    """Whose order it is, where the postcode is that of its customer."""
    orders = find(records, "orders", number=order_number)
    owner = orders[0]["customer"] if orders else None
    fits = find(records, "customers", id=owner, postcode=postcode.replace(" ", ""))
    return {"customer": {"id": owner if fits else None}}


def _order(order: dict[str, Value]) -> dict[str, Any]:
    return {
        "order_number": order["number"],
        "status": order["status"],
        "placed_on": order["placed_on"],
        **money("total", order["total"]),
        "currency": "EUR",
    }
