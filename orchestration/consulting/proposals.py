"""What plans and specialists propose in a turn, on its way to the gate or to people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from orchestration.actions import approving
from orchestration.actions.action import Action
from orchestration.actions.proposing import Proposal, propose
from orchestration.actions.surveying import Ground
from orchestration.actions.undertaking import Undertaking
from orchestration.actions.why import Why
from orchestration.clock.reading_again import read_again
from orchestration.consulting.findings import Findings, Planned
from orchestration.desk import Desk
from orchestration.events.actions import Progress
from orchestration.people import SYSTEM, Specialist
from orchestration.ports import UnitOfWork
from orchestration.specialists.advice import Contribution
from orchestration.specialists.cast import BUILT_IN, Cast
from orchestration.status import ENDED
from orchestration.ticket import Ticket
from orchestration.workflows.plan import StageKind
from orchestration.workflows.supervising import Supervised


async def put_forward(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, found: Findings, now: datetime
) -> bool:
    """What plans and specialists propose comes before the gate.

    What waits for people, and plans would not do any more, is taken back. True where something is
    done at once, or the policy says no to a plan: what comes of it is drafted then, and nothing
    before.
    """
    planned = found.planned
    if planned is None or ticket.status in ENDED:
        return False
    await _withdraw(uow, ticket, planned.supervised, now)
    ground = Ground(desk, planned.served, now)
    begun: list[Undertaking] = []
    for each in (*_of_plans(planned, found.cast), *_of_specialists(found.said)):
        proposed = await propose(uow, ground, ticket, each)
        if proposed is not None and proposed.undertaking is not None:
            begun.append(proposed.undertaking)
    if any(each.progress is Progress.READY for each in begun):
        return True
    refused = any(each.progress is Progress.DENIED and each.workflow for each in begun)
    if refused:
        await read_again(uow, ticket, now)
    return refused


def actions_of(said: Sequence[Contribution]) -> Sequence[Action]:
    """What specialists propose that a tool would do."""
    return [each.action for each in _of_specialists(said)]


def without_advised(
    contributions: Sequence[Contribution], planned: Planned | None
) -> Sequence[Contribution]:
    """What was said, but what people should do about matters that are worked on by a plan.

    What a model would have them do stays: it may be no step of the plan. So does what a specialist
    proposes with its tool: the gate knows what was proposed before.
    """
    if planned is None:
        return contributions
    busy: set[str] = set()
    for plan in planned.supervised.plans:
        if any(stage.kind is StageKind.STEP for stage in plan.stages):
            busy |= planned.workflows[plan.workflow].specialists
    return [
        _with_tools(each) if each.specialist in busy and each.advice.brain == BUILT_IN else each
        for each in contributions
    ]


def _with_tools(said: Contribution) -> Contribution:
    """What a specialist said, with those of its proposals that a tool would do."""
    actions = tuple(each for each in said.advice.actions if each.tool)
    return replace(said, advice=replace(said.advice, actions=actions))


def _of_plans(planned: Planned, cast: Cast) -> Iterator[Proposal]:
    for plan in planned.supervised.plans:
        workflow = planned.workflows[plan.workflow]
        profile = cast.get(workflow.specialist)
        by = Specialist(workflow.specialist, profile.name if profile else workflow.specialist)
        for each in plan.proposals:
            yield Proposal(each.action, by, workflow.id, each.step)


def _of_specialists(said: Sequence[Contribution]) -> Iterator[Proposal]:
    for one in said:
        by = Specialist(one.specialist, one.name)
        for each in one.advice.actions:
            if each.tool:
                yield Proposal(Action(each.tool, each.arguments), by)


async def _withdraw(uow: UnitOfWork, ticket: Ticket, supervised: Supervised, now: datetime) -> None:
    """What waits for people while its step would now have other arguments is void."""
    digests = {each.action.digest for one in supervised.plans for each in one.overtaken}
    for each in await uow.actions.of(ticket.id) if digests else ():
        if each.action.digest in digests and each.progress is Progress.WAITING:
            each.move(Progress.VOID)
            await approving.settle(uow, ticket, each, SYSTEM, now, Why.REPLACED)
