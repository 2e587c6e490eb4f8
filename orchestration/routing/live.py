"""The router of a running desk, which learns again whenever its examples change."""

import asyncio
from collections.abc import Sequence

from orchestration.ports.embedding import Embedder
from orchestration.ports.routing import Router, RoutingModels
from orchestration.routing.built_in import BuiltInRouter
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.examples import Example, fingerprint
from orchestration.routing.learning import learned
from orchestration.routing.semantic import SemanticRouter


class LiveRouter:
    """Routes by the examples that it was given last; while it learns, by those before them.

    Until there are any, it abstains. With an embedder it is the semantic router, else the built-in
    one.
    """

    def __init__(self, models: RoutingModels, embedder: Embedder | None = None) -> None:
        self._models = models
        self._embedder = embedder
        self._router: Router | None = None
        self._learned = ""
        self._learning = asyncio.Lock()
        self._ready = asyncio.Event()

    @property
    def name(self) -> str:
        """Which of the routers it is."""
        return BuiltInRouter.name if self._embedder is None else SemanticRouter.name

    async def learn(self, examples: Sequence[Example]) -> bool:
        """Takes up these examples; returns whether they were others than before.

        The work is done in a thread: seconds, or next to nothing where the model was kept.
        """
        async with self._learning:
            key = fingerprint(examples)
            if key == self._learned:
                return False
            if any(each.specialists for each in examples):
                model = await asyncio.to_thread(learned, examples, self._models, self._embedder)
                semantic = self._embedder is not None
                self._router = SemanticRouter(model) if semantic else BuiltInRouter(model)
            else:
                self._router = None
            self._learned = key
            self._ready.set()
            return True

    async def ready(self) -> None:
        """Waits until it has learned at all."""
        await self._ready.wait()

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        """Reads a customer's messages, the newest last; waits until it has learned at all."""
        await self._ready.wait()
        if self._router is None:
            return RoutingDecision(())
        return await self._router.route(conversation, ticket)
