"""Who can watch a draft while it is written: the one person who waits for it."""

from dataclasses import replace

import pytest

from orchestration.consulting import asking
from orchestration.desk import DEFAULT_QUEUE, Desk
from orchestration.events.specialists import SpecialistAsked
from orchestration.people import Person, Staff
from orchestration.specialists.cast import Autonomy
from orchestration.team import assignment
from tests.unit.centre.cast import ANNA, BEN
from tests.unit.centre.consulting.panel import Panel, says
from tests.unit.centre.consulting.test_consultation import reads
from tests.unit.centre.house import House


async def _is(house: House, staff: Staff, **change: object) -> None:
    async with house.begin() as uow:
        person = await uow.people.get(staff.id)
        assert person is not None
        changed: Person = replace(person, **change)  # type: ignore[arg-type]
        await uow.people.learn(changed)


async def _claimed(house: House) -> Panel:
    """Eva wrote, and Anna, to whom the bot can write, has the ticket."""
    panel = Panel(thinks={"billing": says("Once", "It was one charge.")})
    await reads(house, panel)
    await house.meets(ANNA, BEN)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    return panel


async def test_nobody_waits_for_it(house: House) -> None:
    """Nobody has the ticket, so nobody is written to."""
    panel = Panel(thinks={"billing": says("Once", "It was one charge.")})
    await reads(house, panel)
    assert panel.shown == []


async def test_the_primary_responder_watches(house: House) -> None:
    """Whoever answers the customer."""
    panel = await _claimed(house)
    await reads(house, panel, "And the other one?")
    assert panel.shown == [(ANNA.id, 1, "Half of it")]


async def test_who_asked_for_it_watches(house: House) -> None:
    """And not the primary responder, who did not."""
    panel = await _claimed(house)
    house.consultants = panel.consultants()
    short = SpecialistAsked(tone="short")
    await house.does(1, lambda uow, t: asking.ask(uow, t, short, BEN, house.now))
    await house.runs_due()
    assert panel.shown == [(BEN.id, 1, "Half of it")]


@pytest.mark.parametrize("change", [{"reachable": False}, {"role": None}])
async def test_only_staff_whom_the_bot_can_write_to(
    house: House, change: dict[str, object]
) -> None:
    """Somebody who never began, or who left the team, sees nothing."""
    panel = await _claimed(house)
    await _is(house, ANNA, **change)
    await reads(house, panel, "And the other one?")
    assert panel.shown == []


async def test_where_no_draft_is_kept_none_is_watched(house: House) -> None:
    """A queue of notes only."""
    panel = await _claimed(house)
    queue = replace(DEFAULT_QUEUE, autonomy=Autonomy.NOTES)
    house.desk = Desk({queue.id: queue})
    await reads(house, panel, "And the other one?")
    assert panel.shown == []
