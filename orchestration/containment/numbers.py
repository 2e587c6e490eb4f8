"""Numbers that are secrets: of cards, of bank accounts, of telephones.

Texts come with ASCII digits in place of those of other scripts. What is returned are places, start
and end.
"""

import re
from collections.abc import Iterator

Place = tuple[int, int]

#: What people and programs write between the digits of one number; what nobody sees, too.
_GAP = r"[\s.·•_/\-‐-―−\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{0,3}"  # noqa: RUF001
_RUN = re.compile(rf"[0-9](?:{_GAP}[0-9])*")
_GROUP = re.compile(r"[0-9]+")

#: How the numbers of cards begin: the schemes of the world, with some room. No year of this century
#: does, and no time in milliseconds.
_ISSUED = re.compile(r"[3-6]|2[2-7]|8[126]|9[1789]")
#: Cards of airlines begin with a 1, and have 15 digits.
_AIRLINES, _OF_AIRLINES = "1", 15
_SHORTEST, _LONGEST = 13, 19
#: A number after a plus may have so many digits; a card has more, and no plus.
_TELEPHONE = 15

_IBAN = re.compile(  # looked for everywhere: what is none may hold the beginning of one
    r"(?<![A-Za-z0-9\0])(?=([A-Za-z]{2}[0-9]{2}(?:[ \u00a0\u202f-]?[A-Za-z0-9]){11,30})"
    r"(?![A-Za-z0-9\0]))"
)
_IBAN_END = re.compile(r"[A-Za-z0-9](?![A-Za-z0-9])")
_SHORTEST_IBAN = 15

#: Abroad: after a plus or 00. At home: with brackets, a 0 or an 8 in front, or in groups.
_PHONE = re.compile(
    r"(?:\+[1-9](?:[ ().-]{0,2}[0-9]){8,14}"
    r"|\([0-9]{2,4}\)(?:[ -]?[0-9]){7,9}"
    r"|(?<![\w+.,:/\0-])(?!(?:19|20)[0-9]{2}-[0-9]{2}-)"
    r"(?:00[1-9](?:[ ().-]{0,2}[0-9]){8,14}"
    r"|(?:0|8[ -]?)\(?[0-9](?:[ ()-]{0,2}[0-9]){7,10}"
    r"|(?=(?:[ -]?[0-9]){9,13}(?![0-9]))[1-9][0-9]{1,3}(?:[ -][0-9]{2,5}){2,4}))"
    r"(?![\w:\0])"
)


def cards(text: str) -> Iterator[Place]:
    """Every number of 13 to 19 digits that a card may have, whatever stands between its digits.

    It begins and ends where digits do: a longer number is none, and holds none.
    """
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= _SHORTEST:
            groups = [found.span() for found in _GROUP.finditer(text, run.start(), run.end())]
            dialled = text[run.start() - 1 : run.start()] == "+"
            yield from _cards_among(text, groups, dialled=dialled)


def _cards_among(text: str, groups: list[Place], *, dialled: bool) -> Iterator[Place]:
    first = 0
    while first < len(groups):
        last = _longest_card(text, groups, first, dialled=dialled and first == 0)
        if last is not None:
            yield groups[first][0], groups[last][1]
            first = last
        first += 1


def _longest_card(text: str, groups: list[Place], first: int, *, dialled: bool) -> int | None:
    """The group with which the longest card ends that begins with group `first`."""
    begins = groups[first][0]
    airlines = text[begins] == _AIRLINES
    if not airlines and not _ISSUED.match(text[begins] + _second(text, groups, first)):
        return None
    single = doubled = count = 0  # Luhn's sum if the last digit counts once, and if it counts twice
    found = None
    for last in range(first, len(groups)):
        for digit in map(int, text[slice(*groups[last])]):
            single, doubled = doubled + digit, single + sum(divmod(2 * digit, 10))
            count += 1
            if count > _LONGEST:
                return found
        fits = count == _OF_AIRLINES if airlines else count >= _SHORTEST
        if fits and single % 10 == 0 and not (dialled and count <= _TELEPHONE):
            found = last
    return found


def _second(text: str, groups: list[Place], first: int) -> str:
    start, end = groups[first]
    if end - start > 1:
        return text[start + 1]
    return text[groups[first + 1][0]] if first + 1 < len(groups) else ""


def ibans(text: str) -> Iterator[Place]:
    """Every account number whose check digits are right, in groups or in one piece."""
    reached = 0
    for found in _IBAN.finditer(text):
        start, end = found.span(1)
        ends = [each.end() for each in _IBAN_END.finditer(text, start, end)]
        whole = next((each for each in reversed(ends) if _is_iban(text[start:each])), None)
        if whole is not None and start >= reached:
            yield start, whole
            reached = whole


def _is_iban(number: str) -> bool:
    """ISO 13616: letters count from 10, the first four stand last, and 97 leaves 1."""
    signs = [char for char in number if char.isalnum()]
    if len(signs) < _SHORTEST_IBAN:
        return False
    return int("".join(str(int(char, 36)) for char in signs[4:] + signs[:4])) % 97 == 1


def phones(text: str) -> Iterator[Place]:
    """What is dialled; a long number without any sign of that is an order, or an invoice."""
    return (found.span() for found in _PHONE.finditer(text))
