"""Learned routing models as files of plain numbers and text: reading one runs nothing.

A file is thrown away by deleting it; what cannot be read is learned again.
"""

import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from orchestration.ports.embedding import Embedder, Floats
from orchestration.routing.choosing import OperatingPoint
from orchestration.routing.features import Features, Meaning
from orchestration.routing.linear import LinearModel
from orchestration.routing.model import RoutingModel
from orchestration.routing.vocabulary import Vocabulary

#: What is kept, and how the model reads texts. A file of another version is learned again.
VERSION = 3

_Arrays = Mapping[str, NDArray[Any]]
_UNREADABLE = (OSError, EOFError, KeyError, TypeError, ValueError, zipfile.BadZipFile)


class FolderOfModels:
    """A file for the model and one for vectors, in a folder that is made for the first of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, embedder: Embedder | None = None) -> RoutingModel | None:
        """The model of that key; None if there is none, or it can no longer be read."""
        try:
            return _model(_read(self._model_file(key)), embedder)
        except _UNREADABLE:
            return None

    def put(self, key: str, model: RoutingModel) -> None:
        """Keeps a model under its key, whole or not at all. A full or closed disk is no error."""
        linear = model.linear
        vocabulary, meaning = linear.features.vocabulary, linear.features.meaning
        about = {
            "version": VERSION,
            "labels": linear.labels,
            "grams": list(vocabulary.places),
            "rarity": list(vocabulary.rarity),
            "unknown": vocabulary.unknown,
            "point": asdict(model.point),
        }
        arrays = {"weights": linear.weights, "bias": linear.bias}
        if meaning is not None:
            arrays |= {"centre": meaning.centre, "lens": meaning.lens}
        kept = self._model_file(key)
        if self._write(kept, about, arrays):
            self._drop_others(kept)

    def vectors(self, embedder: str) -> Mapping[str, Floats]:
        """The vectors of that embedder that were kept last."""
        try:
            kept = _read(self._vectors_file)
            about = _about(kept)
            rows = kept["vectors"].astype(np.float32)
            if about["embedder"] != embedder:
                return {}
            return dict(zip(about["keys"], rows, strict=True))
        except _UNREADABLE:
            return {}

    def keep_vectors(self, embedder: str, vectors: Mapping[str, Floats]) -> None:
        """Keeps exactly these vectors, whole or not at all."""
        about = {"version": VERSION, "embedder": embedder, "keys": list(vectors)}
        rows = np.stack(list(vectors.values())) if vectors else np.zeros((0, 0), np.float32)
        self._write(self._vectors_file, about, {"vectors": rows})

    @property
    def _vectors_file(self) -> Path:
        return self._folder / "vectors.npz"

    def _model_file(self, key: str) -> Path:
        return self._folder / f"model-{key}.npz"

    def _write(self, kept: Path, about: Mapping[str, object], arrays: _Arrays) -> bool:
        """Writes beside the place and moves it there; whether that was possible."""
        written: Path | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                written = Path(file.name)
                text = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
                np.savez_compressed(file, allow_pickle=False, about=text, **arrays)
            written.replace(kept)
        except OSError:
            if written is not None:
                written.unlink(missing_ok=True)
            return False
        return True

    def _drop_others(self, kept: Path) -> None:
        for file in self._folder.glob("model-*.npz"):
            if file != kept:
                file.unlink(missing_ok=True)


def _read(file: Path) -> _Arrays:
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
        return {name: kept[name] for name in kept.files}


def _about(kept: _Arrays) -> dict[str, Any]:
    about: dict[str, Any] = json.loads(kept["about"].tobytes())
    if about["version"] != VERSION:
        raise ValueError(about["version"])
    return about


def _model(kept: _Arrays, embedder: Embedder | None) -> RoutingModel:
    known = _about(kept)
    labels, grams = tuple(known["labels"]), known["grams"]
    vocabulary = Vocabulary(
        {gram: place for place, gram in enumerate(grams)}, known["rarity"], known["unknown"]
    )
    meaning = None
    if embedder is not None:
        meaning = Meaning(embedder, *(kept[name].astype(np.float32) for name in ("centre", "lens")))
    features = Features(vocabulary, meaning)
    weights, bias = kept["weights"].astype(np.float32), kept["bias"].astype(np.float32)
    if weights.shape != (len(features), len(labels)) or bias.shape != (len(labels),):
        raise ValueError(weights.shape)
    linear = LinearModel(labels, features, weights, bias)
    return RoutingModel(linear, OperatingPoint(**known["point"]))
