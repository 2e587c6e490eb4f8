"""Working time: exact over weekends, holidays, breaks and nights with another length."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.sla.calendar import DAY, Calendar, NeverOpen, Span

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
MADRID = ZoneInfo("Europe/Madrid")
WEEKDAYS: tuple[Span, ...] = ((9 * 60, 14 * 60), (15 * 60, 18 * 60))
OFFICE = Calendar(
    MADRID,
    (*(WEEKDAYS,) * 5, (), ()),
    frozenset({date(2026, 12, 8), date(2026, 12, 25)}),
)
#: Zones whose clocks change at night, at midnight, by half an hour, never, and by a whole day once.
ZONES = (
    "UTC",
    "Europe/Madrid",
    "America/New_York",
    "America/Asuncion",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Pacific/Apia",
    "Atlantic/Azores",
)
BEGINNING = datetime(2010, 1, 1, tzinfo=UTC)
END = datetime(2030, 1, 1, tzinfo=UTC)


def at(zone: ZoneInfo, *wall: int, fold: int = 0) -> datetime:
    return datetime(*wall, tzinfo=zone, fold=fold)  # type: ignore[misc, arg-type]


def test_nights_breaks_and_weekends_do_not_count() -> None:
    """From Friday 17:00 to Monday 15:30 there are six and a half hours of work."""
    start, end = at(MADRID, 2026, 11, 20, 17), at(MADRID, 2026, 11, 23, 15, 30)
    assert OFFICE.between(start, end) == timedelta(hours=6, minutes=30)
    assert OFFICE.after(start, timedelta(hours=6, minutes=30)) == end
    assert OFFICE.between(end, start) == timedelta(0)


def test_a_holiday_is_closed() -> None:
    """Monday 17:00 and four hours of work, with the eighth of December between: Wednesday 12:00."""
    start = at(MADRID, 2026, 12, 7, 17)
    assert OFFICE.after(start, 4 * HOUR) == at(MADRID, 2026, 12, 9, 12)
    assert OFFICE.next_opening(at(MADRID, 2026, 12, 7, 18)) == at(MADRID, 2026, 12, 9, 9)
    assert OFFICE.next_opening(at(MADRID, 2026, 12, 9, 14, 30)) == at(MADRID, 2026, 12, 9, 15)
    assert OFFICE.next_opening(start) == start


def test_a_moment_of_no_work_is_now() -> None:
    """Also while nobody is at work; a target that is used up lies not in the future."""
    night = at(MADRID, 2026, 11, 21, 3)
    assert OFFICE.after(night, timedelta(0)) == night
    assert OFFICE.after(night, -HOUR) == night


@pytest.mark.parametrize(
    ("day", "hours"),
    [((2026, 3, 28), 8), ((2026, 3, 29), 7), ((2026, 10, 25), 9)],
)
def test_a_night_is_as_long_as_it_is(day: tuple[int, int, int], hours: int) -> None:
    """From 22:00 to 6:00, over the night before, the shorter and the longer one of 2026."""
    nights = Calendar(MADRID, (((0, 6 * 60), (22 * 60, DAY)),) * 7)
    end = at(MADRID, *day, 6)
    start = datetime.combine(end.date() - timedelta(days=1), end.time(), MADRID).replace(hour=22)
    assert nights.between(start, end) == hours * HOUR
    assert nights.after(start, hours * HOUR) == end


def test_hours_that_begin_in_the_hour_that_is_left_out() -> None:
    """At 2:30 of that night it is 3:00 at once, and half of a shift to 3:15 is left."""
    short = Calendar(MADRID, (((150, 195),),) * 7)
    night = at(MADRID, 2026, 3, 29, 0)
    assert short.next_opening(night) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert short.between(night, night + 6 * HOUR) == 15 * MINUTE


def test_hours_that_meet_in_the_hour_that_comes_twice() -> None:
    """Whichever 2:30 it is, nothing counts twice and nothing is left out."""
    split = Calendar(MADRID, (((0, 150), (150, DAY)),) * 7)
    start = at(MADRID, 2026, 10, 25, 0)
    for minutes in range(0, 300, 7):
        later = start.astimezone(UTC) + minutes * MINUTE
        assert split.between(start, later) == minutes * MINUTE


def test_a_calendar_that_never_opens_says_so() -> None:
    """It is refused when its file is read; were it not, nobody would count for ever."""
    shut = Calendar(MADRID, ((),) * 7)
    with pytest.raises(NeverOpen):
        shut.after(BEGINNING, HOUR)
    with pytest.raises(NeverOpen):
        shut.next_opening(BEGINNING)
    assert shut.between(BEGINNING, BEGINNING + timedelta(days=30)) == timedelta(0)


@st.composite
def weeks(draw: st.DrawFn) -> tuple[tuple[Span, ...], ...]:
    """Any hours with an opening somewhere, also in the middle of a night."""

    def day() -> tuple[Span, ...]:
        edges = sorted(draw(st.sets(st.integers(0, DAY), max_size=6)))
        return tuple(zip(edges[::2], edges[1::2], strict=False))

    week = [day() for _ in range(7)]
    week[draw(st.integers(0, 6))] = ((draw(st.integers(0, 600)), draw(st.integers(601, DAY))),)
    return tuple(week)


moments = st.datetimes(
    BEGINNING.replace(tzinfo=None), END.replace(tzinfo=None), timezones=st.just(UTC)
)
calendars = st.builds(
    Calendar,
    st.sampled_from(ZONES).map(ZoneInfo),
    weeks(),
    st.frozensets(st.dates(BEGINNING.date(), END.date()), max_size=5),
)
works = st.timedeltas(timedelta(0), timedelta(hours=60))
spans = st.timedeltas(timedelta(0), timedelta(days=20))


@given(calendars, moments, works)
def test_counting_on_and_counting_back_agree(
    calendar: Calendar, start: datetime, work: timedelta
) -> None:
    """So much later, exactly so much has passed, to the microsecond."""
    end = calendar.after(start, work)
    assert calendar.between(start, end) == work
    if work:
        assert calendar.between(start, end - timedelta(microseconds=1)) < work


@given(calendars, moments, spans, spans)
def test_no_time_is_lost_between(
    calendar: Calendar, start: datetime, first: timedelta, second: timedelta
) -> None:
    """Two stretches are as long as both together, and none is longer than it lasts."""
    middle, end = start + first, start + first + second
    whole = calendar.between(start, end)
    assert calendar.between(start, middle) + calendar.between(middle, end) == whole
    assert timedelta(0) <= whole <= end - start


@settings(max_examples=300)
@given(st.sampled_from(ZONES).map(ZoneInfo), moments, spans)
def test_who_never_closes_counts_real_time(
    zone: ZoneInfo, start: datetime, span: timedelta
) -> None:
    """Whatever the clocks on the wall do meanwhile."""
    assert Calendar(zone).between(start, start + span) == span


@given(calendars, moments)
def test_it_is_open_when_it_opens(calendar: Calendar, moment: datetime) -> None:
    """The next opening is the first moment at which time counts."""
    opening = calendar.next_opening(moment)
    assert calendar.between(moment, opening) == timedelta(0)
    assert calendar.between(opening, opening + MINUTE) > timedelta(0)


@given(calendars, moments, st.floats(0, 1))
def test_every_closed_stretch_ends_with_its_own_opening(
    calendar: Calendar, start: datetime, part: float
) -> None:
    """No work is done until then, some is right after; on the way there it is the same opening."""
    opening = calendar.next_opening(start)
    assert opening >= start
    assert calendar.between(start, opening) == timedelta(0)
    assert calendar.between(opening, opening + timedelta(microseconds=1)) > timedelta(0)
    assert calendar.next_opening(start + (opening - start) * part) == opening
