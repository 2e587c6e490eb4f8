"""People put right what became of an action: once more, taken back, or told how it went.

Each is a proposal of its own, through the gate, or a person's word of what they saw in the system.
"""

from datetime import datetime

from orchestration.actions import approving, outcome
from orchestration.actions.action import Action
from orchestration.actions.expressions import ExpressionFailed
from orchestration.actions.proposing import Proposal, Proposed, propose
from orchestration.actions.surveying import Ground
from orchestration.clock.reading_again import read_again
from orchestration.errors.actions import ActionDecided
from orchestration.events.actions import Progress
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket


async def again(
    uow: UnitOfWork, ground: Ground, ticket: Ticket, seq: int, by: Staff
) -> Proposed | None:
    """`by` proposes the same once more; raises `NoSuchAction`."""
    undertaking = await approving.read(uow, ticket, seq)
    proposal = Proposal(
        undertaking.action, by, undertaking.workflow, undertaking.step, undertaking.ref
    )
    return await propose(uow, ground, ticket, proposal)


async def undo(
    uow: UnitOfWork, ground: Ground, ticket: Ticket, seq: int, by: Staff
) -> Proposed | None:
    """`by` proposes what takes it back, as the policy names it.

    Raises `NoSuchAction`, and `ActionDecided` where nothing takes it back, or it was not done.
    """
    undertaking = await approving.read(uow, ticket, seq)
    policy = ground.desk.policy.actions.get(undertaking.action.tool)
    if policy is None or undertaking.progress is not Progress.DONE:
        raise ActionDecided(ticket=ticket.id)
    try:
        action: Action | None = outcome.undoing(policy, undertaking.action, undertaking.result)
    except ExpressionFailed:
        action = None  # what was looked up instead of answered may not name it
    if action is None:
        raise ActionDecided(ticket=ticket.id)
    return await propose(uow, ground, ticket, Proposal(action, by))


async def tell(
    uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff, now: datetime, *, done: bool
) -> None:
    """`by` looked in the system and says whether it was done, where nobody knew.

    Raises `NoSuchAction`, `ActionDecided` and `NotEntitled`.
    """
    undertaking = await approving.read(uow, ticket, seq)
    if undertaking.progress is not Progress.UNKNOWN:
        raise ActionDecided(ticket=ticket.id)
    await approving.check(uow, ticket, undertaking, by)
    undertaking.move(Progress.DONE if done else Progress.FAILED)
    await approving.settle(uow, ticket, undertaking, by, now)
    await read_again(uow, ticket, now)
