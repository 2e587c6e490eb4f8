"""When tickets are escalated, as the desk's owner wrote it: tiers of conditions and effects.

An escalation is no condition, and neither is anything else that the desk does because of one.
"""

from dataclasses import dataclass
from datetime import timedelta

from orchestration.escalating.trigger_words import Trigger
from orchestration.events.sla import ClockKind
from orchestration.events.ticket import Urgency
from orchestration.sla import policy as sla
from orchestration.sla.clocks import Stage
from orchestration.status import Status


@dataclass(frozen=True, slots=True)
class ClockReaches:
    """One of these clocks is at risk, or has run out."""

    stage: Stage
    clocks: frozenset[ClockKind] = frozenset(ClockKind)


@dataclass(frozen=True, slots=True)
class ManagerWanted:
    """The customer asks for somebody who has more to say."""


@dataclass(frozen=True, slots=True)
class NegativeTone:
    """The customer sounds angry, or despairs."""


@dataclass(frozen=True, slots=True)
class Triggered:
    """The customer threatens, reports or asks for one of these things."""

    triggers: frozenset[Trigger]


@dataclass(frozen=True, slots=True)
class Answered:
    """So many answers did not solve it; those before it was last resolved do not count."""

    times: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """It was resolved, or closed, and came back so many times."""

    times: int


@dataclass(frozen=True, slots=True)
class HasTag:
    """It bears one of these tags."""

    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class HasPriority:
    """It has one of these priorities."""

    priorities: frozenset[Urgency]


@dataclass(frozen=True, slots=True)
class OfTier:
    """Its customer is of one of these tiers of the service levels, whose tickets are worth more."""

    tiers: tuple[sla.Tier, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """It has been waiting for an approval for so much working time of its queue."""

    after: timedelta


Condition = (
    ClockReaches
    | ManagerWanted
    | NegativeTone
    | Triggered
    | Answered
    | Reopened
    | HasTag
    | HasPriority
    | OfTier
    | Undecided
)


@dataclass(frozen=True, slots=True)
class Tier:
    """One step up: any condition of `when` leads to it, once for each cause.

    No `queues` are all queues. `add` and `notify` are names as mentions have them: a person, a
    skill, a queue, `supervisors`, `oncall`. `priority` is raised, never lowered. Whoever answers
    and did nothing for `reassign_after` is relieved, and works along from then on.
    """

    id: str
    when: tuple[Condition, ...] = ()
    queues: frozenset[str] = frozenset()
    add: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()
    priority: Urgency | None = None
    queue: str | None = None
    status: Status | None = None
    reassign_after: timedelta | None = None


#: Of a desk whose owner has not decided anything: a customer who asks for more gets more.
_USUAL = (Tier("supervisor", when=(ManagerWanted(),), add=("oncall",)),)


@dataclass(frozen=True, slots=True)
class EscalationPolicy:
    """All that `escalation.yaml` decides; `/escalate` without a name means the first tier."""

    tiers: tuple[Tier, ...] = _USUAL

    def tier(self, name: str) -> Tier | None:
        """The tier of that name."""
        return next((tier for tier in self.tiers if tier.id == name), None)
