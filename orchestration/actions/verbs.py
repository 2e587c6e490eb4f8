"""What a ticket's timeline says of actions: verbs of the ticket as much as those in `ticket.py`."""

from datetime import datetime

from orchestration.actions.action import Action
from orchestration.actions.decision import Decision
from orchestration.actions.undertaking import Undertaking
from orchestration.events.actions import (
    ActionEvent,
    ActionJudged,
    ActionMoved,
    ActionProposed,
    Progress,
)
from orchestration.people import Actor
from orchestration.status import TRANSITIONS, Status
from orchestration.ticket import Ticket
from orchestration.timeline import Audience, Entry


def proposed(
    action: Action,
    decision: Decision,
    progress: Progress,
    workflow: str,
    step: str,
    instead: int | None,
) -> ActionProposed:
    """Somebody proposes it, and that is how it may happen."""
    return ActionProposed(
        action.tool,
        action.arguments,
        decision.verdict,
        progress,
        decision.reasons,
        decision.rules,
        workflow,
        step,
        instead,
    )


def judged(undertaking: Undertaking) -> ActionJudged:
    """The gate decided about it once it was read, and that is what came of it."""
    decision = undertaking.decision
    return ActionJudged(
        undertaking.ref.seq,
        undertaking.action.tool,
        decision.verdict,
        undertaking.progress,
        decision.reasons,
        decision.rules,
    )


def moved(undertaking: Undertaking, words: str = "") -> ActionMoved:
    """It came as far as it is now."""
    return ActionMoved(
        undertaking.ref.seq,
        undertaking.action.tool,
        undertaking.progress,
        words,
        undertaking.reference,
    )


def record(
    ticket: Ticket,
    event: ActionEvent,
    by: Actor,
    at: datetime,
    *,
    waits: bool = False,
    goes_on: bool = False,
) -> Entry:
    """Records it; a ticket that `waits` for an approval says so, and `goes_on` once none does.

    One that waits for an expert, or has ended, stays as it is: somebody decided that.
    """
    after = None
    if waits and ticket.status is not Status.WAITING_EXPERT:
        allowed = Status.WAITING_APPROVAL in TRANSITIONS[ticket.status]
        after = Status.WAITING_APPROVAL if allowed else None
    if goes_on and ticket.status is Status.WAITING_APPROVAL:
        after = Status.OPEN
    return ticket.record(event, by, Audience.INTERNAL, at, after)
