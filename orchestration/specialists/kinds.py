"""What customers name that can be looked up, or lead to it."""

from collections.abc import Iterable
from enum import StrEnum


class Kind(StrEnum):
    """The kinds; a specialist's file says by these words what it needs, a handoff what is known."""

    ORDER = "order_number"
    INVOICE = "invoice_number"
    SUBSCRIPTION = "subscription_number"
    TRACKING = "tracking_number"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    AMOUNT = "amount"
    DATE = "date"


def kinds_among(names: Iterable[str]) -> list[Kind]:
    """Those of these names that are kinds."""
    return [Kind(name) for name in names if name in set(Kind)]
