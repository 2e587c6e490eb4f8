"""Learned models, in memory."""

from collections.abc import Mapping

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.model import RoutingModel


class FakeRoutingModels:
    """Keeps one model, and one set of vectors, as long as it lives."""

    def __init__(self) -> None:
        self.kept: dict[str, RoutingModel] = {}
        self.known: dict[str, Mapping[str, Floats]] = {}

    def get(self, key: str, embedder: Embedder | None = None) -> RoutingModel | None:
        _ = embedder
        return self.kept.get(key)

    def put(self, key: str, model: RoutingModel) -> None:
        self.kept = {key: model}

    def vectors(self, embedder: str) -> Mapping[str, Floats]:
        return self.known.get(embedder, {})

    def keep_vectors(self, embedder: str, vectors: Mapping[str, Floats]) -> None:
        self.known = {embedder: vectors}
