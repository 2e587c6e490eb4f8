"""Whom conversations are for, as staff corrected it: examples for the router."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody said whom what the customer wrote on `ticket` up to entry `upto` is for.

    `conversation` is at least one message, the newest last, as the router reads it and with secrets
    masked. `specialists` are ids; without any it is for nobody. `by` is who said so.
    """

    ticket: int
    upto: int
    conversation: tuple[str, ...]
    specialists: frozenset[str]
    by: int
    at: datetime


class Corrections(Protocol):
    """What staff corrected of the router's work."""

    async def keep(self, correction: Correction) -> None:
        """Keeps it, in the place of an older one about the same words."""
        ...

    async def newest(self, limit: int = 1000) -> Sequence[Correction]:
        """The newest, the newest first; of the same moment, the newer ticket's and words' first."""
        ...
