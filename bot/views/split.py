"""Cuts a long text into messages, at the ends of paragraphs, lines, sentences or words."""

import re
import unicodedata
from collections.abc import Iterator

from bot.views.rendered import MAX_TEXT, Rendered, cut, units

#: Where to cut, the best first. Each matches the white space that the cut swallows.
_ENDS = (
    re.compile(r"\n\s*\n\s*"),
    re.compile(r"[^\S\n]*\n\s*"),
    re.compile(r"(?<=[.!?…\u3002\uff01\uff1f])\s+"),
    re.compile(r"\s+"),
)
#: A piece cut at a better place may be this much shorter than one cut at the next best.
_AT_LEAST = 0.5
_JOINER = "\u200d"


def split(whole: Rendered, limit: int = MAX_TEXT) -> tuple[Rendered, ...]:
    """The text in pieces of at most `limit` code points; the last one bears the buttons."""
    pieces = list(_pieces(whole, limit))
    last = pieces[-1]
    pieces[-1] = Rendered(last.text, last.entities, whole.buttons)
    return tuple(pieces)


def _pieces(whole: Rendered, limit: int) -> Iterator[Rendered]:
    text, position = whole.text, 0
    while len(text) - position > limit:
        end, after = _cut_place(text, position, limit)
        yield _piece(whole, position, end)
        position = after
    if position < len(text) or position == 0:
        yield _piece(whole, position, len(text))


def _cut_place(text: str, start: int, limit: int) -> tuple[int, int]:
    """Where a piece that begins at `start` ends, and where the next one begins."""
    least = start + max(1, int(limit * _AT_LEAST))
    for pattern in _ENDS:
        places = [
            found
            for found in pattern.finditer(text, start, start + limit + 1)
            if least <= found.start() <= start + limit
        ]
        if places:
            return places[-1].start(), _skip_space(text, places[-1].start())
    end = _before_cluster(text, start, start + limit)
    return end, end


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _before_cluster(text: str, start: int, end: int) -> int:
    """The nearest place at or before `end` that tears no accent or joined emoji apart."""
    place = end
    while place > start + 1 and (
        unicodedata.category(text[place]).startswith("M")
        or _JOINER in {text[place], text[place - 1]}
    ):
        place -= 1
    return place if place > start + 1 else end


def _piece(whole: Rendered, start: int, end: int) -> Rendered:
    first = units(whole.text[:start])
    text = whole.text[start:end]
    return Rendered(text, cut(whole.entities, first, first + units(text)))
