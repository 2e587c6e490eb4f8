"""Vectors of examples are computed once: learning reads each of them several times."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from orchestration.ports.embedding import Embedder, Floats


class Remembering:
    """An embedder that asks another one for each text once."""

    def __init__(self, embedder: Embedder, vectors: Mapping[str, Floats]) -> None:
        """`vectors` are known already, each under what `key_of` gives for its text."""
        self._embedder = embedder
        self._vectors = dict(vectors)

    @property
    def name(self) -> str:
        """The other one's."""
        return self._embedder.name

    def asked(self, texts: Sequence[str]) -> Floats:
        """A row for each message."""
        keys = [key_of(text) for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._vectors}
        if new:
            read = self._embedder.asked(list(new.values()))
            self._vectors.update(zip(new, read, strict=True))
        return np.stack([self._vectors[key] for key in keys])

    def told(self, texts: Sequence[str]) -> Floats:
        """A row for each passage."""
        return self._embedder.told(texts)


def key_of(text: str) -> str:
    """What a text's vector is kept under; the text cannot be read from it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def remembered(
    embedder: Embedder, texts: Sequence[str], known: Mapping[str, Floats]
) -> Mapping[str, Floats]:
    """The vectors of exactly these texts; only those that are not `known` are computed."""
    wanted = {key_of(text): text for text in texts}
    new = {key: text for key, text in wanted.items() if key not in known}
    computed = dict(zip(new, embedder.asked(list(new.values())), strict=True)) if new else {}
    return {key: computed[key] if key in computed else known[key] for key in wanted}
