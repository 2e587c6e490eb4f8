"""What is to be sent to Telegram, said in the desk's words; the courier knows how."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from orchestration.delivery.answers import Answer, AskAuthor, Button, ShowPanel
from orchestration.delivery.entries import (
    TO_CUSTOMER,
    DeleteSent,
    EditSent,
    EditShown,
    OfEntry,
    SendEntry,
    ShowAction,
    ShowEntry,
    ShowTurn,
)
from orchestration.delivery.offers import Fate, Jumps, Offer
from orchestration.delivery.people import (
    OfferCommands,
    SendOwnData,
    ShowRole,
    TellNotices,
    TellPrivately,
    TellShift,
    WarnPrivately,
)
from orchestration.delivery.topic import (
    CardMenu,
    DeleteTopic,
    DressTopic,
    MarkMessage,
    NameInTopic,
    PinCard,
    ShowCard,
    TellTopic,
)
from orchestration.timeline import Audience

__all__ = [
    "TO_CUSTOMER",
    "Answer",
    "AskAuthor",
    "Body",
    "Button",
    "CardMenu",
    "DeleteSent",
    "DeleteTopic",
    "Delivery",
    "DressTopic",
    "EditSent",
    "EditShown",
    "Fate",
    "Jumps",
    "Lane",
    "MarkMessage",
    "NameInTopic",
    "OfEntry",
    "Offer",
    "OfferCommands",
    "PinCard",
    "SendEntry",
    "SendOwnData",
    "ShowAction",
    "ShowCard",
    "ShowEntry",
    "ShowPanel",
    "ShowRole",
    "ShowTurn",
    "TellNotices",
    "TellPrivately",
    "TellShift",
    "TellTopic",
    "WarnPrivately",
]


class Lane(IntEnum):
    """What goes first when the budget is short (design, section 7)."""

    REPLY = 1
    ALERT = 2
    RELAY = 3
    NOTE = 4
    COSMETIC = 5


Body = (
    ShowCard
    | ShowEntry
    | SendEntry
    | EditShown
    | ShowTurn
    | ShowAction
    | EditSent
    | DeleteSent
    | TellTopic
    | TellPrivately
    | SendOwnData
    | OfferCommands
    | WarnPrivately
    | TellNotices
    | TellShift
    | NameInTopic
    | Answer
    | ShowPanel
    | AskAuthor
    | MarkMessage
    | PinCard
    | DressTopic
    | DeleteTopic
    | ShowRole
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to be sent.

    `chat` is the private chat it goes to, or None for the staff group of its ticket's queue.
    `collapse` names what a newer delivery of the same name replaces while neither was sent.
    `audience` is that of the entry it carries, where it carries one. `not_before` is when it may go
    at the earliest, as it was decided; what a courier puts off is the outbox's to know.
    """

    lane: Lane
    body: Body
    ticket: int | None = None
    chat: int | None = None
    collapse: str | None = None
    audience: Audience | None = None
    not_before: datetime | None = field(default=None, compare=False)
