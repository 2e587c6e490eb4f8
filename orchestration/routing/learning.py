"""From examples to a model that routes: learned once, and kept."""

import hashlib
from collections.abc import Mapping, Sequence

from orchestration.ports.embedding import Embedder, Floats
from orchestration.ports.routing import RoutingModels
from orchestration.routing.calibration import Calibration, calibrate
from orchestration.routing.examples import Example, fingerprint, in_order
from orchestration.routing.model import RoutingModel
from orchestration.routing.remembering import Remembering, remembered
from orchestration.routing.training import train


def learn(
    examples: Sequence[Example],
    embedder: Embedder | None = None,
    known: Mapping[str, Floats] | None = None,
) -> tuple[RoutingModel, Calibration]:
    """A model with its operating point. Takes seconds, more where examples are many.

    With an embedder it learns from what messages mean too; `known` are vectors of some of them
    (`remembered`). Raises `NothingToLearn` if no example is for a specialist.
    """
    if not any(each.specialists for each in examples):
        raise NothingToLearn
    ordered = in_order(examples)
    remembering = None
    if embedder is not None:
        known = remembered(embedder, texts_of(ordered), known or {})
        remembering = Remembering(embedder, known)
    calibration = calibrate(ordered, remembering)
    linear = train(ordered, remembering).read_by(embedder)
    return RoutingModel(linear, calibration.point), calibration


def learned(
    examples: Sequence[Example], models: RoutingModels, embedder: Embedder | None = None
) -> RoutingModel:
    """The model of these examples: the one that was kept, or one that is learned and kept now.

    Raises `NothingToLearn` if no example is for a specialist.
    """
    key = _key(examples, embedder)
    model = models.get(key, embedder)
    if model is None:
        known: Mapping[str, Floats] = {}
        if embedder is not None:
            known = remembered(embedder, texts_of(examples), models.vectors(embedder.name))
            models.keep_vectors(embedder.name, known)
        model, _ = learn(examples, embedder, known)
        models.put(key, model)
    return model


def texts_of(examples: Sequence[Example]) -> list[str]:
    """Everything that is said in these examples."""
    return [text for each in examples for text in each.conversation]


def _key(examples: Sequence[Example], embedder: Embedder | None) -> str:
    key = fingerprint(examples)
    return key if embedder is None else hashlib.sha256(f"{key}{embedder.name}".encode()).hexdigest()


class NothingToLearn(Exception):
    """There is no example that a specialist is for."""
