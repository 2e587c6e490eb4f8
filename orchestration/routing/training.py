"""Learning a linear model: multinomial logistic regression by gradient descent, message by message.

Each step leaves out a random half of a message's grams, so that no single one is relied upon. The
randomness has a fixed seed: the same examples in the same order give the same model.
"""

import re
from collections.abc import Sequence

import numpy as np

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.examples import Example
from orchestration.routing.features import Features
from orchestration.routing.linear import OUT_OF_SCOPE, LinearModel, probabilities
from orchestration.routing.vocabulary import Row

_SEED = 6
_LEFT_OUT = 0.5
#: How far a step goes at first, falling to nothing; and how far the bias goes of that.
_RATE, _BIAS = 5.0, 0.1
#: Every example is seen so often; where there are few, until so many steps were made.
_FEWEST_ROUNDS, _MOST_ROUNDS, _STEPS = 15, 60, 25_000


def train(examples: Sequence[Example], embedder: Embedder | None = None) -> LinearModel:
    """Learns from labelled messages, at least one. One for two specialists is half for each.

    With an embedder from what they mean too, and from what the names of specialists mean; else
    from their words alone.
    """
    if embedder is not None:
        examples = [*examples, *_names(examples)]
    labels = tuple(sorted({label for each in examples for label in _labels(each)}))
    features = Features.learn(examples, embedder)
    rows = [features.row(each.conversation) for each in examples]
    wanted = np.zeros((len(examples), len(labels)), np.float32)
    for place, each in enumerate(examples):
        for label in _labels(each):
            wanted[place, labels.index(label)] = 1 / len(_labels(each))
    weights, bias = _descend(rows, wanted, len(features))
    return LinearModel(labels, features, weights, bias)


def _descend(rows: Sequence[Row], wanted: Floats, features: int) -> tuple[Floats, Floats]:
    weights = np.zeros((features, wanted.shape[1]), np.float32)
    bias = np.zeros(wanted.shape[1], np.float32)
    random = np.random.default_rng(_SEED)
    rounds = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _STEPS // len(rows)))
    order = np.concatenate([random.permutation(len(rows)) for _ in range(rounds)])
    rates = np.linspace(_RATE, 0, len(order), endpoint=False, dtype=np.float32)
    for place, rate in zip(order.tolist(), rates, strict=True):
        row = rows[place]
        grams = len(row.values) - row.steady
        kept = np.ones(len(row.values), np.bool_)
        kept[:grams] = random.random(grams, dtype=np.float32) >= _LEFT_OUT
        values = row.values.copy()
        values[:grams] /= 1 - _LEFT_OUT
        places, values = row.places[kept], values[kept]
        current = weights[places]
        off = probabilities(values @ current + bias) - wanted[place]
        weights[places] = current - np.outer(values * rate, off)
        bias -= _BIAS * rate * off
    return weights, bias


def _names(examples: Sequence[Example]) -> list[Example]:
    """Each specialist's name, as if somebody had asked for it."""
    names = sorted({name for each in examples for name in each.specialists})
    return [Example(re.sub("[_-]+", " ", name), frozenset({name})) for name in names]


def _labels(example: Example) -> frozenset[str]:
    return example.specialists or frozenset({OUT_OF_SCOPE})
