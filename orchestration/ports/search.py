"""Finding what was said."""

from collections.abc import Sequence
from typing import Protocol

from orchestration.timeline import EntryRef


class Search(Protocol):
    """The words of every message and note, of their edits, and of the incidents joined."""

    async def find(self, words: Sequence[str], limit: int) -> Sequence[EntryRef]:
        """Entries that hold all of `words`, those of the newest tickets first, newest first.

        `words` are as `searching.asked_for` gives them. One of three letters or more is also found
        at the beginning of a longer one. No words find nothing.
        """
        ...
