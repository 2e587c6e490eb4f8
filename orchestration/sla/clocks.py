"""The three clocks of a ticket, as what its timeline comes to.

`wound` turns entries into clocks, one after another: what is kept is the clocks so far, so nothing
is read twice. A clock holds working time that has passed, and, while it runs, since when. So a
pause costs nothing, and another target, another calendar or another file is met by what has
already passed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from orchestration.events import (
    Absorbed,
    CustomerWrote,
    DeliveryFailed,
    Opened,
    PeopleCalled,
    QueueChanged,
    RepliedPublicly,
)
from orchestration.events.sla import ClockKind
from orchestration.sla.policy import Policy
from orchestration.status import ENDED, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

_NOTHING = timedelta(0)
_RESPONSES = (ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE)


class Stage(StrEnum):
    """How far a clock has come, in the order in which it does."""

    FINE = "fine"
    AT_RISK = "at_risk"
    BREACHED = "breached"

    @property
    def rank(self) -> int:
        """Counts up as time passes."""
        return list(Stage).index(self)


@dataclass(frozen=True, slots=True)
class SlaClock:
    """One clock of a ticket.

    `passed` is the working time until it last started to run, `since` when that was, None while it
    stands still, and `calendar` what it runs by. `told` is the stage that the timeline knows of.
    `due` is when it runs out if nothing changes; None where it stands still or has no target.
    """

    kind: ClockKind
    calendar: str
    passed: timedelta = _NOTHING
    since: datetime | None = None
    told: Stage = Stage.FINE
    due: datetime | None = None


Clocks = Mapping[ClockKind, SlaClock]


def wound(clocks: Clocks, ticket: Ticket, entries: Iterable[Entry], policy: Policy) -> Clocks:
    """The clocks after these entries, which have just been recorded on the ticket."""
    going = dict(clocks)
    last: datetime | None = None
    for entry, status, queue in _as_it_was(ticket, list(entries)):
        last = entry.at
        _start_and_stop(going, entry, status, policy.calendar_of(queue))
        for kind, clock in going.items():
            running = policy.runs(kind, status)
            going[kind] = _set(clock, entry.at, policy.calendar_of(queue), policy, running=running)
    if last is None:
        return clocks
    return judged(going, ticket, last, policy)


def judged(clocks: Clocks, ticket: Ticket, at: datetime, policy: Policy) -> Clocks:
    """The same clocks by what the ticket is promised now.

    What was told under a narrower target can come again under this one.
    """
    told: dict[ClockKind, SlaClock] = {}
    for kind, clock in clocks.items():
        stage = min(clock.told, stage_of(clock, ticket, at, policy), key=lambda each: each.rank)
        told[kind] = replace(clock, told=stage, due=_reaches(clock, ticket, policy, _NOTHING))
    return told


def set_by(clocks: Clocks, ticket: Ticket, at: datetime, policy: Policy) -> Clocks:
    """The same clocks by a policy that is new since they were wound."""
    calendar = policy.calendar_of(ticket.queue)
    going = {
        kind: _set(clock, at, calendar, policy, running=policy.runs(kind, ticket.status))
        for kind, clock in clocks.items()
    }
    return judged(going, ticket, at, policy)


def stage_of(clock: SlaClock, ticket: Ticket, at: datetime, policy: Policy) -> Stage:
    """How far the clock has come at that moment."""
    target = policy.target(ticket, clock.kind)
    if target is None:
        return Stage.FINE
    left = target - passed_by(clock, at, policy)
    if left <= _NOTHING:
        return Stage.BREACHED
    return Stage.AT_RISK if left <= policy.lead(target) else Stage.FINE


def stage_at(clock: SlaClock, stage: Stage, ticket: Ticket, policy: Policy) -> datetime | None:
    """When a running clock comes to that stage; None for one that stands still or has no target."""
    target = policy.target(ticket, clock.kind)
    if target is None:
        return None
    before = policy.lead(target) if stage is Stage.AT_RISK else _NOTHING
    return _reaches(clock, ticket, policy, before)


def next_look(clocks: Clocks, ticket: Ticket, policy: Policy) -> datetime | None:
    """When next something is to be told of these clocks, which may have been before now."""
    moments = [
        stage_at(clock, stage, ticket, policy)
        for clock in clocks.values()
        for stage in (Stage.AT_RISK, Stage.BREACHED)
        if stage.rank > clock.told.rank
    ]
    return min((moment for moment in moments if moment is not None), default=None)


def news(
    clocks: Clocks, ticket: Ticket, at: datetime, policy: Policy
) -> Iterator[tuple[SlaClock, Stage]]:
    """The running clocks that have come further by then than was told; others wait their turn."""
    for clock in clocks.values():
        stage = stage_of(clock, ticket, at, policy)
        if clock.since is not None and stage.rank > clock.told.rank:
            yield clock, stage


def passed_by(clock: SlaClock, at: datetime, policy: Policy) -> timedelta:
    """How much working time the clock has counted by then."""
    if clock.since is None:
        return clock.passed
    return clock.passed + policy.calendar(clock.calendar).between(clock.since, at)


def nearest(clocks: Iterable[SlaClock]) -> SlaClock | None:
    """The clock that runs out first, or did."""
    due = [(clock.due, clock) for clock in clocks if clock.due is not None]
    return min(due, key=lambda each: each[0])[1] if due else None


def _reaches(clock: SlaClock, ticket: Ticket, policy: Policy, before: timedelta) -> datetime | None:
    """When so much is left of a running clock, also where that has been."""
    target = policy.target(ticket, clock.kind)
    if target is None or clock.since is None:
        return None
    left = target - before - clock.passed
    # With less than nothing left it was overtaken by a narrower target, in that very moment.
    return policy.calendar(clock.calendar).after(clock.since, left)


def _set(
    clock: SlaClock, at: datetime, calendar: str, policy: Policy, *, running: bool
) -> SlaClock:
    """The clock running or standing still, from that moment, by that calendar."""
    if running is (clock.since is not None) and clock.calendar == calendar:
        return clock
    passed = passed_by(clock, at, policy)
    return replace(clock, calendar=calendar, passed=passed, since=at if running else None)


def _start_and_stop(
    going: dict[ClockKind, SlaClock], entry: Entry, status: Status, calendar: str
) -> None:
    """Begins the clocks that an entry begins, and forgets those that have done their work."""
    if isinstance(entry.event, Opened):
        for kind in (ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION):
            going[kind] = SlaClock(kind, calendar)
    if isinstance(entry.event, RepliedPublicly) or status in ENDED:
        for kind in _RESPONSES:
            going.pop(kind, None)
    elif _waits_for_an_answer(entry) and not any(kind in going for kind in _RESPONSES):
        going[ClockKind.NEXT_RESPONSE] = SlaClock(ClockKind.NEXT_RESPONSE, calendar)
    if status is Status.CLOSED:
        going.clear()


def _waits_for_an_answer(entry: Entry) -> bool:
    """Whether the customer has the next word to hear, and the desk to say."""
    match entry.event:
        case CustomerWrote() | PeopleCalled():
            return True
        case DeliveryFailed() | Absorbed():
            # An answer was lost after all, or another of their tickets brought its question along.
            return entry.move is not None
        case _:
            return False


def _as_it_was(ticket: Ticket, entries: list[Entry]) -> Iterator[tuple[Entry, Status, str]]:
    """Each entry with the status and the queue that the ticket had after it."""
    moves = [entry.move for entry in entries if entry.move is not None]
    queues = [entry.event for entry in entries if isinstance(entry.event, QueueChanged)]
    status = moves[0].before if moves else ticket.status
    queue = queues[0].former if queues else ticket.queue
    for entry in entries:
        if entry.move is not None:
            status = entry.move.after
        if isinstance(entry.event, QueueChanged):
            queue = entry.event.queue
        yield entry, status, queue
