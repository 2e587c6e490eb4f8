"""Learned models, in memory."""

from orchestration.routing.model import RoutingModel


class FakeRoutingModels:
    """Keeps models as long as it lives."""

    def __init__(self) -> None:
        self.kept: dict[str, RoutingModel] = {}

    def get(self, key: str) -> RoutingModel | None:
        return self.kept.get(key)

    def put(self, key: str, model: RoutingModel) -> None:
        self.kept[key] = model
