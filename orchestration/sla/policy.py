"""Service levels as the desk's owner wrote them: which ticket has how much working time.

For each clock the first target decides that fits the ticket and names that clock, so what is
special stands above what is usual.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from orchestration.events.sla import ClockKind
from orchestration.events.ticket import Urgency
from orchestration.sla.calendar import Calendar
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket

ALWAYS = "always"
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tier:
    """Customers who are promised more: by a tag that staff put on the ticket, or by their id."""

    name: str
    tags: frozenset[str] = frozenset()
    customers: frozenset[int] = frozenset()

    def has(self, ticket: Ticket) -> bool:
        """Whether the ticket is one of this tier's."""
        return ticket.customer.id in self.customers or not self.tags.isdisjoint(ticket.tags)


@dataclass(frozen=True, slots=True)
class Target:
    """How much working time clocks have on the tickets that fit; no condition fits every ticket.

    None instead of a time is no limit, also where a later target has one.
    """

    times: Mapping[ClockKind, timedelta | None]
    queues: frozenset[str] = frozenset()
    priorities: frozenset[Urgency] = frozenset()
    tiers: frozenset[str] = frozenset()

    def fits(self, ticket: Ticket, tiers: frozenset[str]) -> bool:
        """Whether it is for this ticket, which has these tiers."""
        return (
            (not self.queues or ticket.queue in self.queues)
            and (not self.priorities or ticket.urgency in self.priorities)
            and (not self.tiers or not self.tiers.isdisjoint(tiers))
        )


def _usual(answer: int, solve: int, *priorities: Urgency) -> Target:
    """What a desk promises whose owner has not decided anything, in hours."""
    times = {
        ClockKind.FIRST_RESPONSE: answer * _HOUR,
        ClockKind.NEXT_RESPONSE: answer * _HOUR,
        ClockKind.RESOLUTION: solve * _HOUR,
    }
    return Target(times, priorities=frozenset(priorities))


_TARGETS = (_usual(1, 8, Urgency.URGENT), _usual(4, 24, Urgency.HIGH), _usual(8, 72))
_PAUSE = {ClockKind.RESOLUTION: frozenset({Status.WAITING_CUSTOMER, Status.SNOOZED})}


@dataclass(frozen=True, slots=True)
class Policy:
    """All that `sla.yaml` decides.

    `usual` is the calendar of queues that name none of their own. A clock stands still while the
    ticket has one of the statuses that `pause` has for it. `at_risk` is the lead time, and no more
    than half of a target. Who writes out of hours is not told so where the calendar is `silent`.
    `edition` tells one state of the file from another.
    """

    calendars: Mapping[str, Calendar] = field(
        default_factory=lambda: {ALWAYS: Calendar(ZoneInfo("UTC"))}
    )
    usual: str = ALWAYS
    queues: Mapping[str, str] = field(default_factory=dict)
    tiers: tuple[Tier, ...] = ()
    targets: tuple[Target, ...] = _TARGETS
    pause: Mapping[ClockKind, frozenset[Status]] = field(default_factory=lambda: dict(_PAUSE))
    at_risk: timedelta = timedelta(minutes=30)
    silent: frozenset[str] = frozenset()
    edition: str = field(default="", compare=False)

    def calendar_of(self, queue: str) -> str:
        """The name of the calendar that a queue's clocks go by."""
        return self.queues.get(queue, self.usual)

    def calendar(self, name: str) -> Calendar:
        """The calendar of that name; the usual one for a name that the file has no more."""
        return self.calendars.get(name) or self.calendars[self.usual]

    def hours_of(self, queue: str) -> Calendar:
        """When a queue's team is at work."""
        return self.calendar(self.calendar_of(queue))

    def target(self, ticket: Ticket, clock: ClockKind) -> timedelta | None:
        """How much working time that clock has on that ticket; None is no limit."""
        tiers = frozenset(tier.name for tier in self.tiers if tier.has(ticket))
        for target in self.targets:
            if clock in target.times and target.fits(ticket, tiers):
                return target.times[clock]
        return None

    def lead(self, target: timedelta) -> timedelta:
        """How much working time before the end a clock with that target is at risk."""
        return min(self.at_risk, target / 2)

    def runs(self, clock: ClockKind, status: Status) -> bool:
        """Whether that clock goes on in that status."""
        return status not in ENDED and status not in self.pause.get(clock, frozenset())

    def local(self, moment: datetime, queue: str) -> datetime:
        """A moment as a queue's team reads it on the wall."""
        return moment.astimezone(self.hours_of(queue).zone)
