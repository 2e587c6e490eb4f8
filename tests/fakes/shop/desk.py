"""The files of a desk whose customers shop there."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

_DESK = """\
tool_servers:
  - id: shop
    {reached}
    timeout: 5s
    tools:
      find_order: {{owner: customer.id}}
      list_orders: {{about_customer: customer_id}}
      opening_hours: {{about_customer: nobody}}
      slow: {{about_customer: nobody}}
      huge: {{about_customer: nobody}}
      failing: {{about_customer: nobody}}
      delete_order: {{about_customer: nobody}}
      break_down: {{about_customer: nobody}}
verify:
  order: {{tool: shop.verify_order, number: order_number, postcode: postcode, record: customer.id}}
  email: {{tool: shop.send_code, address: email, code: code, record: customer_id}}
"""
_SPECIALIST = """\
---
id: orders
name: Orders
description: Where an order is.
examples: ["Where is my order?"]
tools: {tools}
---
You know where orders are.
"""

PROGRAM = (sys.executable, "-m", "tests.fakes.shop.server")
#: The variables that the program needs: where its code is, and where it puts the codes it sends.
VARIABLES = ("PYTHONPATH", "SHOP_POST")


def written(folder: Path, command: tuple[str, ...] = PROGRAM, **tools: str) -> Path:
    """Writes such a desk; `tools` are those that the one specialist may use, and how."""
    files = folder / "desk"
    (files / "specialists").mkdir(parents=True)
    reached = f"command: {json.dumps(command)}\n    environment: {json.dumps(VARIABLES)}"
    (files / "desk.yaml").write_text(_DESK.format(reached=reached))
    named = {f"shop.{name}": access for name, access in tools.items()}
    specialist = _SPECIALIST.format(tools=json.dumps(named or {"shop.find_order": "read"}))
    (files / "specialists" / "orders.md").write_text(specialist)
    return files


def variables(folder: Path) -> dict[str, str]:
    """What the variables are for a shop whose post arrives in that folder."""
    return {"PYTHONPATH": str(ROOT), "SHOP_POST": str(folder / "post")}


def code_sent(folder: Path, email: str) -> str:
    """The newest code that was sent to that address; empty while there is none."""
    post = folder / "post"
    lines = post.read_text().splitlines() if post.exists() else []
    return next((line.split()[1] for line in reversed(lines) if line.startswith(email)), "")
