"""What the ERP can be asked to do: it looks at an order as it stands, and at whose it is."""

from datetime import date, timedelta
from typing import Any

from connectors.demo.arguments import Day, Number, Quantity, Words
from connectors.demo.owning import address, own, own_by_order
from connectors.demo.schema import ADDRESS, Records, Row, find, next_number, one, today
from connectors.demo.serving import Refused, check_status, keep, update

#: Carriers keep a parcel for so many days.
_KEPT = 14


def change_delivery_address(  # noqa: PLR0913, PLR0917 - an address has these parts
    records: Records,
    customer_id: Number,
    order_number: Number,
    street: Words,
    postcode: Words,
    city: Words,
    country: Words,
) -> dict[str, Any]:
    """Changes where an order goes, before it is shipped."""
    order = own(records, "orders", customer_id, order_number)
    check_status(order, {"placed", "packed"}, "the address cannot be changed: the order is")
    given = address(street, postcode, city, country)
    update(records, "orders", order_number, **given)
    return {"order_number": order_number, **given}


def reschedule_delivery(
    records: Records, customer_id: Number, order_number: Number, deliver_on: Day
) -> dict[str, Any]:
    """Has the carrier deliver a parcel that is in transit on another day."""
    own(records, "orders", customer_id, order_number)
    parcels = find(records, "shipments", order_number=order_number, status="in_transit")
    if not parcels:
        msg = "the carrier has no parcel of this order in transit"
        raise Refused(msg)
    try:
        day = date.fromisoformat(deliver_on)
    except ValueError:
        msg = "there is no such day"
        raise Refused(msg) from None
    first = today(records) + timedelta(days=1)
    if not first <= day < first + timedelta(days=_KEPT):
        msg = f"the carrier delivers on one of the next {_KEPT} days"
        raise Refused(msg)
    update(records, "shipments", parcels[0]["number"], expected_on=deliver_on)
    return {
        "order_number": order_number,
        "tracking_number": parcels[0]["number"],
        "expected_on": deliver_on,
    }


def cancel_order(records: Records, customer_id: Number, order_number: Number) -> dict[str, Any]:
    """Cancels an order that is not packed yet; what was paid is billing's to give back."""
    order = own(records, "orders", customer_id, order_number)
    check_status(order, {"placed"}, "the order cannot be cancelled: it is")
    update(records, "orders", order_number, status="cancelled")
    return {"order_number": order_number, "status": "cancelled"}


def open_return(
    records: Records,
    customer_id: Number,
    order_number: Number,
    sku: Number,
    quantity: Quantity,
    reason: Words,
) -> dict[str, Any]:
    """Opens a return of what was delivered, with the label for its parcel."""
    order = own(records, "orders", customer_id, order_number)
    check_status(order, {"delivered"}, "nothing of the order can come back: it is")
    returns = find(records, "returns", order_number=order_number)
    back = sum(
        int(each["quantity"] or 0)
        for each in returns
        if each["sku"] == sku and each["status"] != "cancelled"
    )
    _check_left(records, order_number, sku, quantity, back)
    number = f"R-{order_number}-{len(returns) + 1}" if returns else f"R-{order_number}"
    opened: Row = {
        "number": number,
        "order_number": order_number,
        "sku": sku,
        "quantity": quantity,
        "reason": reason,
        "status": "open",
        "opened_on": today(records).isoformat(),
    }
    keep(records, "returns", opened)
    label = f"RETURN {number}: Kettle & Leaf, Returns, Am Markt 4, 20095 Hamburg"
    return {"return_number": number, "order_number": order_number, "label": label}


def cancel_return(records: Records, customer_id: Number, return_number: Number) -> dict[str, Any]:
    """Cancels a return of which nothing has arrived."""
    found = own_by_order(records, "returns", customer_id, return_number)
    check_status(found, {"open"}, "the return cannot be cancelled: it is")
    update(records, "returns", return_number, status="cancelled")
    return {"return_number": return_number, "status": "cancelled"}


def send_replacement(
    records: Records,
    customer_id: Number,
    order_number: Number,
    sku: Number,
    quantity: Quantity,
    reason: Words,
) -> dict[str, Any]:
    """Sends something of an order again for nothing: an order of its own, to the same address."""
    order = own(records, "orders", customer_id, order_number)
    check_status(order, {"shipped", "delivered"}, "there is nothing to replace: the order is")
    again = sum(
        int(line["quantity"] or 0)
        for each in find(records, "orders", replaces=order_number)
        if each["status"] != "cancelled"
        for line in find(records, "order_lines", order_number=each["number"], sku=sku)
    )
    _check_left(records, order_number, sku, quantity, again)
    if int(one(records, "products", sku=sku)["stock"] or 0) < quantity:
        msg = "there is not enough of it in stock"
        raise Refused(msg)
    number = next_number(records, "orders")
    replacement: Row = {
        "number": number,
        "customer": customer_id,
        "placed_on": today(records).isoformat(),
        "status": "placed",
        "total": 0,
        "replaces": order_number,
        "reason": reason,
        **{name: order[name] for name in ADDRESS},
    }
    keep(records, "orders", replacement)
    line: Row = {"order_number": number, "sku": sku, "quantity": quantity, "price": 0}
    keep(records, "order_lines", {"id": next_number(records, "order_lines", "ORD-"), **line})
    return {"order_number": number, "for_order": order_number, "status": "placed"}


def _check_left(records: Records, order: str, sku: str, quantity: int, gone: int) -> None:
    """Refuses more of a thing than the order had of it and is not spoken for."""
    lines = find(records, "order_lines", order_number=order, sku=sku)
    if not lines:
        msg = "the order had no such thing"
        raise Refused(msg)
    if gone + quantity > sum(int(each["quantity"] or 0) for each in lines):
        msg = "the order did not have so many of it, or they are spoken for already"
        raise Refused(msg)


ONCE = (change_delivery_address, cancel_order, open_return, cancel_return, send_replacement)
EACH_TIME = (reschedule_delivery,)
