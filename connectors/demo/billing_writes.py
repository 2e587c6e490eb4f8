"""What billing can be asked to do with money, and with an invoice."""

from typing import Any

from connectors.demo.accounting import DUE, paid, refunded
from connectors.demo.arguments import Minor, Number, Words
from connectors.demo.owning import e_mail, masked, own, own_by_invoice
from connectors.demo.schema import Records, Row, find, money, next_number, today
from connectors.demo.serving import Refused, check_status, keep, update
from connectors.demo.subscription_writes import pay_subscription

#: A payment that failed for this reason fails again; another one goes through the next time.
_LASTING = "card expired"


def refund(
    records: Records,
    customer_id: Number,
    invoice_number: Number,
    amount_minor: Minor,
    reason: Words,
) -> dict[str, Any]:
    """Pays back something of what was paid on an invoice; it can be cancelled while pending."""
    own(records, "invoices", customer_id, invoice_number)
    left = paid(records, invoice_number) - refunded(records, invoice_number)
    if amount_minor > left:
        msg = "that is more than was paid on the invoice and not refunded yet"
        raise Refused(msg)
    made: Row = {
        "number": next_number(records, "refunds", "RF-"),
        "invoice_number": invoice_number,
        "amount": amount_minor,
        "reason": reason,
        "status": "pending",
        "made_on": today(records).isoformat(),
    }
    keep(records, "refunds", made)
    if amount_minor == left:
        update(records, "invoices", invoice_number, status="refunded")
    return {
        "refund_number": made["number"],
        "invoice_number": invoice_number,
        **money("amount", amount_minor),
        "status": "pending",
    }


def cancel_refund(records: Records, customer_id: Number, refund_number: Number) -> dict[str, Any]:
    """Cancels a refund that is still pending."""
    found = own_by_invoice(records, "refunds", customer_id, refund_number)
    check_status(found, {"pending"}, "the refund cannot be cancelled: it is")
    update(records, "refunds", refund_number, status="cancelled")
    for each in find(records, "invoices", number=found["invoice_number"], status="refunded"):
        update(records, "invoices", each["number"], status="paid")
    return {"refund_number": refund_number, "status": "cancelled"}


def credit(
    records: Records, customer_id: Number, amount_minor: Minor, reason: Words
) -> dict[str, Any]:
    """Gives a customer an amount off what they buy next."""
    own(records, "customers", customer_id, customer_id)
    made: Row = {
        "number": next_number(records, "credits", "CR-"),
        "customer": customer_id,
        "amount": amount_minor,
        "reason": reason,
        "status": "open",
        "made_on": today(records).isoformat(),
    }
    keep(records, "credits", made)
    return {"credit_number": made["number"], **money("amount", amount_minor), "status": "open"}


def cancel_credit(records: Records, customer_id: Number, credit_number: Number) -> dict[str, Any]:
    """Takes a credit back."""
    found = own(records, "credits", customer_id, credit_number)
    check_status(found, {"open"}, "the credit cannot be cancelled: it is")
    update(records, "credits", credit_number, status="cancelled")
    return {"credit_number": credit_number, "status": "cancelled"}


def retry_payment(records: Records, customer_id: Number, invoice_number: Number) -> dict[str, Any]:
    """Tries a payment that failed once more, for an invoice that is due."""
    invoice = own(records, "invoices", customer_id, invoice_number)
    check_status(invoice, DUE, "nothing is due on the invoice: it is")
    tried = find(records, "payments", invoice_number=invoice_number, status="failed")
    if not tried:
        msg = "no payment on the invoice has failed"
        raise Refused(msg)
    last = max(tried, key=lambda each: str(each["made_on"]))
    fails = last["reason"] == _LASTING
    made = {
        **last,
        "id": next_number(records, "payments", "PAY-"),
        "status": "failed" if fails else "booked",
        "reason": last["reason"] if fails else None,
        "made_on": today(records).isoformat(),
    }
    keep(records, "payments", made)
    if not fails:
        update(records, "invoices", invoice_number, status="paid")
        pay_subscription(records, invoice["subscription_number"])
    return {
        "invoice_number": invoice_number,
        "payment_status": made["status"],
        "reason": made["reason"],
    }


def resend_invoice(records: Records, customer_id: Number, invoice_number: Number) -> dict[str, Any]:
    """Sends a copy of an invoice to the e-mail address on file."""
    invoice = own(records, "invoices", customer_id, invoice_number)
    times, sent_on = int(invoice["sent_times"] or 0) + 1, today(records).isoformat()
    update(records, "invoices", invoice_number, sent_times=times, sent_on=sent_on)
    return {
        "invoice_number": invoice_number,
        "sent_on": sent_on,
        "sent_times": times,
        "sent_to": masked(e_mail(records, customer_id)),
    }


ONCE = (refund, cancel_refund, credit, cancel_credit, retry_payment)
EACH_TIME = (resend_invoice,)
