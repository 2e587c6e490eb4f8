"""Who thinks for a specialist: its model while it may and can, else the built-in brain."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from orchestration import deliveries
from orchestration.delivery import WarnPrivately
from orchestration.ports import UnitOfWork
from orchestration.ports.models import (
    Answer,
    Fault,
    Hear,
    ModelMisspoke,
    ModelRefused,
    ModelRejected,
    ModelUnavailable,
    Question,
    ToolUse,
    Usage,
)
from orchestration.ports.previews import Watch
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.accounts import Accounts
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.breaker import REST
from orchestration.specialists.cast import BUILT_IN, Budget, Profile
from orchestration.specialists.model_brain import Findings
from orchestration.specialists.thinking import Thinking
from tests.fakes import FakeStore
from tests.fakes.models import TOOK, FakeModel, FakeTools
from tests.unit.centre.specialists.briefs import BILLING, MODEL, NOW, brief, fence

FOUND = Findings((), 0.8, "Refunded on Monday.")
BY_MODEL, BY_ITSELF = "Refunded on Monday.", "The built-in brain looked."
AWAY = ModelUnavailable("claude cannot answer now: overloaded_error")
SAM = 3
MADRID = ZoneInfo("Europe/Madrid")


class BuiltIn:
    """Fills `Brain` without a model."""

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        assert (profile.id, brief.ticket) != ("", 0)
        return Advice(note=BY_ITSELF)

    async def draft(
        self,
        profile: Profile,
        brief: Brief,
        watch: Watch | None = None,  # noqa: ARG002 - as the port has it
    ) -> Advice:
        assert (profile.id, brief.ticket) != ("", 0)
        return Advice(draft=BY_ITSELF)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        return await self.draft(profile, brief)


@dataclass
class House:
    """A desk whose specialists think."""

    store: FakeStore
    model: FakeModel | None
    now: datetime = NOW
    woken: int = 0

    def __post_init__(self) -> None:
        self.restarts()

    def restarts(self) -> None:
        accounts = Accounts(self.store.begin, self.clock, MADRID, self._tell, self._wake)
        self.brain = Thinking(BuiltIn(), self.model, FakeTools(), fence, accounts, self.clock)

    def clock(self) -> datetime:
        return self.now

    def _wake(self) -> None:
        self.woken += 1

    async def _tell(self, uow: UnitOfWork, sentence: StaffSentence, facts: Facts) -> None:
        await uow.outbox.add(deliveries.warn(SAM, sentence, facts))

    async def thinks(self, profile: Profile = BILLING, ticket: int = 1) -> str:
        return (await self.brain.think(profile, brief(ticket=ticket))).note

    async def told(self) -> list[tuple[StaffSentence, Facts]]:
        async with self.store.begin() as uow:
            bodies = [each.delivery.body for each in uow.outbox.rows.rows.values()]
        warned = [each for each in bodies if isinstance(each, WarnPrivately)]
        assert len(warned) == self.woken
        return [(StaffSentence(each.sentence), each.facts) for each in warned]

    async def sentences(self) -> list[StaffSentence]:
        return [sentence for sentence, _ in await self.told()]


def house(*says: object) -> House:
    return House(FakeStore(), FakeModel(*says) if says else None)


async def test_a_specialist_thinks_with_its_model() -> None:
    """What that took stands on its account, by the day of the desk's own zone."""
    ours = house(FOUND)
    ours.now = datetime(2026, 3, 29, 23, 30, tzinfo=UTC)
    assert await ours.thinks() == BY_MODEL
    async with ours.store.begin() as uow:
        assert await uow.usage.of_day(date(2026, 3, 30)) == {"billing": TOOK}
        assert await uow.usage.of_ticket(1) == {"billing": TOOK}


async def test_who_names_no_model_thinks_built_in() -> None:
    ours = house(FOUND)
    assert await ours.thinks(replace(BILLING, model=BUILT_IN)) == BY_ITSELF
    assert ours.model is not None
    assert ours.model.asked == []
    assert await house().thinks() == BY_ITSELF


async def test_a_draft_is_no_different() -> None:
    ours = house(replace(FOUND, draft="It is on its way."), AWAY)
    assert (await ours.brain.draft(BILLING, brief())).draft == "It is on its way."
    assert (await ours.brain.draft(BILLING, brief())).draft == BY_ITSELF
    assert (await ours.brain.clarify(BILLING, brief())).draft == BY_ITSELF


@pytest.mark.parametrize(
    "error",
    [
        AWAY,
        ModelMisspoke("nonsense"),
        ModelRefused("no"),
        ModelRejected("there is no model of that name", Fault.MODEL),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_a_failure_costs_nobody_their_advice(error: Exception) -> None:
    """It is marked as built in, and what the failure took is counted."""
    ours = house(error, FOUND)
    advice = await ours.brain.think(BILLING, brief())
    assert (advice.note, advice.brain) == (BY_ITSELF, BUILT_IN)
    async with ours.store.begin() as uow:
        assert await uow.usage.of_ticket(1) == {"billing": TOOK}
    assert await ours.thinks() == BY_MODEL
    assert await ours.told() == []


async def test_three_failures_in_a_row() -> None:
    """The model is left alone, the supervisors hear of it once, and of its return."""
    ours = house(AWAY, AWAY, AWAY, AWAY, FOUND)
    assert ours.model is not None
    for _ in range(5):
        assert await ours.thinks() == BY_ITSELF
    assert len(ours.model.asked) == 3
    ((sentence, facts),) = await ours.told()
    assert sentence is StaffSentence.SPECIALIST_BYPASSED
    assert facts == {"name": "Billing", "model": MODEL, "reason": str(AWAY), "minutes": 5}
    ours.now += REST
    assert await ours.thinks() == BY_ITSELF  # it is still away, which is nothing new
    assert await ours.thinks() == BY_ITSELF
    assert len(ours.model.asked) == 4
    ours.now += REST
    assert await ours.thinks() == BY_MODEL
    assert (await ours.sentences())[1:] == [StaffSentence.SPECIALIST_BACK]


async def test_others_are_not_bypassed_with_it() -> None:
    """Nor is a specialist whose file names another model by now."""
    ours = house(AWAY, AWAY, AWAY, FOUND)
    for _ in range(3):
        await ours.thinks()
    assert await ours.thinks(replace(BILLING, id="orders")) == BY_MODEL
    assert await ours.thinks(replace(BILLING, model="claude-next")) == BY_MODEL
    assert await ours.thinks() == BY_ITSELF


async def test_refusals_bypass_nobody() -> None:
    """Or whoever writes what no model answers could switch a specialist off."""
    ours = house(*[ModelRefused("no")] * 4, FOUND)
    for _ in range(4):
        assert await ours.thinks() == BY_ITSELF
    assert await ours.thinks() == BY_MODEL


class Slow:
    """Fills `Model` with one that never answers."""

    async def ask(self, question: Question[Any], hear: Hear | None = None) -> Answer[Any]:
        assert (question.model, hear) == (MODEL, None)
        await asyncio.Event().wait()
        raise AssertionError

    async def examine(self, name: str | None = None) -> None:
        """It can be asked."""


async def test_what_is_called_off_is_no_failure() -> None:
    """Newer words overtake a specialist at any time."""
    ours = house(FOUND)
    accounts = Accounts(ours.store.begin, ours.clock, MADRID, ours._tell, ours._wake)
    brain = Thinking(BuiltIn(), Slow(), FakeTools(), fence, accounts, ours.clock)
    for _ in range(4):
        thinking = asyncio.ensure_future(brain.think(BILLING, brief()))
        await asyncio.sleep(0)
        thinking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await thinking
    assert await ours.told() == []


async def test_the_budget_of_a_ticket() -> None:
    """Once it is used up this ticket goes on built in; others do not."""
    ours = house(FOUND)
    frugal = replace(BILLING, budget=Budget(ticket=TOOK.tokens + 1, day=10**6))
    assert [await ours.thinks(frugal) for _ in range(3)] == [BY_MODEL, BY_MODEL, BY_ITSELF]
    assert await ours.thinks(frugal, ticket=2) == BY_MODEL
    assert await ours.told() == []


async def test_the_budget_of_a_day() -> None:
    """The supervisors hear of it once, whether or not the desk was restarted, until tomorrow."""
    ours = house(FOUND)
    frugal = replace(BILLING, budget=Budget(ticket=10**6, day=TOOK.tokens))
    assert await ours.thinks(frugal) == BY_MODEL
    assert await ours.thinks(frugal, ticket=2) == BY_ITSELF
    ours.restarts()
    assert await ours.thinks(frugal) == BY_ITSELF
    assert await ours.told() == [
        (StaffSentence.DAY_BUDGET_SPENT, {"name": "Billing", "tokens": TOOK.tokens})
    ]
    ours.now += timedelta(days=1)
    assert await ours.thinks(frugal) == BY_MODEL


async def test_a_budget_ends_in_the_middle_of_reading() -> None:
    """A model that reads and reads is stopped before its next question."""
    ours = house(ToolUse("1", "x", {}))
    assert ours.model is not None
    frugal = replace(BILLING, budget=Budget(ticket=2 * TOOK.tokens, day=10**6))
    assert await ours.thinks(frugal) == BY_ITSELF
    assert len(ours.model.asked) == 2


async def test_what_is_broken_besides_the_model_is_not_hidden() -> None:
    """Whoever consults hears of it."""
    ours = house(LookupError("a mistake of ours"))
    with pytest.raises(LookupError):
        await ours.thinks()


def test_usage_adds_up() -> None:
    assert Usage(1, 2, 3, 4, 5) + Usage(1, 1, 1, 1, 1) == Usage(2, 3, 4, 5, 6)
