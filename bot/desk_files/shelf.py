"""Articles that people approved, each a file of its own in `desk/knowledge/learned/`."""

import asyncio
import json
import os
import re
import tempfile
import unicodedata
from pathlib import Path

from bot.desk_files.knowledge import FOLDER
from orchestration.errors.learning import ShelfClosed
from orchestration.knowledge.drafting import ArticleDraft

#: The folder of what tickets taught, and a label of each article in it.
LEARNED = "learned"
#: So many articles of one ticket and title are enough.
_MOST = 100
_SLUG = 40
_READABLE = 0o644


class ArticleFolder:
    """The folder of a desk's articles; it is made for the first of them."""

    def __init__(self, desk: Path) -> None:
        self._folder = desk / FOLDER / LEARNED

    async def put(self, draft: ArticleDraft) -> str:
        """Keeps it as a new file, or finds the one of its ticket with exactly these words.

        Returns its path below the folder of articles. Raises `ShelfClosed`.
        """
        return await asyncio.to_thread(self._put, draft)

    def _put(self, draft: ArticleDraft) -> str:
        words, name = _file(draft), f"{slug(draft.title)}-{draft.ticket}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for count in range(1, _MOST + 1):
                file = self._folder / (f"{name}.md" if count == 1 else f"{name}-{count}.md")
                if self._place(file, words):
                    return f"{LEARNED}/{file.name}"
        except OSError as error:
            raise ShelfClosed(reason=error.strerror or type(error).__name__) from error
        raise ShelfClosed(reason=f"{name}-{_MOST}.md")

    def _place(self, file: Path, words: bytes) -> bool:
        """Whether the file is there with these words; whole, or not at all, and never another."""
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as written:
            beside = Path(written.name)
            try:
                written.write(words)
                written.flush()
                os.fsync(written.fileno())
                beside.chmod(_READABLE)
                os.link(beside, file)
            except FileExistsError:
                return file.is_file() and file.read_bytes() == words
            finally:
                beside.unlink()
        return True


def slug(title: str) -> str:
    """The title as a file's name: small letters, digits and -."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG].strip("-") or "article"


def _file(draft: ArticleDraft) -> bytes:
    """As the owner of a desk would write it; what JSON quotes, YAML reads."""
    title = json.dumps(draft.title, ensure_ascii=False)
    lines = ["---", f"title: {title}", f"tags: [{', '.join(draft.tags)}]", "---", draft.text, ""]
    return "\n".join(lines).encode("utf-8", "replace")
