"""Everything that the built-in brain says, by name; the wording is in `bot/texts/*/brain.ftl`.

A name that begins with `NOTE`, `DETAILS` or `SUMMARY` is for the staff. The others may stand in a
draft, where a person reads them before they are sent.
"""

from collections.abc import Callable
from enum import StrEnum

from orchestration.sentences import Facts


class BrainSentence(StrEnum):
    """The sentences, and the words that they are filled with."""

    NOTE_WANTS = "brain-note-wants"
    NOTE_ARTICLE = "brain-note-article"
    NOTE_FOREIGN = "brain-note-foreign"
    NOTE_NOTHING = "brain-note-nothing"
    CHARGED_AGAIN = "brain-charged-again"
    NOTE_PERHAPS = "brain-note-perhaps"
    NOTE_MISSING = "brain-note-missing"
    NOTE_VERIFY = "brain-note-verify"
    NOTE_NOT_FOUND = "brain-note-not-found"
    NOTE_DIFFER = "brain-note-differ"
    NOTE_FAILED = "brain-note-failed"
    NOTE_TONE = "brain-note-tone"
    DETAILS_NAMED = "brain-details-named"
    DETAILS_READ = "brain-details-read"
    DETAILS_ARTICLE = "brain-details-article"
    SUMMARY_BY = "brain-summary-by"
    SUMMARY_FIRST = "brain-summary-first"
    SUMMARY_LATEST = "brain-summary-latest"
    SUMMARY_ANSWER = "brain-summary-answer"
    SUMMARY_CUSTOMER_WAITS = "brain-summary-customer-waits"
    SUMMARY_WE_WAIT = "brain-summary-we-wait"

    HELLO = "brain-hello"
    HELLO_FORMAL = "brain-hello-formal"
    HELLO_FRIENDLY = "brain-hello-friendly"
    CLOSE = "brain-close"
    CLOSE_FORMAL = "brain-close-formal"
    CLOSE_FRIENDLY = "brain-close-friendly"
    ASK = "brain-ask"
    ASK_TO_VERIFY = "brain-ask-to-verify"
    ASK_AGAIN = "brain-ask-again"
    QUESTIONS = "brain-questions"
    CLARIFY = "brain-clarify"
    QUOTED = "brain-quoted"
    FACTS = "brain-facts"
    AND = "brain-and"
    COMMA = "brain-comma"
    SEMICOLON = "brain-semicolon"

    ASK_ORDER = "brain-ask-order"
    ASK_INVOICE = "brain-ask-invoice"
    ASK_SUBSCRIPTION = "brain-ask-subscription"
    ASK_TRACKING = "brain-ask-tracking"
    ASK_EMAIL = "brain-ask-email"
    ASK_PHONE = "brain-ask-phone"
    ASK_POSTCODE = "brain-ask-postcode"
    ASK_ADDRESS = "brain-ask-address"
    ASK_AMOUNT = "brain-ask-amount"
    ASK_DATE = "brain-ask-date"

    ORDER = "brain-order"
    INVOICE = "brain-invoice"
    SUBSCRIPTION = "brain-subscription"
    TRACKING = "brain-tracking"
    EMAIL = "brain-email"
    PHONE = "brain-phone"
    POSTCODE = "brain-postcode"
    ADDRESS = "brain-address"
    AMOUNT = "brain-amount"
    DATE = "brain-date"

    STATUS = "brain-status"
    CARRIER = "brain-carrier"
    EXPECTED = "brain-expected"
    SHIPPED_ON = "brain-shipped-on"
    DELIVERED_ON = "brain-delivered-on"
    TOTAL = "brain-total"
    DUE = "brain-due"
    PAID_ON = "brain-paid-on"
    REFUNDED_ON = "brain-refunded-on"
    PLAN = "brain-plan"
    NEXT_PAYMENT = "brain-next-payment"
    REASON = "brain-reason"

    PROCESSING = "brain-processing"
    PACKED = "brain-packed"
    SHIPPED = "brain-shipped"
    IN_TRANSIT = "brain-in-transit"
    OUT_FOR_DELIVERY = "brain-out-for-delivery"
    DELIVERED = "brain-delivered"
    CANCELLED = "brain-cancelled"
    RETURNED = "brain-returned"
    REFUNDED = "brain-refunded"
    PAID = "brain-paid"
    UNPAID = "brain-unpaid"
    FAILED = "brain-failed"
    PENDING = "brain-pending"
    ACTIVE = "brain-active"
    PAUSED = "brain-paused"
    ENDED = "brain-ended"


#: Says a sentence with its facts in a language, or in English where that is not spoken.
Say = Callable[[BrainSentence, Facts, str], str]
