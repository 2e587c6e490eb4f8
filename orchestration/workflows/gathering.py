"""All that plans rest on, from what is kept of a ticket."""

from collections.abc import Mapping
from datetime import datetime

from orchestration.actions.undertaking import Undertaking
from orchestration.events.actions import Progress
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.workflows.case import CaseRecord
from orchestration.workflows.plan import ActionSoFar, ActionState, Facts

_STATES: Mapping[Progress, ActionState] = {
    Progress.READING: ActionState.PROPOSED,
    Progress.WAITING: ActionState.WAITING_APPROVAL,
    Progress.READY: ActionState.RUNNING,
    Progress.RUNNING: ActionState.RUNNING,
    Progress.DONE: ActionState.DONE,
    Progress.FAILED: ActionState.FAILED,
    Progress.UNKNOWN: ActionState.UNKNOWN,
    Progress.DENIED: ActionState.DENIED,
    Progress.ESCALATED: ActionState.PROPOSED,
    Progress.REJECTED: ActionState.REJECTED,
    Progress.EXPIRED: ActionState.REJECTED,
}


async def facts_of(uow: UnitOfWork, case: CaseRecord, now: datetime, zone: str = "UTC") -> Facts:
    """All that plans of that case rest on."""
    binding = await uow.bindings.of(case.customer)
    reads = await uow.evidence.of(case.ticket)
    acts = [so_far(each) for each in await uow.actions.of(case.ticket)]
    return Facts(
        case,
        now,
        binding.record if binding else "",
        binding.proof if binding else "",
        reads,
        [each for each in acts if each is not None],
        zone,
    )


def so_far(undertaking: Undertaking) -> ActionSoFar | None:
    """An action as plans see it; None for one that is void, as if nobody had proposed it."""
    state = _STATES.get(undertaking.progress)
    if state is None:
        return None
    return ActionSoFar(
        undertaking.action.tool,
        undertaking.action.arguments,
        state,
        undertaking.workflow,
        undertaking.step,
        undertaking.result,
        undertaking.reference,
        undertaking.tried_at or undertaking.proposed_at,
        isinstance(undertaking.proposed_by, Staff),
    )
