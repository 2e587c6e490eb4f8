"""The CRM: who the customers are, what they were promised, and what they wrote about before."""

from pathlib import Path
from typing import Any

from mcp.server import MCPServer

from connectors.demo.arguments import Note, Number, Words
from connectors.demo.owning import address, e_mail, masked, own
from connectors.demo.schema import ADDRESS, Records, Row, find, next_number, one, today
from connectors.demo.serving import Refused, keep, served, update


def server(file: Path) -> MCPServer:
    """The CRM over these records."""
    return served(
        "crm",
        file,
        reads=(find_customer, list_entitlements, list_cases, find_account),
        once=(change_address, open_case, set_case_outcome, unlock_account),
        each_time=(send_sign_in_link, send_code),
    )


def find_customer(records: Records, customer_id: Number) -> dict[str, Any]:
    """A customer's profile, with the address on file."""
    return one(records, "customers", id=customer_id)


def list_entitlements(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """What a customer was promised beyond what everybody has, and until when."""
    return find(records, "entitlements", customer=customer_id)


def list_cases(records: Records, customer_id: Number) -> list[dict[str, Any]]:
    """What a customer wrote about before, and how it ended."""
    cases = find(records, "cases", customer=customer_id)
    return [{name: each[name] for name in each if name != "note"} for each in cases]


def find_account(records: Records, customer_id: Number) -> dict[str, Any]:
    """A customer's account for signing in: whether it is locked, since when and why."""
    account = one(records, "accounts", customer=customer_id)
    return {
        "customer_id": customer_id,
        "email": e_mail(records, customer_id),
        "state": account["state"],
        "locked_on": account["locked_on"],
        "reason": account["reason"],
        "last_sign_in": account["last_sign_in"],
    }


def change_address(
    records: Records,
    customer_id: Number,
    street: Words,
    postcode: Words,
    city: Words,
    country: Words,
) -> dict[str, Any]:
    """Changes the address on file; orders that were placed before keep theirs."""
    before = own(records, "customers", customer_id, customer_id)
    given = address(street, postcode, city, country)
    changed = given != {name: before[name] for name in ADDRESS}
    if changed:
        update(records, "customers", customer_id, **given)
    return {"customer_id": customer_id, **given, "changed": changed}


def open_case(records: Records, customer_id: Number, topic: Words, note: Note) -> dict[str, Any]:
    """Opens a case about a customer."""
    own(records, "customers", customer_id, customer_id)
    case: Row = {
        "id": next_number(records, "cases", "CAS-"),
        "customer": customer_id,
        "topic": topic,
        "opened_on": today(records).isoformat(),
        "note": note,
    }
    keep(records, "cases", case)
    return {"case_id": case["id"]}


def set_case_outcome(
    records: Records, customer_id: Number, case_id: Number, outcome: Words
) -> dict[str, Any]:
    """Closes a customer's case, and says how it ended."""
    case = own(records, "cases", customer_id, case_id)
    if case["closed_on"] is not None:
        msg = "that case is closed already"
        raise Refused(msg)
    closed_on = today(records).isoformat()
    update(records, "cases", case_id, outcome=outcome, closed_on=closed_on)
    return {"case_id": case_id, "outcome": outcome, "closed_on": closed_on}


def unlock_account(records: Records, customer_id: Number) -> dict[str, Any]:
    """Unlocks a customer's account, whyever it was locked; one that was disabled stays so."""
    account = own(records, "accounts", customer_id, customer_id)
    if account["state"] != "locked":
        msg = f"the account is not locked, it is {account['state']}"
        raise Refused(msg)
    update(records, "accounts", customer_id, state="active", locked_on=None, reason=None)
    return {"customer_id": customer_id, "state": "active"}


def send_sign_in_link(records: Records, customer_id: Number) -> dict[str, Any]:
    """Sends a link for signing in to the e-mail address on file; the demo keeps it instead."""
    account = own(records, "accounts", customer_id, customer_id)
    if account["state"] != "active":
        msg = f"nobody can sign in: the account is {account['state']}"
        raise Refused(msg)
    email, sent_on = e_mail(records, customer_id), today(records).isoformat()
    number = int(next_number(records, "links"))
    row: Row = {"number": number, "customer": customer_id, "email": email, "sent_on": sent_on}
    keep(records, "links", row)
    return {
        "customer_id": customer_id,
        "sent_to": masked(email),
        "sent_on": sent_on,
        "number": number,
    }


def send_code(records: Records, email: Words, code: Words) -> dict[str, Any]:
    """Sends a code to an address that is on file; the demo keeps it instead."""
    found = find(records, "customers", email=email.strip().lower())
    record = found[0]["id"] if found else None
    if record is not None:
        number = len(find(records, "codes")) + 1
        keep(records, "codes", {"id": number, "customer": record, "email": email, "code": code})
    return {"customer_id": record}
