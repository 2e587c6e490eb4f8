"""More authority or skill was added to a ticket, and nobody was removed."""

from dataclasses import dataclass
from typing import Literal

from orchestration.events.team import Participant

#: The cause of an escalation that somebody asked for.
BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Escalated:
    """A tier was reached, or a person was asked for by name, which then stands for the tier.

    `cause` is a condition of the tier, such as `breached:resolution`, or `BY_HAND`. `people` work
    along from now on, and `told` hear of it: they, and whoever did so already. `reason` is what
    somebody gave.
    """

    tier: str
    cause: str
    people: tuple[Participant, ...] = ()
    told: tuple[int, ...] = ()
    reason: str = ""
    kind: Literal["escalated"] = "escalated"


@dataclass(frozen=True, slots=True)
class Deescalated:
    """These tiers are marked no more; whatever else an escalation did stays as it is."""

    tiers: tuple[str, ...]
    kind: Literal["deescalated"] = "deescalated"


EscalationEvent = Escalated | Deescalated
