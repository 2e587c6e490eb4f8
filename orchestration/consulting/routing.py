"""Who is called: whom a person named, else whom the router finds, else the generalist."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace

from orchestration.consulting.briefing import Matter
from orchestration.consulting.consultants import GENERALIST, Consultants, routable
from orchestration.events.specialists import Call, Routed
from orchestration.routing.decision import RoutingDecision
from orchestration.specialists.cast import Cast
from orchestration.workflows.picking import Pick
from orchestration.workflows.workflow import Workflow


async def route(consultants: Consultants, cast: Cast, matter: Matter) -> Routed:
    """Finds whom to call; all of them are of this desk, each once."""
    upto, asked = matter.brief.upto, matter.asked.seq if matter.asked else None
    if matter.named:
        named = tuple(Call(each.id, each.name) for each in routable(cast, matter.named))
        return Routed(upto, named, asked=asked)
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        decision = await consultants.router.route(matter.conversation, matter.brief.ticket)
    except Exception as error:  # noqa: BLE001 - whoever is asked when nobody fits is asked now
        consultants.failed(None, error)
        decision = RoutingDecision(())
    took = round((loop.time() - began) * 1000)
    calls = _found(cast, decision) or _to_the_generalist(cast)
    router = decision.router or consultants.router.name
    return Routed(upto, calls, router, decision.reasons, decision.abstained, asked, took)


def with_owners(routed: Routed, cast: Cast, picked: Sequence[tuple[Workflow, Pick]]) -> Routed:
    """Whoever a picked workflow belongs to is called, too; then it is clear what it is about."""
    known = () if routed.abstained else routed.calls
    owners = tuple(_owners(cast, known, picked))
    return replace(routed, calls=(*known, *owners), abstained=False) if owners else routed


def _owners(
    cast: Cast, known: Sequence[Call], picked: Sequence[tuple[Workflow, Pick]]
) -> Iterator[Call]:
    called = {each.specialist for each in known}
    for workflow, pick in picked:
        profile = cast.get(workflow.specialist)
        if profile is not None and workflow.specialists.isdisjoint(called):
            called.add(profile.id)
            yield Call(profile.id, profile.name, pick.words, pick.confidence)


def _found(cast: Cast, decision: RoutingDecision) -> tuple[Call, ...]:
    calls: dict[str, Call] = {}
    for task in decision.tasks:
        profile = cast.get(task.specialist)
        if profile is not None:
            call = Call(profile.id, profile.name, task.text, task.confidence)
            calls.setdefault(profile.id, call)
    return tuple(calls.values())


def _to_the_generalist(cast: Cast) -> tuple[Call, ...]:
    profile = cast.get(GENERALIST)
    return (Call(profile.id, profile.name, confidence=0.0),) if profile else ()
