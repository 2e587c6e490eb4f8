"""By when a ticket has to be answered or solved, as its team reads it on the wall."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.texts import Texts
from orchestration.events.sla import ClockAtRisk, ClockBreached, ClockKind
from orchestration.sentences import Facts
from orchestration.sla.clocks import SlaClock, Stage
from orchestration.sla.policy import Policy
from orchestration.times import written

_ICONS: Mapping[Stage, str] = {Stage.FINE: "⏱", Stage.AT_RISK: "⏳", Stage.BREACHED: "🔥"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """The clock that runs out next, or did; `due` is in its team's zone."""

    clock: ClockKind
    due: datetime
    stage: Stage


def deadline_of(clock: SlaClock | None, queue: str, policy: Policy) -> Deadline | None:
    """The deadline that a clock of a queue's ticket shows; None where nothing runs out."""
    if clock is None or clock.due is None:
        return None
    return Deadline(clock.kind, policy.local(clock.due, queue), clock.told)


def line(deadline: Deadline, texts: Texts, language: str | None = None) -> str:
    """The deadline on a card, or in a list."""
    facts: Facts = {
        "clock": texts.say(f"clock-{deadline.clock}", None, language),
        "due": written(deadline.due),
        "stage": deadline.stage.rank,
    }
    return f"{_ICONS[deadline.stage]} {texts.say('card-deadline', facts, language)}"


def facts_of(
    event: ClockAtRisk | ClockBreached, texts: Texts, language: str | None = None
) -> Facts:
    """What is to be said of a clock; `late` is 0 where it was noticed in time."""
    return {
        "clock": texts.say(f"clock-{event.clock}", None, language),
        "due": written(event.due),
        "late": event.late,
    }
