"""Business hours: when a team is at work, and how much of that lies between two moments.

All arithmetic is on moments in UTC; a team's wall clock only says where its hours begin and end.
So a night with a daylight-saving change is as long as it really is.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

#: A stretch of a day in minutes after midnight, up to 24 hours.
Span = tuple[int, int]
#: An open stretch of time, both ends in UTC.
Stretch = tuple[datetime, datetime]

DAY = 24 * 60
_ALL_DAY: tuple[Span, ...] = ((0, DAY),)
_ONE_DAY = timedelta(days=1)
_NOTHING = timedelta(0)
#: So far ahead is looked for open hours. No working time of a service level is longer.
_HORIZON = 10 * 366


class NeverOpen(Exception):
    """A calendar does not open for as long as was asked of it within ten years."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a team is at work: its hours on each weekday, Monday first, in its own zone.

    The spans of a day are in order and do not overlap. `closed` holds the days on which nobody is
    at work, whatever weekday they are.
    """

    zone: ZoneInfo
    week: tuple[tuple[Span, ...], ...] = (_ALL_DAY,) * 7
    closed: Container[date] = frozenset()

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between two moments; none when the end is before the start."""
        worked = _NOTHING
        for opens, closes in self._open_from(start):
            if opens >= end:
                break
            worked += min(closes, end) - max(opens, start)
        return worked

    def after(self, start: datetime, work: timedelta) -> datetime:
        """The first moment, in UTC, by which so much working time has passed since `start`.

        Raises `NeverOpen` for a calendar that is closed for good.
        """
        if work <= _NOTHING:
            return start.astimezone(UTC)
        for opens, closes in self._open_from(start):
            begin = max(opens, start)
            if closes - begin >= work:
                return (begin + work).astimezone(UTC)
            work -= closes - begin
        raise NeverOpen

    def next_opening(self, at: datetime) -> datetime:
        """When the team is next at work, in UTC; `at` itself where it is. Raises `NeverOpen`."""
        for opens, _ in self._open_from(at):
            return max(opens, at).astimezone(UTC)
        raise NeverOpen

    def _open_from(self, moment: datetime) -> Iterator[Stretch]:
        """The open stretches that end after a moment, in order, for as long as anybody looks."""
        # A day whose midnight falls into an hour that comes twice may seem to begin twice.
        first = moment.astimezone(self.zone).date() - _ONE_DAY
        for days in range(_HORIZON):
            day = first + days * _ONE_DAY
            if day in self.closed:
                continue
            for opens, closes in self.week[day.weekday()]:
                stretch = self._moment(day, opens), self._moment(day, closes)
                if stretch[0] < stretch[1] and stretch[1] > moment:
                    yield stretch

    def _moment(self, day: date, minute: int) -> datetime:
        """When the wall clock first shows that time of that day, or has passed over it.

        Of an hour that comes twice it is the first one. A time that the clock leaps over is the
        moment of the leap. So later times are never earlier moments, and no span overlaps another.
        """
        if minute == DAY:
            day, minute = day + _ONE_DAY, 0
        wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=self.zone)
        found = wall.astimezone(UTC)
        if found.astimezone(self.zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
            return found
        return self._leap(wall.replace(fold=1).astimezone(UTC), found)

    def _leap(self, before: datetime, after: datetime) -> datetime:
        """The moment, to the second, at which the zone's offset changes between these two."""
        offset = before.astimezone(self.zone).utcoffset()
        while after - before > timedelta(seconds=1):
            middle = before + (after - before) // 2
            middle = middle.replace(microsecond=0)
            if middle.astimezone(self.zone).utcoffset() == offset:
                before = middle
            else:
                after = middle
        return after
