"""From what is known to what is next: pure, total, and it never proposes the same thing twice."""

from collections.abc import Iterator, Mapping, Sequence

from orchestration.actions.expressions import ExpressionFailed
from orchestration.workflows import grounds, steps
from orchestration.workflows.plan import (
    UNDER_WAY,
    ActionState,
    Facts,
    Plan,
    Reason,
    Stage,
    StageKind,
    StageState,
    Standing,
)
from orchestration.workflows.walk import Walk
from orchestration.workflows.workflow import Variant, Words, Workflow

_TROUBLED = frozenset({ActionState.UNKNOWN, ActionState.FAILED})
_REFUSED = frozenset({ActionState.REJECTED, ActionState.DENIED})


def plans_of(workflows: Mapping[str, Workflow], facts: Facts) -> Sequence[tuple[Workflow, Plan]]:
    """The plan of each matter, those that go first first."""
    known = (workflows.get(each.workflow) for each in facts.case.matters)
    mine = sorted((each for each in known if each), key=lambda one: (one.order, one.id))
    return [(each, plan(each, facts)) for each in mine]


def plan(workflow: Workflow, facts: Facts) -> Plan:
    """How far the matter of that workflow is, and what is next; raises nothing."""
    walk = Walk(workflow, facts)
    grounds.look(walk)
    steps.propose(walk)
    standing = _standing(walk)
    _ending(walk, standing)
    return Plan(
        workflow.id,
        standing,
        tuple(walk.stages),
        tuple(walk.lacking),
        tuple(walk.reads),
        tuple(walk.proposals),
        tuple(walk.overtaken),
        tuple(walk.found),
        tuple(_says(walk, standing)),
        walk.sight.shown(),
        tuple(walk.used),
    )


def _standing(walk: Walk) -> Standing:
    """The first that holds."""
    acts = [walk.sight.actions_of(each) for each in walk.workflow.steps]
    last = {each[-1].state for each in acts if each}
    missing = walk.waits and any(not each.stale for each in walk.reads)
    succeeded = walk.holds(walk.workflow.done, StageKind.SUCCESS, "success")
    for holds, standing in (
        (not walk.verified, Standing.UNVERIFIED),
        (bool(walk.lacking), Standing.LACKING),
        (missing, Standing.READING),
        (bool(walk.found), Standing.CONTRADICTED),
        (bool(walk.proposals or last & UNDER_WAY), Standing.WAITING),
        (walk.blind or bool(last & _TROUBLED), Standing.TROUBLED),
        (succeeded and ActionState.DONE in last, Standing.DONE),
        (bool(last & _REFUSED), Standing.REFUSED),
        (bool(walk.reads), Standing.READING),
        (succeeded, Standing.ANSWERED),
    ):
        if holds:
            return standing
    return Standing.TROUBLED


def _ending(walk: Walk, standing: Standing) -> None:
    if standing in {Standing.DONE, Standing.ANSWERED}:
        walk.add(Stage(StageKind.SUCCESS, "success", StageState.DONE))
    matter = walk.facts.case.matter(walk.workflow.id)
    if matter is not None and matter.told == standing:
        walk.add(Stage(StageKind.TOLD, "told", StageState.DONE))
    else:
        walk.add(Stage(StageKind.TOLD, "told", StageState.PENDING, Reason.LATER))


def _says(walk: Walk, standing: Standing) -> Iterator[Words]:
    """What may be said, the best first; what depends on what cannot be told is left out."""
    for variant in _variants(walk.workflow, standing):
        try:
            if variant.when is None or variant.when.holds(walk.sight.names):
                yield variant.says
        except ExpressionFailed:
            continue


def _variants(workflow: Workflow, standing: Standing) -> Sequence[Variant]:
    texts = workflow.texts
    match standing:
        case Standing.ANSWERED:
            return texts.answer
        case Standing.DONE:
            return texts.done
        case Standing.REFUSED:
            return texts.refused
        case Standing.WAITING | Standing.CONTRADICTED | Standing.TROUBLED:
            return texts.waiting
        case _:
            return ()
