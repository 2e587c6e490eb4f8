"""Learning a linear model: multinomial logistic regression by gradient descent, message by message.

Each step leaves out a random half of a message's grams, so that no single one is relied upon. The
randomness has a fixed seed: the same examples in the same order give the same model.
"""

from collections.abc import Sequence

import numpy as np

from orchestration.routing.examples import Example
from orchestration.routing.linear import OUT_OF_SCOPE, LinearModel, probabilities
from orchestration.routing.vocabulary import Floats, Row, Vocabulary

_SEED = 6
_LEFT_OUT = 0.5
#: How far a step goes at first, falling to nothing; and how far the bias goes of that.
_RATE, _BIAS = 5.0, 0.1
#: Every example is seen so often; where there are few, until so many steps were made.
_FEWEST_ROUNDS, _MOST_ROUNDS, _STEPS = 15, 60, 25_000


def train(examples: Sequence[Example]) -> LinearModel:
    """Learns from labelled messages, at least one. One for two specialists is half for each."""
    labels = tuple(sorted({label for each in examples for label in _labels(each)}))
    vocabulary = Vocabulary.learn(text for each in examples for text in each.conversation)
    rows = [vocabulary.row(each.conversation) for each in examples]
    wanted = np.zeros((len(examples), len(labels)), np.float32)
    for place, each in enumerate(examples):
        for label in _labels(each):
            wanted[place, labels.index(label)] = 1 / len(_labels(each))
    weights, bias = _descend(rows, wanted, len(vocabulary.places))
    return LinearModel(labels, vocabulary, weights, bias)


def _descend(rows: Sequence[Row], wanted: Floats, grams: int) -> tuple[Floats, Floats]:
    weights = np.zeros((grams, wanted.shape[1]), np.float32)
    bias = np.zeros(wanted.shape[1], np.float32)
    random = np.random.default_rng(_SEED)
    rounds = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _STEPS // len(rows)))
    order = np.concatenate([random.permutation(len(rows)) for _ in range(rounds)])
    rates = np.linspace(_RATE, 0, len(order), endpoint=False, dtype=np.float32)
    for place, rate in zip(order.tolist(), rates, strict=True):
        row = rows[place]
        kept = random.random(len(row.values), dtype=np.float32) >= _LEFT_OUT
        places, values = row.places[kept], row.values[kept] / (1 - _LEFT_OUT)
        current = weights[places]
        off = probabilities(values @ current + bias) - wanted[place]
        weights[places] = current - np.outer(values * rate, off)
        bias -= _BIAS * rate * off
    return weights, bias


def _labels(example: Example) -> frozenset[str]:
    return example.specialists or frozenset({OUT_OF_SCOPE})
