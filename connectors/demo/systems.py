"""The demo's systems together: their records, how a desk declares them, and what can be seen."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from connectors.demo import views
from connectors.demo.faults import Fault, mend, plan
from connectors.demo.histories import fill
from connectors.demo.planted import ANA
from connectors.demo.schema import VERSION, change, create, opened, today, version, written

__all__ = ["ANA", "Systems"]

_THEIRS = {"about_customer": "customer_id"}
_OWNED = {"owner": "customer.id"}
_NOBODYS = {"about_customer": "nobody"}
#: What a desk's `tool_servers` say of each system: whose data every tool reads or changes.
_TOOLS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "crm": {
        "find_customer": _THEIRS,
        "list_entitlements": _THEIRS,
        "list_cases": _THEIRS,
        "find_account": _THEIRS,
        "change_address": _THEIRS,
        "open_case": _THEIRS,
        "set_case_outcome": _THEIRS,
        "unlock_account": _THEIRS,
        "send_sign_in_link": _THEIRS,
    },
    "erp": {
        "find_order": _OWNED,
        "list_orders": _THEIRS,
        "track_parcel": _OWNED,
        "find_return": _OWNED,
        "list_products": _NOBODYS,
        "change_delivery_address": _THEIRS,
        "reschedule_delivery": _THEIRS,
        "cancel_order": _THEIRS,
        "open_return": _THEIRS,
        "cancel_return": _THEIRS,
        "send_replacement": _THEIRS,
    },
    "billing": {
        "find_invoice": _OWNED,
        "find_order_invoice": _OWNED,
        "list_invoices": _THEIRS,
        "list_charges": _THEIRS,
        "find_refund": _OWNED,
        "list_subscriptions": _THEIRS,
        "find_subscription": _OWNED,
        "list_plans": _NOBODYS,
        "list_credits": _THEIRS,
        "refund": _THEIRS,
        "cancel_refund": _THEIRS,
        "credit": _THEIRS,
        "cancel_credit": _THEIRS,
        "retry_payment": _THEIRS,
        "change_plan": _THEIRS,
        "cancel_subscription": _THEIRS,
        "resume_subscription": _THEIRS,
        "resend_invoice": _THEIRS,
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


class Systems:
    """The demo's systems over one file, which holds all their records."""

    def __init__(self, file: Path) -> None:
        self._file = file.resolve()

    def prepare(self, day: date) -> None:
        """Writes the records once, all or nothing; what is there stays as it is.

        Only records of another version, which these systems cannot read, are written anew.
        """
        if self._file.exists():
            with opened(self._file, "ro") as records:
                if version(records) == VERSION:
                    return
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with opened(fresh, "rwc") as records:
            create(records)
            fill(records, day)
        fresh.replace(self._file)

    def turn_to(self, day: date) -> None:
        """From now on it is that day for the systems; what they write is dated so."""
        with opened(self._file, "ro") as records:
            if today(records) == day:
                return
        with written(self._file) as records:
            change(records, "calendar", 1, today=day.isoformat())

    def plan_fault(self, tool: str, kind: Fault | str, times: int = 1) -> None:
        """The next so many calls of `server.tool` go wrong, also for servers that run already.

        Raises `ValueError` for a tool or a kind that there is not.
        """
        server, _, name = tool.partition(".")
        if name not in _TOOLS.get(server, {}):
            msg = f"{tool} is no tool of the demo's systems"
            raise ValueError(msg)
        with written(self._file) as records:
            plan(records, tool, Fault(kind), times)

    def mend(self) -> None:
        """No call goes wrong any more."""
        with written(self._file) as records:
            mend(records)

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
        """Some records of each system, as people read them; what changed last is above the rest."""
        with opened(self._file, "ro") as records:
            return views.shown(records)
