"""The semantic router: what messages mean counts beside their words, in any language."""

import asyncio
from collections.abc import Sequence

from orchestration.routing.decision import RoutingDecision
from orchestration.routing.model import RoutingModel


class SemanticRouter:
    """Routes by a model that learned with an embedder."""

    name = "semantic"

    def __init__(self, model: RoutingModel) -> None:
        self._model = model

    async def route(
        self,
        conversation: Sequence[str],
        ticket: int | None = None,  # noqa: ARG002 - costs nothing
    ) -> RoutingDecision:
        """Reads a customer's messages, the newest last.

        An embedder takes some ten milliseconds a text, in which the desk goes on with its work.
        """
        return await asyncio.to_thread(self._model.decide, conversation)
