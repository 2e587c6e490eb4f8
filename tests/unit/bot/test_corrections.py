"""What the router of a running desk learns from what staff corrected."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.assisting.consultants import Means, SpecialistsAtWork, of_corrections
from orchestration.desk import Desk
from orchestration.ports.corrections import Correction
from orchestration.routing.examples import Example
from orchestration.routing.live import LiveRouter
from orchestration.specialists.cast import Cast, Profile
from tests.fakes import FakeStore
from tests.fakes.routing import FakeRoutingModels
from tests.unit.centre.cast import ANNA, NOW
from tests.unit.centre.consulting.panel import Panel

BILLING = Profile("billing", "Billing", "Charges.", "Count.", ("charged twice",))
MONEY = Profile("money", "Money", "Leads.", "Lead.")
CAST = Cast([BILLING, MONEY])


def test_what_is_learned_from_corrections() -> None:
    """Nothing is routed to whom no file gives examples; the ticket's stay together."""
    given = [
        Correction(1, 2, ("Hello", "Twice"), frozenset({"billing"}), ANNA.id, NOW),
        Correction(2, 2, ("Tea?",), frozenset(), ANNA.id, NOW),
        Correction(3, 2, ("Boss!",), frozenset({"money", "billing"}), ANNA.id, NOW),
        Correction(4, 2, ("Gone",), frozenset({"gone"}), ANNA.id, NOW),
    ]
    assert of_corrections(given, CAST) == [
        Example("Twice", frozenset({"billing"}), ("Hello",), "ticket 1"),
        Example("Tea?", frozenset(), (), "ticket 2"),
    ]
    assert of_corrections(given, Cast([MONEY])) == []


class SlowRouter(LiveRouter):
    """One that learns when it is let, and then fails."""

    def __init__(self) -> None:
        super().__init__(FakeRoutingModels())
        self.let = asyncio.Event()
        self.begun = 0

    async def learn(self, examples: Sequence[Example]) -> bool:
        assert not examples
        self.begun += 1
        await self.let.wait()
        msg = "it did not learn"
        raise RuntimeError(msg)


async def test_nobody_waits_for_the_router(tmp_path: Path) -> None:
    """A look returns while it learns, and no second one begins; what failed is raised later."""
    router = SlowRouter()
    means = Means(Panel(), router, lambda learned, _: learned)
    work = SpecialistsAtWork(tmp_path, Desk(), means, FakeStore().begin)
    for _ in range(6):
        assert not await work.look()
        await asyncio.sleep(0)
    assert router.begun == 1
    router.let.set()
    for _ in range(6):
        await asyncio.sleep(0)
    with pytest.raises(RuntimeError, match="it did not learn"):
        await work.look()
    await work.look()
    await work.close()


async def test_what_failed_is_learned_at_a_later_look(tmp_path: Path) -> None:
    """Whoever asks a router that has not learned yet waits for it, so it is tried again."""
    router = SlowRouter()
    router.let.set()
    means = Means(Panel(), router, lambda learned, _: learned)
    work = SpecialistsAtWork(tmp_path, Desk(), means, FakeStore().begin)
    for begun in (1, 2):
        await work.look()
        for _ in range(6):
            await asyncio.sleep(0)
        assert router.begun == begun
        with pytest.raises(RuntimeError, match="it did not learn"):
            await work.look()
    await work.close()
