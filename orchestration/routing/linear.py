"""A linear classifier: how strongly each feature speaks for each label."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.features import Features
from orchestration.routing.grams import spoken

#: The label of what is for nobody.
OUT_OF_SCOPE = ""


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """A weight for each feature and label, and a bias for each label."""

    labels: tuple[str, ...]
    features: Features
    weights: Floats
    bias: Floats

    def scores(self, conversation: Sequence[str]) -> Floats:
        """One number a label; the higher, the likelier."""
        row = self.features.row(conversation)
        scores: Floats = row.values @ self.weights[row.places] + self.bias
        return scores

    def read_by(self, embedder: Embedder | None) -> Self:
        """The same model, which asks this embedder what new messages mean."""
        return replace(self, features=self.features.read_by(embedder))

    def spoke_for(self, text: str, label: str, limit: int) -> list[str]:
        """The words of a text that spoke most for a label, the strongest first."""
        column = self.labels.index(label)
        vocabulary = self.features.vocabulary
        row = vocabulary.row([text])
        weights = self.weights[row.places]
        said = row.values * (weights[:, column] - weights.mean(axis=1))
        strength = dict(zip(row.places.tolist(), said.tolist(), strict=True))
        words = {
            written: strength[place]
            for word, written in spoken(text).items()
            if (place := vocabulary.places.get(f"w{word}")) is not None
        }
        ranked = sorted(words, key=lambda word: (-words[word], word))
        return [word for word in ranked if words[word] > 0][:limit]


def probabilities(scores: Floats, temperature: float = 1.0) -> Floats:
    """Scores as shares of 1; a temperature above 1 makes them more doubtful."""
    grown = np.exp((scores - scores.max()) / np.float32(temperature))
    shares: Floats = grown / grown.sum()
    return shares
