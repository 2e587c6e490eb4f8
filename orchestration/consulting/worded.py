"""What plans tell the customer, and which of the specialists says it."""

from collections.abc import Sequence
from dataclasses import replace

from orchestration.consulting.findings import Planned
from orchestration.events.specialists import Fate
from orchestration.specialists.advice import Contribution
from orchestration.specialists.built_in.sentences import BrainSentence
from orchestration.specialists.built_in.wording import Wording
from orchestration.specialists.kinds import kinds_among
from orchestration.workflows import case as cases
from orchestration.workflows.case import CaseRecord, Lack, Why
from orchestration.workflows.plan import Plan, Standing
from orchestration.workflows.wording import said, together
from orchestration.workflows.workflow import Workflow, in_language

#: As sure as an answer is that was read.
SURE = 0.8
#: Plans have nothing to say yet; a specialist may.
_SILENT = frozenset({Standing.UNVERIFIED, Standing.READING})


def worded(
    contributions: Sequence[Contribution], planned: Planned | None
) -> Sequence[Contribution]:
    """What specialists said, with the plans' words for the customer where a plan has some.

    A matter is worded once, by the first of its specialists who advised, in the order of the plans;
    the others of it leave it to them. What the customer was not told yet of a matter whose
    specialists were not called this time is said by whoever was.
    """
    if planned is None:
        return contributions
    plans: dict[str, list[Plan]] = {}
    spoken: set[str] = set()
    for each in planned.supervised.untold:
        workflow = planned.workflows[each.workflow]
        speaker = _speaker(contributions, workflow)
        if speaker is None and _is_news(planned.supervised.case, each):
            speaker = _anybody(contributions)
        if speaker is not None and each.standing not in _SILENT:
            plans.setdefault(speaker, []).append(each)
            spoken |= workflow.specialists
    mine: list[Contribution] = []
    for one in contributions:
        if one.specialist in plans:
            mine.append(_with(one, plans[one.specialist], planned))
        else:
            mine.append(_silent(one) if one.specialist in spoken else one)
    order = {name: place for place, name in enumerate(plans)}
    return sorted(mine, key=lambda one: order.get(one.specialist, len(order)))


def _speaker(contributions: Sequence[Contribution], workflow: Workflow) -> str | None:
    """Who speaks for a matter of that workflow: its owner, else the first of it who advised.

    None where nobody of it was called.
    """
    called = [each.specialist for each in contributions]
    advised = [each.specialist for each in contributions if each.fate is Fate.ADVISED]
    owner = workflow.specialist
    others = [each for each in advised if each in workflow.specialists]
    if owner in advised or (owner in called and not others):
        return owner
    return next(iter(others), None)


def _anybody(contributions: Sequence[Contribution]) -> str | None:
    """The first who advised."""
    return next((each.specialist for each in contributions if each.fate is Fate.ADVISED), None)


def _is_news(case: CaseRecord, plan: Plan) -> bool:
    """Whether the customer was told another standing of that matter, or none."""
    matter = case.matter(plan.workflow)
    return matter is not None and matter.told != plan.standing


def _silent(said_so_far: Contribution) -> Contribution:
    return replace(said_so_far, advice=replace(said_so_far.advice, draft=""))


def _with(said_so_far: Contribution, plans: Sequence[Plan], planned: Planned) -> Contribution:
    """A specialist's words are the plans': what is so, then what is asked.

    Where all of these are others' plans, their own words stay before them.
    """
    case, advice = planned.supervised.case, said_so_far.advice
    others = all(
        said_so_far.specialist not in planned.workflows[each.workflow].specialists for each in plans
    )
    own = advice.draft.strip() if others else ""
    told = together([said(each, planned.language) for each in plans])
    lacking = [each for one in plans for each in cases.to_ask(case, one.lacking)]
    question = _question(case, lacking, Wording(planned.say, planned.language))
    if not told.text and not question:
        # asked already: nobody is asked twice
        asked = not others and any(each.lacking for each in plans)
        return _silent(said_so_far) if asked else said_so_far
    grounded = told.grounded and (advice.grounded or not own)
    return replace(
        said_so_far,
        advice=replace(
            advice,
            draft="\n\n".join(each for each in (own, told.text, question) if each),
            evidence=tuple(dict.fromkeys([*advice.evidence, *told.evidence])),
            grounded=grounded,
            asks=bool(question) or (bool(own) and advice.asks),
            confidence=max(advice.confidence, SURE) if grounded else advice.confidence,
        ),
    )


def _question(case: CaseRecord, lacking: Sequence[Lack], say: Wording) -> str:
    """One question for all that is missing; what they named and nobody knows is asked for anew."""
    for each in lacking:
        wrong = next(
            (kind for kind in kinds_among(each.any_of) if case.is_wrong(kind, each.given)), None
        )
        if each.why is Why.WRONG and wrong is not None:
            return say(BrainSentence.ASK_AGAIN, what=say.thing(wrong, each.given))
    wanted = [
        in_language(each.asked, say.language) if each.asked else say.asked(kinds)
        for each in lacking
        if (kinds := kinds_among([each.what])) or each.asked
    ]
    unique = list(dict.fromkeys(wanted))
    return say(BrainSentence.ASK, what=say.listed(unique)) if unique else ""
