"""What comes again and again: a small grammar, and rules as calendars write them (RFC 5545).

A rule is kept as text, `DTSTART` and `RRULE`, in the time on the wall: so "every monday 9:00" is at
9:00 in winter and in summer.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, rrulestr

from orchestration.times.grammar import MORNING, WEEKDAYS, Wall, clock, number, once
from orchestration.times.lexicon import TIMES, UNTIL, without_workday
from orchestration.times.local import at, wall
from orchestration.times.vocabulary import in_english

#: Nobody means more, and nothing here counts for ever.
MOST_TIMES = 1000
MOST_APART = 366

#: How often a rule comes, in dateutil's words.
Pattern = dict[str, Any]


def next_after(rule: str, zone: str, moment: datetime) -> datetime | None:
    """When the rule comes next after that moment, in UTC; None when it has come to its end."""
    shown = wall(moment, zone)
    # A time that is skipped stands behind its own place, by an hour or so.
    for each in _parsed(rule).xafter(shown - timedelta(days=1)):
        found = at(each, zone)
        if found > moment:
            return found
    return None


def series(words: Sequence[str], language: str, now: datetime) -> str | None:
    """The rule that the words after "every" mean at `now` on the wall, or None.

    That is days of the week, every so many days, weeks or months, or a day of the month; then a
    time; then how often, or until when. A rule without any time left is empty.
    """
    split = _end(list(words), language, now)
    if split is None:
        return None
    words, end = split
    words, workdays = without_workday(words)
    taken = clock(in_english(" ".join(words), language).split())
    if taken is None:
        return None
    of_day, tokens = taken
    pattern = _workdays(tokens) if workdays else _pattern(tokens, now)
    if pattern is None:
        return None
    return _starting(pattern, of_day or MORNING, end, now)


def _end(words: list[str], language: str, now: datetime) -> tuple[list[str], Pattern] | None:
    """The words without how often or until when, and that."""
    if len(words) > 1 and words[-1] in TIMES:
        count = number(words[-2])
        if count is None or not 1 <= count <= MOST_TIMES:
            return None
        return words[:-2], {"count": count}
    for place, word in enumerate(words):
        if word in UNTIL:
            last = once(in_english(" ".join(words[place + 1 :]), language), now)
            if not isinstance(last, Wall):
                return None
            return words[:place], {"until": datetime.combine(last.shown, time(23, 59, 59))}
    return words, {}


def _workdays(tokens: Sequence[str]) -> Pattern | None:
    return None if tokens else {"freq": WEEKLY, "byweekday": range(5)}


def _pattern(tokens: Sequence[str], now: datetime) -> Pattern | None:
    numbers = [each for each in map(number, tokens) if each is not None]
    units = [token for token in tokens if number(token) is None]
    amount = numbers[0] if numbers else 1
    if len(numbers) > 1 or not 1 <= amount <= MOST_APART:
        return None
    match units:
        case ["day" | "week" as unit]:
            return {"freq": DAILY if unit == "day" else WEEKLY, "interval": amount}
        case ["month"] if numbers and tokens[0] == "month":
            return _monthly_on(amount)
        case ["month"]:
            return {"freq": MONTHLY, "interval": amount, **_day_of_month(now.day)}
        case _:
            return _on_days(units) if not numbers else None


def _on_days(tokens: Sequence[str]) -> Pattern | None:
    if not tokens or not set(tokens) <= set(WEEKDAYS) or len(set(tokens)) < len(tokens):
        return None
    return {"freq": WEEKLY, "byweekday": sorted(map(WEEKDAYS.index, tokens))}


def _monthly_on(day: int) -> Pattern | None:
    longest = 31
    return {"freq": MONTHLY, **_day_of_month(day)} if 1 <= day <= longest else None


def _day_of_month(day: int) -> Pattern:
    """That day; in a month that is too short its last one."""
    shortest = 28
    if day <= shortest:
        return {"bymonthday": day}
    return {"bymonthday": range(shortest, day + 1), "bysetpos": -1}


def _starting(pattern: Pattern, of_day: time, end: Pattern, now: datetime) -> str:
    """The rule from its first time on, which is what counting and "every second" go by."""
    today = datetime.combine(now.date(), of_day)
    first = rrule(dtstart=today, **pattern).after(now)
    if first is None or ("until" in end and end["until"] < first):
        return ""
    return str(rrule(dtstart=first, **pattern, **end))


def _parsed(rule: str) -> rrule:
    parsed = rrulestr(rule)
    if not isinstance(parsed, rrule):
        msg = f"{rule!r} is no single rule"
        raise TypeError(msg)
    return parsed
