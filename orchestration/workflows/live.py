"""The picker of a running desk, which learns again whenever its workflows or messages change."""

import asyncio
from collections.abc import Collection, Mapping, Sequence

from orchestration.ports.embedding import Embedder
from orchestration.ports.routing import RoutingModels
from orchestration.routing.examples import Example, fingerprint
from orchestration.routing.learning import learned
from orchestration.routing.model import RoutingModel
from orchestration.workflows.picking import Pick, pick
from orchestration.workflows.workflow import Workflow


class LivePicker:
    """Picks by the examples that it was given last; while it learns, by those before them.

    Until there are any, it picks nothing.
    """

    def __init__(self, models: RoutingModels, embedder: Embedder | None = None) -> None:
        self._models = models
        self._embedder = embedder
        self._model: RoutingModel | None = None
        self._learned = ""
        self._learning = asyncio.Lock()
        self._ready = asyncio.Event()

    async def learn(self, examples: Sequence[Example]) -> bool:
        """Takes up these examples (`examples_of`); returns whether they were others than before.

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

    async def pick(
        self,
        conversation: Sequence[str],
        workflows: Mapping[str, Workflow],
        called: Collection[str],
    ) -> Sequence[Pick]:
        """The workflows of those called, in their order; waits until it has learned at all."""
        await self._ready.wait()
        if self._model is None:
            return ()
        return await asyncio.to_thread(pick, self._model, conversation, workflows, called)
