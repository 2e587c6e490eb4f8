"""Whose record in the business systems a customer's is, and how that was shown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Proof(StrEnum):
    """How it was shown that a record is a customer's."""

    ORDER_POSTCODE = "order_postcode"
    EMAIL_CODE = "email_code"
    SUPERVISOR = "supervisor"


class Unproven(StrEnum):
    """Why it was not shown."""

    NO_MATCH = "no_match"  # nothing on file fits what they wrote
    WRONG_CODE = "wrong_code"
    NO_ANSWER = "no_answer"  # the system that knows it could not be asked


@dataclass(frozen=True, slots=True)
class VerificationAsked:
    """The customer began to show which record is theirs."""

    proof: Proof
    kind: Literal["verification_asked"] = "verification_asked"


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A code went to the e-mail address on file; who reads it there can show it here."""

    kind: Literal["code_sent"] = "code_sent"


@dataclass(frozen=True, slots=True)
class VerificationFailed:
    """They did not show it."""

    proof: Proof
    why: Unproven
    kind: Literal["verification_failed"] = "verification_failed"


@dataclass(frozen=True, slots=True)
class CustomerBound:
    """From now on the record is theirs, and reads about them are of it; `before` was until now."""

    record: str
    proof: Proof
    before: str = ""
    kind: Literal["customer_bound"] = "customer_bound"


@dataclass(frozen=True, slots=True)
class CustomerUnbound:
    """The record is theirs no more."""

    record: str
    kind: Literal["customer_unbound"] = "customer_unbound"


VerifyingEvent = VerificationAsked | CodeSent | VerificationFailed | CustomerBound | CustomerUnbound
