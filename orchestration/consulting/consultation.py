"""The third way through the house: a burst settles, specialists read it, their advice is kept.

Nobody thinks inside a transaction: what there is to read is read in one, the advice is kept in
another, and advice about words that a newer message overtook is dropped, because that message
consults again. While specialists think, the follow-up is due again later: a desk that is killed
meanwhile, or another one, then begins anew.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.consulting.briefing import Matter, brief_for, read_matter
from orchestration.consulting.calling import Round
from orchestration.consulting.consultants import GENERALIST, Consultants, routable, writer_of
from orchestration.consulting.findings import Findings, Planned
from orchestration.consulting.keeping import add_late, keep
from orchestration.consulting.proposals import actions_of, without_advised
from orchestration.consulting.worded import worded
from orchestration.desk import Desk, Queue
from orchestration.events.specialists import Call, Routed
from orchestration.ports import Begin, Clock
from orchestration.ports.previews import Watch
from orchestration.routing.decision import RoutingDecision
from orchestration.specialists.advice import Advice, Brief, Contribution
from orchestration.specialists.built_in.answering import USUAL_LANGUAGE
from orchestration.specialists.cast import BUILT_IN, Autonomy, Cast, Profile
from orchestration.specialists.triage_words import GREETING
from orchestration.transactions import transact
from orchestration.workflows.supervising import Opened, Supervised, remembered

#: What comes later than that is not added any more.
LATE = timedelta(seconds=30)
#: This share of the time belongs to the specialists, the rest to whoever writes the draft.
THINKING = 0.7


async def consult(
    begin: Begin, desk: Desk, consultants: Consultants, leased: FollowUp, clock: Clock
) -> None:
    """Finds the specialists, has them think side by side, and keeps what they say in one commit.

    What comes later than the desk's `advise_within` is added in one more. That time begins when
    they are called: a desk that has just started may be learning yet whom to call.
    """
    async with begin() as uow:
        matter = await read_matter(uow, desk, leased)
    cast = consultants.cast()
    if not cast.profiles or _is_nothing(matter, leased):
        await transact(begin, lambda uow: uow.follow_ups.take(leased))
        return
    routed, profiles = await _route(consultants, cast, matter)
    opened = await _opened(consultants, cast, matter)
    if opened is not None:
        matter = replace(matter, brief=replace(matter.brief, known=remembered(opened.case)))
        if not matter.named:
            routed, profiles = _with_owners(consultants, cast, routed, opened)
    asker = _asker(cast, desk.queue(matter.queue)) if routed.abstained else None
    loop = asyncio.get_running_loop()
    until = loop.time() + desk.advise_within.total_seconds()
    round_ = Round(consultants.brain, consultants.failed)
    writing: list[asyncio.Task[Advice]] = []

    def write(said: Sequence[Contribution]) -> asyncio.Task[Advice]:
        writing.append(asyncio.create_task(_draft(consultants, cast, matter, asker, said)))
        return writing[-1]

    async def for_colleague(profile: Profile) -> Brief:
        return await brief_for(begin, matter, profile, "", consultants.embedder)

    supervising = asyncio.create_task(_supervised(consultants, opened))
    try:
        for profile, call in zip(profiles, routed.calls, strict=True):
            brief = await brief_for(begin, matter, profile, call.task, consultants.embedder)
            round_.call(profile, brief)
        said = await round_.hear((until - loop.time()) * THINKING, cast, for_colleague)
        supervised = await _supervised_by(supervising, until - loop.time())
        planned = _planned(consultants, matter, supervised)
        draft = write(worded(said, planned))
        written = await _in_time(draft, until - loop.time())
        said = without_advised(said, planned)
        await _prove(consultants, opened, said)
        found = Findings(cast, matter, routed, said, written, planned)
        turn = await transact(begin, lambda uow: keep(uow, desk, leased, found, clock()))
        if turn is None or (draft.done() and not round_.waiting and supervising.done()):
            return
        if round_.waiting or not supervising.done():
            said = await round_.hear(LATE.total_seconds(), cast, for_colleague)
            supervised = await _supervised_by(supervising, LATE.total_seconds())
            planned = _planned(consultants, matter, supervised)
            draft = write(worded(said, planned))
        written = await _in_time(draft, LATE.total_seconds())
        said = without_advised(said, planned)
        await _prove(consultants, opened, said)
        late = Findings(cast, matter, routed, said, written, planned)
        await transact(begin, lambda uow: add_late(uow, desk, turn, found, late, clock()))
    finally:
        await round_.close()
        for each in (supervising, *writing):
            each.cancel()
        await asyncio.gather(supervising, *writing, return_exceptions=True)


async def _opened(consultants: Consultants, cast: Cast, matter: Matter) -> Opened | None:
    """What is known of the ticket's matters; None where nobody plans, or a colleague asks."""
    if consultants.planning is None or matter.brief.question or not matter.brief.customer:
        return None
    everybody = [each.id for each in cast.profiles]
    supervisor = consultants.planning.supervisor
    return await supervisor.open(matter.brief, matter.conversation, everybody)


def _with_owners(
    consultants: Consultants, cast: Cast, routed: Routed, opened: Opened
) -> tuple[Routed, Sequence[Profile]]:
    """Whoever a picked workflow belongs to is called, too; then it is clear what it is about."""
    workflows = consultants.planning.supervisor.workflows if consultants.planning else {}
    known = [] if routed.abstained else [*routed.calls]
    owners: list[Call] = []
    for each in opened.picks:
        workflow = workflows[each.workflow]
        profile = cast.get(workflow.specialist)
        called = {one.specialist for one in (*known, *owners)}
        if profile is not None and workflow.specialists.isdisjoint(called):
            owners.append(Call(profile.id, profile.name, each.words, each.confidence))
    if not owners:
        return routed, routable(cast, [each.specialist for each in routed.calls])
    calls = (*known, *owners)
    profiles = routable(cast, [each.specialist for each in calls])
    return replace(routed, calls=calls, abstained=False), profiles


async def _supervised(consultants: Consultants, opened: Opened | None) -> Supervised | None:
    """The plans of the case; None where they fail, which is told, and specialists go on."""
    if consultants.planning is None or opened is None:
        return None
    try:
        return await consultants.planning.supervisor.look(opened)
    except Exception as error:  # noqa: BLE001 - a note without a plan is worth showing
        consultants.failed(None, error)
        return None


def _planned(
    consultants: Consultants, matter: Matter, supervised: Supervised | None
) -> Planned | None:
    """What the plans contribute."""
    planning = consultants.planning
    if planning is None or supervised is None:
        return None
    workflows, language = planning.supervisor.workflows, matter.brief.language or USUAL_LANGUAGE
    return Planned(supervised, workflows, planning.served(), planning.say, language)


async def _prove(
    consultants: Consultants, opened: Opened | None, said: Sequence[Contribution]
) -> None:
    """Reads what the policy wants to have read before what specialists propose."""
    actions = actions_of(said)
    if actions and consultants.planning is not None and opened is not None:
        await consultants.planning.supervisor.prove(opened.case, actions)


async def _supervised_by(
    supervising: asyncio.Task[Supervised | None], seconds: float
) -> Supervised | None:
    """The plans, if they are there within that time; systems that are slow go on being read."""
    await asyncio.wait({supervising}, timeout=max(0.0, seconds))
    return supervising.result() if supervising.done() else None


async def _in_time(writing: asyncio.Task[Advice], seconds: float) -> Advice:
    """The draft, if it is there within that time; nothing of it otherwise, and it goes on."""
    await asyncio.wait({writing}, timeout=max(0.0, seconds))
    return writing.result() if writing.done() else Advice()


def _is_nothing(matter: Matter, leased: FollowUp) -> bool:
    """Whether nobody wants anything yet, or what was asked has its answer."""
    if leased.kind is FollowUpKind.ASK:
        return matter.asked is None
    return not matter.conversation or (
        matter.triage is not None and matter.triage.intent == GREETING
    )


async def _route(
    consultants: Consultants, cast: Cast, matter: Matter
) -> tuple[Routed, Sequence[Profile]]:
    """Who is called: whom a person named, else whom the router finds, else the generalist."""
    upto, asked = matter.brief.upto, matter.asked.seq if matter.asked else None
    if matter.named:
        profiles = routable(cast, matter.named)
        calls = tuple(Call(each.id, each.name) for each in profiles)
        return Routed(upto, calls, asked=asked), profiles
    began = asyncio.get_running_loop().time()
    try:
        decision = await consultants.router.route(matter.conversation, matter.brief.ticket)
    except Exception as error:  # noqa: BLE001 - whoever is asked when nobody fits is asked now
        consultants.failed(None, error)
        decision = RoutingDecision(())
    took = round((asyncio.get_running_loop().time() - began) * 1000)
    calls, profiles = _called(cast, decision)
    router, reasons = decision.router or consultants.router.name, decision.reasons
    routed = Routed(upto, calls, router, reasons, decision.abstained, asked, took)
    return routed, profiles


def _called(cast: Cast, decision: RoutingDecision) -> tuple[tuple[Call, ...], list[Profile]]:
    calls: list[Call] = []
    profiles: list[Profile] = []
    for task in decision.tasks:
        profile = cast.get(task.specialist)
        if profile is not None and profile not in profiles:
            calls.append(Call(profile.id, profile.name, task.text, task.confidence))
            profiles.append(profile)
    generalist = cast.get(GENERALIST)
    if not profiles and generalist is not None:
        calls, profiles = [Call(generalist.id, generalist.name, confidence=0.0)], [generalist]
    return tuple(calls), profiles


async def _draft(
    consultants: Consultants,
    cast: Cast,
    matter: Matter,
    asker: Profile | None,
    said: Sequence[Contribution],
) -> Advice:
    """The one answer out of all that was said; where it is not clear what for, `asker` asks.

    What a colleague asked is for the colleague.
    """
    if matter.brief.question:
        return Advice()
    writer = writer_of(cast)
    brain, brief = consultants.brain, replace(matter.brief, said=_may_draft(cast, said))
    try:
        drafted = await brain.draft(writer, brief, _watch(consultants, matter))
        if not drafted.draft.strip() and asker is not None:
            drafted = await brain.clarify(asker, brief)
    except Exception as error:  # noqa: BLE001 - a note without a draft is worth showing
        consultants.failed(writer, error)
        return Advice()
    return drafted


def _watch(consultants: Consultants, matter: Matter) -> Watch | None:
    """What shows the draft, while it is written, to whoever waits for it."""
    if consultants.previews is None or matter.reader is None:
        return None
    return partial(consultants.previews.show, matter.reader, matter.brief.ticket)


def _asker(cast: Cast, queue: Queue) -> Profile:
    """Who asks what it is about: without a model where the question may go out by itself.

    Nothing bears out the words of a model that has no source.
    """
    writer = writer_of(cast)
    return replace(writer, model=BUILT_IN) if queue.autonomy is Autonomy.AUTO else writer


def _may_draft(cast: Cast, said: Sequence[Contribution]) -> Sequence[Contribution]:
    """What was said, without the words for the customer of who writes notes only."""
    kept: list[Contribution] = []
    for each in said:
        profile = cast.get(each.specialist)
        notes = profile is not None and profile.autonomy is Autonomy.NOTES
        advice = replace(each.advice, draft="") if notes else each.advice
        kept.append(replace(each, advice=advice))
    return kept
