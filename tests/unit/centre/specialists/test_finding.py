"""Who finds the specialists: a model while it may and can, else the built-in router."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from orchestration.ports import UnitOfWork
from orchestration.ports.models import ModelMisspoke, ModelRefused, ModelUnavailable
from orchestration.routing.by_model import Part, Parts
from orchestration.routing.decision import RoutingDecision, RoutingTask
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.accounts import Accounts
from orchestration.specialists.cast import Cast, Profile
from orchestration.specialists.finding import ROUTER, ModelFirst
from orchestration.specialists.trying import Trying
from tests.fakes import FakeStore
from tests.fakes.models import TOOK, FakeModel
from tests.unit.centre.specialists.briefs import MODEL, NOW, fence

BILLING = Profile("billing", "Billing", "Invoices.", "", ("charged twice",))
SAID = ["I was charged twice"]
BY_MODEL = Parts((Part("billing", SAID[0], 0.9),))
AWAY = ModelUnavailable("claude cannot answer now")
WITHIN = timedelta(seconds=2)


class BuiltIn:
    """Fills `Router` without a model."""

    name = "built-in"

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        assert ticket != 0
        return RoutingDecision((RoutingTask("billing", conversation[-1], 0.4),))


class House:
    """A desk whose router asks a model."""

    def __init__(self, *says: object) -> None:
        self.store = FakeStore()
        self.model = FakeModel(*says)
        self.said: list[tuple[StaffSentence, Facts]] = []
        accounts = Accounts(self.store.begin, self._clock, ZoneInfo("UTC"), self._tell, self._woken)
        trying = Trying(self.model, accounts, self._clock)
        cast = Cast([BILLING])
        self.router = ModelFirst(trying, MODEL, WITHIN, lambda: cast, fence, BuiltIn())

    def _clock(self) -> datetime:
        return NOW

    def _woken(self) -> None:
        """Somebody sends what was said."""

    async def _tell(self, _uow: UnitOfWork, sentence: StaffSentence, facts: Facts) -> None:
        self.said.append((sentence, facts))


async def test_the_model_finds_them() -> None:
    """What that took is on the account of the ticket, as the router's."""
    house = House(BY_MODEL)
    decision = await house.router.route(SAID, 1)
    assert decision.tasks == (RoutingTask("billing", SAID[0], 0.9),)
    assert (house.router.name, decision.router) == ("claude", "")
    assert [(each.model, each.within) for each in house.model.asked] == [(MODEL, WITHIN)]
    async with house.store.begin() as uow:
        assert await uow.usage.of_ticket(1) == {ROUTER: TOOK}


async def test_nobody_is_an_answer() -> None:
    """The built-in router is asked only where there was none."""
    assert (await House(Parts(())).router.route(SAID, 1)).abstained


async def test_without_an_answer_the_built_in_router_decides() -> None:
    """And is named as who did; three failures in a row are told to the supervisors."""
    house = House(ModelRefused("no"), AWAY, ModelMisspoke("nonsense"), AWAY)
    for _ in range(5):
        decision = await house.router.route(SAID, 1)
        assert (decision.router, decision.tasks[0].confidence) == ("built-in", 0.4)
    assert len(house.model.asked) == 4
    ((sentence, facts),) = house.said
    assert sentence is StaffSentence.SPECIALIST_BYPASSED
    assert (facts["name"], facts["model"]) == ("Router", MODEL)


async def test_what_is_on_no_ticket_s_account_costs_nothing() -> None:
    house = House(BY_MODEL)
    assert (await house.router.route(SAID)).router == "built-in"
    assert not house.model.asked
