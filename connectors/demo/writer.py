"""Writes the records of one customer after another, each with what belongs to it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count

from connectors.demo.catalogue import PLANS, PRICES, PRODUCTS
from connectors.demo.schema import ADDRESS, Records, Row, Value, add, find
from connectors.demo.subscription_writes import MONTH

#: How the rows are called that have no name of their own.
_NAMES = {"entitlements": "ENT-", "cases": "CAS-", "order_lines": "ORD-", "payments": "PAY-"}
_FIRST_NAMES = {"refunds": ("RF-", 30_001), "credits": ("CR-", 40_001)}
#: Of another number than ours, so that cards do not follow one another; no two are the same.
_SPREAD, _CARDS = 7919, 10_000


class Writer:
    """Adds rows with numbers that go on; days are so many ago, and later ones negative."""

    def __init__(self, records: Records, today: date) -> None:
        self.today = today
        self._records = records
        self._parcels = count(700_210_001)
        self._invoices = count(20_101)
        self._ids = count(1)
        self._named = {table: count(first) for table, (_, first) in _FIRST_NAMES.items()}
        self._payers: dict[str, str] = {}
        #: Whose card is not their own.
        self.cards: dict[str, str] = {}

    def shop(self) -> None:
        """What is sold, and the day that it is."""
        self.add("calendar", id=1, today=self.today.isoformat())
        for values in PRODUCTS:
            columns = ("sku", "name", "price", "stock", "warranty_months")
            row: Row = dict(zip(columns, values, strict=True))
            self.add("products", **row)
        for plan, price in PLANS.items():
            self.add("plans", plan=plan, price=price)

    def add(self, table: str, **row: Value) -> None:
        """Keeps a row; one without a name of its own gets a number."""
        if table in _NAMES:
            row = {"id": f"{_NAMES[table]}{next(self._ids)}", **row}
        if table in _FIRST_NAMES:
            row = {"number": f"{_FIRST_NAMES[table][0]}{next(self._named[table])}", **row}
        add(self._records, table, row)

    def day(self, ago: int) -> str:
        """The day so many days ago; later ones are negative."""
        return (self.today - timedelta(days=ago)).isoformat()

    def account(self, customer: str, seen: int, state: str = "active", why: str = "") -> None:
        """Keeps an account: last used so many days ago, and locked or disabled the day after."""
        self.add(
            "accounts",
            customer=customer,
            state=state,
            locked_on=self.day(seen - 1) if why else None,
            reason=why or None,
            last_sign_in=self.day(seen),
        )

    def ordered(
        self, number: str, customer: str, ago: int, status: str, lines: Sequence[tuple[str, int]]
    ) -> int:
        """Keeps an order that goes to the customer's address; returns its total."""
        (owner,) = find(self._records, "customers", id=customer)
        total = sum(PRICES[sku] * quantity for sku, quantity in lines)
        self.add(
            "orders",
            number=number,
            customer=customer,
            placed_on=self.day(ago),
            status=status,
            total=total,
            **{name: owner[name] for name in ADDRESS},
        )
        for sku, quantity in lines:
            price = PRICES[sku]
            self.add("order_lines", order_number=number, sku=sku, quantity=quantity, price=price)
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

    def returned(
        self, order: str, ago: int, status: str, reason: str, line: tuple[str, int]
    ) -> None:
        """Keeps the return of one line of an order."""
        sku, quantity = line
        self.add(
            "returns",
            number=f"R-{order}",
            order_number=order,
            sku=sku,
            quantity=quantity,
            reason=reason,
            status=status,
            opened_on=self.day(ago),
        )

    def invoiced(
        self, customer: str, ago: int, total: int, *, order: str = "", subscription: str = ""
    ) -> str:
        """Keeps an invoice, which is paid unless somebody says otherwise; returns its number."""
        number = f"INV-{next(self._invoices)}"
        self._payers[number] = customer
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
            sent_times=0,
        )
        return number

    def paid(
        self, invoice: str, amount: int, ago: int, method: str = "card", **other: Value
    ) -> None:
        """Keeps a payment that was booked, unless `other` columns say otherwise."""
        payer = self._payers[invoice]
        card = self.cards.get(payer, card_of(payer)) if method == "card" else None
        row = {"card": card, "status": "booked", **other}
        self.add(
            "payments",
            invoice_number=invoice,
            amount=amount,
            method=method,
            made_on=self.day(ago),
            **row,
        )

    def unpaid(self, invoice: str, amount: int, ago: int, reason: str) -> None:
        """Keeps a payment that failed for that reason; what it was for is due."""
        self.paid(invoice, amount, ago, status="failed", reason=reason)
        overdue = find(self._records, "invoices", number=invoice)[0]["due_on"]
        late = str(overdue) < self.today.isoformat()
        self.set("invoices", invoice, "overdue" if late else "open")

    def set(self, table: str, number: str, status: str) -> None:
        """Gives a row another status."""
        query = f"UPDATE {table} SET status = ? WHERE number = ?"  # noqa: S608 - our names
        self._records.execute(query, (status, number))

    def subscribed(
        self, number: str, customer: str, plan: str, status: str, since: int, left: int = 0
    ) -> None:
        """Keeps a subscription; one that is cancelled ends, or ended, in `left` days."""
        active = status == "active"
        self.add(
            "subscriptions",
            number=number,
            customer=customer,
            plan=plan,
            price=PLANS[plan],
            status=status,
            since=self.day(since),
            next_payment=self.day(since % MONTH - MONTH) if active else None,
            ends_on=self.day(-left) if status == "cancelled" else None,
        )

    def month(self, number: str, customer: str, ago: int, amount: int, failed: str = "") -> None:
        """Keeps the invoice of a subscription's month: paid, or not for the reason `failed`."""
        invoice = self.invoiced(customer, ago, amount, subscription=number)
        if failed:
            self.unpaid(invoice, amount, ago, failed)
        else:
            self.paid(invoice, amount, ago)


def card_of(customer: str) -> str:
    """The last four digits of a customer's card, which no other customer's card has."""
    return f"{int(customer.removeprefix('C-')) * _SPREAD % _CARDS:04}"
