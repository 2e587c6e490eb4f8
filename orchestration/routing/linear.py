"""A linear classifier over grams: how strongly each gram speaks for each label."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from orchestration.routing.grams import spoken
from orchestration.routing.vocabulary import Floats, Vocabulary

#: The label of what is for nobody.
OUT_OF_SCOPE = ""


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """A weight for each gram and label, and a bias for each label."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Floats
    bias: Floats

    def scores(self, conversation: Sequence[str]) -> Floats:
        """One number a label; the higher, the likelier."""
        row = self.vocabulary.row(conversation)
        scores: Floats = row.values @ self.weights[row.places] + self.bias
        return scores

    def spoke_for(self, text: str, label: str, limit: int) -> list[str]:
        """The words of a text that spoke most for a label, the strongest first."""
        column = self.labels.index(label)
        row = self.vocabulary.row([text])
        weights = self.weights[row.places]
        said = row.values * (weights[:, column] - weights.mean(axis=1))
        strength = dict(zip(row.places.tolist(), said.tolist(), strict=True))
        places = self.vocabulary.places
        words = {
            written: strength[place]
            for word, written in spoken(text).items()
            if (place := places.get(f"w{word}")) is not None
        }
        ranked = sorted(words, key=lambda word: (-words[word], word))
        return [word for word in ranked if words[word] > 0][:limit]


def probabilities(scores: Floats, temperature: float = 1.0) -> Floats:
    """Scores as shares of 1; a temperature above 1 makes them more doubtful."""
    grown = np.exp((scores - scores.max()) / np.float32(temperature))
    shares: Floats = grown / grown.sum()
    return shares
