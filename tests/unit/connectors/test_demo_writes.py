"""What the demo's systems can be asked to do: what it changes, and what they refuse."""

import pytest

from connectors.demo.systems import ANA
from tests.unit.connectors.demo_systems import Demo, ToolRefused

BORIS = "C-1002"
TODAY = "2026-11-21"
ADDRESS: dict[str, object] = {
    "street": "Rua Augusta 9",
    "postcode": "11001",
    "city": "Lisboa",
    "country": "Portugal",
}
GLASSES = {"order_number": "4602", "sku": "CUP-20", "quantity": 1, "reason": "broken"}


async def test_the_address_on_file(demo: Demo) -> None:
    """It changes, blanks around it are left out, and orders keep theirs."""
    padded = ADDRESS | {"street": " Rua  Augusta 9 "}
    answer = await demo.call("crm.change_address", customer_id=ANA, **padded, key="1")
    assert answer == {"customer_id": ANA, **ADDRESS, "changed": True}
    customer = await demo.call("crm.find_customer", customer_id=ANA)
    assert customer.items() >= ADDRESS.items()
    assert (await demo.call("erp.find_order", order_number="4699"))["street"] == "Calle Mayor 7"
    again = await demo.call("crm.change_address", customer_id=ANA, **ADDRESS, key="2")
    assert again["changed"] is False


async def test_a_case_from_its_opening_to_its_end(demo: Demo) -> None:
    """It is listed with its outcome, and closed once."""
    opened = await demo.call(
        "crm.open_case", customer_id=ANA, topic="Refund", note="Called twice.", key="1"
    )
    case = opened["case_id"]
    assert demo.row("cases", id=case)["note"] == "Called twice."
    closed = await demo.call(
        "crm.set_case_outcome", customer_id=ANA, case_id=case, outcome="Paid back.", key="2"
    )
    assert closed == {"case_id": case, "outcome": "Paid back.", "closed_on": TODAY}
    (listed,) = await demo.call("crm.list_cases", customer_id=ANA)
    assert (listed["opened_on"], listed["outcome"]) == (TODAY, "Paid back.")
    with pytest.raises(ToolRefused, match="closed already"):
        await demo.call(
            "crm.set_case_outcome", customer_id=ANA, case_id=case, outcome="Not.", key="3"
        )


async def test_who_is_locked_out_signs_in_again(demo: Demo) -> None:
    """A link is sent once the account is unlocked, and again each time that it is asked for."""
    with pytest.raises(ToolRefused, match="the account is locked"):
        await demo.call("crm.send_sign_in_link", customer_id=ANA)
    unlocked = await demo.call("crm.unlock_account", customer_id=ANA, key="1")
    assert unlocked == {"customer_id": ANA, "state": "active"}
    account = await demo.call("crm.find_account", customer_id=ANA)
    assert (account["state"], account["locked_on"], account["reason"]) == ("active", None, None)
    sent = [await demo.call("crm.send_sign_in_link", customer_id=ANA) for _ in range(2)]
    assert [each["sent_to"] for each in sent] == ["a***@example.org"] * 2
    assert [row["sent_on"] for row in demo.rows("links", customer=ANA)] == [TODAY, TODAY]


async def test_where_an_order_goes(demo: Demo) -> None:
    """It can be changed while the order is here, also once it is packed."""
    for customer, order in ((ANA, "4699"), ("C-1305", "6005")):
        answer = await demo.call(
            "erp.change_delivery_address",
            customer_id=customer,
            order_number=order,
            **ADDRESS,
            key=order,
        )
        assert answer == {"order_number": order, **ADDRESS}
        found = await demo.call("erp.find_order", order_number=order)
        assert found.items() >= ADDRESS.items()


async def test_another_day_for_a_parcel(demo: Demo) -> None:
    """The order and the carrier both say the new day."""
    answer = await demo.call(
        "erp.reschedule_delivery", customer_id=ANA, order_number="4711", deliver_on="2026-11-25"
    )
    parcel = await demo.call("erp.track_parcel", tracking_number=answer["tracking_number"])
    order = await demo.call("erp.find_order", order_number="4711")
    assert parcel["expected_on"] == order["expected_on"] == "2026-11-25"


async def test_an_order_that_is_not_packed_is_cancelled(demo: Demo) -> None:
    """What was paid for it stays billing's."""
    answer = await demo.call("erp.cancel_order", customer_id=ANA, order_number="4699", key="1")
    assert answer == {"order_number": "4699", "status": "cancelled"}
    assert (await demo.call("erp.find_order", order_number="4699"))["status"] == "cancelled"
    invoice = await demo.call("billing.find_order_invoice", order_number="4699")
    assert (invoice["status"], invoice["paid_minor"]) == ("paid", 7200)


async def test_a_return_and_its_end(demo: Demo) -> None:
    """One that is cancelled can be opened again, and the newest is found."""
    opened = await demo.call("erp.open_return", customer_id=ANA, **GLASSES, key="1")
    number = opened["return_number"]
    assert number in opened["label"]
    found = await demo.call("erp.find_return", order_number="4602")
    assert (found["status"], found["sku"], found["opened_on"]) == ("open", "CUP-20", TODAY)
    with pytest.raises(ToolRefused, match="spoken for"):
        await demo.call("erp.open_return", customer_id=ANA, **GLASSES, key="2")
    cancelled = await demo.call("erp.cancel_return", customer_id=ANA, return_number=number, key="3")
    assert cancelled == {"return_number": number, "status": "cancelled"}
    again = await demo.call("erp.open_return", customer_id=ANA, **GLASSES, key="4")
    assert again["return_number"] != number
    found = await demo.call("erp.find_return", order_number="4602")
    assert (found["return_number"], found["status"]) == (again["return_number"], "open")


async def test_a_replacement_is_an_order_for_nothing(demo: Demo) -> None:
    """It goes where the order went, and no more of a thing is replaced than was ordered."""
    sent = await demo.call("erp.send_replacement", customer_id=ANA, **GLASSES, key="1")
    assert (sent["for_order"], sent["status"]) == ("4602", "placed")
    order = await demo.call("erp.find_order", order_number=sent["order_number"])
    assert (order["customer"], order["total_minor"]) == ({"id": ANA}, 0)
    assert [(each["sku"], each["quantity"]) for each in order["lines"]] == [("CUP-20", 1)]
    assert order["street"] == "Calle Mayor 7"
    listed = await demo.call("erp.list_orders", customer_id=ANA)
    assert listed[0]["order_number"] == sent["order_number"]
    with pytest.raises(ToolRefused, match="spoken for"):
        await demo.call("erp.send_replacement", customer_id=ANA, **GLASSES, key="2")


async def test_a_second_charge_is_paid_back(demo: Demo) -> None:
    """Nothing is overpaid then; once all of it is on its way back, the invoice is refunded."""
    refund = {"customer_id": ANA, "invoice_number": "INV-20102", "reason": "charged twice"}
    before = await demo.call("billing.find_invoice", invoice_number="INV-20102")
    assert (before["paid_minor"], before["overpaid_minor"]) == (17800, 8900)
    made = await demo.call("billing.refund", **refund, amount_minor=8900, key="1")
    assert (made["amount"], made["status"]) == ("89.00 EUR", "pending")
    after = await demo.call("billing.find_invoice", invoice_number="INV-20102")
    assert (after["refunded_minor"], after["overpaid_minor"]) == (8900, 0)
    assert after["status"] == "paid"
    found = await demo.call("billing.find_refund", order_number="4650")
    assert found["refund_number"] == made["refund_number"]
    rest = await demo.call("billing.refund", **refund, amount_minor=8900, key="2")
    assert demo.row("invoices", number="INV-20102")["status"] == "refunded"
    with pytest.raises(ToolRefused, match="more than was paid"):
        await demo.call("billing.refund", **refund, amount_minor=1, key="3")
    number = rest["refund_number"]
    answer = await demo.call(
        "billing.cancel_refund", customer_id=ANA, refund_number=number, key="4"
    )
    assert answer == {"refund_number": number, "status": "cancelled"}
    assert demo.row("invoices", number="INV-20102")["status"] == "paid"
    found = await demo.call("billing.find_refund", order_number="4650")
    assert found["refund_number"] == made["refund_number"]  # not the cancelled one


async def test_a_credit_given_and_taken_back(demo: Demo) -> None:
    """Invoices say what the customer has to their credit."""
    reason = "late parcel"
    made = await demo.call(
        "billing.credit", customer_id=ANA, amount_minor=500, reason=reason, key="1"
    )
    assert (made["amount"], made["status"]) == ("5.00 EUR", "open")
    invoice = await demo.call("billing.find_invoice", invoice_number="INV-20101")
    assert invoice["credited_minor"] == 500
    number = made["credit_number"]
    answer = await demo.call(
        "billing.cancel_credit", customer_id=ANA, credit_number=number, key="2"
    )
    assert answer == {"credit_number": number, "status": "cancelled"}
    (listed,) = await demo.call("billing.list_credits", customer_id=ANA)
    assert (listed["status"], listed["amount_minor"]) == ("cancelled", 500)
    invoice = await demo.call("billing.find_invoice", invoice_number="INV-20101")
    assert invoice["credited_minor"] == 0


async def test_a_payment_that_goes_through_the_second_time(demo: Demo) -> None:
    """The invoice is paid, and the subscription that waited for it runs on."""
    answer = await demo.call(
        "billing.retry_payment", customer_id=ANA, invoice_number="INV-20106", key="1"
    )
    assert answer == {"invoice_number": "INV-20106", "payment_status": "booked", "reason": None}
    invoice = await demo.call("billing.find_invoice", invoice_number="INV-20106")
    assert (invoice["status"], invoice["paid_minor"]) == ("paid", 6400)
    assert {each["status"] for each in invoice["payments"]} == {"failed", "booked"}
    found = await demo.call("billing.find_subscription", subscription_number="S-2001")
    assert (found["status"], found["next_payment"]) == ("active", "2026-12-21")


async def test_a_card_that_has_expired_fails_again(demo: Demo) -> None:
    """The invoice stays open, and the attempt is on record."""
    answer = await demo.call(
        "billing.retry_payment", customer_id=BORIS, invoice_number="INV-20110", key="1"
    )
    assert (answer["payment_status"], answer["reason"]) == ("failed", "card expired")
    invoice = await demo.call("billing.find_invoice", invoice_number="INV-20110")
    assert invoice["status"] == "open"
    assert [each["made_on"] for each in invoice["payments"]].count(TODAY) == 1


@pytest.mark.parametrize(
    ("number", "before"), [("S-1001", "Small leaf box"), ("S-2001", "Office leaf box")]
)
async def test_another_plan(demo: Demo, number: str, before: str) -> None:
    """With its price, from the next payment on; also where the last one is overdue."""
    old = await demo.call("billing.find_subscription", subscription_number=number)
    answer = await demo.call(
        "billing.change_plan",
        customer_id=ANA,
        subscription_number=number,
        plan="Big leaf box",
        key=number,
    )
    assert (answer["from_plan"], answer["price_minor"]) == (before, 2700)
    found = await demo.call("billing.find_subscription", subscription_number=number)
    assert (found["plan"], found["price"]) == ("Big leaf box", "27.00 EUR")
    assert (found["status"], found["next_payment"]) == (old["status"], old["next_payment"])


async def test_a_subscription_ends_with_what_is_paid_for(demo: Demo) -> None:
    """Until then it can be resumed, and is paid next on that day."""
    which = {"customer_id": ANA, "subscription_number": "S-1001"}
    cancelled = await demo.call("billing.cancel_subscription", **which, key="1")
    assert (cancelled["status"], cancelled["ends_on"]) == ("cancelled", "2026-12-11")
    resumed = await demo.call("billing.resume_subscription", **which, key="2")
    assert (resumed["status"], resumed["next_payment"]) == ("active", "2026-12-11")
    assert demo.row("subscriptions", number="S-1001")["ends_on"] is None


@pytest.mark.parametrize(
    ("customer", "number", "day"), [("C-1312", "S-1312", TODAY), (ANA, "S-2002", "2026-12-03")]
)
async def test_what_can_be_resumed(demo: Demo, customer: str, number: str, day: str) -> None:
    """One that is paused is paid today, one that was cancelled when it would have ended."""
    answer = await demo.call(
        "billing.resume_subscription", customer_id=customer, subscription_number=number, key="1"
    )
    assert answer == {"subscription_number": number, "status": "active", "next_payment": day}


async def test_a_copy_of_an_invoice(demo: Demo) -> None:
    """It is sent each time that it is asked for."""
    which = {"customer_id": ANA, "invoice_number": "INV-20101"}
    await demo.call("billing.resend_invoice", **which)
    answer = await demo.call("billing.resend_invoice", **which)
    assert (answer["sent_times"], answer["sent_to"]) == (2, "a***@example.org")
    invoice = await demo.call("billing.find_invoice", invoice_number="INV-20101")
    assert (invoice["sent_times"], invoice["sent_on"]) == (2, TODAY)


#: Every write as it would be done for somebody: whose it is, and the arguments.
THEIRS: dict[str, tuple[str, dict[str, object]]] = {
    "erp.change_delivery_address": (ANA, {"order_number": "4699", **ADDRESS}),
    "erp.reschedule_delivery": (ANA, {"order_number": "4711", "deliver_on": "2026-11-25"}),
    "erp.cancel_order": (ANA, {"order_number": "4699"}),
    "erp.open_return": (ANA, GLASSES),
    "erp.cancel_return": ("C-1306", {"return_number": "R-6006"}),
    "erp.send_replacement": (ANA, GLASSES),
    "billing.refund": (
        ANA,
        {"invoice_number": "INV-20102", "amount_minor": 8900, "reason": "charged twice"},
    ),
    "billing.cancel_refund": ("C-1307", {"refund_number": "RF-30001"}),
    "billing.cancel_credit": ("C-1317", {"credit_number": "CR-40001"}),
    "billing.retry_payment": (ANA, {"invoice_number": "INV-20106"}),
    "billing.change_plan": (ANA, {"subscription_number": "S-1001", "plan": "Big leaf box"}),
    "billing.cancel_subscription": (ANA, {"subscription_number": "S-1001"}),
    "billing.resume_subscription": (ANA, {"subscription_number": "S-2002"}),
    "billing.resend_invoice": (ANA, {"invoice_number": "INV-20101"}),
}
KEYLESS = {"crm.send_sign_in_link", "erp.reschedule_delivery", "billing.resend_invoice"}


@pytest.mark.parametrize("tool", THEIRS)
async def test_what_is_anothers_is_refused(demo: Demo, tool: str) -> None:
    """Just as what is not there, and the owner may do it; no words tell whose it is."""
    owner, arguments = THEIRS[tool]
    key = {} if tool in KEYLESS else {"key": "1"}
    number = next(name for name in arguments if name.endswith("_number"))
    before, said = demo.everything(), []
    for wrong in ({"customer_id": BORIS}, {"customer_id": owner, number: "999999"}):
        with pytest.raises(ToolRefused) as refused:
            await demo.call(tool, **(arguments | wrong), **key)
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert "nothing of that name is among this customer's" in said[0]
    assert demo.everything() == before
    await demo.call(tool, customer_id=owner, **arguments, **key)
    assert demo.everything() != before


async def test_a_case_is_its_customers(demo: Demo) -> None:
    """Nobody closes another one's."""
    opened = await demo.call("crm.open_case", customer_id=ANA, topic="A", note="B", key="1")
    ended = {"case_id": opened["case_id"], "outcome": "Done.", "key": "2"}
    with pytest.raises(ToolRefused, match="among this customer's cases"):
        await demo.call("crm.set_case_outcome", customer_id=BORIS, **ended)
    assert demo.row("cases", id=opened["case_id"])["closed_on"] is None


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("crm.change_address", ADDRESS),
        ("crm.open_case", {"topic": "Refund", "note": "Called."}),
        ("crm.unlock_account", {}),
        ("crm.send_sign_in_link", {}),
        ("billing.credit", {"amount_minor": 500, "reason": "late"}),
    ],
)
async def test_who_is_no_customer_is_refused(
    demo: Demo, tool: str, arguments: dict[str, object]
) -> None:
    """Nothing is kept for them."""
    key = {} if tool in KEYLESS else {"key": "1"}
    before = demo.everything()
    with pytest.raises(ToolRefused, match="nothing of that name is among this customer's"):
        await demo.call(tool, customer_id="C-9999", **arguments, **key)
    assert demo.everything() == before


def _on(order: str, **other: object) -> dict[str, object]:
    return {"order_number": order, **other}


NONSENSE: list[tuple[str, str, dict[str, object], str]] = [
    ("crm.change_address", ANA, ADDRESS | {"city": " "}, "needs a street"),
    ("crm.change_address", ANA, ADDRESS | {"city": ""}, "at least 1 character"),
    ("crm.unlock_account", BORIS, {}, "it is active"),
    ("crm.unlock_account", "C-1311", {}, "it is disabled"),
    ("crm.send_sign_in_link", "C-1311", {}, "the account is disabled"),
    ("erp.change_delivery_address", ANA, _on("4711", **ADDRESS), "is shipped"),
    ("erp.change_delivery_address", "C-1319", _on("6019", **ADDRESS), "is cancelled"),
    ("erp.change_delivery_address", ANA, _on("4699", **ADDRESS) | {"street": "  "}, "needs a"),
    ("erp.reschedule_delivery", ANA, _on("4711", deliver_on="2026-11-21"), "next 14 days"),
    ("erp.reschedule_delivery", ANA, _on("4711", deliver_on="2026-12-06"), "next 14 days"),
    ("erp.reschedule_delivery", ANA, _on("4711", deliver_on="2026-11-31"), "no such day"),
    ("erp.reschedule_delivery", ANA, _on("4711", deliver_on="tomorrow"), "match pattern"),
    ("erp.reschedule_delivery", ANA, _on("4602", deliver_on="2026-11-25"), "in transit"),
    ("erp.reschedule_delivery", ANA, _on("4699", deliver_on="2026-11-25"), "in transit"),
    ("erp.cancel_order", "C-1305", _on("6005"), "it is packed"),
    ("erp.cancel_order", ANA, _on("4711"), "it is shipped"),
    ("erp.open_return", ANA, _on("4711", sku="KET-01", quantity=1, reason="no"), "it is shipped"),
    ("erp.open_return", ANA, GLASSES | {"sku": "KET-01"}, "had no such thing"),
    ("erp.open_return", ANA, GLASSES | {"quantity": 2}, "did not have so many"),
    ("erp.open_return", ANA, GLASSES | {"quantity": 0}, "greater than or equal to 1"),
    ("erp.open_return", ANA, GLASSES | {"reason": ""}, "at least 1 character"),
    ("erp.cancel_return", "C-1307", {"return_number": "R-6007"}, "it is received"),
    ("erp.send_replacement", ANA, _on("4699", sku="GRI-50", quantity=1, reason="no"), "is placed"),
    ("erp.send_replacement", ANA, GLASSES | {"sku": "KET-01"}, "had no such thing"),
    ("erp.send_replacement", ANA, GLASSES | {"quantity": 2}, "did not have so many"),
    (
        *("billing.refund", ANA),
        {"invoice_number": "INV-20101", "amount_minor": 9401, "reason": "no"},
        "more than was paid",
    ),
    (
        *("billing.refund", ANA),
        {"invoice_number": "INV-20106", "amount_minor": 1, "reason": "no"},  # it failed
        "more than was paid",
    ),
    (
        *("billing.refund", "C-1309"),
        {"invoice_number": "INV-20119", "amount_minor": 8901, "reason": "no"},  # authorised only
        "more than was paid",
    ),
    (
        *("billing.refund", ANA),
        {"invoice_number": "INV-20101", "amount_minor": -5, "reason": "no"},
        "greater than or equal to 1",
    ),
    ("billing.cancel_refund", "C-1308", {"refund_number": "RF-30002"}, "it is refunded"),
    ("billing.credit", ANA, {"amount_minor": 0, "reason": "no"}, "greater than or equal to 1"),
    ("billing.credit", ANA, {"amount_minor": "500", "reason": "no"}, "valid integer"),
    ("billing.retry_payment", ANA, {"invoice_number": "INV-20101"}, "it is paid"),
    (
        *("billing.change_plan", ANA),
        {"subscription_number": "S-1001", "plan": "Gold leaf box"},
        "Input should be 'Small leaf box'",
    ),
    (
        *("billing.change_plan", ANA),
        {"subscription_number": "S-1001", "plan": "Small leaf box"},
        "has that plan",
    ),
    (
        *("billing.change_plan", "C-1312"),
        {"subscription_number": "S-1312", "plan": "Big leaf box"},
        "is paused",
    ),
    ("billing.cancel_subscription", ANA, {"subscription_number": "S-2002"}, "cancelled already"),
    ("billing.resume_subscription", ANA, {"subscription_number": "S-1001"}, "is active"),
    ("billing.resume_subscription", ANA, {"subscription_number": "S-2001"}, "is past_due"),
    ("billing.resume_subscription", "C-1313", {"subscription_number": "S-1313"}, "has ended"),
]


@pytest.mark.parametrize(("tool", "customer", "arguments", "words"), NONSENSE)
async def test_nonsense_is_refused(
    demo: Demo, tool: str, customer: str, arguments: dict[str, object], words: str
) -> None:
    """In words that say why, and nothing has changed."""
    key = {} if tool in KEYLESS else {"key": "1"}
    before = demo.everything()
    with pytest.raises(ToolRefused, match=words):
        await demo.call(tool, customer_id=customer, **arguments, **key)
    assert demo.everything() == before


async def test_what_is_out_of_stock_is_not_replaced(demo: Demo) -> None:
    """Somebody had the last grinder, and it broke."""
    line = next(
        each
        for each in demo.rows("order_lines", sku="GRI-50")
        if demo.row("orders", number=each["order_number"])["status"] == "delivered"
    )
    order = demo.row("orders", number=line["order_number"])
    with pytest.raises(ToolRefused, match="not enough of it in stock"):
        await demo.call(
            "erp.send_replacement",
            customer_id=order["customer"],
            order_number=order["number"],
            sku="GRI-50",
            quantity=1,
            reason="broken",
            key="1",
        )


async def test_what_changed_last_is_shown_first(demo: Demo) -> None:
    """Whoever looks at the page sees it among hundreds of rows."""
    await demo.call(
        "billing.cancel_refund", customer_id="C-1307", refund_number="RF-30001", key="1"
    )
    await demo.call("erp.cancel_order", customer_id="C-1304", order_number="6004", key="2")
    await demo.call("crm.change_address", customer_id="C-1150", **ADDRESS, key="3")
    shown = {
        (system["name"], table["name"]): table["rows"]
        for system in demo.systems.view()
        for table in system["tables"]  # type: ignore[attr-defined]
    }
    assert shown["Billing", "Refunds"][0][0] == "RF-30001"
    assert shown["ERP", "Orders"][0][:3] == ["6004", "Nils Krause", "cancelled"]
    assert shown["CRM", "Customers"][0][0] == "C-1150"
    assert "Rua Augusta 9" in shown["CRM", "Customers"][0]
