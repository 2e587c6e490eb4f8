"""What concerns the customer more than their question: bans, ratings, being forgotten."""

from dataclasses import dataclass
from typing import Literal

from orchestration.content import Content


@dataclass(frozen=True, slots=True)
class CustomerBanned:
    """What the customer writes from now on stays out of the topics."""

    reason: str
    kind: Literal["customer_banned"] = "customer_banned"


@dataclass(frozen=True, slots=True)
class CustomerUnbanned:
    """The customer may write again; so many messages were withheld meanwhile."""

    withheld: int
    kind: Literal["customer_unbanned"] = "customer_unbanned"


@dataclass(frozen=True, slots=True)
class MessageWithheld:
    """What a banned customer wrote: kept here, and shown nowhere."""

    content: Content
    kind: Literal["message_withheld"] = "message_withheld"


@dataclass(frozen=True, slots=True)
class Rated:
    """The customer said how the desk did, from 1 to 5."""

    score: int
    kind: Literal["rated"] = "rated"


@dataclass(frozen=True, slots=True)
class RatingCommented:
    """The customer's words about their rating; they ask for nothing."""

    content: Content
    kind: Literal["rating_commented"] = "rating_commented"


@dataclass(frozen=True, slots=True)
class ErasureAsked:
    """The customer wants to be forgotten; a supervisor decides."""

    kind: Literal["erasure_asked"] = "erasure_asked"


@dataclass(frozen=True, slots=True)
class ErasureDeclined:
    """A supervisor keeps what the customer wanted erased."""

    kind: Literal["erasure_declined"] = "erasure_declined"


@dataclass(frozen=True, slots=True)
class Erased:
    """Every word of the ticket, and whose it was, is gone; that it happened stays."""

    kind: Literal["erased"] = "erased"
