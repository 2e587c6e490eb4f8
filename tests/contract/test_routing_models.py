"""Learned routing models are kept as they were, and only whole."""

from pathlib import Path

import numpy as np
import pytest

from orchestration.ports.routing import RoutingModels
from orchestration.routing.built_in import BuiltInRouter
from orchestration.routing.learning import learn
from orchestration.routing.model import RoutingModel
from storage import routing_models
from storage.routing_models import FolderOfModels
from tests.fakes.embedding import FakeEmbedder
from tests.fakes.routing import FakeRoutingModels
from tests.unit.centre.routing.shop import ALL, ask

KEY, OTHER = "0a", "0b"
SAID = ["I want to return the jacket. You charged my card twice!"]


@pytest.fixture(scope="module")
def model() -> RoutingModel:
    return learn(ALL)[0]


@pytest.fixture(scope="module")
def semantic() -> RoutingModel:
    return learn(ALL, FakeEmbedder())[0]


@pytest.fixture(params=["fake", "folder"])
def models(request: pytest.FixtureRequest, tmp_path: Path) -> RoutingModels:
    return FakeRoutingModels() if request.param == "fake" else FolderOfModels(tmp_path / "models")


def test_a_kept_model_decides_as_it_did(models: RoutingModels, model: RoutingModel) -> None:
    """Whom it calls, how sure it is, and why."""
    assert models.get(KEY) is None
    models.put(KEY, model)
    kept = models.get(KEY)
    assert kept is not None
    assert kept.point == model.point
    assert ask(BuiltInRouter(kept), SAID) == ask(BuiltInRouter(model), SAID)
    assert models.get(OTHER) is None


@pytest.mark.parametrize("said", ["me han cobrado", "quiero devolver los zapatos. cobrado!", "zz"])
def test_a_model_that_knows_meaning_is_kept_with_it(
    models: RoutingModels, semantic: RoutingModel, said: str
) -> None:
    """It reads new messages with the embedder of whoever loads it."""
    models.put(KEY, semantic)
    kept = models.get(KEY, FakeEmbedder())
    assert kept is not None
    assert kept.decide([said]) == semantic.decide([said])


def test_a_model_that_knows_meaning_needs_an_embedder(
    tmp_path: Path, model: RoutingModel, semantic: RoutingModel
) -> None:
    """And one that does not know it has no use for one."""
    models = FolderOfModels(tmp_path)
    models.put(KEY, semantic)
    assert models.get(KEY) is None
    models.put(KEY, model)
    assert models.get(KEY, FakeEmbedder()) is None


def test_vectors_are_kept_as_they_were(models: RoutingModels) -> None:
    """Those of the last time, of the same embedder: another one means something else."""
    assert models.vectors("a 1") == {}
    vectors = {key: np.arange(3, dtype=np.float32) + len(key) for key in ("x", "yy")}
    models.keep_vectors("a 1", vectors)
    kept = models.vectors("a 1")
    assert list(kept) == ["x", "yy"]
    assert all((kept[key] == vectors[key]).all() for key in kept)
    assert models.vectors("a 2") == {}
    models.keep_vectors("a 1", {"x": vectors["x"]})
    assert list(models.vectors("a 1")) == ["x"]
    models.keep_vectors("a 1", {})
    assert models.vectors("a 1") == {}


def test_spoiled_vectors_are_computed_again(tmp_path: Path) -> None:
    """Nothing is kept of them."""
    models = FolderOfModels(tmp_path)
    models.keep_vectors("a 1", {"x": np.ones(3, np.float32)})
    file = tmp_path / "vectors.npz"
    file.write_bytes(file.read_bytes()[:-9])
    assert models.vectors("a 1") == {}


def test_a_newer_model_takes_the_place_of_the_older(
    models: RoutingModels, model: RoutingModel
) -> None:
    """What is learned from no more is not kept, and keeping one twice is keeping it once."""
    models.put(OTHER, model)
    models.put(KEY, model)
    models.put(KEY, model)
    assert models.get(KEY) is not None
    assert models.get(OTHER) is None


def test_nothing_but_whole_models_is_left_in_the_folder(
    tmp_path: Path, model: RoutingModel
) -> None:
    """A model is written beside its place and then put there."""
    FolderOfModels(tmp_path).put(KEY, model)
    assert [file.name for file in tmp_path.iterdir()] == [f"model-{KEY}.npz"]


@pytest.mark.parametrize("size", [0, 10, 1_000])
def test_a_spoiled_file_is_no_model(tmp_path: Path, model: RoutingModel, size: int) -> None:
    """It is learned again instead, and replaced."""
    models = FolderOfModels(tmp_path)
    models.put(KEY, model)
    file = tmp_path / f"model-{KEY}.npz"
    file.write_bytes(file.read_bytes()[:size])
    assert models.get(KEY) is None
    models.put(KEY, model)
    assert models.get(KEY) is not None


def test_a_changed_byte_is_noticed(tmp_path: Path, model: RoutingModel) -> None:
    """The file carries checksums."""
    models = FolderOfModels(tmp_path)
    models.put(KEY, model)
    file = tmp_path / f"model-{KEY}.npz"
    spoiled = bytearray(file.read_bytes())
    spoiled[len(spoiled) // 3] ^= 0xFF
    file.write_bytes(spoiled)
    assert models.get(KEY) is None


def test_a_file_of_another_version_is_learned_again(
    tmp_path: Path, model: RoutingModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a newer desk reads differently, an older desk's file does not tell."""
    models = FolderOfModels(tmp_path)
    models.put(KEY, model)
    monkeypatch.setattr(routing_models, "VERSION", routing_models.VERSION + 1)
    assert models.get(KEY) is None


def test_a_file_that_would_run_something_is_not_opened(tmp_path: Path) -> None:
    """Pickled objects are refused."""
    array = np.array([{"a": 1}], dtype=object)
    np.savez(tmp_path / f"model-{KEY}.npz", about=array, weights=array, bias=array)
    assert FolderOfModels(tmp_path).get(KEY) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, model: RoutingModel) -> None:
    """The desk goes on with the model that it has just learned."""
    file = tmp_path / "file"
    file.write_text("in the way", encoding="utf-8")
    models = FolderOfModels(file)
    models.put(KEY, model)
    assert models.get(KEY) is None
