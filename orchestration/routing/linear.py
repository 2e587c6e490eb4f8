"""A linear classifier over grams: multinomial logistic regression, trained by gradient descent.

Each step leaves out a random half of a text's grams, so that no single one is relied upon. The
randomness has a fixed seed: the same examples give the same model.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from orchestration.routing.examples import Example
from orchestration.routing.grams import WEIGHTS, grams_of

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

#: The label of what is for nobody.
OUT_OF_SCOPE = ""
#: A gram that stands in fewer texts tells nothing about others.
FEWEST_TEXTS = 2
#: Each older message of a conversation weighs this much of the one after it.
FADING = 0.4
#: How many older messages are read.
OLDER = 4

_SEED = 6
import os
U=float(os.environ.get('U','1')); UT=os.environ.get('UT')
_RATE=float(os.environ.get('LR','3'))
_LEFT_OUT = 0.5
_BIAS_RATE = 0.1
#: Every example is seen so often; where there are few, until so many steps were made.
_FEWEST_ROUNDS, _MOST_ROUNDS, _STEPS = 15, 60, 25_000


@dataclass(frozen=True, slots=True)
class Row:
    """A conversation as a vector of length 1: which grams of the vocabulary, how strongly each."""

    places: Places
    values: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The grams that are known, each with its place and with how rare it is."""

    places: Mapping[str, int]
    rarity: list[float]
    unknown: float

    @classmethod
    def learn(cls, texts: Iterable[str]) -> Self:
        """The grams of these texts but for those that stand in one of them alone."""
        count, found = 0, Counter[str]()
        for text in texts:
            count += 1
            for grams in grams_of(text).values():
                found.update(grams.keys())
        known = sorted(gram for gram, texts_ in found.items() if texts_ >= FEWEST_TEXTS)
        rarity = [math.log((1 + count) / (1 + found[gram])) + 1 for gram in known]
        return cls({gram: place for place, gram in enumerate(known)}, rarity, U*(math.log((1+count)/2)+1))

    def row(self, conversation: Sequence[str]) -> Row:
        """The newest message, with older ones shining through."""
        strength: dict[int, float] = {}
        texts = conversation[: -OLDER - 2 : -1]
        for age, text in enumerate(texts):
            for place, value in self._text(text):
                strength[place] = strength.get(place, 0.0) + value * FADING**age
        values = _floats(list(strength.values()))
        length = math.sqrt(sum(FADING ** (2 * age) for age in range(len(texts))))
        return Row(np.array(list(strength), dtype=np.intp), values / np.float32(length or 1.0))

    def _text(self, text: str) -> Iterable[tuple[int, float]]:
        for kind, counts in grams_of(text).items():
            known: list[int] = []
            values: list[float] = []
            square = 0.0
            for gram, times in counts.items():
                place = self.places.get(gram)
                value = 1 + math.log(times)
                if place is None:
                    square += (value * self.unknown) ** 2
                    continue
                value *= self.rarity[place]
                square += value * value
                known.append(place)
                values.append(value)
            share = WEIGHTS[kind] / math.sqrt(square or 1.0)
            yield from zip(known, [value * share for value in values], strict=True)


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """How strongly each gram speaks for each label."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Floats
    bias: Floats

    def scores(self, conversation: Sequence[str]) -> Floats:
        """One number a label; the higher, the likelier."""
        row = self.vocabulary.row(conversation)
        return self._scores(row)

    def spoke_for(self, text: str, label: str, limit: int) -> list[str]:
        """The words of a text that spoke most for a label, the strongest first."""
        column = self.labels.index(label)
        row = self.vocabulary.row([text])
        weights = self.weights[row.places]
        said = row.values * (weights[:, column] - weights.mean(axis=1))
        strength = dict(zip(row.places.tolist(), said.tolist(), strict=True))
        places = self.vocabulary.places
        words = {
            gram[1:]: strength[places[gram]] for gram in grams_of(text)["w"] if gram in places
        }
        ranked = sorted(words, key=lambda word: (-words[word], word))
        return [word for word in ranked if words[word] > 0 and word.isalpha()][:limit]

    def _scores(self, row: Row) -> Floats:
        scores: Floats = row.values @ self.weights[row.places] + self.bias
        return scores


def train(examples: Sequence[Example]) -> LinearModel:
    """Learns from labelled messages, at least one. An example of two specialists is half of each's."""
    labels = tuple(sorted({label for each in examples for label in _labels(each)}))
    vocabulary = Vocabulary.learn(text for each in examples for text in each.conversation)
    if UT:
        from dataclasses import replace
        v0=replace(vocabulary,unknown=0.0); rows = [v0.row(each.conversation) for each in examples]
    else: rows = [vocabulary.row(each.conversation) for each in examples]
    wanted = np.zeros((len(examples), len(labels)), np.float32)
    for place, each in enumerate(examples):
        for label in _labels(each):
            wanted[place, labels.index(label)] = 1 / len(_labels(each))
    weights = np.zeros((len(vocabulary.places), len(labels)), np.float32)
    bias = np.zeros(len(labels), np.float32)
    random = np.random.default_rng(_SEED)
    rounds = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _STEPS // len(rows)))
    step, steps = 0, rounds * len(rows)
    for _ in range(rounds):
        for place in random.permutation(len(rows)):
            row = rows[place]
            kept = random.random(len(row.values), dtype=np.float32) >= _LEFT_OUT
            places, values = row.places[kept], row.values[kept] / (1 - _LEFT_OUT)
            current = weights[places]
            off = probabilities(values @ current + bias) - wanted[place]
            rate = np.float32(_RATE * (1 - step / steps))
            weights[places] = current - np.outer(values * rate, off)
            bias -= _BIAS_RATE * rate * off
            step += 1
    return LinearModel(labels, vocabulary, weights, bias)


def probabilities(scores: Floats, temperature: float = 1.0) -> Floats:
    """Scores as shares of 1; a temperature above 1 makes them more doubtful."""
    grown = np.exp((scores - scores.max()) / np.float32(temperature))
    shares: Floats = grown / grown.sum()
    return shares


def _labels(example: Example) -> frozenset[str]:
    return example.specialists or frozenset({OUT_OF_SCOPE})


def _floats(values: Sequence[float]) -> Floats:
    return np.array(values, dtype=np.float32)
