"""Routing: who is asked which specialists a message is for, and where learned models are kept."""

from collections.abc import Sequence
from typing import Protocol

from orchestration.routing.decision import RoutingDecision
from orchestration.routing.model import RoutingModel


class Router(Protocol):
    """Decides which specialists a conversation's newest message is for."""

    @property
    def name(self) -> str: ...

    async def route(self, conversation: Sequence[str]) -> RoutingDecision:
        """Reads a customer's messages, the newest last; never raises for what they say."""
        ...


class RoutingModels(Protocol):
    """Keeps models that were learned, by the key of what they were learned from."""

    def get(self, key: str) -> RoutingModel | None:
        """The model of that key; None if there is none, or it can no longer be read."""
        ...

    def put(self, key: str, model: RoutingModel) -> None:
        """Keeps a model under its key. A model that cannot be kept is learned again next time."""
        ...
