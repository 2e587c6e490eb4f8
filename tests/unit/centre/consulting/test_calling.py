"""Calling specialists: side by side, each once, and no further than so many handoffs."""

import asyncio
from dataclasses import replace

from orchestration.consulting.calling import DEPTH, Round
from orchestration.events.specialists import Handoff
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import Cast, Profile
from tests.unit.centre.consulting.panel import BILLING, ORDERS, Panel, Thinks, says

BRIEF = Brief(1, "A vase", (), 2)


def called(panel: Panel) -> tuple[Round, Cast]:
    consultants = panel.consultants()
    return Round(consultants.brain, consultants.failed), consultants.cast()


async def brief_for(_: Profile) -> Brief:
    return BRIEF


async def test_they_think_at_the_same_time() -> None:
    """Each waits for the other to have begun; nobody would end if they came one by one."""
    begun: set[str] = set()
    both = asyncio.Event()

    def meets(name: str) -> Thinks:
        async def think(_: Brief) -> Advice:
            begun.add(name)
            if len(begun) > 1:
                both.set()
            await both.wait()
            return Advice(note=name)

        return think

    panel = Panel(thinks={"billing": meets("billing"), "orders": meets("orders")})
    round_, cast = called(panel)
    round_.call(BILLING, BRIEF)
    round_.call(ORDERS, BRIEF)
    said = await round_.hear(60, cast, brief_for)
    assert [each.advice.note for each in said] == ["billing", "orders"]


async def test_nobody_is_called_twice() -> None:
    """The first call counts."""
    panel = Panel()
    round_, cast = called(panel)
    round_.call(BILLING, BRIEF)
    round_.call(BILLING, replace(BRIEF, task="again"))
    await round_.hear(60, cast, brief_for)
    assert len(panel.briefs) == 1


async def test_handoffs_end() -> None:
    """A chain as long as one likes is followed so far, and stops."""
    chain = [Profile(f"s{n}", f"S{n}", "", "") for n in range(DEPTH + 4)]
    thinks = {
        each.id: says(each.id, handoff=Handoff(f"s{n + 1}", "more", "more"))
        for n, each in enumerate(chain)
    }
    panel = Panel(thinks=thinks, profiles=chain)
    round_, cast = called(panel)
    round_.call(chain[0], BRIEF)
    said = await round_.hear(60, cast, brief_for)
    assert len(said) == DEPTH + 2
    await round_.close()
