"""Until when someone is away: what people type, in their own zone, also when clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.errors.absence import UnknownAbsence
from orchestration.team.absence import LONGEST, Absence, shown, until_named

MADRID = ZoneInfo("Europe/Madrid")
#: A Friday, 10:00 in Madrid.
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("2h", "2026-11-20 12:00"),
        ("90 m", "2026-11-20 11:30"),
        ("3d", "2026-11-23 10:00"),
        ("1w", "2026-11-27 10:00"),
        ("until 18:00", "2026-11-20 18:00"),
        ("18", "2026-11-20 18:00"),
        ("until 9:00", "2026-11-21 09:00"),
        ("until 10:00", "2026-11-21 10:00"),
        ("until Friday", "2026-11-27 00:00"),
        ("until sat", "2026-11-21 00:00"),
        ("until monday 9:30", "2026-11-23 09:30"),
        ("until tomorrow", "2026-11-21 00:00"),
        ("tomorrow 8", "2026-11-21 08:00"),
        ("until 2026-12-01", "2026-12-01 00:00"),
        ("until 2027-07-01 12:00", "2027-07-01 12:00"),
    ],
)
def test_what_people_type(words: str, until: str) -> None:
    """Spans, times, days and dates, as the clocks in their zone show them."""
    found = until_named(words, NOW, MADRID)
    assert found is not None
    assert found.astimezone(MADRID).strftime("%Y-%m-%d %H:%M") == until


def test_alone_it_has_no_end() -> None:
    """They say themselves when they are back."""
    assert until_named("  ", NOW, MADRID) is None
    assert Absence(1).holds(NOW + LONGEST)


@pytest.mark.parametrize(
    "words",
    [
        "until",
        "flarp",
        "0h",
        "-2h",
        "25:00",
        "until 2026-11-20 9:00",
        "2026-02-30",
        "2030-01-01",
        "9999-12-31 23:59",
        "0001-01-01",
        "999w",
        "friday flarp",
        "until until 18:00",
        "٣h",
    ],
)
def test_nonsense_is_refused_with_its_words(words: str) -> None:
    """Also what is past, or further off than a year."""
    with pytest.raises(UnknownAbsence) as refused:
        until_named(words, NOW, MADRID)
    assert refused.value.facts == {"words": words}


@given(
    st.text() | st.from_regex(r"(until )?[a-z0-9:-]{1,12}( \d{1,2}(:\d\d)?)?", fullmatch=True),
    st.integers(-(10**9), 10**9).map(lambda seconds: NOW + timedelta(seconds=seconds)),
    st.sampled_from(["UTC", "Europe/Madrid", "America/Havana", "Asia/Tehran", "Pacific/Apia"]),
)
def test_whatever_is_typed_ends_within_a_year(words: str, now: datetime, zone: str) -> None:
    """Or is refused."""
    try:
        until = until_named(words, now, ZoneInfo(zone))
    except UnknownAbsence:
        return
    assert until is None or now < until <= now + LONGEST


def test_it_ends_by_itself() -> None:
    """In the moment that was said."""
    absence = Absence(1, NOW)
    assert absence.holds(NOW - timedelta(microseconds=1))
    assert not absence.holds(NOW)


def test_a_moment_is_shown_with_its_zone() -> None:
    """The date only where it is another one."""
    assert shown(NOW + timedelta(hours=8), NOW, MADRID) == "18:00 Europe/Madrid"
    assert shown(NOW + timedelta(days=1), NOW, MADRID) == "2026-11-21 10:00 Europe/Madrid"
