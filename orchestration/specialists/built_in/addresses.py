"""Postal addresses that a text names: a street with its number, a postcode and a city, or none.

Half an address is none: whoever is unsure asks. An address stands on neighbouring lines, or between
commas, with its postcode in front, in the middle or at the end.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from orchestration.specialists.built_in.address import Address
from orchestration.specialists.built_in.address_words import (
    BEFORE,
    BEHIND,
    COUNTRIES,
    INTRODUCED,
    NO_CITY,
    PARTICLES,
    POSTAL,
    WITHIN,
)
from orchestration.specialists.built_in.entity_words import NAMES
from orchestration.specialists.built_in.folding import folded
from orchestration.specialists.built_in.spans import Span
from orchestration.specialists.built_in.word_table import WordTable, word_set

#: So many pieces stand in one address, so many words in a city's name, and in a street's.
_PIECES, _CITY, _STREET = 6, 4, 8
#: No part of an address is longer.
_LONGEST = 80

_BEFORE, _WITHIN, _POSTAL = word_set(BEFORE), word_set(WITHIN), word_set(POSTAL)
_BEHIND = frozenset(each for each in word_set(BEHIND) if not each.startswith("-"))
#: In Latvian the kind of a street stands behind its name, and the number behind that.
_POSTPOSED = frozenset({"iela", "gatve"})
_ENDINGS = tuple(each[1:] for each in word_set(BEHIND) if each.startswith("-"))
_INTRODUCED, _NO_CITY, _PARTICLES = word_set(INTRODUCED), word_set(NO_CITY), word_set(PARTICLES)
_COUNTRIES = WordTable(COUNTRIES)
_NUMBERED = WordTable({kind: row for kind, row in NAMES.items() if kind != "postcode"})

#: Pieces are parted by commas and lines, and by a full stop behind a whole word.
_APART = re.compile(r"[,;\n،؛]|(?<=[^\W\d_]{4})[.!?؟](?=\s|$)")
_WORD = re.compile(r"[^\s,;]+")
_POSTCODE = re.compile(
    r"(?<![\w-])(?:lv-\d{4}|\d{5}-\d{3}|\d{4}-\d{3}|\d{2}-\d{3}|\d{10}|\d{5,6}|\d{4} [a-z]{2}"
    r"|\d{3} \d{2}|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2})(?![\w-])"
)
_EDGE = " .:-\u2013\u2014()\"'«»“”"


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two commas: from where to where, as written and folded."""

    start: int
    end: int
    shown: str
    plain: str

    def head(self, end: int) -> "_Piece":
        """What of it stands before that."""
        return _Piece(self.start, self.start + end, self.shown[:end], self.plain[:end])

    @property
    def words(self) -> Sequence[str]:
        return [each.strip(_EDGE) for each in _WORD.findall(self.plain) if each.strip(_EDGE)]


def addresses(plain: str, shown: str) -> Iterator[Span]:
    """Every whole address of a text; `plain` is the text folded."""
    pieces = list(_pieces(plain, shown))
    end = 0
    for place, piece in enumerate(pieces):
        found = _POSTCODE.search(piece.plain)
        if found is None or piece.start < end or _is_another(piece.plain[: found.start()]):
            continue
        address = _around(pieces, place, found.span())
        if address is not None:
            yield address
            end = address.end


def _pieces(plain: str, shown: str) -> Iterator[_Piece]:
    start = 0
    for found in [*_APART.finditer(plain), None]:
        end = len(plain) if found is None else found.start()
        if plain[start:end].strip():
            yield _Piece(start, end, shown[start:end], plain[start:end])
        start = end if found is None else found.end()


def _is_another(before: str) -> bool:
    """Whether the number behind these words is an order's or a phone's."""
    words = [each.strip(_EDGE) for each in before.split()[-3:]]
    return any(_NUMBERED.get(each) is not None for each in words)


def _around(pieces: Sequence[_Piece], place: int, code: tuple[int, int]) -> Span | None:
    """The address of which that is the postcode: its street and city stand beside it."""
    piece = pieces[place]
    street = _street(piece.head(code[0]))
    if street is None or not _has_number(street.shown):
        behind = range(max(0, place - _PIECES + 1), place)
        ahead = range(place + 1, min(len(pieces), place + _PIECES))
        street = _street_of(pieces, behind, place) or _street_of(pieces, ahead, len(pieces))
    if street is None:
        return None
    used = {place, *street.places}
    city = _city(piece.shown[code[1] :])
    if not city and place not in street.places:
        city = _city(_left_of(piece, code))
    if not city:
        city, at = _city_beside(pieces, used)
        used |= {at} if city else set()
    if not city:
        return None
    country, at = _country(pieces, used)
    used.add(at)
    postcode = folded(piece.shown[slice(*code)]).upper()
    others = [
        pieces[each].start for each in used - street.places if not _holds(pieces[each], street)
    ]
    begin = min([street.start, *others])
    stop = max(pieces[each].end for each in used)
    return Span(begin, stop, Address(street.shown, postcode, city, country).value)


def _holds(piece: _Piece, street: "_Street") -> bool:
    return piece.start <= street.start < piece.end


@dataclass(frozen=True, slots=True)
class _Street:
    """A street with its number: where it begins, and the pieces that it stands in."""

    shown: str
    start: int
    places: frozenset[int] = frozenset()


def _street_of(pieces: Sequence[_Piece], places: Sequence[int], last: int) -> _Street | None:
    """The street of these pieces, the nearest to their end, with all that belongs to it."""
    for at in reversed(places):
        street = _street(pieces[at])
        if street is None:
            continue
        shown, taken = street.shown, {at}
        for following in range(at + 1, min(last, at + 3)):
            if not _belongs(pieces[following]):
                break
            shown = f"{shown} {_tidy(pieces[following].shown)}"
            taken.add(following)
        if _has_number(shown) and len(shown) <= _LONGEST:
            return _Street(shown, street.start, frozenset(taken))
    return None


def _has_number(street: str) -> bool:
    return any(map(str.isdecimal, folded(street)))


def _belongs(piece: _Piece) -> bool:
    """Whether a piece goes on with a street: "д. 5", "پلاک ۱۲", "3º B", "7"."""
    words = piece.words
    if not words or len(words) > _CITY or _POSTCODE.search(piece.plain):
        return False
    return words[0] in _WITHIN or words[0][0].isdigit()


def _street(piece: _Piece) -> _Street | None:
    """The street in a piece, without what leads up to it."""
    words = [(each.start(), each[0].strip(_EDGE)) for each in _WORD.finditer(piece.plain)]
    first = _first(piece, words)
    if first is None:
        return None
    shown = _tidy(piece.shown[words[first][0] :])
    fits = len(words) - first <= _STREET and len(shown) <= _LONGEST
    return _Street(shown, piece.start + words[first][0]) if fits else None


def _first(piece: _Piece, words: Sequence[tuple[int, str]]) -> int | None:
    """Which word a street begins with; None where there is none."""
    for place, (start, word) in enumerate(words):
        if word in _BEFORE or _ends_as_street(word):
            return place
        if word in _POSTPOSED and place:
            return place - 1
        if word in _BEHIND and place:
            return _numbered_before(words, place)
        said = piece.plain[start:].lstrip(word)
        if word in _INTRODUCED and said[:1] == ":" and words[place + 1 :]:
            return place + 1
    return None


def _numbered_before(words: Sequence[tuple[int, str]], place: int) -> int:
    """The house number before a street's name, or the last word of the name."""
    for at in range(place - 1, max(-1, place - 5), -1):
        if words[at][1][:1].isdigit():
            return at
    return place - 1


def _ends_as_street(word: str) -> bool:
    return any(word.endswith(each) and len(word) > len(each) for each in _ENDINGS)


def _names_street(plain: str) -> bool:
    words = [each.strip(_EDGE) for each in plain.split()]
    return any(each in _BEFORE | _BEHIND or _ends_as_street(each) for each in words)


def _city(shown: str) -> str:
    """The city that stands behind a postcode, or alone; empty for what is none.

    Where there are capital letters, words without one go on with a sentence: "Madrid instead".
    """
    words: list[str] = []
    for each in _tidy(shown.rpartition(":")[2]).split():
        bare = folded(each.strip(_EDGE))
        if not bare.replace("-", "").isalpha() or bare in _NO_CITY or _COUNTRIES.get(bare):
            break
        if words and not _is_name(each) and bare not in _PARTICLES:
            break
        words.append(each.strip(_EDGE))
    while words and folded(words[-1]) in _PARTICLES:
        words.pop()
    name = " ".join(words)
    plain = folded(name)
    is_one = 0 < len(words) <= _CITY and len(name) <= _LONGEST and _is_name(name)
    return name if is_one and not _names_street(plain) and not _is_introduced(plain) else ""


def _is_introduced(plain: str) -> bool:
    return not _INTRODUCED.isdisjoint(plain.split())


def _is_name(name: str) -> bool:
    """Whether it is written as names are: where there are capital letters, with one."""
    return name[:1].isupper() or name[:1].lower() == name[:1].upper()


def _left_of(piece: _Piece, code: tuple[int, int]) -> str:
    """What stands before a postcode in its piece, without the words that announce it."""
    words = piece.shown[: code[0]].split()
    return " ".join(each for each in words if folded(each).strip(_EDGE) not in _POSTAL)


def _city_beside(pieces: Sequence[_Piece], used: Collection[int]) -> tuple[str, int]:
    """The city in a piece that stands between the others, or right before or behind them."""
    first, last = min(used), max(used)
    between = [at for at in range(first, last + 1) if at not in used]
    for at in (*between, last + 1, first - 1):
        if 0 <= at < len(pieces) and (city := _city(pieces[at].shown)):
            return city, at
    return "", first


def _country(pieces: Sequence[_Piece], used: Collection[int]) -> tuple[str, int]:
    """The country in the last piece or the one behind it; empty where nobody named it."""
    last = max(used)
    for at in (last, last + 1):
        for word in pieces[at].words if at < len(pieces) else ():
            if country := _COUNTRIES.get(word):
                return country, at
    return "", last


def _tidy(shown: str) -> str:
    return " ".join(shown.split()).strip(_EDGE)
