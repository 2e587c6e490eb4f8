"""What the clock on the wall shows somewhere, and the moment that it means."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Odd(StrEnum):
    """What is odd about a time on the wall, in the nights in which clocks are changed."""

    SKIPPED = "skipped"
    TWICE = "twice"


def at(shown: datetime, zone: str) -> datetime:
    """The moment, in UTC, at which the clocks of a zone show that time.

    A time that is skipped is as far behind the change as it stood before it, one that comes twice
    is the first of both: as calendars do it (RFC 5545, 3.3.5).
    """
    return shown.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def wall(moment: datetime, zone: str) -> datetime:
    """What the clocks of a zone show at that moment, without a zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def odd(shown: datetime, zone: str) -> Odd | None:
    """Whether that time is skipped there, or comes twice."""
    there = ZoneInfo(zone)
    first = shown.replace(tzinfo=there, fold=0).utcoffset() or timedelta()
    second = shown.replace(tzinfo=there, fold=1).utcoffset() or timedelta()
    if first == second:
        return None
    return Odd.SKIPPED if first < second else Odd.TWICE


def dated(moment: datetime, zone: str) -> str:
    """The day and the time that the clocks of a zone show, such as "2026-11-21 10:30 CET"."""
    return written(moment.astimezone(ZoneInfo(zone)))


def timed(moment: datetime, zone: str) -> str:
    """The time alone, such as "10:30 CET"."""
    there = moment.astimezone(ZoneInfo(zone))
    return f"{there:%H:%M} {_zone_name(there)}"


def written(there: datetime) -> str:
    """A moment with the name of the zone that it is in, or how far that is from UTC."""
    return f"{there:%Y-%m-%d %H:%M} {_zone_name(there)}"


def _zone_name(there: datetime) -> str:
    name = there.tzname() or ""
    return f"UTC{name}" if name[:1] in {"+", "-"} else name
