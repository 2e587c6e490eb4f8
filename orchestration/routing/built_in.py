"""The built-in router: no model of anybody else's, no key and no network."""

from collections.abc import Sequence

from orchestration.ports.routing import RoutingModels
from orchestration.routing.calibration import Calibration, calibrate
from orchestration.routing.choosing import choose
from orchestration.routing.decision import RoutingDecision
from orchestration.routing.examples import Example, fingerprint, in_order
from orchestration.routing.model import RoutingModel
from orchestration.routing.training import train

#: How many words are given as reasons for each task.
REASONS = 3


class BuiltInRouter:
    """Routes by a model that was learned from examples."""

    name = "built-in"

    def __init__(self, model: RoutingModel) -> None:
        self._model = model

    async def route(self, conversation: Sequence[str]) -> RoutingDecision:
        """Reads a customer's messages, the newest last. Takes about half a millisecond."""
        if not conversation:
            return RoutingDecision(())
        tasks = choose(self._model.read(conversation), self._model.point)
        spoke_for = self._model.linear.spoke_for
        reasons = [
            word for task in tasks for word in spoke_for(task.text, task.specialist, REASONS)
        ]
        return RoutingDecision(tasks, tuple(dict.fromkeys(reasons)))


def learn(examples: Sequence[Example]) -> tuple[RoutingModel, Calibration]:
    """A model with its operating point. Takes seconds, more where examples are many.

    Raises `NothingToLearn` if no example is for a specialist.
    """
    if not any(each.specialists for each in examples):
        raise NothingToLearn
    ordered = in_order(examples)
    calibration = calibrate(ordered)
    return RoutingModel(train(ordered), calibration.point), calibration


def learned(examples: Sequence[Example], models: RoutingModels) -> RoutingModel:
    """The model of these examples: the one that was kept, or one that is learned and kept now.

    Raises `NothingToLearn` if no example is for a specialist.
    """
    key = fingerprint(examples)
    model = models.get(key)
    if model is None:
        model, _ = learn(examples)
        models.put(key, model)
    return model


class NothingToLearn(Exception):
    """There is no example that a specialist is for."""
