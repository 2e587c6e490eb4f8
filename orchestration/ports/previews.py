"""Where somebody can watch a draft while it is written."""

from collections.abc import Callable
from typing import Protocol

#: Is shown a draft as far as it is written. It never waits and never fails.
Watch = Callable[[str], None]


class Previews(Protocol):
    """Shows drafts that are not finished yet; nothing of them is kept."""

    def show(self, reader: int, ticket: int, words: str) -> None:
        """Shows that member of staff, in private, a draft for the ticket as far as it is written.

        What was shown of it before is no longer there. It returns at once, and what cannot be
        shown is left out: the draft itself comes to the ticket's topic.
        """
        ...
