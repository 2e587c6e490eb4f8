"""What is a customer's own: whatever a write names must be, or it is refused."""

from connectors.demo.schema import ADDRESS, TABLES, Records, Value, find
from connectors.demo.serving import Refused


def own(records: Records, table: str, customer: str, name: str) -> dict[str, Value]:
    """The customer's row of that name; another one's is refused like one that is not there."""
    owner = "id" if table == "customers" else "customer"
    for row in find(records, table, **{TABLES[table][0]: name}):
        if row[owner] == customer:
            return row
    raise _not_theirs(table)


def own_by_order(records: Records, table: str, customer: str, name: str) -> dict[str, Value]:
    """The same for what belongs to an order, such as a return."""
    for row in find(records, table, number=name):
        if find(records, "orders", number=row["order_number"], customer=customer):
            return row
    raise _not_theirs(table)


def own_by_invoice(records: Records, table: str, customer: str, name: str) -> dict[str, Value]:
    """The same for what belongs to an invoice, such as a refund."""
    for row in find(records, table, number=name):
        if find(records, "invoices", number=row["invoice_number"], customer=customer):
            return row
    raise _not_theirs(table)


def _not_theirs(table: str) -> Refused:
    return Refused(f"nothing of that name is among this customer's {table}")


def address(*lines: str) -> dict[str, Value]:
    """An address of street, postcode, city and country; a blank line is refused."""
    given = [" ".join(each.split()) for each in lines]
    if not all(given):
        msg = "an address needs a street, a postcode, a city and a country"
        raise Refused(msg)
    return dict(zip(ADDRESS, given, strict=True))


def e_mail(records: Records, customer: str) -> str:
    """Where a customer's e-mail goes."""
    return str(own(records, "customers", customer, customer)["email"])


def masked(email: str) -> str:
    """An address that its owner recognizes and nobody else learns: a***@example.org."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}***@{domain}"
