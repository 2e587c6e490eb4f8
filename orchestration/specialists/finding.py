"""Who finds the specialists where a model may: the model while it can, else what is built in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from orchestration.containment.fencing import Fence
from orchestration.ports.models import Model
from orchestration.ports.routing import Router
from orchestration.routing.by_model import ModelRouter
from orchestration.routing.decision import RoutingDecision
from orchestration.specialists.cast import Cast, Profile
from orchestration.specialists.trying import Trying

#: On the account of models the router is a specialist like any other.
ROUTER = "router"


class ModelFirst:
    """Fills `Router`: asks the model named `model`, and `built_in` where that gives nothing.

    A model that has not answered `within` that time failed.
    """

    name = "claude"

    def __init__(
        self,
        trying: Trying,
        model: str,
        within: timedelta,
        cast: Callable[[], Cast],
        fence: Callable[[], Fence],
        built_in: Router,
    ) -> None:
        self._trying = trying
        self._profile = Profile(ROUTER, "Router", "Finds the specialists.", "", model=model)
        self._within = within
        self._cast = cast
        self._fence = fence
        self._built_in = built_in

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        """Reads a customer's messages, the newest last; what is of no ticket is not paid for."""

        async def work(model: Model) -> RoutingDecision:
            router = ModelRouter(
                model, self._profile.model, lambda: self._cast().routable, self._fence, self._within
            )
            return await router.route(conversation)

        if ticket is not None:
            found = await self._trying.ask(self._profile, ticket, work)
            if found is not None:
                return found
        decision = await self._built_in.route(conversation, ticket)
        return replace(decision, router=self._built_in.name)
