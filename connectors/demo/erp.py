"""The ERP: products, orders, the carriers' parcels and what came back."""

import sqlite3
from pathlib import Path
from typing import Any

from mcp.server import MCPServer

from connectors.demo.reading import READS
from connectors.demo.schema import euros, find, one, opened


def server(file: Path) -> MCPServer:
    """The ERP over these records."""
    made = MCPServer("erp", log_level="CRITICAL")

    @made.tool(annotations=READS)
    def find_order(order_number: str) -> dict[str, Any]:
        """An order with its lines, and the number of its parcel once there is one."""
        with opened(file) as records:
            return _order(records, order_number)

    @made.tool(annotations=READS)
    def list_orders(customer_id: str) -> list[dict[str, Any]]:
        """A customer's orders, the newest first."""
        with opened(file) as records:
            orders = find(records, "orders", customer=customer_id)
        newest = sorted(orders, key=lambda each: str(each["placed_on"]), reverse=True)
        return [_shown(each) for each in newest]

    @made.tool(annotations=READS)
    def track_parcel(tracking_number: str) -> dict[str, Any]:
        """What the carrier says of a parcel."""
        with opened(file) as records:
            parcel = one(records, "shipments", number=tracking_number)
            order = one(records, "orders", number=parcel["order_number"])
        number = parcel.pop("number")
        return {"tracking_number": number, **parcel, "customer": {"id": order["customer"]}}

    @made.tool(annotations=READS)
    def find_return(order_number: str) -> dict[str, Any]:
        """What of an order is on its way back, or came back."""
        with opened(file) as records:
            found = one(records, "returns", order_number=order_number)
            order = one(records, "orders", number=order_number)
        number = found.pop("number")
        return {"return_number": number, **found, "customer": {"id": order["customer"]}}

    @made.tool(annotations=READS)
    def list_products() -> list[dict[str, Any]]:
        """Everything that is sold: prices, what is in stock, months of warranty."""
        with opened(file) as records:
            return [{**each, "price": euros(each["price"])} for each in find(records, "products")]

    @made.tool(annotations=READS)
    def verify_order(order_number: str, postcode: str) -> dict[str, Any]:
        """Whose order it is, where the postcode is that of its customer."""
        with opened(file) as records:
            orders = find(records, "orders", number=order_number)
            owner = orders[0]["customer"] if orders else None
            fits = find(records, "customers", id=owner, postcode=postcode.replace(" ", ""))
        return {"customer": {"id": owner if fits else None}}

    return made


def _order(records: sqlite3.Connection, number: str) -> dict[str, Any]:
    order = one(records, "orders", number=number)
    lines = find(records, "order_lines", order_number=number)
    parcels = find(records, "shipments", order_number=number)
    shown = _shown(order)
    shown["customer"] = {"id": order["customer"]}
    shown["lines"] = [
        {"sku": each["sku"], "quantity": each["quantity"], "price": euros(each["price"])}
        for each in lines
    ]
    if parcels:
        shown["tracking_number"] = parcels[0]["number"]
    return shown


def _shown(order: dict[str, Any]) -> dict[str, Any]:
    total = order["total"]
    return {
        "order_number": order["number"],
        "status": order["status"],
        "placed_on": order["placed_on"],
        "total": euros(total),
        "total_minor": total,
        "currency": "EUR",
    }
