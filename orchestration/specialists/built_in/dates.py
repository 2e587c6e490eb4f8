"""Days that a text names, in five languages, seen from the day on which it was written."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from orchestration.specialists.built_in.entity_words import (
    HOME,
    NOBODY,
    PROMISED,
    TO_COME,
    WEEKDAY_CASES,
    WISHES,
)
from orchestration.specialists.built_in.folding import composed, folded
from orchestration.specialists.built_in.spans import Span
from orchestration.specialists.built_in.word_table import WordTable, word_set
from orchestration.times.grammar import MONTHS, WEEKDAYS
from orchestration.times.vocabulary import calendar_words

#: Years of other calendars, and slips of the pen, are no dates that anybody can look up.
FIRST_YEAR, LAST_YEAR = 1990, 2100

_ISO = re.compile(r"(?<![\w.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\w-])", re.ASCII)
_DAY_FIRST = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|o|a|-?\u0435|-?\u0433\u043e)?\.? ?(?:de |of |do )?$"
)
_DAY_AFTER = re.compile(r" (\d{1,2})(?:st|nd|rd|th)?(?![\w:]|[.,]\d)(?! ?(?:am|pm)\b)")
_YEAR = re.compile(r",? ?(?:de |do )?((?:19|20)\d\d)(?![\w-]|[.,]\d)")
_CASES = WordTable(WEEKDAY_CASES)
_TO_COME, _PROMISED = WordTable({"": TO_COME}), WordTable({"": PROMISED})
_WISHES, _HOME, _NOBODY = word_set(WISHES), word_set(HOME), word_set(NOBODY)
_SENTENCE_END, _CLAUSE_END = re.compile(r"[.!?؟\n]"), re.compile(r"[.!?؟\n,;،]")
#: How a word of another meaning is told by the one before it or behind it.
_MORNING = re.compile(r"\b(?:la|esta|cada) $")
_DAY_BEFORE_YESTERDAY = re.compile(r"\bday before $")
_DAY_AFTER_TOMORROW = re.compile(r"\bday after $")
#: "ago", "out" and "set" are months in some languages, and words in others; so is "می".
_NO_MONTHS = frozenset({"ago", "out", "set", "می"})
#: The days of the week that are mere numbers in Portuguese, unless "feira" says which is meant.
_ORDINALS = frozenset({"segunda", "terca", "quarta", "quinta", "sexta"})
_SHORTEST = 4
#: A day without a year is at most so far ahead; further, where a word says that it is to come.
_SOON, _YEAR_AHEAD = timedelta(days=60), timedelta(days=360)
#: No word looks further back than this.
_BACK = 24


def dates(text: str) -> Iterator[Span]:
    """Every day that a folded text names in numbers, as `2026-11-21`.

    03/04/2026 is nobody knows which day.
    """
    for found in _ISO.finditer(text):
        yield from _at(found, found[1], found[3], found[4])
    for found in _DAY_FIRST.finditer(text):
        day, month = found[1], found[3]
        if found[2] == "/" and int(month) > len(MONTHS):
            day, month = month, day
        elif found[2] == "/" and int(day) <= len(MONTHS) and day != month:
            continue
        yield from _at(found, f"20{found[4]}" if len(found[4]) == 2 else found[4], month, day)  # noqa: PLR2004 - of a year


def worded_dates(text: str, written: date) -> Iterator[Span]:
    """Every day that a folded text names in words: today, on Monday, 12 March.

    `written` is when it was. What has no year, and a day of the week, is rather over than still to
    come, unless a word such as "until" says otherwise, or the sentence wishes for something. A day
    on which nobody is at home is none that anybody looks up.
    """
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        return
    known = _calendar()
    for found in _WORD.finditer(text):
        word = found[0].removesuffix("-feira")
        meaning = known.get(word) or _CASES.get(word)
        if meaning in MONTHS and found[0] not in _NO_MONTHS:
            yield from _month(text, found, MONTHS.index(meaning) + 1, written)
        elif meaning is not None and _nobody_is_home(_around(text, found, _CLAUSE_END)):
            continue
        elif meaning in WEEKDAYS:
            yield from _weekday(text, found, WEEKDAYS.index(meaning), written)
        elif meaning is not None and meaning not in MONTHS:
            yield from _relative(text, found, int(meaning), written)


def _calendar() -> dict[str, str]:
    return {folded(composed(word)): meaning for word, meaning in calendar_words().items()}


def _at(found: re.Match[str], year: str, month: str, day: str) -> Iterator[Span]:
    with suppress(ValueError):
        named = date(int(year), int(month), int(day))
        if FIRST_YEAR <= named.year <= LAST_YEAR:
            yield Span(found.start(), found.end(), named.isoformat())


def _month(text: str, found: re.Match[str], month: int, written: date) -> Iterator[Span]:
    before = _DAY_BEFORE.search(text[max(0, found.start() - _BACK) : found.start()])
    after = None if before else _DAY_AFTER.match(text, found.end())
    day = before or after
    if day is None:
        return
    start = found.start() - len(before[0]) if before else found.start()
    end = after.end() if after else found.end()
    year = _YEAR.match(text, end)
    if year:
        with suppress(ValueError):
            yield Span(start, year.end(), date(int(year[1]), month, int(day[1])).isoformat())
        return
    before_it = text[max(0, start - _BACK) : start].split()[-2:]
    latest = written + (_YEAR_AHEAD if _comes(before_it) else _SOON)
    near = []
    for each in (written.year - 1, written.year, written.year + 1):
        with suppress(ValueError):
            near.append(date(each, month, int(day[1])))
    if near := [each for each in near if each <= latest]:
        yield Span(start, end, max(near).isoformat())


def _weekday(text: str, found: re.Match[str], weekday: int, written: date) -> Iterator[Span]:
    rest = text[found.end() : found.end() + _BACK].lstrip(" ")
    if len(found[0]) < _SHORTEST or (found[0] in _ORDINALS and rest[:1].isalpha()):
        return
    before = text[max(0, found.start() - _BACK) : found.start()].split()[-2:]
    if _comes(before) or _wishes(_around(text, found, _SENTENCE_END)):
        days = (weekday - written.weekday() - 1) % 7 + 1
    else:
        days = -((written.weekday() - weekday - 1) % 7 + 1)
    yield Span(found.start(), found.end(), (written + timedelta(days=days)).isoformat())


def _relative(text: str, found: re.Match[str], days: int, written: date) -> Iterator[Span]:
    before = text[max(0, found.start() - _BACK) : found.start()]
    if found[0] == "manana" and _MORNING.search(before):
        return
    for further in (_DAY_BEFORE_YESTERDAY, _DAY_AFTER_TOMORROW):
        if further.search(before):
            days += 1 if days > 0 else -1
    with suppress(OverflowError):
        yield Span(found.start(), found.end(), (written + timedelta(days=days)).isoformat())


def _around(text: str, found: re.Match[str], end: re.Pattern[str]) -> Sequence[str]:
    """The words of the sentence, or the clause, that it stands in."""
    first = max((each.end() for each in end.finditer(text, 0, found.start())), default=0)
    last = end.search(text, found.end())
    return _WORD.findall(text[first : last.start() if last else len(text)])


def _wishes(words: Sequence[str]) -> bool:
    promised = any(_PROMISED.get(word) is not None for word in words)
    return not promised and not _WISHES.isdisjoint(words)


def _nobody_is_home(words: Sequence[str]) -> bool:
    return not _HOME.isdisjoint(words) and not _NOBODY.isdisjoint(words)


def _comes(words: Sequence[str]) -> bool:
    """Whether one of the words says that what follows is still to come."""
    return any(_TO_COME.get(word) is not None for word in words)
