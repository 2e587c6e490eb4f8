"""Specialists who contradict each other, and who of them is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.consulting import asking
from orchestration.consulting.asking import Verdict
from orchestration.consulting.conflicts import conflicts
from orchestration.errors.specialists import NoConflict
from orchestration.errors.ticket import NotAllowed
from orchestration.events.specialists import (
    Advised,
    Claim,
    ConflictDecided,
    Evidence,
    EvidenceKind,
    Fate,
)
from orchestration.people import Specialist
from orchestration.team import assignment
from tests.unit.centre.cast import ANNA, BEN, NOW
from tests.unit.centre.consulting.panel import Panel, says
from tests.unit.centre.consulting.test_consultation import reads, turns_of
from tests.unit.centre.house import House

STATUS = "order 4711: status"


def claim(value: str, tool: str = "shop.find_order", about: str = STATUS) -> Claim:
    return Claim(about, value, Evidence(EvidenceKind.SYSTEM, tool, tool, value, NOW))


def said(name: str, *claims: Claim) -> tuple[Specialist, Advised]:
    return Specialist(name, name.title()), Advised(1, Fate.ADVISED, claims=claims)


SHOP, CARRIER = claim("Delivered"), claim("in transit", "carrier.track")


async def contradict(house: House) -> None:
    panel = Panel(
        ("orders", "billing"),
        {"orders": says("Lost", claims=(SHOP,)), "billing": says("There", claims=(CARRIER,))},
    )
    await reads(house, panel)


def test_what_differs_is_a_conflict() -> None:
    """With the evidence of each."""
    (found,) = conflicts([said("orders", SHOP), said("billing", CARRIER)])
    assert found.about == STATUS
    assert [(side.by.id, side.claim) for side in found.sides] == [
        ("orders", SHOP),
        ("billing", CARRIER),
    ]


def test_one_who_read_two_systems_is_in_conflict_alone() -> None:
    """What the systems say differs all the same."""
    assert len(conflicts([said("orders", SHOP, CARRIER)])) == 1


@given(st.lists(st.sampled_from(["delivered", "Delivered ", "DELIVERED"]), max_size=5))
def test_the_same_in_other_letters_is_none(values: list[str]) -> None:
    """Nor are facts about different things."""
    assert not conflicts(said(f"s{n}", claim(value)) for n, value in enumerate(values))
    assert not conflicts(said(f"s{n}", claim("x", about=f"fact {n}")) for n in range(3))


async def test_a_person_decides_and_it_is_recorded(house: House) -> None:
    """Who answers the customer, with what and for whom."""
    await contradict(house)
    (turn,) = await turns_of(house)
    verdict = Verdict(turn.begun.seq, 0, 1)
    await house.does(1, lambda uow, t: asking.decide(uow, t, verdict, ANNA, house.now))
    entry = (await house.entries(1))[-1]
    decided = ConflictDecided(turn.begun.seq, STATUS, "billing", "Billing", "in transit")
    assert (entry.event, entry.actor) == (decided, ANNA)
    (turn,) = await turns_of(house)
    assert [decision for decision, _ in turn.decided] == [decided]


async def test_only_who_answers_decides(house: House) -> None:
    """On a colleague's ticket nobody else does."""
    await contradict(house)
    (turn,) = await turns_of(house)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, BEN, house.now))
    verdict = Verdict(turn.begun.seq, 0, 1)
    with pytest.raises(NotAllowed):
        await house.does(1, lambda uow, t: asking.decide(uow, t, verdict, ANNA, house.now))


@pytest.mark.parametrize(("conflict", "side"), [(1, 0), (0, 2)])
async def test_there_is_nothing_else_to_decide(house: House, conflict: int, side: int) -> None:
    """A button of another day is refused in one sentence."""
    await contradict(house)
    (turn,) = await turns_of(house)
    verdict = Verdict(turn.begun.seq, conflict, side)
    with pytest.raises(NoConflict):
        await house.does(1, lambda uow, t: asking.decide(uow, t, verdict, ANNA, house.now))
