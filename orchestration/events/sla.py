"""What the clocks of a service level say of a ticket.

`due` is when the clock runs out, with the offset of the team's zone. `late` is how many whole
minutes passed before anybody could notice, because the desk was down.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class ClockKind(StrEnum):
    """The three clocks of a ticket: until somebody first answers, answers next, and solves it."""

    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class ClockAtRisk:
    """A clock runs out soon."""

    clock: ClockKind
    due: datetime
    late: int = 0
    kind: Literal["clock_at_risk"] = "clock_at_risk"


@dataclass(frozen=True, slots=True)
class ClockBreached:
    """A clock has run out."""

    clock: ClockKind
    due: datetime
    late: int = 0
    kind: Literal["clock_breached"] = "clock_breached"


ClockEvent = ClockAtRisk | ClockBreached
