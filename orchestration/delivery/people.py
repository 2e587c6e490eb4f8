"""Deliveries to one person, in their private chat with the bot or about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from orchestration.delivery.offers import Offer
from orchestration.sentences import Facts, PublicSentence, StaffSentence


@dataclass(frozen=True, slots=True)
class TellPrivately:
    """A fixed sentence to someone in their private chat with the bot.

    `choices` are buttons: what each says, and the ticket that it chooses, or, with the offer
    `INTAKE`, the answer counted from 0. `language` is given where the desk will not know the
    person's any more, or has chosen it already.
    """

    chat: int
    sentence: PublicSentence
    facts: Facts = field(default_factory=dict)
    choices: Mapping[str, int] = field(default_factory=dict)
    offer: Offer | None = None
    language: str | None = None
    kind: Literal["tell_privately"] = "tell_privately"


@dataclass(frozen=True, slots=True)
class SendOwnData:
    """What the desk keeps of someone, as a file; it is put together when it is sent."""

    chat: int
    kind: Literal["send_own_data"] = "send_own_data"


@dataclass(frozen=True, slots=True)
class OfferCommands:
    """The menu of commands in someone's private chat speaks this language; None is their app's."""

    chat: int
    language: str | None = None
    kind: Literal["offer_commands"] = "offer_commands"


@dataclass(frozen=True, slots=True)
class WarnPrivately:
    """A fixed sentence to a member of staff in private, where it is for them alone."""

    chat: int
    sentence: StaffSentence
    facts: Facts = field(default_factory=dict)
    kind: Literal["warn_privately"] = "warn_privately"


@dataclass(frozen=True, slots=True)
class TellNotices:
    """What waits for a member of staff by then, in private and in one message."""

    person: int
    kind: Literal["tell_notices"] = "tell_notices"


@dataclass(frozen=True, slots=True)
class TellShift:
    """What is open, in private, to someone whose shift is next; as it is when it is sent.

    `late` is when it was due, as the desk's clock shows it; empty where it comes in time.
    """

    person: int
    late: str = ""
    kind: Literal["tell_shift"] = "tell_shift"


@dataclass(frozen=True, slots=True)
class ShowRole:
    """The tag beside a person's name in the staff group, as their role is when it is sent."""

    person: int
    kind: Literal["show_role"] = "show_role"
