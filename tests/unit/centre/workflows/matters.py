# ruff: noqa: RUF001 - the Russian words are Russian
"""A matter for each shipped workflow: what is written, what systems say, what has to come of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from orchestration.schemas import Json

CUSTOMER = {"id": "C-1001"}
ADDRESS = {"street": "Calle Mayor 7", "postcode": "28013", "city": "Madrid", "country": "Spain"}
KETTLE = {
    "sku": "KET-01",
    "name": "Gooseneck kettle",
    "quantity": 1,
    "price": "69.00 EUR",
    "price_minor": 6900,
}
TEA = {
    "sku": "TEA-10",
    "name": "Assam tea, 250 g",
    "quantity": 2,
    "price": "12.50 EUR",
    "price_minor": 1250,
}


def order(**changes: Json) -> dict[str, Json]:
    """An order as the ERP answers."""
    return {
        "order_number": "4711",
        "status": "shipped",
        "placed_on": "2026-11-17",
        "total": "69.00 EUR",
        "total_minor": 6900,
        "currency": "EUR",
        "customer": CUSTOMER,
        "lines": [KETTLE],
        "tracking_number": "700210001",
        "carrier_status": "in_transit",
        "expected_on": "2026-11-23",
        "delivered_on": None,
        **ADDRESS,
        **changes,
    }


def invoice(**changes: Json) -> dict[str, Json]:
    """An invoice as billing answers."""
    return {
        "invoice_number": "20102",
        "order_number": "4711",
        "subscription_number": None,
        "issued_on": "2026-11-17",
        "due_on": "2026-12-01",
        "total": "69.00 EUR",
        "total_minor": 6900,
        "currency": "EUR",
        "status": "paid",
        "customer": CUSTOMER,
        "payments": [
            {
                "id": "PAY-1",
                "amount": "69.00 EUR",
                "amount_minor": 6900,
                "method": "card",
                "card": "4242",
                "status": "booked",
                "made_on": "2026-11-17",
                "reason": None,
            }
        ],
        "paid_minor": 6900,
        "refunded_minor": 0,
        "credited_minor": 0,
        "overpaid_minor": 0,
        "card_accounts": 1,
        "sent_times": 1,
        "sent_on": "2026-11-17",
        **changes,
    }


def charge(**changes: Json) -> dict[str, Json]:
    """A row of what was taken."""
    return {
        "invoice_number": "20102",
        "amount": "69.00 EUR",
        "amount_minor": 6900,
        "currency": "EUR",
        "method": "card",
        "status": "booked",
        "made_on": "2026-11-17",
        **changes,
    }


def subscription(**changes: Json) -> dict[str, Json]:
    """A subscription as billing answers."""
    return {
        "subscription_number": "S-1001",
        "plan": "Small leaf box",
        "price": "15.00 EUR",
        "price_minor": 1500,
        "status": "active",
        "since": "2025-10-17",
        "next_payment": "2026-12-01",
        "ends_on": None,
        "customer": CUSTOMER,
        **changes,
    }


PLANS = [
    {"plan": "Small leaf box", "price": "15.00 EUR", "price_minor": 1500},
    {"plan": "Big leaf box", "price": "27.00 EUR", "price_minor": 2700},
    {"plan": "Office leaf box", "price": "64.00 EUR", "price_minor": 6400},
]
ARRIVED = order(status="delivered", carrier_status="delivered", delivered_on="2026-11-19")
FAILED = {"amount": "27.00 EUR", "amount_minor": 2700, "status": "failed", "reason": "declined"}
UNPAID = invoice(status="overdue", paid_minor=0, payments=[FAILED], total="27.00 EUR")


@dataclass(frozen=True)
class Matter:
    """What Ana writes, what systems answer before and after, what is proposed, what she reads."""

    workflow: str
    words: Sequence[str]
    answers: Mapping[str, Json]
    proposed: Sequence[tuple[str, Mapping[str, Json]]] = ()
    results: Mapping[str, Json] = field(default_factory=dict)
    after: Mapping[str, Json] = field(default_factory=dict)
    then: Sequence[tuple[str, Mapping[str, Json]]] = ()
    hears: Sequence[str] = ()


MATTERS = (
    Matter(
        "order-status",
        ["Where is my order 4711?"],
        {"erp.find_order": order()},
        hears=["4711", "700210001", "2026-11-23"],
    ),
    Matter(
        "order-status",
        ["Where is my parcel?"],
        {"erp.list_orders": [order(), order(status="delivered")], "erp.find_order": order()},
        hears=["4711", "2026-11-23"],
    ),
    Matter(
        "delivery-reschedule",
        ["Please deliver order 4711 on 2026-11-25 instead"],
        {"erp.find_order": order()},
        [("erp.reschedule_delivery", {"order_number": "4711", "deliver_on": "2026-11-25"})],
        {"erp.reschedule_delivery": {"order_number": "4711", "expected_on": "2026-11-25"}},
        {"erp.find_order": order(expected_on="2026-11-25")},
        hears=["4711", "2026-11-25"],
    ),
    Matter(
        "invoice-copy",
        ["Please send me the invoice for order 4711 again."],
        {"billing.find_order_invoice": invoice()},
        [("billing.resend_invoice", {"invoice_number": "20102"})],
        {
            "billing.resend_invoice": {
                "invoice_number": "20102",
                "sent_on": "2026-11-21",
                "sent_times": 2,
                "sent_to": "a***@example.org",
            }
        },
        hears=["20102"],
    ),
    Matter(
        "account-access",
        ["I cannot sign in, my account is locked"],
        {"crm.find_account": {"customer_id": "C-1001", "state": "locked"}},
        [("crm.unlock_account", {})],
        {
            "crm.unlock_account": {"customer_id": "C-1001", "state": "active"},
            "crm.send_sign_in_link": {"sent_to": "a***@example.org", "number": 1},
        },
        {"crm.find_account": {"customer_id": "C-1001", "state": "active"}},
        [("crm.send_sign_in_link", {})],
        ["link"],
    ),
    Matter(
        "plan-change",
        ["Please switch me from the small box to the big one"],
        {
            "billing.list_subscriptions": [subscription()],
            "billing.list_plans": PLANS,
            "billing.find_subscription": subscription(),
        },
        [("billing.change_plan", {"subscription_number": "S-1001", "plan": "Big leaf box"})],
        {
            "billing.change_plan": {
                "subscription_number": "S-1001",
                "plan": "Big leaf box",
                "price": "27.00 EUR",
                "price_minor": 2700,
                "from_plan": "Small leaf box",
            }
        },
        {"billing.find_subscription": subscription(plan="Big leaf box")},
        hears=["S-1001", "Big leaf box", "27.00 EUR"],
    ),
    Matter(
        "cancellation",
        ["I want to cancel my subscription"],
        {
            "billing.list_subscriptions": [subscription()],
            "billing.find_subscription": subscription(),
        },
        [("billing.cancel_subscription", {"subscription_number": "S-1001"})],
        {"billing.cancel_subscription": {"status": "cancelled", "ends_on": "2026-12-01"}},
        {
            "billing.list_subscriptions": [subscription(status="cancelled")],
            "billing.find_subscription": subscription(status="cancelled", ends_on="2026-12-01"),
        },
        hears=["S-1001", "2026-12-01"],
    ),
    Matter(
        "cancellation",
        ["Cancelled by mistake, please resume my subscription S-1001"],
        {
            "billing.list_subscriptions": [subscription(status="cancelled")],
            "billing.find_subscription": subscription(status="cancelled"),
        },
        [("billing.resume_subscription", {"subscription_number": "S-1001"})],
        {"billing.resume_subscription": {"status": "active", "next_payment": "2026-12-01"}},
        {"billing.find_subscription": subscription()},
        hears=["S-1001", "2026-12-01"],
    ),
    Matter(
        "cancellation",
        ["Can you still cancel order 4711?"],
        {"erp.find_order": order(status="placed", carrier_status=None)},
        [("erp.cancel_order", {"order_number": "4711"})],
        {"erp.cancel_order": {"order_number": "4711", "status": "cancelled"}},
        {"erp.find_order": order(status="cancelled", carrier_status=None)},
        hears=["4711"],
    ),
    Matter(
        "address-change",
        ["I have moved, my new address is Calle Larga 5, 41001 Sevilla."],
        {
            "crm.find_customer": {"id": "C-1001", **ADDRESS},
            "erp.list_orders": [order(status="placed")],
            "erp.find_order": order(status="placed"),
        },
        [
            (
                "erp.change_delivery_address",
                {
                    "order_number": "4711",
                    "street": "Calle Larga 5",
                    "postcode": "41001",
                    "city": "Sevilla",
                    "country": "Spain",
                },
            ),
            (
                "crm.change_address",
                {
                    "street": "Calle Larga 5",
                    "postcode": "41001",
                    "city": "Sevilla",
                    "country": "Spain",
                },
            ),
        ],
        {
            "erp.change_delivery_address": {"order_number": "4711"},
            "crm.change_address": {"customer_id": "C-1001", "changed": True},
        },
        {
            "crm.find_customer": {
                "street": "Calle Larga 5",
                "postcode": "41001",
                "country": "Spain",
            },
            "erp.find_order": order(status="placed", street="Calle Larga 5", postcode="41001"),
        },
        hears=["Calle Larga 5", "41001 Sevilla", "4711"],
    ),
    Matter(
        "duplicate-charge",
        ["С меня дважды списали деньги за заказ 4711"],
        {
            "billing.find_order_invoice": invoice(paid_minor=13800, overpaid_minor=6900),
            "billing.find_invoice": invoice(paid_minor=13800, overpaid_minor=6900),
        },
        [
            (
                "billing.refund",
                {"invoice_number": "20102", "amount_minor": 6900, "reason": "charged twice"},
            )
        ],
        {
            "billing.refund": {
                "refund_number": "R-1",
                "invoice_number": "20102",
                "amount": "69.00 EUR",
                "amount_minor": 6900,
                "status": "pending",
            }
        },
        {"billing.find_invoice": invoice(paid_minor=13800, refunded_minor=6900)},
        hears=["20102", "69.00 EUR", "R-1"],
    ),
    Matter(
        "duplicate-charge",
        ["There are two identical payments on my card"],
        {
            "billing.list_charges": [charge(), charge(), charge(invoice_number="20001")],
            "billing.find_invoice": invoice(paid_minor=13800, overpaid_minor=6900),
        },
        [
            (
                "billing.refund",
                {"invoice_number": "20102", "amount_minor": 6900, "reason": "charged twice"},
            )
        ],
        {"billing.refund": {"refund_number": "R-1", "amount": "69.00 EUR"}},
        {"billing.find_invoice": invoice(paid_minor=13800, refunded_minor=6900)},
        hears=["20102", "69.00 EUR", "R-1"],
    ),
    Matter(
        "failed-payment",
        ["My card was declined, can you try again?"],
        {
            "billing.list_charges": [charge(status="failed"), charge(invoice_number="20001")],
            "billing.find_invoice": UNPAID,
        },
        [("billing.retry_payment", {"invoice_number": "20102"})],
        {
            "billing.retry_payment": {
                "invoice_number": "20102",
                "payment_status": "booked",
                "reason": None,
            }
        },
        {"billing.find_invoice": invoice(total="27.00 EUR")},
        hears=["20102", "27.00 EUR"],
    ),
    Matter(
        "billing-dispute",
        ["Why did you take 69 euros? That is not what we agreed."],
        {
            "billing.list_charges": [charge(), charge(amount_minor=1500, invoice_number="20001")],
            "billing.find_invoice": invoice(),
        },
        [
            (
                "crm.open_case",
                {
                    "topic": "Disputed invoice",
                    "note": "The customer disputes invoice 20102 of 69.00 EUR, status paid.",
                },
            )
        ],
        {"crm.open_case": {"case_id": "CAS-9"}},
        hears=["20102", "69.00 EUR", "CAS-9"],
    ),
    Matter(
        "billing-dispute",
        ["You took too much on invoice 20102, I dispute this"],
        {"billing.find_invoice": invoice(paid_minor=7900, overpaid_minor=1000)},
        [
            (
                "billing.refund",
                {
                    "invoice_number": "20102",
                    "amount_minor": 1000,
                    "reason": "paid more than the invoice",
                },
            )
        ],
        {"billing.refund": {"refund_number": "R-2", "amount": "10.00 EUR"}},
        {"billing.find_invoice": invoice(paid_minor=7900, refunded_minor=1000)},
        hears=["20102", "10.00 EUR", "R-2"],
    ),
    Matter(
        "damaged-item",
        ["The kettle of order 4711 arrived broken", "A new one, please"],
        {"erp.find_order": {**ARRIVED, "lines": [KETTLE, TEA]}},
        [
            (
                "erp.send_replacement",
                {
                    "order_number": "4711",
                    "sku": "KET-01",
                    "quantity": 1,
                    "reason": "damaged or wrong",
                },
            )
        ],
        {"erp.send_replacement": {"order_number": "5301", "for_order": "4711", "status": "placed"}},
        hears=["Gooseneck kettle", "5301"],
    ),
    Matter(
        "damaged-item",
        ["La tetera del pedido 4711 llegó rota, quiero que me devuelvan el dinero"],
        {"erp.find_order": ARRIVED, "billing.find_order_invoice": invoice()},
        [
            (
                "billing.refund",
                {"invoice_number": "20102", "amount_minor": 6900, "reason": "damaged or wrong"},
            )
        ],
        {"billing.refund": {"refund_number": "R-3", "amount": "69.00 EUR"}},
        hears=["Gooseneck kettle", "69.00 EUR", "R-3"],
    ),
    Matter(
        "return-and-refund",
        ["I want to send back order 4711"],
        {"erp.find_order": ARRIVED},
        [
            (
                "erp.open_return",
                {"order_number": "4711", "sku": "KET-01", "quantity": 1, "reason": "changed mind"},
            )
        ],
        {"erp.open_return": {"return_number": "RET-4", "order_number": "4711", "label": "…"}},
        {"erp.find_return": {"return_number": "RET-4", "status": "open"}},
        hears=["RET-4", "Gooseneck kettle", "4711"],
    ),
    Matter(
        "return-and-refund",
        ["Where is my refund for order 4711? You have the kettle back."],
        {
            "erp.find_order": ARRIVED,
            "erp.find_return": {"return_number": "RET-4", "status": "received"},
            "billing.find_order_invoice": invoice(),
        },
        [
            (
                "billing.refund",
                {"invoice_number": "20102", "amount_minor": 6900, "reason": "goods returned"},
            )
        ],
        {"billing.refund": {"refund_number": "R-5", "amount": "69.00 EUR"}},
        {"billing.find_refund": {"refund_number": "R-5", "amount": "69.00 EUR"}},
        hears=["Gooseneck kettle", "69.00 EUR", "R-5"],
    ),
)
