"""What finds the workflows of a running desk, and learns again whenever its examples change."""

import asyncio
from collections.abc import Collection, Mapping, Sequence

from orchestration.ports.routing import RoutingModels
from orchestration.routing.examples import Example, fingerprint
from orchestration.routing.learning import learned
from orchestration.routing.model import RoutingModel
from orchestration.workflows.picking import Pick, pick
from orchestration.workflows.workflow import Workflow


class LivePicker:
    """Finds workflows by the examples that it was given last; none until there are any."""

    def __init__(self, workflows: Mapping[str, Workflow], models: RoutingModels) -> None:
        self._workflows = workflows
        self._models = models
        self._model: RoutingModel | None = None
        self._learned = ""
        self._ready = asyncio.Event()

    async def learn(self, examples: Sequence[Example]) -> None:
        """Takes up these examples, in a thread: seconds, or next to nothing where it was kept."""
        key = fingerprint(examples)
        if key != self._learned:
            some = any(each.specialists for each in examples)
            self._model = await asyncio.to_thread(learned, examples, self._models) if some else None
            self._learned = key
        self._ready.set()

    async def ready(self) -> None:
        """Waits until it has learned at all."""
        await self._ready.wait()

    async def pick(self, conversation: Sequence[str], called: Collection[str]) -> Sequence[Pick]:
        """The workflows of the specialists that were `called`, in the order in which they go."""
        await self._ready.wait()
        if self._model is None or not conversation:
            return ()
        return pick(self._model, conversation, self._workflows, called)
