"""Reads a desk file that begins with front matter: YAML between two lines `---`, then words."""

from dataclasses import dataclass
from pathlib import Path

from bot.desk_files.document import Document, InvalidDeskFiles, Mistake, text_of

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Fronted:
    """A file with front matter: that, all lines of the file, and where its words begin, from 0."""

    head: Document
    lines: list[str]
    start: int

    @property
    def words(self) -> str:
        """What stands below the front matter."""
        return "\n".join(self.lines[self.start :]).strip()


def read(file: Path, begins: str) -> Fronted:
    """Reads it; `begins` says what the front matter holds first.

    Raises `InvalidDeskFiles`. Lines are counted from the top of the file in whatever part of it.
    """
    lines = text_of(file).splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        raise refused(file, 1, f"must begin with a line {FENCE}, then {begins}")
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == FENCE), None)
    if end is None:
        words = f"begins its front matter here and never ends it with a line {FENCE}"
        raise refused(file, 1, words)
    head = Document.of(file, "\n" + "\n".join(lines[1:end]) + "\n")
    return Fronted(head, lines, end + 1)


def refused(file: Path, line: int, words: str) -> InvalidDeskFiles:
    """One mistake, as what is raised for it."""
    return InvalidDeskFiles([Mistake(file, line, words)])
