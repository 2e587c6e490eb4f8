"""The router of a running desk, which learns again whenever its examples change."""

from collections.abc import Sequence

from orchestration.ports.embedding import Embedder
from orchestration.ports.routing import RoutingModels
from orchestration.routing.built_in import BuiltInRouter
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.live_model import LiveModel
from orchestration.routing.semantic import SemanticRouter


class LiveRouter(LiveModel):
    """Routes by the examples that it was given last; while it learns, by those before them.

    Until there are any, it abstains. With an embedder it is the semantic router, else the built-in
    one.
    """

    def __init__(self, models: RoutingModels, embedder: Embedder | None = None) -> None:
        super().__init__(models, embedder)
        self._kind = BuiltInRouter if embedder is None else SemanticRouter

    @property
    def name(self) -> str:
        """Which of the routers it is."""
        return self._kind.name

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        """Reads a customer's messages, the newest last; waits until it has learned at all."""
        model = await self.model()
        if model is None:
            return RoutingDecision(())
        return await self._kind(model).route(conversation, ticket)
