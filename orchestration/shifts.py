"""Shifts: stretches of the day, in the desk's own time zone, that come again day after day."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
_DAY = timedelta(days=1)


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


def _passed(moment: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks there have shown that moment, or one after it."""
    shown = now.astimezone(zone).replace(tzinfo=None)
    return shown >= moment or moment.replace(tzinfo=zone).astimezone(UTC) <= now
