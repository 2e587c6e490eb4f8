"""From a conversation to a vector: which known grams it says, and how strongly."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from orchestration.ports.embedding import Floats
from orchestration.routing.grams import WEIGHTS, grams_of

Places = NDArray[np.intp]

#: A gram that stands in fewer texts tells nothing about others.
FEWEST_TEXTS = 2
#: Each older message of a conversation weighs this much of the one after it.
FADING = 0.4
#: How many older messages are read.
OLDER = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A conversation as a vector: the places of its known grams, and how strongly each is said.

    Its length is 1 where every gram is known. What is unknown shortens it, so that a message in
    words that were never learned from says little for anybody. The last `steady` of the places
    belong together: learning leaves none of them out.
    """

    places: Places
    values: Floats
    steady: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The known grams, each with its place and its rarity; and how rare an unknown one is."""

    places: Mapping[str, int]
    rarity: Sequence[float]
    unknown: float

    @classmethod
    def learn(cls, texts: Iterable[str]) -> Self:
        """The grams of these texts but for those that stand in one of them alone."""
        count, found = 0, Counter[str]()
        for text in texts:
            count += 1
            for grams in grams_of(text).values():
                found.update(grams.keys())
        known = sorted(gram for gram, standing in found.items() if standing >= FEWEST_TEXTS)

        def rarity(standing: int) -> float:
            return math.log((1 + count) / (1 + standing)) + 1

        places = {gram: place for place, gram in enumerate(known)}
        return cls(places, [rarity(found[gram]) for gram in known], rarity(1))

    def row(self, conversation: Sequence[str]) -> Row:
        """The newest message, with older ones shining through."""
        strength: dict[int, float] = {}
        texts = conversation[: -OLDER - 2 : -1]
        for age, text in enumerate(texts):
            for place, value in self._said(text):
                strength[place] = strength.get(place, 0.0) + value * FADING**age
        length = math.sqrt(sum(FADING ** (2 * age) for age in range(len(texts)))) or 1.0
        values = np.array(list(strength.values()), dtype=np.float32) / np.float32(length)
        return Row(np.array(list(strength), dtype=np.intp), values)

    def _said(self, text: str) -> Iterator[tuple[int, float]]:
        for kind, counts in grams_of(text).items():
            known: list[int] = []
            values: list[float] = []
            squares = 0.0
            for gram, times in counts.items():
                place = self.places.get(gram)
                value = (1 + math.log(times)) * (
                    self.unknown if place is None else self.rarity[place]
                )
                squares += value * value
                if place is not None:
                    known.append(place)
                    values.append(value)
            share = WEIGHTS[kind] / _LENGTH / math.sqrt(squares or 1.0)
            yield from zip(known, [value * share for value in values], strict=True)


_LENGTH = math.sqrt(sum(weight * weight for weight in WEIGHTS.values()))
