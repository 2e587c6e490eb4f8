"""An article, and the passages that it is cut into."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

#: A longer stretch under one heading is cut between its paragraphs.
LONGEST = 900
#: Whoever changes how articles are cut changes this, and all are indexed anew.
_VERSION = "1"
#: What stands between the headings on the way to a passage.
BELOW = " > "

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*")
_FENCE = re.compile(r"[ \t]*(```|~~~)")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article: the headings above it, and its words."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `file` is its path below the folder of articles, with / between its parts.

    `labels` are the folders that it stands in and its tags: by these a specialist's scope is named.
    """

    file: str
    title: str
    labels: frozenset[str]
    text: str

    @property
    def sections(self) -> Sequence[Section]:
        """What can be found of it, in order."""
        return list(_sections(self.text))

    @property
    def digest(self) -> str:
        """Another one for whatever would be indexed otherwise."""
        parts = (_VERSION, self.title, *sorted(self.labels), self.text)
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that was found: `id` is what it is cited by, `score` how well it fits.

    A score is greater than 0, and means something beside others of the same question only.
    """

    id: str
    title: str
    heading: str
    text: str
    file: str
    score: float


def _sections(text: str) -> Iterator[Section]:
    """The words below each heading, with the headings above it."""
    way: dict[int, str] = {}
    lines: list[str] = []
    fence = ""
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        yield from _cut(way, lines)
        lines = []
        depth = len(heading[1])
        way = {level: words for level, words in way.items() if level < depth}
        way[depth] = heading[2]
    yield from _cut(way, lines)


def _cut(way: dict[int, str], lines: Sequence[str]) -> Iterator[Section]:
    heading = BELOW.join(way[level] for level in sorted(way) if way[level])
    kept = ""
    for paragraph in re.split(r"\n\s*\n", "\n".join(lines).strip()):
        if kept and len(kept) + len(paragraph) > LONGEST:
            yield Section(heading, kept)
            kept = ""
        kept = f"{kept}\n\n{paragraph}" if kept else paragraph
    if kept:
        yield Section(heading, kept)
