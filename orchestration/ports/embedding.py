"""What texts mean, as numbers."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of length 1: what means the same lies near, in any language.

    Takes about ten milliseconds a text, so whoever serves others meanwhile calls it in a thread.
    """

    @property
    def name(self) -> str:
        """Which model it is: vectors of another name mean something else."""
        ...

    def asked(self, texts: Sequence[str]) -> Floats:
        """A row for each message or question. Takes any text, and reads so much of it as fits."""
        ...

    def told(self, texts: Sequence[str]) -> Floats:
        """A row for each passage that may answer a question."""
        ...
