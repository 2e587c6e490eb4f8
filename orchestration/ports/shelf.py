"""Where articles are put that people approved."""

from typing import Protocol

from orchestration.knowledge.drafting import ArticleDraft


class Shelf(Protocol):
    """The folder of the desk's articles."""

    async def put(self, draft: ArticleDraft) -> str:
        """Keeps it as a new file, or finds the one of its ticket with exactly these words.

        Returns its path below the folder; no other file changes. Raises `ShelfClosed` where nothing
        can be written.
        """
        ...
