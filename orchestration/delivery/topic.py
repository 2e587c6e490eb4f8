"""Deliveries to a ticket's topic that carry no entry: its card, its looks, the desk's words."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from orchestration.content import MessageRef
from orchestration.delivery.offers import Fate, Jumps, Offer
from orchestration.sentences import Facts, StaffSentence


class CardMenu(StrEnum):
    """Which list of choices the card's buttons unfold."""

    ASSIGN = "assign"
    STATUS = "status"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class ShowCard:
    """The ticket's card as it is now: posted where there is none, edited where there is."""

    menu: CardMenu | None = None
    kind: Literal["show_card"] = "show_card"


@dataclass(frozen=True, slots=True)
class TellTopic:
    """A fixed sentence in the ticket's topic; its `jumps` are as in `Answer`."""

    sentence: StaffSentence
    facts: Facts = field(default_factory=dict)
    jumps: Jumps = field(default_factory=dict)
    offer: Offer | None = None
    kind: Literal["tell_topic"] = "tell_topic"


@dataclass(frozen=True, slots=True)
class NameInTopic:
    """Names people in the ticket's topic: who cannot be told in private what `by` did, and others.

    `facts` are what the sentence says beside them, `by` and the ticket's number. With
    `conversation` these words stand below a file of what was said on the ticket, which is put
    together when it is sent.
    """

    people: tuple[int, ...]
    sentence: StaffSentence
    by: str
    facts: Facts = field(default_factory=dict)
    conversation: bool = False
    kind: Literal["name_in_topic"] = "name_in_topic"


@dataclass(frozen=True, slots=True)
class MarkMessage:
    """Shows a staff message's fate on the message itself."""

    message: MessageRef
    fate: Fate = Fate.DELIVERED
    kind: Literal["mark_message"] = "mark_message"


@dataclass(frozen=True, slots=True)
class PinCard:
    """Pins the card in its topic, when there is budget to spare."""

    kind: Literal["pin_card"] = "pin_card"


@dataclass(frozen=True, slots=True)
class DressTopic:
    """The topic's title, icon, and open or closed, as the ticket is now."""

    kind: Literal["dress_topic"] = "dress_topic"


@dataclass(frozen=True, slots=True)
class DeleteTopic:
    """The topic of a ticket that was closed long ago goes; the ticket's record stays."""

    kind: Literal["delete_topic"] = "delete_topic"
