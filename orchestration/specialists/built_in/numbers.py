"""Numbers that a word gives a meaning to: "order 4711", "número de pedido: 4711", "№4711"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orchestration.specialists.built_in.entity_words import (
    AND,
    BETWEEN,
    COUNTED,
    MARKS,
    NAMES,
    NOT,
)
from orchestration.specialists.built_in.spans import Span
from orchestration.specialists.built_in.word_table import WordTable, word_set
from orchestration.specialists.kinds import Kind

#: A number as systems give them: digits, with letters before or parts behind them.
_USUAL = re.compile(
    r"(?:[^\W\d_]{1,6}[-/_]?)?\d[\da-z]{0,15}(?:[-/_][\da-z]{1,12}){0,3}(?![\w%]|[.,:/-]\d)"
)
_POSTCODE = re.compile(
    r"(?:\d{5}-\d{3}|\d{4}-\d{3}|\d{2}-\d{3}|\d{10}|\d{5}-\d{5}|\d{4} ?[a-z]{2}|\d{3} \d{2}|\d{4,6}"
    r"|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)(?![\w-])"
)
_PHONE = re.compile(r"\+?\d[\d ()./-]{5,20}\d(?![\w-])")
_PATTERNS = {Kind.POSTCODE: _POSTCODE, Kind.PHONE: _PHONE}
#: A word with the numbers and hyphens in it, or a sign.
_TOKEN = re.compile(r"[^\W_]+(?:[-/_][^\W_]+){0,4}|[^\w\s]")
#: "nº4711" is the number 4711 with a mark before it.
_SIGN = re.compile(r"([^\W\d_]{1,6})(?=\d)")

#: How many words and signs may stand between.
_APART = 6
#: A number without a mark has so many digits at least, and no number has more characters than this.
_FEWEST, _LONGEST, _MOST_DIGITS = 3, 30, 14
_PHONE_DIGITS = range(7, 16)
#: Numbers of parcels are long.
_TRACKING_DIGITS = 6
#: So many numbers stand in one list.
_LIST = 10
#: Whoever answers a question for a number writes no more words and signs than these.
_SHORT = 12

_NAMES = WordTable(NAMES)
_BETWEEN = word_set(BETWEEN)
_MARKS = word_set(MARKS)
_AND = word_set(AND)
_NOT = word_set(NOT)
_COUNTED = word_set(COUNTED)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def named_numbers(text: str, taken: Sequence[int]) -> Iterator[tuple[Kind, Span]]:
    """Every number of a folded text with the kind that a word beside it names.

    `taken` is 1 where a letter belongs to something else, and may change meanwhile.
    """
    return _Numbers(text, taken).named()


def kinds_named(text: str) -> list[Kind]:
    """The kinds whose words a folded text holds, in its order: what a question asks for."""
    found = (_kind(token[0]) for token in _TOKEN.finditer(text))
    return list(dict.fromkeys(kind for kind in found if kind is not None))


def bare_numbers(
    text: str, kinds: Sequence[Kind], taken: Sequence[int]
) -> Iterator[tuple[Kind, Span]]:
    """The numbers of a short folded text that answers a question for these kinds.

    Nothing where there are more or fewer of them: then nobody knows which is which.
    """
    numbers = _Numbers(text, taken)
    if len(numbers.tokens) > _SHORT:
        return
    found: list[tuple[Kind, Span]] = []
    for token in numbers.tokens:
        if found and token.start < found[-1][1].end:
            continue
        kind = kinds[min(len(found), len(kinds) - 1)]
        if span := numbers.at(token.start, kind):
            found.append((kind, span))
    if len(found) == len(kinds):
        yield from found


class _Numbers:
    """A folded text in which numbers are looked for."""

    def __init__(self, text: str, taken: Sequence[int]) -> None:
        self._text = text
        self._taken = taken
        self.tokens = [_Token(each[0], each.start(), each.end()) for each in _TOKEN.finditer(text)]
        self._kinds = [_kind(token.text) for token in self.tokens]

    def named(self) -> Iterator[tuple[Kind, Span]]:
        """Every number with its kind: behind the word, or else before it."""
        end = 0
        unused = []
        for place, kind in enumerate(self._kinds):
            if kind is None or self.tokens[place].start < end:
                continue
            found = list(self._behind(place, kind))
            for span in found:
                yield kind, span
                end = span.end
            if not found:
                unused.append((place, kind))
        for place, kind in unused:
            if before := self._before(place, kind):
                yield kind, before

    def at(self, start: int, kind: Kind, *, marked: bool = False) -> Span | None:
        """The number of that kind that begins there, if it can be one."""
        sign = _SIGN.match(self._text, start)
        if sign is not None and sign[1] in _MARKS:
            return self.at(sign.end(), kind, marked=True)
        found = _PATTERNS.get(kind, _USUAL).match(self._text, start)
        if found is None or any(self._taken[found.start() : found.end()]):
            return None
        digits = "".join(filter(str.isdecimal, found[0]))
        value = found[0].upper()
        if kind is Kind.PHONE:
            fits = len(digits) in _PHONE_DIGITS
            value = f"+{digits}" if value.startswith("+") else digits
        elif kind is Kind.POSTCODE:
            fits = True
        elif kind is Kind.TRACKING:
            fits = len(digits) >= _TRACKING_DIGITS and len(value) <= _LONGEST
        else:
            fewest = 1 if marked else _FEWEST
            fits = fewest <= len(digits) <= _MOST_DIGITS and len(value) <= _LONGEST
            fits = fits and (marked or not self._counts(found.end()))
        return Span(found.start(), found.end(), value) if fits else None

    def _behind(self, place: int, kind: Kind) -> Iterator[Span]:
        """The numbers that follow a word, with words between them that mean nothing."""
        marked = False
        for at in range(place + 1, min(place + 2 + _APART, len(self.tokens))):
            token = self.tokens[at]
            if span := self.at(token.start, kind, marked=marked):
                yield span
                yield from self._others(at, span, kind)
                return
            if token.text not in _BETWEEN or self._kinds[at] or self._taken[token.start]:
                return
            marked = marked or token.text in _MARKS

    def _others(self, at: int, first: Span, kind: Kind) -> Iterator[Span]:
        """The rest of a list: numbers that look like the first one."""
        joined = False
        for token in self.tokens[at + 1 : at + 1 + 3 * _LIST]:
            if token.start < first.end:
                continue
            if token.text in _AND:
                joined = True
                continue
            span = self.at(token.start, kind) if joined else None
            if span is None or abs(len(span.value) - len(first.value)) > 1:
                return
            yield span
            joined = False

    def _before(self, place: int, kind: Kind) -> Span | None:
        """The number of "4711 is my order number"."""
        for at in range(place - 1, max(-1, place - 2 - _APART), -1):
            token = self.tokens[at]
            if token.text in _BETWEEN and not self._kinds[at]:
                continue
            if at == place - 1 or (at and self.tokens[at - 1].text in _NOT):
                return None
            span = self.at(token.start, kind)
            return span if span is not None and span.end == token.end else None
        return None

    def _counts(self, end: int) -> bool:
        """Whether what stands behind a number is what it counts."""
        there = self._text[end : end + 1] == " "
        following = _TOKEN.match(self._text, end + 1) if there else None
        return following is not None and following[0] in _COUNTED


def _kind(word: str) -> Kind | None:
    label = _NAMES.get(word)
    return None if label is None else Kind(label)
