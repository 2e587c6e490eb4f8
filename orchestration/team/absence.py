"""Being away: until when, in the words that people type."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from orchestration.errors.absence import UnknownAbsence
from orchestration.errors.notices import UnknownTime
from orchestration.telling.habits import next_time, time_named

#: Nobody is away for longer; a date beyond is a slip.
LONGEST = timedelta(days=366)

_SPAN = re.compile(r"(\d{1,3})\s?([mhdw])", re.ASCII)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ABBREVIATED = 3


@dataclass(frozen=True, slots=True)
class Absence:
    """Someone is away: until then, or until they say that they are back."""

    person: int
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether they are still away."""
        return self.until is None or now < self.until


def until_named(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Until when someone is away who types that; None until they are back.

    A span such as `2h`; or `until` with a time, a day of the week, `tomorrow` or a date, and a
    time after it; a day alone means its beginning. Raises `UnknownAbsence` for anything else, for
    what is past, and for more than a year.
    """
    typed = words.lower().split()
    if typed[:1] == ["until"]:
        typed = typed[1:] or [""]
    if not typed:
        return None
    try:
        until = _span(typed, now) or _moment(typed, now, zone)
    except (UnknownTime, ValueError, OverflowError):
        until = now
    if not now < until <= now + LONGEST:
        raise UnknownAbsence(words=words.strip()[:40])
    return until


def shown(until: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment as people read it there: the time, and the date where that is another day."""
    there, today = until.astimezone(zone), now.astimezone(zone).date()
    form = "%H:%M" if there.date() == today else "%Y-%m-%d %H:%M"
    return f"{there.strftime(form)} {zone.key}"


def _span(typed: list[str], now: datetime) -> datetime | None:
    found = _SPAN.fullmatch(" ".join(typed))
    return now + timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None


def _moment(typed: list[str], now: datetime, zone: ZoneInfo) -> datetime:
    word, *rest = typed
    day = _day(word, now.astimezone(zone).date())
    if day is None:
        return next_time(time_named(" ".join(typed)), now, zone)
    at = time_named(" ".join(rest)) if rest else time()
    return datetime.combine(day, at, zone).astimezone(UTC)


def _day(word: str, today: date) -> date | None:
    if _DATE.fullmatch(word):
        return date.fromisoformat(word)
    if word == "tomorrow":
        return today + timedelta(days=1)
    for number, name in enumerate(_DAYS):
        if word in {name, name[:_ABBREVIATED]}:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None
