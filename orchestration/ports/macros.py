"""Replies that staff saved for another time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.content import Content


@dataclass(frozen=True, slots=True)
class SavedMacro:
    """A public reply, kept word for word under a name by whoever saved it."""

    name: str
    content: Content
    by: int
    by_name: str
    at: datetime


class Macros(Protocol):
    """Replies that staff saved, beside those in the desk's files."""

    async def add(self, macro: SavedMacro) -> bool:
        """Keeps it; False when there is one of its name, which then stays as it is."""
        ...

    async def get(self, name: str) -> SavedMacro | None:
        """The one of that name."""
        ...

    async def all(self, limit: int = 500) -> Sequence[SavedMacro]:
        """All there are, by name."""
        ...

    async def forget(self, name: str) -> bool:
        """Forgets it; False when there was none."""
        ...
