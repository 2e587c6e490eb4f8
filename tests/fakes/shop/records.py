"""The shop's records: three customers and what they ordered."""

from typing import Any

Row = dict[str, Any]

CUSTOMERS: dict[str, Row] = {
    "C-1001": {"id": "C-1001", "name": "Ana", "email": "ana@example.org", "postcode": "28013"},
    "C-1002": {"id": "C-1002", "name": "Boris", "email": "boris@example.org", "postcode": "10115"},
    "C-1003": {"id": "C-1003", "name": "Chloe", "email": "chloe@example.org", "postcode": "75001"},
}
ORDERS: dict[str, Row] = {
    "4711": {"number": "4711", "customer": "C-1001", "state": "shipped", "total": "42.50 EUR"},
    "4712": {"number": "4712", "customer": "C-1001", "state": "packed", "total": "12.00 EUR"},
    "5120": {"number": "5120", "customer": "C-1002", "state": "paid", "total": "99.90 EUR"},
    "6001": {"number": "6001", "customer": "C-1003", "state": "shipped", "total": "7.00 EUR"},
}


def order(number: str) -> Row | None:
    """An order with its customer as a shop would tell it."""
    found = ORDERS.get(number)
    return {**found, "customer": CUSTOMERS[found["customer"]]} if found else None


def orders_of(customer: str) -> list[Row]:
    """What a customer ordered."""
    return [each for each in ORDERS.values() if each["customer"] == customer]


def record_by_order(number: str, postcode: str) -> str | None:
    """Whose order that is, where the postcode fits."""
    found = order(number)
    fits = found is not None and found["customer"]["postcode"] == postcode
    return found["customer"]["id"] if found is not None and fits else None


def record_by_email(email: str) -> str | None:
    """Whose address that is."""
    known = {each["email"]: each["id"] for each in CUSTOMERS.values()}
    return known.get(email.lower())
