"""Routing: who is asked which specialists a message is for, and where learned models are kept."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.model import RoutingModel


class Router(Protocol):
    """Decides which specialists a conversation's newest message is for."""

    @property
    def name(self) -> str: ...

    async def route(
        self, conversation: Sequence[str], ticket: int | None = None
    ) -> RoutingDecision:
        """Reads a customer's messages, the newest last; never raises for what they say.

        What it takes is on the account of the `ticket`.
        """
        ...


class RoutingModels(Protocol):
    """Keeps the model that was learned last, by the key of what it was learned from."""

    def get(self, key: str, embedder: Embedder | None = None) -> RoutingModel | None:
        """The model of that key; None if there is none, or it can no longer be read.

        One that learned what messages mean reads new ones with the embedder given here.
        """
        ...

    def put(self, key: str, model: RoutingModel) -> None:
        """Keeps a model under its key, in the place of others: they hold words of old examples.

        A model that cannot be kept is learned again next time.
        """
        ...

    def vectors(self, embedder: str) -> Mapping[str, Floats]:
        """The vectors of that embedder that were kept last, by `remembering.key_of`."""
        ...

    def keep_vectors(self, embedder: str, vectors: Mapping[str, Floats]) -> None:
        """Keeps exactly these vectors. What cannot be kept is computed again next time."""
        ...
