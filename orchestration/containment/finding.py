"""Which stretches of a text are secrets.

Digits of every script count as digits. A doubt about a card means that it is one; about anything
else, that it is none. Work grows with the text, and no faster.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from orchestration.containment import keys, numbers


class Kind(StrEnum):
    """What a secret is."""

    KEY = "key"
    IBAN = "iban"
    CARD = "card"
    PASSWORD = "password"  # noqa: S105 - a kind of secret, not one
    EMAIL = "email"
    PHONE = "phone"


#: What is masked at every desk.
ALWAYS = frozenset({Kind.KEY, Kind.IBAN, Kind.CARD, Kind.PASSWORD})
#: What is masked where the desk's owner says so.
BY_SETTING = frozenset({Kind.EMAIL, Kind.PHONE})

#: Each looks where those before it found nothing: a key may hold a card's digits, and a password
#: may be one.
_WAYS: Mapping[Kind, Callable[[str], Iterator[tuple[int, int]]]] = {
    Kind.KEY: keys.keys,
    Kind.IBAN: numbers.ibans,
    Kind.CARD: numbers.cards,
    Kind.PASSWORD: keys.passwords,
    Kind.EMAIL: keys.emails,
    Kind.PHONE: numbers.phones,
}
#: Stands where something was found; nothing is found across it.
_BLANK = "\0"


class Found(NamedTuple):
    """A secret in a text: from where to where, and what it is; `plain` has ASCII digits."""

    start: int
    end: int
    kind: Kind
    plain: str


class _Digits(dict[int, int]):
    """Every script's digits, as they are met; other characters stay what they are."""

    def __missing__(self, code: int) -> int:
        digit = unicodedata.decimal(chr(code), None)
        self[code] = code if digit is None else ord("0") + digit
        return self[code]


_DIGITS = _Digits()


def secrets_in(
    text: str, kinds: Collection[Kind], known: Iterable[tuple[int, int]] = ()
) -> list[Found]:
    """The secrets of these kinds, in their order; none overlaps another, or a place of `known`."""
    plain = _blanked(text.translate(_DIGITS), known)
    found: list[Found] = []
    for kind, look in _WAYS.items():
        if kind in kinds:
            places = list(look(plain))
            found += [Found(start, end, kind, plain[start:end]) for start, end in places]
            plain = _blanked(plain, places)
    return sorted(found)


def _blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with its length, and nothing in these places."""
    parts, reached = [], 0
    for start, end in places:
        parts += [text[reached:start], _BLANK * (end - start)]
        reached = end
    return "".join([*parts, text[reached:]])
