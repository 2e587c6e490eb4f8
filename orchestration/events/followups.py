"""What can become of a ticket later: follow-ups of people, snoozing, ending by itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class FollowUpSet:
    """Follow-up `reminder` is due then; `changed` when it had been set before.

    `said` is how a time that comes again and again was typed.
    """

    reminder: int
    due_at: datetime
    whom: str
    words: str
    said: str = ""
    changed: bool = False
    kind: Literal["follow_up_set"] = "follow_up_set"


@dataclass(frozen=True, slots=True)
class FollowUpCancelled:
    """It will not come; `answered` when that is because the customer wrote."""

    reminder: int
    words: str
    answered: bool = False
    kind: Literal["follow_up_cancelled"] = "follow_up_cancelled"


@dataclass(frozen=True, slots=True)
class FollowUpFired:
    """It came, so many minutes late; `again` is when it comes next."""

    reminder: int
    words: str
    late: int = 0
    again: datetime | None = None
    kind: Literal["follow_up_fired"] = "follow_up_fired"


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The ticket sleeps until then, or until its customer writes."""

    until: datetime
    kind: Literal["snoozed"] = "snoozed"


@dataclass(frozen=True, slots=True)
class Woken:
    """It sleeps no more: by its time, or by hand."""

    kind: Literal["woken"] = "woken"


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Nobody answered for so long that the desk moved the ticket on."""

    kind: Literal["lapsed"] = "lapsed"


@dataclass(frozen=True, slots=True)
class KeptOpen:
    """The ticket does not end by itself, until it waits for its customer anew."""

    kind: Literal["kept_open"] = "kept_open"


LaterEvent = FollowUpSet | FollowUpCancelled | FollowUpFired | Snoozed | Woken | Lapsed | KeptOpen
