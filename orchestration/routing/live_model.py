"""The model of a running desk, which is learned again whenever its examples change."""

import asyncio
from collections.abc import Sequence

from orchestration.ports.embedding import Embedder
from orchestration.ports.routing import RoutingModels
from orchestration.routing.examples import Example, fingerprint
from orchestration.routing.learning import learned
from orchestration.routing.model import RoutingModel


class LiveModel:
    """What the examples taught that it was given last; while it learns, those before them.

    Routers and pickers are such, each with its own question to the model.
    """

    def __init__(self, models: RoutingModels, embedder: Embedder | None = None) -> None:
        self._models = models
        self._embedder = embedder
        self._model: RoutingModel | None = None
        self._learned = ""
        self._learning = asyncio.Lock()
        self._ready = asyncio.Event()

    async def learn(self, examples: Sequence[Example]) -> bool:
        """Takes up these examples; returns whether they were others than before.

        The work is done in a thread: seconds, or next to nothing where the model was kept.
        """
        async with self._learning:
            key = fingerprint(examples)
            if key == self._learned:
                return False
            model: RoutingModel | None = None
            if any(each.specialists for each in examples):
                model = await asyncio.to_thread(learned, examples, self._models, self._embedder)
            self._model = model
            self._learned = key
            self._ready.set()
            return True

    async def ready(self) -> None:
        """Waits until it has learned at all."""
        await self._ready.wait()

    async def model(self) -> RoutingModel | None:
        """What it has learned, once it has at all; None where no example is for anybody."""
        await self._ready.wait()
        return self._model
