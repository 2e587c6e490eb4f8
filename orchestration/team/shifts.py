"""Shifts: stretches of the day, in the desk's own time zone, that come again day after day."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
_DAY = timedelta(days=1)
_SAME_DAY = timedelta(0)
#: Within so many days every weekday comes, also where a zone has left one out.
_LOOKS_AHEAD = 16


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of the day from `begins` until `ends`, which may be on the next day.

    `days` are those on which it begins, with Monday as 0.
    """

    id: str
    begins: time
    ends: time
    days: frozenset[int] = EVERY_DAY

    def runs(self, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it has begun and not yet ended, by the clocks of that zone.

        Where clocks are put back, what was over stays over; where they are put forward, what
        they leave out has come and gone in that moment. So of shifts that follow each other
        exactly one runs at any time.
        """
        today = now.astimezone(zone).date()
        for day in (today - _DAY, today, today + _DAY):
            last = day if self.begins < self.ends else day + _DAY
            begun = _passed(datetime.combine(day, self.begins), now, zone)
            ended = _passed(datetime.combine(last, self.ends), now, zone)
            if day.weekday() in self.days and begun and not ended:
                return True
        return False

    def next_begin(self, now: datetime, zone: ZoneInfo) -> datetime:
        """When it begins next after `now`, by the clocks of that zone, in UTC."""
        return self._next(self.begins, _SAME_DAY, now, zone)

    def next_end(self, now: datetime, zone: ZoneInfo) -> datetime:
        """When it ends next after `now`, by the clocks of that zone, in UTC."""
        return self._next(self.ends, _SAME_DAY if self.begins < self.ends else _DAY, now, zone)

    def _next(self, of_day: time, later: timedelta, now: datetime, zone: ZoneInfo) -> datetime:
        """When the clocks show that time, so much later than a day of its own, or have passed it.

        So it has begun or ended by then, as `runs` sees it.
        """
        today = now.astimezone(zone).date()
        for count in range(-2, _LOOKS_AHEAD):
            day = today + count * _DAY
            moment = datetime.combine(day + later, of_day, zone).astimezone(UTC)
            if day.weekday() in self.days and moment > now:
                return moment
        msg = f"{self.id} has no days"
        raise ValueError(msg)


def _passed(moment: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks there have shown that moment, or one after it."""
    shown = now.astimezone(zone).replace(tzinfo=None)
    return shown >= moment or moment.replace(tzinfo=zone).astimezone(UTC) <= now
