"""The CRM: who the customers are, what they were promised, and what they wrote about before."""

from pathlib import Path
from typing import Any

from mcp.server import MCPServer

from connectors.demo.reading import READS
from connectors.demo.schema import add, find, one, opened


def server(file: Path) -> MCPServer:
    """The CRM over these records."""
    made = MCPServer("crm", log_level="CRITICAL")

    @made.tool(annotations=READS)
    def find_customer(customer_id: str) -> dict[str, Any]:
        """A customer's profile, with the address on file."""
        with opened(file) as records:
            return one(records, "customers", id=customer_id)

    @made.tool(annotations=READS)
    def list_entitlements(customer_id: str) -> list[dict[str, Any]]:
        """What a customer was promised beyond what everybody has, and until when."""
        with opened(file) as records:
            return find(records, "entitlements", customer=customer_id)

    @made.tool(annotations=READS)
    def list_cases(customer_id: str) -> list[dict[str, Any]]:
        """What a customer wrote about before, and how it ended."""
        with opened(file) as records:
            return find(records, "cases", customer=customer_id)

    @made.tool()
    def send_code(email: str, code: str) -> dict[str, Any]:
        """Sends a code to an address that is on file; the demo keeps it instead."""
        with opened(file) as records:
            found = find(records, "customers", email=email.strip().lower())
            record = found[0]["id"] if found else None
            if record is not None:
                number = len(find(records, "codes")) + 1
                row = {"id": number, "customer": record, "email": email, "code": code}
                add(records, "codes", row)
        return {"customer_id": record}

    return made
