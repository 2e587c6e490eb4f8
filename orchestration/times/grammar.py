"""What a run of calendar words means, to the last of them, or nothing.

The words are those of `vocabulary.in_english`. Days and dates count to the morning where no hour is
named, hours and minutes count from now.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

#: What is due on a day is due then, unless an hour is named.
MORNING = time(9)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SPANS = frozenset({"hour", "minute"})
_UNITS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "year": relativedelta(years=1),
}

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(am|pm)?", re.ASCII)
#: "9:30 pm" and "9 pm" as one word each.
_HALF = re.compile(r"(?<!\S)(\d{1,2}:\d{2}) (am|pm)(?!\S)", re.ASCII)
_HALF_HOUR = re.compile(r"(?<!\S)(\d{1,2}) (am|pm)(?!\S)", re.ASCII)
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wall:
    """A time on the wall; `settled` where the words name the very day, which may be over."""

    shown: datetime
    settled: bool = True


def once(words: str, now: datetime) -> Wall | timedelta | None:
    """The time that the words mean at `now` on the wall: on the wall itself, or from now on."""
    tokens = words.split()
    taken = clock(tokens)
    if taken is None:
        return None
    of_day, rest = taken
    if not rest:
        return None if of_day is None else _next_time(of_day, now)
    if of_day is None:
        span = _span(rest)
        if span is not None:
            return span
    return _day(rest, of_day or MORNING, now)


def clock(tokens: Sequence[str]) -> tuple[time | None, list[str]] | None:
    """The time of the day that tokens name, and the others; None when they name two or a wrong one.

    That is 14:00, 9 am or 9:30 pm.
    """
    words = _HALF.sub(r"\1\2", _HALF_HOUR.sub(r"\1:00\2", " ".join(tokens))).split()
    named = [each for each in words if ":" in each or each in {"am", "pm"}]
    if len(named) > 1:
        return None
    of_day = _time_of_day(named[0]) if named else None
    if named and of_day is None:
        return None
    return of_day, [each for each in words if each not in named]


def _time_of_day(named: str) -> time | None:
    found = _CLOCK.fullmatch(named)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), found[3]
    if half and not 1 <= hour <= 12:  # noqa: PLR2004 - hours of half a day
        return None
    return time(hour % 12 + 12 * (half == "pm") if half else hour, minute)


def number(token: str) -> int | None:
    """A small whole number."""
    return int(token) if _NUMBER.fullmatch(token) else None


def names_a_day(words: str) -> bool:
    """Whether the words name a day or a month by themselves, or make a time one of the past."""
    split = words.split()
    named = {*WEEKDAYS, *MONTHS, "ago"}.intersection(split)
    return bool(named) or split[:1] == ["in"]


def _next_time(of_day: time, now: datetime) -> Wall:
    shown = datetime.combine(now.date(), of_day)
    return Wall(shown if shown > now else shown + timedelta(days=1), settled=False)


def _span(tokens: Sequence[str]) -> timedelta | None:
    """Hours and minutes, such as "in 1 hour 30 minute"."""
    tokens = tokens[1:] if tokens[0] == "in" else tokens
    pairs = list(zip(tokens[::2], tokens[1::2], strict=False))
    units = [unit for _, unit in pairs]
    if len(tokens) % 2 or not pairs or not _SPANS.issuperset(units) or len(set(units)) < len(units):
        return None
    amounts = [number(amount) for amount, _ in pairs]
    if any(amount is None for amount in amounts):
        return None
    span = timedelta(
        **{f"{unit}s": amount or 0 for unit, amount in zip(units, amounts, strict=True)}
    )
    return span or None


def _day(tokens: Sequence[str], of_day: time, now: datetime) -> Wall | None:
    match list(tokens):
        case ["in", amount, unit] | [amount, unit] if unit in _UNITS:
            count = number(amount)
            if count is None:
                return None
            with suppress(ValueError, OverflowError):
                return Wall(datetime.combine(now.date() + count * _UNITS[unit], of_day))
            return None
        case [weekday] if weekday in WEEKDAYS:
            ahead = (WEEKDAYS.index(weekday) - now.weekday()) % 7
            shown = datetime.combine(now.date() + timedelta(days=ahead), of_day)
            return Wall(shown if shown > now else shown + timedelta(days=7), settled=False)
        case [weekday, *dated] if weekday in WEEKDAYS:
            wall = _date(dated, of_day, now)
            # One that is not on that day is a slip of the pen, and nobody knows of which.
            return wall if wall and wall.shown.weekday() == WEEKDAYS.index(weekday) else None
        case dated:
            return _date(dated, of_day, now)


def _date(tokens: Sequence[str], of_day: time, now: datetime) -> Wall | None:
    """A day of a month by name, as 2026-12-01 or as 1.12.2026; slashes mean two things."""
    match list(tokens):
        case [written]:
            iso, dotted = _ISO.fullmatch(written), _DOTTED.fullmatch(written)
            if iso is not None:
                return _wall(int(iso[1]), int(iso[2]), int(iso[3]), of_day, now)
            if dotted is not None:
                year = int(dotted[3]) if dotted[3] else None
                return _wall(year, int(dotted[2]), int(dotted[1]), of_day, now)
            return None
        case [month, day, *year] if month in MONTHS:
            return _day_of(month, [day, *year], of_day, now)
        case [day, month, *year] if month in MONTHS:
            return _day_of(month, [day, *year], of_day, now)
        case _:
            return None


def _day_of(month: str, written: Sequence[str], of_day: time, now: datetime) -> Wall | None:
    """A day of a month, with its year or without."""
    numbers = [number(each) for each in written]
    match numbers:
        case [int(day)]:
            return _wall(None, MONTHS.index(month) + 1, day, of_day, now)
        case [int(day), int(year)]:
            return _wall(year, MONTHS.index(month) + 1, day, of_day, now)
        case _:
            return None


def _wall(year: int | None, month: int, day: int, of_day: time, now: datetime) -> Wall | None:
    """That day; without a year the next one there is, for which leap years may be waited."""
    years = [year] if year is not None else range(now.year, now.year + 9)
    for each in years:
        with suppress(ValueError):
            shown = datetime.combine(date(each, month, day), of_day)
            if year is not None or shown > now:
                return Wall(shown)
    return None
