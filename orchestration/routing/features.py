"""What a model sees of a conversation: its grams, and what it means where that is known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.examples import Example
from orchestration.routing.vocabulary import FADING, OLDER, Row, Vocabulary

#: How much the grams and the meaning count where both are seen.
GRAMS, MEANING = 0.4, 0.5
#: How far the spread of vectors is taken to be the same in all directions, where 1 is wholly so.
EVEN = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a conversation means: vectors of an embedder, as the examples make them tell most.

    They are seen from the examples' `centre`, and `lens` shortens the directions in which messages
    of one label differ, such as their language (within-class covariance normalisation).
    """

    embedder: Embedder
    centre: Floats
    lens: Floats

    @classmethod
    def learn(cls, embedder: Embedder, examples: Sequence[Example]) -> Self:
        """What all texts of a desk share tells nothing, nor what those of one label do not."""
        vectors = embedder.asked([each.text for each in examples])
        centre: Floats = vectors.mean(axis=0).astype(np.float32)
        return cls(embedder, centre, _lens(vectors, [each.label for each in examples]))

    def vector(self, conversation: Sequence[str]) -> Floats:
        """The newest message, with older ones shining through; of length 1."""
        texts = conversation[: -OLDER - 2 : -1]
        seen = (self.embedder.asked(texts) - self.centre) @ self.lens
        seen /= np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-6)
        fading = np.array([FADING**age for age in range(len(texts))], np.float32)
        faded = fading @ seen
        length = max(float(np.linalg.norm(faded)), 1e-6)
        vector: Floats = (faded / length).astype(np.float32)
        return vector


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Grams first, then the parts of the meaning."""

    vocabulary: Vocabulary
    meaning: Meaning | None = None

    @classmethod
    def learn(cls, examples: Sequence[Example], embedder: Embedder | None) -> Self:
        """What can be seen of messages like these."""
        texts = [text for each in examples for text in each.conversation]
        vocabulary = Vocabulary.learn(texts)
        return cls(vocabulary, None if embedder is None else Meaning.learn(embedder, examples))

    def read_by(self, embedder: Embedder | None) -> Self:
        """The same features, which ask this embedder what new messages mean."""
        if self.meaning is None or embedder is None:
            return self
        return replace(self, meaning=replace(self.meaning, embedder=embedder))

    def __len__(self) -> int:
        grams = len(self.vocabulary.places)
        return grams if self.meaning is None else grams + len(self.meaning.centre)

    def row(self, conversation: Sequence[str]) -> Row:
        """A conversation as a vector."""
        said = self.vocabulary.row(conversation)
        if self.meaning is None:
            return said
        vector = self.meaning.vector(conversation) * np.float32(MEANING)
        grams = len(self.vocabulary.places)
        places = np.arange(grams, grams + len(vector), dtype=np.intp)
        return Row(
            np.concatenate([said.places, places]),
            np.concatenate([said.values * np.float32(GRAMS), vector]),
            steady=len(vector),
        )


def _lens(vectors: Floats, labels: Sequence[str]) -> Floats:
    """The inverse square root of how vectors spread around the middles of their labels."""
    of_label = np.array(labels)
    spread = np.zeros((vectors.shape[1], vectors.shape[1]))
    for label in sorted(set(labels)):
        those = vectors[of_label == label].astype(np.float64)
        off = those - those.mean(axis=0)
        spread += off.T @ off
    usual = float(np.trace(spread)) / len(spread)
    if not usual:  # no two messages of any label
        return np.eye(len(spread), dtype=np.float32)
    evened = (1 - EVEN) * spread / usual + EVEN * np.eye(len(spread))
    strengths, directions = np.linalg.eigh(evened)
    lens: Floats = ((directions / np.sqrt(strengths)) @ directions.T).astype(np.float32)
    return lens
