"""Customers whom tickets can be about: what each of them has is said in `PLANTED`.

The histories of the others are drawn by lot; these are the same on every day, but for the day.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from connectors.demo.catalogue import PLANS
from connectors.demo.schema import Row
from connectors.demo.writer import Writer

#: Ana, whom the demo's page plays and whom the desk knows, and Boris, whom it does not.
ANA, BORIS = "C-1001", "C-1002"


@dataclass(frozen=True, slots=True)
class Planted:
    """Who has something, and its number: of an order, an invoice, a subscription or a refund."""

    customer: str
    number: str = ""


#: What there is to find, and at whom. Ana has whatever one person can have at a time.
PLANTED: Mapping[str, Planted] = {
    "order in transit": Planted(ANA, "4711"),
    "order delivered in one system only, and charged twice": Planted(ANA, "4650"),
    "order not packed": Planted(ANA, "4699"),
    "order delivered within 30 days": Planted(ANA, "4602"),
    "order delivered before 30 days": Planted(ANA, "4480"),
    "second booked charge": Planted(ANA, "INV-20102"),
    "open invoice of a failed payment": Planted(ANA, "INV-20106"),
    "subscription active": Planted(ANA, "S-1001"),
    "subscription past due": Planted(ANA, "S-2001"),
    "subscription cancelled and not ended": Planted(ANA, "S-2002"),
    "account locked for wrong passwords": Planted(ANA),
    "open invoice of an expired card": Planted(BORIS, "INV-20110"),
    "order of somebody whom the desk does not know": Planted(BORIS, "5120"),
    "card of three customers": Planted("C-1301", "6001"),
    "customer since yesterday": Planted("C-1304", "6004"),
    "order packed": Planted("C-1305", "6005"),
    "return open": Planted("C-1306", "6006"),
    "return received, refund pending": Planted("C-1307", "6007"),
    "invoice refunded": Planted("C-1308", "6008"),
    "authorisation beside the charge": Planted("C-1309", "6009"),
    "account locked for strange sign-ins": Planted("C-1310"),
    "account disabled": Planted("C-1311"),
    "subscription paused": Planted("C-1312", "S-1312"),
    "subscription ended": Planted("C-1313", "S-1313"),
    "overdue invoice of a failed payment": Planted("C-1314", "INV-20125"),
    "parcel lost": Planted("C-1315", "6015"),
    "order of more than 500 EUR": Planted("C-1316", "6016"),
    "credit and extended warranty": Planted("C-1317", "6017"),
    "charged twice, nothing else": Planted("C-1318", "6018"),
    "order cancelled": Planted("C-1319", "6019"),
    "return received, nothing refunded": Planted("C-1320", "6020"),
    "return of more than 200 EUR received, nothing refunded": Planted("C-1321", "6021"),
}

_KETTLE, _GLASSES, _SCALE = [("KET-01", 1)], [("CUP-20", 1)], [("SCA-40", 1)]
_PEOPLE = (
    *("Carla Vidal", "Tomás Molina", "Rosa Castillo", "Nils Krause", "Erik Hoffmann"),
    *("Ciara Byrne", "Rita Lopes", "Hugo Moreira", "Jana Becker", "Owen Doyle"),
    *("Vera Schulz", "Ines Teixeira", "Sara Nolan", "Max Wagner", "Lola Ortega"),
    *("Anton Weber", "Greta Walsh", "Leo Romero", "Ida Murphy"),
    *("Paul Reid", "Noa Silva"),
)


def plant(writer: Writer) -> None:
    """Writes the records of all of them."""
    _ana(writer)
    _boris(writer)
    for place, name in enumerate(_PEOPLE, 1):
        number = f"C-{1300 + place}"
        writer.add(
            "customers",
            id=number,
            name=name,
            email=f"customer{number[2:]}@example.org",
            language="en",
            tier="gold" if number == "C-1317" else "standard",
            since=writer.day(1 if number == "C-1304" else 300),
            street=f"Quay Street {place}",
            postcode=f"110{place:02}",
            city="Dublin",
            country="Ireland",
        )
    _orders(writer)
    _accounts(writer)
    _subscriptions(writer)
    _came_back(writer, "6020", "C-1320", ("CUP-20", 1))
    _came_back(writer, "6021", "C-1321", ("SCA-40", 3))


def _ana(writer: Writer) -> None:
    writer.add(
        "customers",
        id=ANA,
        name="Ana García",
        email="ana@example.org",
        language="es",
        tier="gold",
        since=writer.day(900),
        street="Calle Mayor 7",
        postcode="28013",
        city="Madrid",
        country="Spain",
    )
    writer.account(ANA, 2, "locked", "too many wrong passwords")
    kettle = writer.ordered("4711", ANA, 4, "shipped", [("KET-01", 1), ("TEA-10", 2)])
    writer.shipped("4711", 4, "in_transit", "DHL")
    writer.paid(writer.invoiced(ANA, 4, kettle, order="4711"), kettle, 4)
    scale = writer.ordered("4650", ANA, 9, "delivered", _SCALE)
    writer.shipped("4650", 9, "in_transit", "GLS")  # the ERP has it delivered
    invoice = writer.invoiced(ANA, 9, scale, order="4650")
    for _ in range(2):  # the card was charged twice
        writer.paid(invoice, scale, 9)
    # There are no grinders in stock, so this one waits.
    _order(writer, "4699", ANA, 6, [("GRI-50", 1)], "placed")
    _order(writer, "4602", ANA, 19, [("CUP-20", 1), ("TEA-12", 1)])
    _order(writer, "4480", ANA, 64, [("POT-30", 1)])
    writer.subscribed("S-2001", ANA, "Office leaf box", "past_due", 61)
    writer.month("S-2001", ANA, 1, PLANS["Office leaf box"], "insufficient funds")
    writer.subscribed("S-1001", ANA, "Small leaf box", "active", 400)
    writer.month("S-1001", ANA, 10, PLANS["Small leaf box"])
    writer.subscribed("S-2002", ANA, "Big leaf box", "cancelled", 198, 12)
    writer.month("S-2002", ANA, 18, PLANS["Big leaf box"])


def _boris(writer: Writer) -> None:
    writer.add(
        "customers",
        id=BORIS,
        name="Boris Weber",
        email="boris@example.org",
        language="en",
        tier="standard",
        since=writer.day(200),
        street="Gartenweg 3",
        postcode="10115",
        city="Berlin",
        country="Germany",
    )
    writer.account(BORIS, 1)
    pot = writer.ordered("5120", BORIS, 15, "delivered", [("POT-30", 1)])
    writer.shipped("5120", 15, "delivered", "UPS")
    writer.paid(writer.invoiced(BORIS, 15, pot, order="5120"), pot, 15, "PayPal")
    writer.subscribed("S-1002", BORIS, "Big leaf box", "past_due", 91)
    writer.month("S-1002", BORIS, 1, PLANS["Big leaf box"], "card expired")


def _order(
    writer: Writer,
    number: str,
    customer: str,
    ago: int,
    lines: list[tuple[str, int]],
    status: str = "delivered",
) -> str:
    """An order that was paid, delivered where nothing else is said; returns its invoice."""
    total = writer.ordered(number, customer, ago, status, lines)
    if status == "delivered":
        writer.shipped(number, ago, "delivered", "DHL")
    invoice = writer.invoiced(customer, ago, total, order=number)
    writer.paid(invoice, total, ago)
    return invoice


def _orders(writer: Writer) -> None:
    for customer, number in (("C-1301", "6001"), ("C-1302", "6002"), ("C-1303", "6003")):
        writer.cards[customer] = "6666"
        _order(writer, number, customer, 14, _SCALE)
    _order(writer, "6004", "C-1304", 0, _KETTLE, "placed")
    _order(writer, "6005", "C-1305", 1, _KETTLE, "packed")
    _order(writer, "6006", "C-1306", 16, _GLASSES)
    writer.returned("6006", 3, "open", "changed mind", ("CUP-20", 1))
    _refund(writer, "6007", "C-1307", "pending")
    _refund(writer, "6008", "C-1308", "refunded")
    invoice = _order(writer, "6009", "C-1309", 12, _SCALE)
    writer.paid(invoice, 8900, 12, status="authorised")
    lost = writer.ordered("6015", "C-1315", 20, "shipped", _KETTLE)
    writer.shipped("6015", 20, "lost", "GLS")
    writer.paid(writer.invoiced("C-1315", 20, lost, order="6015"), lost, 20)
    _order(writer, "6016", "C-1316", 12, [("POT-30", 5), ("SCA-40", 3)])
    _order(writer, "6017", "C-1317", 300, _KETTLE)
    writer.add("entitlements", customer="C-1317", name="extended warranty", until=writer.day(-400))
    reason, made_on = "late parcel", writer.day(40)
    credit: Row = {"amount": 1000, "reason": reason, "status": "open", "made_on": made_on}
    writer.add("credits", customer="C-1317", **credit)
    twice = _order(writer, "6018", "C-1318", 10, _KETTLE)
    writer.paid(twice, 6900, 10)
    _order(writer, "6019", "C-1319", 7, _GLASSES, "cancelled")


def _refund(writer: Writer, order: str, customer: str, status: str) -> None:
    """An order that came back whole, with the refund of all of it."""
    invoice = _order(writer, order, customer, 18, _GLASSES)
    writer.returned(order, 8, "received", "does not fit", ("CUP-20", 1))
    made_on, reason = writer.day(2), "does not fit"
    refund: Row = {"amount": 2400, "reason": reason, "status": status, "made_on": made_on}
    writer.add("refunds", invoice_number=invoice, **refund)
    writer.set("invoices", invoice, "refunded")


def _came_back(writer: Writer, order: str, customer: str, line: tuple[str, int]) -> None:
    """An order that came back whole, whose money did not."""
    _order(writer, order, customer, 21, [line])
    writer.returned(order, 9, "received", "changed mind", line)


def _accounts(writer: Writer) -> None:
    locked = {
        "C-1310": ("locked", "sign-ins from two countries at once"),
        "C-1311": ("disabled", "closed at the customer's wish"),
    }
    for place in range(1, len(_PEOPLE) + 1):
        customer = f"C-{1300 + place}"
        writer.account(customer, 1, *locked.get(customer, ()))


def _subscriptions(writer: Writer) -> None:
    writer.subscribed("S-1312", "C-1312", "Small leaf box", "paused", 220)
    writer.subscribed("S-1313", "C-1313", "Small leaf box", "cancelled", 250, -10)
    writer.subscribed("S-1314", "C-1314", "Office leaf box", "past_due", 120)
    writer.month("S-1314", "C-1314", 30, PLANS["Office leaf box"], "insufficient funds")
