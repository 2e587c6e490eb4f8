"""When a person is told: grouped within a minute, after their quiet hours, or once a day."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from orchestration.errors.notices import UnknownTime, UnknownZone
from orchestration.telling.notice import GROUPED, Habits

_TIME = re.compile(r"([01]?\d|2[0-3])(?::([0-5]\d))?", re.ASCII)


def due(habits: Habits, now: datetime, *, needed: bool, patience: timedelta = GROUPED) -> datetime:
    """When a person with these habits is told of what happens `now`, `patience` later at best.

    What is not `needed` of them waits for their digest, where they have one; they chose its time,
    so it comes then, quiet hours or not.
    """
    zone = ZoneInfo(habits.zone)
    if habits.digest is not None and not needed:
        return next_time(habits.digest, now, zone)
    at = now + patience
    if habits.quiet is not None and _within(habits.quiet, at.astimezone(zone).time()):
        return next_time(habits.quiet[1], at, zone)
    return at


def time_named(word: str) -> time:
    """A time of the day as people type it, such as 7, 7:00 or 22:30; raises `UnknownTime`."""
    found = _TIME.fullmatch(word)
    if found is None:
        raise UnknownTime(word=word[:40])
    return time(int(found[1]), int(found[2] or 0))


def hours_named(word: str) -> tuple[time, time]:
    """A stretch of the day such as 22:00-7:00; raises `UnknownTime`, also for an empty one."""
    first, dash, last = word.replace("–", "-").partition("-")  # noqa: RUF001 - phones type it
    hours = time_named(first), time_named(last)
    if not dash or hours[0] == hours[1]:
        raise UnknownTime(word=word[:40])
    return hours


def zone_named(word: str) -> str:
    """A time zone by its name, such as Europe/Madrid; raises `UnknownZone`."""
    try:
        return ZoneInfo(word).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(word=word[:40]) from None


def _within(hours: tuple[time, time], at: time) -> bool:
    first, last = hours
    if first < last:
        return first <= at < last
    return at >= first or at < last  # over midnight


def next_time(of_day: time, after: datetime, zone: ZoneInfo) -> datetime:
    """When the clocks there show that time again; twice a year a day has other hours."""
    day = after.astimezone(zone).date()
    while True:
        at = datetime.combine(day, of_day, zone).astimezone(UTC)
        if at > after:
            return at
        day += timedelta(days=1)
