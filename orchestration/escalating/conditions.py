"""Which tiers a ticket reaches, and why: a pure function of the ticket and its timeline.

A cause is one of a finite set, because it names a condition of the file, and never counts further
than that condition does. Each leads to its tier once in the life of a ticket. What is reached by
waiting alone is in `undecided`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from orchestration.escalating.managers import wants_manager
from orchestration.escalating.policy import (
    Answered,
    ClockReaches,
    Condition,
    EscalationPolicy,
    HasPriority,
    HasTag,
    ManagerWanted,
    NegativeTone,
    OfTier,
    Reopened,
    Tier,
    Triggered,
)
from orchestration.escalating.tone import sounds_negative
from orchestration.escalating.triggers import triggers_of
from orchestration.events import (
    Absorbed,
    ClockAtRisk,
    ClockBreached,
    CustomerWrote,
    Opened,
    PeopleCalled,
    PrioritySet,
    RepliedPublicly,
    Tagged,
    Triaged,
)
from orchestration.events.escalation import Escalated
from orchestration.people import System
from orchestration.sla.clocks import Stage
from orchestration.status import ENDED
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: What may give a ticket another priority.
_RANKS = Opened | PrioritySet | Triaged | PeopleCalled | Absorbed


class Firing(NamedTuple):
    """A tier that a ticket reaches, and why; `reason` is what somebody says who asks for it."""

    tier: Tier
    cause: str
    reason: str = ""


def touched(policy: EscalationPolicy, ticket: Ticket, fresh: Iterable[Entry]) -> bool:
    """Whether these entries could lead to a tier: asked first, because it needs no timeline."""
    return any(_causes(policy, ticket, fresh))


def fired(
    policy: EscalationPolicy, ticket: Ticket, fresh: Sequence[Entry], timeline: Sequence[Entry]
) -> list[Firing]:
    """The tiers that the newest entries lead to, in the file's order, each once for a cause.

    `timeline` is the whole of it, with the newest entries. What has ended is not escalated.
    """
    if ticket.status in ENDED:
        return []
    known = known_causes(timeline)
    found: dict[tuple[str, str], Firing] = {}
    for firing, condition in _causes(policy, ticket, fresh):
        mark = (firing.tier.id, firing.cause)
        if mark not in known and _often_enough(condition, timeline):
            found.setdefault(mark, firing)
    return list(found.values())


def known_causes(timeline: Iterable[Entry]) -> set[tuple[str, str]]:
    """The tiers that a ticket has reached, each with a cause that led to it."""
    return {
        (each.event.tier, each.event.cause)
        for each in timeline
        if isinstance(each.event, Escalated)
    }


def tiers_for(policy: EscalationPolicy, ticket: Ticket) -> Iterator[Tier]:
    """The tiers that there are for the ticket's queue, in the file's order."""
    return (tier for tier in policy.tiers if not tier.queues or ticket.queue in tier.queues)


def _causes(
    policy: EscalationPolicy, ticket: Ticket, fresh: Iterable[Entry]
) -> Iterator[tuple[Firing, Condition]]:
    entries = [entry for entry in fresh if _counts(entry)]
    for tier in tiers_for(policy, ticket):
        for condition in tier.when:
            for entry in entries:
                for cause in _causes_of(condition, ticket, entry):
                    yield Firing(tier, cause), condition


def _counts(entry: Entry) -> bool:
    """Of what the desk does itself only clocks count, so that no escalation leads to another."""
    return not isinstance(entry.actor, System) or isinstance(
        entry.event, ClockAtRisk | ClockBreached
    )


def _causes_of(condition: Condition, ticket: Ticket, entry: Entry) -> Collection[str]:
    match condition:
        case HasTag(tags) if isinstance(entry.event, Opened | Tagged | Absorbed):
            return [f"tag:{tag}" for tag in ticket.tags if tag in tags]
        case OfTier(tiers) if isinstance(entry.event, Opened | Tagged | Absorbed):
            return [f"tier:{tier.name}" for tier in tiers if tier.has(ticket)]
        case HasPriority(priorities) if isinstance(entry.event, _RANKS):
            return [f"priority:{ticket.urgency}"] if ticket.urgency in priorities else ()
        case Answered(times) if isinstance(entry.event, RepliedPublicly):
            return [f"answered:{times}"]
        case Reopened(times) if _reopens(entry):
            return [f"reopened:{times}"]
        case _:
            return _spoken(condition, entry)


def _spoken(condition: Condition, entry: Entry) -> Collection[str]:
    """What a clock says, or a customer."""
    match condition, entry.event:
        case ClockReaches(Stage.AT_RISK, clocks), ClockAtRisk(clock=clock) if clock in clocks:
            return [f"at_risk:{clock}"]
        case ClockReaches(Stage.BREACHED, clocks), ClockBreached(clock=clock) if clock in clocks:
            return [f"breached:{clock}"]
        case ManagerWanted(), CustomerWrote(content=content) if wants_manager(content.text):
            return ["manager"]
        case NegativeTone(), CustomerWrote(content=content) if sounds_negative(content.text):
            return ["negative_tone"]
        case Triggered(triggers), CustomerWrote(content=content):
            return [f"trigger:{each}" for each in sorted(triggers & triggers_of(content.text))]
        case _:
            return ()


def _often_enough(condition: Condition, timeline: Sequence[Entry]) -> bool:
    match condition:
        case Answered(times):
            return _answers(timeline) >= times
        case Reopened(times):
            return sum(map(_reopens, timeline)) >= times
        case _:
            return True


def _answers(timeline: Iterable[Entry]) -> int:
    """How many answers there were since it was last resolved."""
    count = 0
    for entry in timeline:
        if entry.move is not None and entry.move.after in ENDED:
            count = 0
        elif isinstance(entry.event, RepliedPublicly):
            count += 1
    return count


def _reopens(entry: Entry) -> bool:
    move = entry.move
    return move is not None and move.before in ENDED and move.after not in ENDED
