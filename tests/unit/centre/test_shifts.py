"""Shifts across midnight and across the days on which clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from orchestration.team.shifts import Shift

MADRID = ZoneInfo("Europe/Madrid")
ZONES = ["UTC", "Europe/Madrid", "America/New_York", "America/Havana", "Asia/Tehran"]
ZONES += ["Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"]
NIGHT = Shift("night", time(20), time(8), frozenset({4}))  # the one that begins on Fridays

times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
moments = st.integers(10**9, 2 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@given(st.lists(times, min_size=2, max_size=6, unique=True), moments, st.sampled_from(ZONES))
# Clocks in Madrid are put forward from 2:00 to 3:00, and back from 3:00 to 2:00.
@example([time(2), time(2, 30), time(3)], datetime(2026, 3, 29, 1, 10, tzinfo=UTC), ZONES[1])
@example([time(2), time(2, 30), time(3)], datetime(2026, 10, 25, 1, 10, tzinfo=UTC), ZONES[1])
def test_of_shifts_that_follow_each_other_one_runs(
    bounds: list[time], now: datetime, zone: str
) -> None:
    """At every moment, in every zone, whatever its clocks do: nobody is missing, nobody doubled."""
    ordered = sorted(bounds)
    shifts = [
        Shift(str(first), first, last)
        for first, last in zip(ordered, [*ordered[1:], ordered[0]], strict=True)
    ]
    assert len([shift for shift in shifts if shift.runs(now, ZoneInfo(zone))]) == 1


@pytest.mark.parametrize(
    ("there", "runs"),
    [
        ((2026, 11, 20, 19, 59), False),
        ((2026, 11, 20, 20, 0), True),
        ((2026, 11, 21, 7, 59), True),
        ((2026, 11, 21, 8, 0), False),
        ((2026, 11, 21, 21, 0), False),
        ((2026, 11, 20, 7, 0), False),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(
    there: tuple[int, int, int, int, int], *, runs: bool
) -> None:
    """The shift of Friday goes on into Saturday, and ends there."""
    assert NIGHT.runs(datetime(*there, tzinfo=MADRID), MADRID) is runs


def test_what_was_over_stays_over_when_clocks_go_back() -> None:
    """A shift until 2:30 does not run again when it is 2:10 for the second time."""
    early = Shift("early", time(0), time(2, 30))
    first, second = (
        datetime.combine(date(2026, 10, 25), time(2, 10, fold=fold), MADRID) for fold in (0, 1)
    )
    assert early.runs(first.astimezone(UTC), MADRID)
    assert not early.runs(second.astimezone(UTC), MADRID)


@given(times, times, st.frozensets(st.integers(0, 6), min_size=1), moments, st.sampled_from(ZONES))
def test_by_its_next_end_it_has_ended(
    begins: time, ends: time, days: frozenset[int], now: datetime, zone: str
) -> None:
    """Ends and begins follow within little more than a week; a shift runs until its end."""
    assume(begins != ends)
    shift, there = Shift("a", begins, ends, days), ZoneInfo(zone)
    begin, end = shift.next_begin(now, there), shift.next_end(now, there)
    assert now < begin < now + timedelta(days=9)
    assert now < end < now + timedelta(days=10)
    # In a night of a change a time that is left out, or comes twice, is off by as much.
    assert not shift.runs(end, there) or begin - end <= timedelta(hours=1)
