"""The shop's tool server: `python -m tests.fakes.shop.server [port]`, over stdio without a port.

Codes that it sends go into the file that SHOP_POST names, a line each. `break_down` ends it.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from tests.fakes.shop import records

READS = ToolAnnotations(read_only_hint=True)

server = MCPServer("shop", log_level="CRITICAL")


@server.tool(annotations=READS)
def find_order(order_number: str) -> dict[str, Any]:
    """An order by its number."""
    found = records.order(order_number)
    if found is None:
        msg = f"no order {order_number}"
        raise ToolError(msg)
    return found


@server.tool(annotations=READS)
def list_orders(customer_id: str, state: str = "") -> list[dict[str, Any]]:
    """What a customer ordered."""
    return [each for each in records.orders_of(customer_id) if state in {"", each["state"]}]


@server.tool()
def track(order_number: str) -> dict[str, Any]:
    """Where a parcel is; the owner did not say whose data it is."""
    return {"order": order_number, "place": "Madrid"}


@server.tool(annotations=READS)
def opening_hours() -> str:
    """When the shop is open."""
    return "Monday to Friday, 9 to 18"


@server.tool(annotations=READS)
def verify_order(order_number: str, postcode: str) -> dict[str, Any]:
    """Whose order it is, where the postcode fits."""
    return {"customer": {"id": records.record_by_order(order_number, postcode)}}


@server.tool()
def send_code(email: str, code: str) -> dict[str, Any]:
    """Sends a code to an address that is on file."""
    record = records.record_by_email(email)
    if record is not None:
        with Path(os.environ["SHOP_POST"]).open("a", encoding="utf-8") as post:
            post.write(f"{email} {code}\n")
    return {"customer_id": record}


@server.tool(annotations=ToolAnnotations(destructive_hint=True))
def delete_order(order_number: str) -> str:
    """Deletes an order."""
    return f"deleted {order_number}"


@server.tool(annotations=ToolAnnotations(read_only_hint=False, destructive_hint=False))
def add_gift(order_number: str) -> str:
    """Adds a gift to an order."""
    return f"added to {order_number}"


@server.tool()
def slow(seconds: float) -> str:
    """Answers late."""
    time.sleep(seconds)
    return "at last"


@server.tool()
def huge(letters: int) -> str:
    """Answers at length."""
    return "x" * letters


@server.tool()
def failing() -> str:
    """Does not work."""
    msg = "the disk is full"
    raise RuntimeError(msg)


@server.tool()
def environment() -> list[str]:
    """The names of the variables that it was given."""
    return sorted(os.environ)


@server.tool()
def break_down() -> str:
    """Ends the server before it answers."""
    os._exit(1)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        server.run("streamable-http", port=int(sys.argv[1]))
    else:
        server.run()
