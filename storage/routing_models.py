"""Learned routing models as files of plain numbers and text: reading one runs nothing.

A file is thrown away by deleting it; what cannot be read is learned again.
"""

import json
import tempfile
import zipfile
from dataclasses import asdict
from pathlib import Path

import numpy as np

from orchestration.routing.choosing import OperatingPoint
from orchestration.routing.linear import LinearModel
from orchestration.routing.model import RoutingModel
from orchestration.routing.vocabulary import Floats, Vocabulary

#: What is kept, and how the model reads texts. A file of another version is learned again.
VERSION = 1


class FolderOfModels:
    """One file a model, in a folder that is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> RoutingModel | None:
        """The model of that key; None if there is none, or it can no longer be read."""
        try:
            with (
                self._file(key).open("rb") as file,
                np.load(file, allow_pickle=False) as kept,
            ):
                return _model(kept["about"].tobytes(), kept["weights"], kept["bias"])
        except (OSError, EOFError, KeyError, TypeError, ValueError, zipfile.BadZipFile):
            return None

    def put(self, key: str, model: RoutingModel) -> None:
        """Keeps a model under its key, whole or not at all. A full or closed disk is no error."""
        linear = model.linear
        about = {
            "version": VERSION,
            "labels": linear.labels,
            "grams": list(linear.vocabulary.places),
            "rarity": list(linear.vocabulary.rarity),
            "unknown": linear.vocabulary.unknown,
            "point": asdict(model.point),
        }
        written: Path | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                written = Path(file.name)
                np.savez_compressed(
                    file,
                    about=np.frombuffer(json.dumps(about).encode(), dtype=np.uint8),
                    weights=linear.weights,
                    bias=linear.bias,
                )
            written.replace(self._file(key))
        except OSError:
            if written is not None:
                written.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.npz"


def _model(about: bytes, weights: Floats, bias: Floats) -> RoutingModel:
    known = json.loads(about)
    if known["version"] != VERSION:
        raise ValueError(known["version"])
    labels, grams = tuple(known["labels"]), known["grams"]
    if weights.shape != (len(grams), len(labels)) or bias.shape != (len(labels),):
        raise ValueError(weights.shape)
    vocabulary = Vocabulary(
        {gram: place for place, gram in enumerate(grams)}, known["rarity"], known["unknown"]
    )
    linear = LinearModel(labels, vocabulary, weights.astype(np.float32), bias.astype(np.float32))
    return RoutingModel(linear, OperatingPoint(**known["point"]))
