"""The histories of some two hundred customers: each consistent, but for what is planted.

The same day gives the same records. What is planted is what people have to find: a parcel that the
ERP calls delivered while the carrier has it, an invoice that was paid twice, a payment that failed.
"""

import random
import sqlite3
from datetime import date, timedelta
from itertools import count

from connectors.demo.people import COUNTRIES, POSTCODE_DIGITS, Country
from connectors.demo.schema import Value, add

CUSTOMERS = 200
_SEED = 7
#: Of so many parcels under way, and invoices, one each is planted to be wrong.
_CONTRADICTED, _TWICE = 6, 40

_PRODUCTS = (
    ("KET-01", "Gooseneck kettle", 6900, 41, 24),
    ("KET-02", "Travel kettle", 3900, 12, 24),
    ("TEA-10", "Assam tea, 250 g", 1250, 300, 0),
    ("TEA-11", "Sencha tea, 100 g", 1400, 220, 0),
    ("TEA-12", "Rooibos tea, 250 g", 980, 180, 0),
    ("CUP-20", "Double-walled glasses, pair", 2400, 75, 12),
    ("POT-30", "Cast-iron teapot", 5400, 9, 60),
    ("SCA-40", "Smart tea scale", 8900, 23, 24),
    ("GRI-50", "Hand grinder", 7200, 0, 36),
)
_PRICES = {sku: price for sku, _, price, _, _ in _PRODUCTS}
_PLANS = (("Small leaf box", 1500), ("Big leaf box", 2700), ("Office leaf box", 6400))
_CARRIERS = ("DHL", "GLS", "UPS")
_METHODS = ("card", "card", "card", "PayPal", "SEPA debit")
_TOPICS = (
    ("Late parcel", "The carrier had lost it; a new one was sent."),
    ("Wrong item", "Exchanged."),
    ("Invoice copy", "Sent by e-mail."),
    ("Kettle leaks", "Replaced under warranty."),
)
#: A parcel is on its way for so many days, and on the van the day after.
_ON_THE_WAY = 4
_REASONS = ("damaged", "does not fit", "changed mind", "not as described")


def fill(connection: sqlite3.Connection, today: date) -> None:
    """Writes all records into empty tables, with histories that end today."""
    for values in _PRODUCTS:
        columns = ("sku", "name", "price", "stock", "warranty_months")
        add(connection, "products", dict(zip(columns, values, strict=True)))
    writer = _Writer(connection, today)
    _named(writer)
    for number in range(3, CUSTOMERS + 1):
        writer.customer(f"C-{1000 + number}")


class _Writer:
    """Writes one customer after another, with numbers that go on."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self.today = today
        self._connection = connection
        self._random = random.Random(_SEED)
        self._orders = count(5201)
        self._parcels = count(700_210_001)
        self._invoices = count(20_101)
        self._ids = count(1)
        self._under_way = count(1)
        self._invoiced = count(1)

    def add(self, table: str, **row: Value) -> None:
        """Keeps a row; one without a name of its own gets a number."""
        if table in {"entitlements", "cases", "order_lines", "payments", "refunds"}:
            row = {"id": f"{table[:3].upper()}-{next(self._ids)}", **row}
        add(self._connection, table, row)

    def day(self, ago: int) -> str:
        """The day so many days ago; later ones are negative."""
        return (self.today - timedelta(days=ago)).isoformat()

    def customer(self, number: str) -> None:
        """Somebody with a history."""
        chance = self._random
        country = chance.choice(COUNTRIES)
        name = f"{chance.choice(country.given)} {chance.choice(country.family)}"
        since = chance.randint(40, 1500)
        self.add(
            "customers",
            id=number,
            name=name,
            email=f"customer{number[2:]}@example.org",
            language=country.language,
            tier=chance.choice(("standard", "standard", "standard", "gold")),
            since=self.day(since),
            **_address(country, chance),
        )
        for _ in range(chance.choice((1, 1, 2, 3))):
            self._order(number, chance.randint(0, min(since, 120)))
        if chance.random() < 0.4:  # noqa: PLR2004 - a share
            self._subscription(number, chance.randint(30, since))
        if chance.random() < 0.2:  # noqa: PLR2004 - a share
            topic, outcome = chance.choice(_TOPICS)
            opened = chance.randint(5, since)
            closed = self.day(max(0, opened - 3))
            self.add(
                "cases",
                customer=number,
                topic=topic,
                opened_on=self.day(opened),
                closed_on=closed,
                outcome=outcome,
            )
        if chance.random() < 0.1:  # noqa: PLR2004 - a share
            until = self.day(-chance.randint(30, 700))
            self.add("entitlements", customer=number, name="extended warranty", until=until)

    def _order(self, customer: str, ago: int) -> None:
        chance = self._random
        number = str(next(self._orders))
        lines = [(sku, chance.choice((1, 1, 2))) for sku in chance.sample([*_PRICES], k=2)]
        total = self.ordered(number, customer, ago, _status(ago), lines)
        shipment = _shipment(ago)
        if shipment is not None:
            if shipment == "in_transit" and not next(self._under_way) % _CONTRADICTED:
                self._connection.execute(
                    "UPDATE orders SET status = 'delivered' WHERE number = ?", (number,)
                )
            self.shipped(number, ago, shipment, chance.choice(_CARRIERS))
        invoice = self.invoiced(customer, ago, total, order=number)
        self.paid(invoice, total, ago, chance.choice(_METHODS))
        if not next(self._invoiced) % _TWICE:
            self.paid(invoice, total, ago, "card")
        if shipment == "delivered" and chance.random() < 0.12:  # noqa: PLR2004 - a share
            self._returned(number, invoice, total, ago)

    def _returned(self, order: str, invoice: str, total: int, ago: int) -> None:
        chance = self._random
        done = ago > 20  # noqa: PLR2004 - days
        status = "refunded" if done else "awaiting_parcel"
        reason = chance.choice(_REASONS)
        self.add(
            "returns",
            number=f"R-{order}",
            order_number=order,
            reason=reason,
            status=status,
            opened_on=self.day(max(0, ago - 8)),
        )
        if done:
            self.add(
                "refunds",
                invoice_number=invoice,
                amount=total,
                reason=reason,
                status="refunded",
                made_on=self.day(ago - 18),
            )

    def _subscription(self, customer: str, since: int) -> None:
        chance = self._random
        plan, price = chance.choice(_PLANS)
        status = chance.choice(("active", "active", "active", "paused", "ended"))
        self.subscribed(f"S-{customer[2:]}", customer, plan, price, status, since)

    def ordered(
        self, number: str, customer: str, ago: int, status: str, lines: list[tuple[str, int]]
    ) -> int:
        """Keeps an order; returns its total."""
        total = sum(_PRICES[sku] * quantity for sku, quantity in lines)
        self.add(
            "orders",
            number=number,
            customer=customer,
            placed_on=self.day(ago),
            status=status,
            total=total,
        )
        for sku, quantity in lines:
            self.add(
                "order_lines",
                order_number=number,
                sku=sku,
                quantity=quantity,
                price=_PRICES[sku],
            )
        return total

    def shipped(self, order: str, ago: int, status: str, carrier: str) -> None:
        """Keeps the parcel of an order that was placed so many days ago."""
        delivered = status == "delivered"
        self.add(
            "shipments",
            number=str(next(self._parcels)),
            order_number=order,
            carrier=carrier,
            status=status,
            shipped_on=self.day(ago - 1),
            expected_on=self.day(ago - 5),
            delivered_on=self.day(ago - 4) if delivered else None,
        )

    def invoiced(
        self, customer: str, ago: int, total: int, *, order: str = "", subscription: str = ""
    ) -> str:
        """Keeps an invoice; returns its number."""
        number = f"INV-{next(self._invoices)}"
        self.add(
            "invoices",
            number=number,
            customer=customer,
            order_number=order or None,
            subscription_number=subscription or None,
            issued_on=self.day(ago),
            due_on=self.day(ago - 14),
            total=total,
            status="paid",
        )
        return number

    def paid(self, invoice: str, amount: int, ago: int, method: str, status: str = "paid") -> None:
        """Keeps a payment, or the attempt at one."""
        self.add(
            "payments",
            invoice_number=invoice,
            amount=amount,
            method=method,
            status=status,
            made_on=self.day(ago),
        )

    def subscribed(
        self, number: str, customer: str, plan: str, price: int, status: str, since: int
    ) -> None:
        """Keeps a subscription, with the invoice of its running month."""
        ago = since % 30
        self.add(
            "subscriptions",
            number=number,
            customer=customer,
            plan=plan,
            price=price,
            status=status,
            since=self.day(since),
            next_payment=self.day(ago - 30) if status == "active" else None,
        )
        if status == "active":
            self.paid(self.invoiced(customer, ago, price, subscription=number), price, ago, "card")


def _named(writer: _Writer) -> None:
    """Ana and Boris, whom the demo's page plays."""
    writer.add(
        "customers",
        id="C-1001",
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
    kettle = writer.ordered("4711", "C-1001", 4, "shipped", [("KET-01", 1), ("TEA-10", 2)])
    writer.shipped("4711", 4, "in_transit", "DHL")
    writer.paid(writer.invoiced("C-1001", 4, kettle, order="4711"), kettle, 4, "card")
    scale = writer.ordered("4650", "C-1001", 9, "delivered", [("SCA-40", 1)])
    writer.shipped("4650", 9, "in_transit", "GLS")  # the ERP has it delivered
    invoice = writer.invoiced("C-1001", 9, scale, order="4650")
    for _ in range(2):  # the card was charged twice
        writer.paid(invoice, scale, 9, "card")
    writer.subscribed("S-1001", "C-1001", "Small leaf box", 1500, "active", 400)
    writer.add(
        "customers",
        id="C-1002",
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
    pot = writer.ordered("5120", "C-1002", 15, "delivered", [("POT-30", 1)])
    writer.shipped("5120", 15, "delivered", "UPS")
    writer.paid(writer.invoiced("C-1002", 15, pot, order="5120"), pot, 15, "PayPal")
    writer.subscribed("S-1002", "C-1002", "Big leaf box", 2700, "active", 95)
    late = writer.invoiced("C-1002", 1, 2700, subscription="S-1002")
    writer.paid(late, 2700, 1, "card", "failed")


def _address(country: Country, chance: random.Random) -> dict[str, str]:
    city, begins = chance.choice(list(country.cities.items()))
    rest = "".join(str(chance.randint(0, 9)) for _ in range(POSTCODE_DIGITS - len(begins)))
    street = f"{chance.choice(country.streets)} {chance.randint(1, 120)}"
    return {
        "street": street,
        "postcode": f"{begins}{rest}",
        "city": city,
        "country": country.name,
    }


def _status(ago: int) -> str:
    """What the ERP says of an order that was placed so many days ago."""
    shipment = _shipment(ago)
    if shipment is None:
        return "processing"
    return "delivered" if shipment == "delivered" else "shipped"


def _shipment(ago: int) -> str | None:
    """What the carrier says of its parcel; None before there is one."""
    if ago < 1:
        return None
    if ago < _ON_THE_WAY:
        return "in_transit"
    return "out_for_delivery" if ago == _ON_THE_WAY else "delivered"
