"""What plans give a turn: words for the customer, proposals for the gate, and news for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from orchestration import deliveries
from orchestration.actions import approving
from orchestration.actions.proposing import Proposal, propose
from orchestration.actions.surveying import Ground, Served
from orchestration.actions.undertaking import Undertaking
from orchestration.actions.why import Why
from orchestration.desk import Desk
from orchestration.events.actions import Progress
from orchestration.events.specialists import Fate, ProposedAction
from orchestration.people import SYSTEM, Specialist
from orchestration.ports import UnitOfWork
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.advice import Contribution
from orchestration.specialists.built_in.sentences import BrainSentence, Say
from orchestration.specialists.built_in.wording import Wording
from orchestration.specialists.cast import Cast
from orchestration.specialists.kinds import Kind
from orchestration.ticket import Ticket
from orchestration.workflows import case as cases
from orchestration.workflows.case import CaseRecord, Lack
from orchestration.workflows.case import Why as LackedFor
from orchestration.workflows.plan import Plan, StageKind, Standing
from orchestration.workflows.supervising import Supervised
from orchestration.workflows.wording import said, together
from orchestration.workflows.workflow import Workflow, in_language

#: As sure as an answer is that was read.
SURE = 0.8
#: Plans have nothing to say yet; a specialist may.
_SILENT = frozenset({Standing.UNVERIFIED, Standing.READING})


@dataclass(frozen=True, slots=True)
class Planned:
    """What the supervisor found: case and plans, by which workflows, and the servers' tools."""

    supervised: Supervised
    workflows: Mapping[str, Workflow]
    served: Served


@dataclass(frozen=True, slots=True)
class Wordings:
    """How plans are worded: the workflows by id, the desk's sentences, the customer's language."""

    workflows: Mapping[str, Workflow]
    say: Say
    language: str


def worded(
    contributions: Sequence[Contribution], supervised: Supervised, how: Wordings
) -> Sequence[Contribution]:
    """What specialists said, with the plans' words for the customer where a plan has some.

    A matter is worded once, by the first of its specialists who advised, in the order of the plans;
    the others of it leave it to them.
    """
    plans: dict[str, list[Plan]] = {}
    spoken: set[str] = set()
    for each in supervised.untold:
        if each.standing not in _SILENT:
            speaker = _speaker(contributions, how.workflows[each.workflow])
            plans.setdefault(speaker, []).append(each)
            spoken |= how.workflows[each.workflow].specialists
    mine = [
        _with(each, plans[each.specialist], supervised.case, how)
        if each.specialist in plans
        else replace(each, advice=replace(each.advice, draft=""))
        if each.specialist in spoken
        else each
        for each in contributions
    ]
    order = {name: place for place, name in enumerate(plans)}
    return sorted(mine, key=lambda one: order.get(one.specialist, len(order)))


def without_advised(
    contributions: Sequence[Contribution], planned: Planned | None
) -> Sequence[Contribution]:
    """What was said, but what people should do about matters that are worked on by a plan.

    What a specialist proposes with its tool stays: the gate knows what was proposed before.
    """
    if planned is None:
        return contributions
    busy: set[str] = set()
    for each in planned.supervised.plans:
        acts = any(stage.kind is StageKind.STEP for stage in each.stages)
        busy |= planned.workflows[each.workflow].specialists if acts else frozenset()
    return [
        replace(each, advice=replace(each.advice, actions=_with_tool(each.advice.actions)))
        if each.specialist in busy
        else each
        for each in contributions
    ]


def _with_tool(actions: Sequence[ProposedAction]) -> tuple[ProposedAction, ...]:
    return tuple(each for each in actions if each.tool)


def asks(supervised: Supervised) -> tuple[str, ...]:
    """What the customer is asked now, by kind or choice, each once."""
    case = supervised.case
    lacking = [each for one in supervised.untold for each in cases.to_ask(case, one.lacking)]
    return tuple(dict.fromkeys(each.what for each in lacking))


async def put_forward(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, planned: Planned, cast: Cast, now: datetime
) -> Sequence[Undertaking]:
    """Puts what the plans propose before the gate, and takes back what they would not do now."""
    ground, supervised = Ground(desk, planned.served, now), planned.supervised
    await _withdraw(uow, ticket, supervised, now)
    begun: list[Undertaking] = []
    for each in supervised.plans:
        workflow = planned.workflows.get(each.workflow)
        if workflow is None:
            continue
        profile = cast.get(workflow.specialist)
        by = Specialist(workflow.specialist, profile.name if profile else workflow.specialist)
        for wanted in each.proposals:
            proposal = Proposal(wanted.action, by, workflow.id, wanted.step)
            proposed = await propose(uow, ground, ticket, proposal)
            if proposed is not None and proposed.undertaking is not None:
                begun.append(proposed.undertaking)
    return begun


async def keep_case(
    uow: UnitOfWork, ticket: Ticket, supervised: Supervised, language: str, *, drafted: bool
) -> None:
    """Keeps the case; people are told once of systems that contradict each other."""
    case = supervised.case
    for each in supervised.plans:
        case = cases.stands(case, each.workflow, each.standing)
        for found in each.contradictions:
            if found.id not in case.found:
                case = replace(case, found={**case.found, found.id: ticket.version})
                facts: Facts = {"ticket": ticket.id, "words": in_language(found.says, language)}
                sentence = StaffSentence.SYSTEMS_CONTRADICT
                await uow.outbox.add(deliveries.alert(ticket.id, sentence, facts))
    if drafted:
        standings = {each.workflow: each.standing.value for each in supervised.plans}
        case = replace(case, offered=cases.Offered(ticket.version, asks(supervised), standings))
    await uow.cases.keep(case)


async def _withdraw(uow: UnitOfWork, ticket: Ticket, supervised: Supervised, now: datetime) -> None:
    """What waits for people while its step would now have other arguments is void."""
    digests = {each.action.digest for one in supervised.plans for each in one.overtaken}
    for each in await uow.actions.of(ticket.id) if digests else ():
        if each.action.digest in digests and each.progress is Progress.WAITING:
            each.move(Progress.VOID)
            await approving.settle(uow, ticket, each, SYSTEM, now, Why.REPLACED)


def _speaker(contributions: Sequence[Contribution], workflow: Workflow) -> str:
    """One of its specialists, or whoever advised: what came of a matter is told in any case."""
    advised = [each.specialist for each in contributions if each.fate is Fate.ADVISED]
    if workflow.specialist in advised:
        return workflow.specialist
    mine = [each for each in advised if each in workflow.specialists]
    return next(iter([*mine, *advised]), workflow.specialist)


def _with(
    said_so_far: Contribution, plans: Sequence[Plan], case: CaseRecord, how: Wordings
) -> Contribution:
    """A specialist's words are the plans': what is so, then what is asked.

    Who has no workflow of their own says that beside what they have to say.
    """
    advice = said_so_far.advice
    owners = {name for each in how.workflows.values() for name in each.specialists}
    own = "" if said_so_far.specialist in owners else advice.draft
    told = together([said(each, how.language) for each in plans])
    lacking = [each for one in plans for each in cases.to_ask(case, one.lacking)]
    question = _question(lacking, Wording(how.say, how.language))
    if not told.text and not question:
        silent = any(each.lacking for each in plans)  # asked already: nobody is asked twice
        return replace(said_so_far, advice=replace(advice, draft="")) if silent else said_so_far
    return replace(
        said_so_far,
        advice=replace(
            advice,
            draft="\n\n".join(each for each in (told.text, question, own) if each),
            evidence=tuple(dict.fromkeys([*advice.evidence, *told.evidence])),
            grounded=told.grounded and (advice.grounded or not own),
            asks=bool(question),
            confidence=max(advice.confidence, SURE) if told.grounded else advice.confidence,
        ),
    )


def _question(lacking: Sequence[Lack], say: Wording) -> str:
    """One question for all that is missing; what they named and nobody knows is asked for anew."""
    for each in lacking:
        if each.why is LackedFor.WRONG and each.what in set(Kind):
            what = say.thing(Kind(each.what), each.given)
            return say(BrainSentence.ASK_AGAIN, what=what)
    wanted = [
        in_language(each.asked, say.language) if each.asked else say.asked([Kind(each.what)])
        for each in lacking
        if each.asked or each.what in set(Kind)
    ]
    unique = list(dict.fromkeys(wanted))
    return say(BrainSentence.ASK, what=say.listed(unique)) if unique else ""
