"""The histories of some two hundred customers: each consistent, but for what is planted.

The same day gives the same records. What is planted among them is what people have to find: a
parcel that the ERP calls delivered while the carrier has it, an invoice that was paid twice. What
tickets can be about stands in `planted`.
"""

import random
from datetime import date
from itertools import count

from connectors.demo.catalogue import PLANS, PRICES
from connectors.demo.people import COUNTRIES, POSTCODE_DIGITS, Country
from connectors.demo.planted import plant
from connectors.demo.schema import Records
from connectors.demo.subscription_writes import MONTH
from connectors.demo.writer import Writer

CUSTOMERS = 200
_SEED = 7
#: Of so many parcels under way, and invoices, one each is planted to be wrong.
_CONTRADICTED, _TWICE = 6, 40

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


def fill(records: Records, today: date) -> None:
    """Writes all records into empty tables, with histories that end today."""
    writer = Writer(records, today)
    writer.shop()
    plant(writer)
    histories = _Histories(writer)
    for number in range(3, CUSTOMERS + 1):
        histories.customer(f"C-{1000 + number}")


class _Histories:
    """Makes up one customer after another."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._random = random.Random(_SEED)
        self._orders = count(5201)
        self._under_way = count(1)
        self._invoiced = count(1)

    def customer(self, number: str) -> None:
        """Somebody with a history."""
        chance, writer = self._random, self._writer
        country = chance.choice(COUNTRIES)
        name = f"{chance.choice(country.given)} {chance.choice(country.family)}"
        since = chance.randint(40, 1500)
        writer.add(
            "customers",
            id=number,
            name=name,
            email=f"customer{number[2:]}@example.org",
            language=country.language,
            tier=chance.choice(("standard", "standard", "standard", "gold")),
            since=writer.day(since),
            **_address(country, chance),
        )
        writer.account(number, chance.randint(0, 30))
        for _ in range(chance.choice((1, 1, 2, 3))):
            self._order(number, chance.randint(0, min(since, 120)))
        if chance.random() < 0.4:  # noqa: PLR2004 - a share
            self._subscription(number, chance.randint(30, since))
        if chance.random() < 0.2:  # noqa: PLR2004 - a share
            topic, outcome = chance.choice(_TOPICS)
            opened = chance.randint(5, since)
            closed = writer.day(max(0, opened - 3))
            writer.add(
                "cases",
                customer=number,
                topic=topic,
                opened_on=writer.day(opened),
                closed_on=closed,
                outcome=outcome,
            )
        if chance.random() < 0.1:  # noqa: PLR2004 - a share
            until = writer.day(-chance.randint(30, 700))
            writer.add("entitlements", customer=number, name="extended warranty", until=until)

    def _order(self, customer: str, ago: int) -> None:
        chance, writer = self._random, self._writer
        number = str(next(self._orders))
        lines = [(sku, chance.choice((1, 1, 2))) for sku in chance.sample([*PRICES], k=2)]
        total = writer.ordered(number, customer, ago, _status(ago), lines)
        shipment = _shipment(ago)
        if shipment is not None:
            if shipment == "in_transit" and not next(self._under_way) % _CONTRADICTED:
                writer.set("orders", number, "delivered")
            writer.shipped(number, ago, shipment, chance.choice(_CARRIERS))
        invoice = writer.invoiced(customer, ago, total, order=number)
        writer.paid(invoice, total, ago, chance.choice(_METHODS))
        if not next(self._invoiced) % _TWICE:
            writer.paid(invoice, total, ago)
        if shipment == "delivered" and chance.random() < 0.12:  # noqa: PLR2004 - a share
            self._returned(number, invoice, lines[0], ago)

    def _returned(self, order: str, invoice: str, line: tuple[str, int], ago: int) -> None:
        writer, reason = self._writer, self._random.choice(_REASONS)
        done = ago > 20  # noqa: PLR2004 - days
        writer.returned(order, max(0, ago - 8), "received" if done else "open", reason, line)
        if done:
            sku, quantity = line
            writer.add(
                "refunds",
                invoice_number=invoice,
                amount=PRICES[sku] * quantity,
                reason=reason,
                status="refunded",
                made_on=writer.day(ago - 18),
            )

    def _subscription(self, customer: str, since: int) -> None:
        chance, writer = self._random, self._writer
        number, plan = f"S-{customer[2:]}", chance.choice([*PLANS])
        status = chance.choice(("active", "active", "active", "paused", "cancelled"))
        ended = chance.randint(1, since) if status == "cancelled" else 0
        writer.subscribed(number, customer, plan, status, since, -ended)
        if status == "active":
            writer.month(number, customer, since % MONTH, PLANS[plan])


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
        return "placed"
    return "delivered" if shipment == "delivered" else "shipped"


def _shipment(ago: int) -> str | None:
    """What the carrier says of its parcel; None before there is one."""
    if ago < 1:
        return None
    if ago < _ON_THE_WAY:
        return "in_transit"
    return "out_for_delivery" if ago == _ON_THE_WAY else "delivered"
