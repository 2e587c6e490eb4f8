"""What the steps of a workflow propose on what is known, and what they proposed before.

Whether an action may happen is not decided here: the gate does that for each proposal.
"""

from collections.abc import Sequence

from orchestration.actions.action import Action
from orchestration.workflows.plan import (
    UNDECIDED,
    UNDER_WAY,
    ActionSoFar,
    ActionState,
    Proposal,
    Reason,
    Stage,
    StageKind,
    StageState,
)
from orchestration.workflows.walk import Walk
from orchestration.workflows.workflow import Step

#: Nobody knows yet what will have been done: nothing else is proposed beside it.
_OPEN = frozenset({ActionState.RUNNING, ActionState.UNKNOWN})
#: A person who proposes of a step what they think right is not proposed another thing beside it.
_STANDS = _OPEN | UNDECIDED | {ActionState.DONE}


def propose(walk: Walk) -> None:
    """Goes through the steps, once it was looked at what they rest on."""
    for step in walk.workflow.steps:
        _step(walk, step)


def _step(walk: Walk, step: Step) -> None:
    before = walk.sight.actions_of(step)
    stage: Stage | None = None
    if before:
        state = _state_of(before[-1])
        stage = _of_step(step, state, Reason.ACTION, before[-1])
    if not walk.verified or walk.waits or walk.lacking:
        stage = stage or _of_step(step, StageState.PENDING, Reason.LATER)
    elif walk.blind:
        stage = stage or _of_step(step, StageState.BLOCKED, Reason.CANNOT_TELL)
    elif walk.found:
        stage = stage or _of_step(step, StageState.BLOCKED, Reason.CONTRADICTED)
    else:
        stage = _next(walk, step, before) or stage
    if stage is not None:
        walk.add(stage)


def _next(walk: Walk, step: Step, before: Sequence[ActionSoFar]) -> Stage | None:
    """The stage of a step that is proposed now; None where it is not, or cannot be told."""
    if not walk.holds(step.when, StageKind.STEP, step.id):
        _overtake(walk, step, None)
        return None
    arguments = walk.arguments(step.arguments, StageKind.STEP, step.id)
    if arguments is None:
        return None
    action = Action(step.tool, arguments)
    _overtake(walk, step, action)
    if action.digest in {each.action.digest for each in walk.facts.actions}:
        return None
    if any(each.state in (_STANDS if each.taken_over else _OPEN) for each in before):
        return None
    if any(each.stale for each in walk.reads):
        return _of_step(step, StageState.PENDING, Reason.STALE)
    walk.proposals.append(Proposal(step.id, step.title, action))
    return _of_step(step, StageState.PENDING, Reason.NEXT)


def _overtake(walk: Walk, step: Step, action: Action | None) -> None:
    """What waits for a decision is not what the step would do now."""
    mine = (walk.workflow.id, step.id)
    walk.overtaken += [
        each
        for each in walk.facts.actions
        if (each.workflow, each.step) == mine
        and each.state in UNDECIDED
        and not each.taken_over
        and (action is None or each.action.digest != action.digest)
    ]


def _of_step(
    step: Step, state: StageState, reason: Reason, action: ActionSoFar | None = None
) -> Stage:
    return Stage(StageKind.STEP, step.id, state, reason, step.tool, step.title, action=action)


def _state_of(action: ActionSoFar) -> StageState:
    if action.state is ActionState.DONE:
        return StageState.DONE
    return StageState.PENDING if action.state in UNDER_WAY else StageState.BLOCKED
