"""Times as people write them: what is read, what is refused, and when it comes again."""

import contextlib
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts import Texts
from orchestration.errors import DeskError
from orchestration.errors.times import EmptySeries, PastTime, TooFarAway, UnreadableTime
from orchestration.times import Odd, next_after, read, wall
from orchestration.times.lexicon import LANGUAGES
from orchestration.times.reading import without_until

MADRID = "Europe/Madrid"
#: A Saturday, 10:00 in Madrid.
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ZONES = [MADRID, "UTC", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe", "Asia/Kathmandu"]

#: What is written, what the clock in Madrid shows then, and what stands behind it.
READ = [
    ("in 2h", "2026-11-21 12:00", ""),
    ("in 2 hours call mum", "2026-11-21 12:00", "call mum"),
    ("in 1h30m", "2026-11-21 11:30", ""),
    ("90 min tea", "2026-11-21 11:30", "tea"),
    ("half an hour", "2026-11-21 10:30", ""),
    ("tomorrow", "2026-11-22 09:00", ""),
    ("tomorrow 9:00 call @joe", "2026-11-22 09:00", "call @joe"),
    ("tomorrow at 9pm", "2026-11-22 21:00", ""),
    ("9:30 tomorrow", "2026-11-22 09:30", ""),
    ("11:00 mañana", "2026-11-22 11:00", ""),
    ("tomorrow 9:00 in the office", "2026-11-22 09:00", "in the office"),
    ("tomorrow 9:00 no call", "2026-11-22 09:00", "no call"),
    ("fri 14:00", "2026-11-27 14:00", ""),
    ("saturday 9:00", "2026-11-28 09:00", ""),
    ("saturday 11:00", "2026-11-21 11:00", ""),
    ("2026-12-01 check", "2026-12-01 09:00", "check"),
    ("1.12. 10:00", "2026-12-01 10:00", ""),
    ("dec 1 10:00", "2026-12-01 10:00", ""),
    ("3 january", "2027-01-03 09:00", ""),
    ("feb 29", "2028-02-29 09:00", ""),
    ("18:00 tea", "2026-11-21 18:00", "tea"),
    ("18:00\0tea", "2026-11-21 18:00", "tea"),
    ("8:00 tea", "2026-11-22 08:00", "tea"),
    ("in 3 days", "2026-11-24 09:00", ""),
    ("mañana 9:00 llamar", "2026-11-22 09:00", "llamar"),
    ("pasado mañana", "2026-11-23 09:00", ""),
    ("el viernes a las 14:00 revisar", "2026-11-27 14:00", "revisar"),
    ("1 de diciembre", "2026-12-01 09:00", ""),
    ("завтра в 9:00 позвонить", "2026-11-22 09:00", "позвонить"),
    ("через 2 часа", "2026-11-21 12:00", ""),
    ("в понедельник в 9:00", "2026-11-23 09:00", ""),
    ("amanhã às 9:00 ligar", "2026-11-22 09:00", "ligar"),
    ("daqui a 2 horas", "2026-11-21 12:00", ""),
    ("na sexta 14:00", "2026-11-27 14:00", ""),
    ("فردا ساعت ۹:۰۰ تماس", "2026-11-22 09:00", "تماس"),  # noqa: RUF001 - Persian digits
    ("سه شنبه ۱۴:۰۰", "2026-11-24 14:00", ""),  # noqa: RUF001 - Persian digits
    ("in ٢ hours", "2026-11-21 12:00", ""),
]

REFUSED = [
    ("", UnreadableTime),
    ("flarp", UnreadableTime),
    ("1", UnreadableTime),
    ("14", UnreadableTime),
    ("25:00", UnreadableTime),
    ("tomorrow 25:00", UnreadableTime),
    ("tomorrow 9", UnreadableTime),
    ("tomorrow at 9", UnreadableTime),
    ("tomorrow friday", UnreadableTime),
    ("next friday 14:00", UnreadableTime),
    ("fri 12.12.2026", UnreadableTime),
    ("01/12/2026", UnreadableTime),
    ("30 february", UnreadableTime),
    ("2 days ago", UnreadableTime),
    ("yesterday", UnreadableTime),
    ("in 0 minutes", UnreadableTime),
    ("every second", UnreadableTime),
    ("every monday monday", UnreadableTime),
    ("every 0 days", UnreadableTime),
    ("every 2 flarps", UnreadableTime),
    ("every monday until", UnreadableTime),
    ("today 8:00", PastTime),
    ("2026-01-01", PastTime),
    ("2040-01-01", TooFarAway),
    ("in 9999 years", UnreadableTime),
    ("every monday until 2026-11-22", EmptySeries),
]

#: What is written, and its first times in Madrid.
SERIES = [
    ("every monday 9:00 report", ["11-23 09:00", "11-30 09:00"]),
    ("every mon, wed 10:00", ["11-23 10:00", "11-25 10:00", "11-30 10:00"]),
    ("every weekday 8:00", ["11-23 08:00", "11-24 08:00", "11-25 08:00"]),
    ("every 2 weeks", ["12-05 09:00", "12-19 09:00"]),
    ("every day 12:00", ["11-21 12:00", "11-22 12:00"]),
    ("every month 31", ["11-30 09:00", "12-31 09:00", "01-31 09:00", "02-28 09:00"]),
    ("every month", ["12-21 09:00", "01-21 09:00"]),
    ("cada lunes 9:00", ["11-23 09:00", "11-30 09:00"]),
    ("каждый понедельник 9:00", ["11-23 09:00", "11-30 09:00"]),
    ("по пятницам 14:00", ["11-27 14:00", "12-04 14:00"]),
    ("toda segunda às 9:00", ["11-23 09:00", "11-30 09:00"]),
    ("هر دوشنبه ۹:۰۰", ["11-23 09:00", "11-30 09:00"]),  # noqa: RUF001 - Persian digits
]


def times(rule: str | None, zone: str = MADRID, most: int = 50) -> list[datetime]:
    """The first times of a rule on the wall."""
    assert rule is not None
    found: list[datetime] = []
    moment = next_after(rule, zone, NOW)
    while moment is not None and len(found) < most:
        found.append(wall(moment, zone))
        moment = next_after(rule, zone, moment)
    return found


@pytest.mark.parametrize(("words", "shown", "rest"), READ)
def test_what_is_read(words: str, shown: str, rest: str) -> None:
    """In the zone of who wrote it; days count to the morning, hours and minutes from now."""
    reading = read(words, MADRID, NOW)
    assert f"{wall(reading.due_at, MADRID):%Y-%m-%d %H:%M}" == shown
    assert (reading.rest, reading.rule) == (rest, None)


@pytest.mark.parametrize(("words", "why"), REFUSED)
def test_what_is_refused(words: str, why: type[DeskError]) -> None:
    """Rather than guessed: what cannot be, what means two things, what is over or years away."""
    with pytest.raises(why):
        read(words, MADRID, NOW)


@pytest.mark.parametrize(("words", "shown"), SERIES)
def test_what_comes_again(words: str, shown: list[str]) -> None:
    reading = read(words, MADRID, NOW)
    assert [f"{each:%m-%d %H:%M}" for each in times(reading.rule, most=len(shown))] == shown
    assert wall(reading.due_at, MADRID) == times(reading.rule, most=1)[0]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("every monday 9:00 10 times report", 10),
        ("каждый день 5 раз", 5),
        ("todos los lunes 9:00 3 veces", 3),
        ("every monday 9:00 until 2027-01-01 report", 6),
        ("every day until friday", 6),
    ],
)
def test_a_series_with_an_end_ends(words: str, count: int) -> None:
    """After so many times, or with the last day."""
    assert len(times(read(words, MADRID, NOW).rule)) == count


def test_a_recurring_time_stays_on_the_wall_all_year() -> None:
    """9:00 is 9:00 in winter and in summer, though not the same hour of the world."""
    rule = read("every day 9:00", MADRID, NOW).rule
    shown = times(rule, most=366)
    assert {each.hour for each in shown} == {9}
    assert len({each.date() for each in shown}) == 366


def test_a_night_without_that_hour() -> None:
    """It comes as much later as the clocks went forward, once, and the next day in its time."""
    before = datetime(2027, 3, 27, 12, 0, tzinfo=UTC)
    once = read("tomorrow 2:30", MADRID, before)
    assert (wall(once.due_at, MADRID).hour, once.odd) == (3, Odd.SKIPPED)
    daily = read("every day 2:30", MADRID, before)
    assert daily.rule is not None
    second = next_after(daily.rule, MADRID, daily.due_at)
    assert daily.odd is Odd.SKIPPED
    assert second == daily.due_at + timedelta(hours=23)


def test_a_night_with_that_hour_twice() -> None:
    """The first one is meant, and it comes once."""
    before = datetime(2027, 10, 30, 12, 0, tzinfo=UTC)
    daily = read("every day 2:30", MADRID, before)
    assert (daily.due_at, daily.odd) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), Odd.TWICE)
    assert daily.rule is not None
    assert next_after(daily.rule, MADRID, daily.due_at) == daily.due_at + timedelta(hours=25)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_a_refusal_can_be_typed(language: str) -> None:
    """In each language that the desk speaks, by whoever speaks it and by anybody else."""
    said = Texts.load().say("error-unreadable-time", {"words": "x"}, language)
    examples = said.rpartition(": ")[2].split(" · ")
    assert len(examples) >= 6
    for example in examples:
        assert read(example, MADRID, NOW, [language]) == read(example, MADRID, NOW)


def test_the_word_until_may_stand_before() -> None:
    """As people say it of snoozing."""
    assert without_until("until friday") == "friday"
    assert without_until("hasta el viernes") == "el viernes"
    assert without_until("friday") == "friday"


@given(st.text(max_size=200), st.sampled_from(ZONES))
def test_any_text_is_read_or_refused(words: str, zone: str) -> None:
    """By one of the desk's own sentences, and in no time."""
    begun = time.process_time()
    with contextlib.suppress(DeskError):
        assert read(words, zone, NOW).due_at > NOW
    assert time.process_time() - begun < 5  # the first one loads the vocabulary


_NUMBERS = st.integers(0, 40).map(str)
_ENGLISH = "in every tomorrow friday monday day week month until times 9:00 25:99 pm 2026-12-01"
_OTHERS = "31.12. december @joe call ago next cada lunes завтра через часа каждый amanhã فردا هر"
_VOCABULARY = st.sampled_from([*_ENGLISH.split(), *_OTHERS.split()])


@given(st.lists(_VOCABULARY | _NUMBERS, max_size=8).map(" ".join), st.sampled_from(ZONES))
def test_what_is_shown_back_is_what_will_come(words: str, zone: str) -> None:
    """Whatever was read: typed as it is shown, to the minute, it means the same moment."""
    try:
        reading = read(words, zone, NOW)
    except DeskError:
        return
    shown = f"{wall(reading.due_at, zone):%Y-%m-%d %H:%M}"
    assert read(shown, zone, NOW).due_at == reading.due_at
    assert f"{reading.said} {reading.rest}".split() == words.split()
    if reading.rule is not None:
        assert next_after(reading.rule, zone, NOW) == reading.due_at


@given(
    st.sampled_from(ZONES),
    st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.integers(0, 23),
    st.integers(0, 59),
)
def test_a_daily_time_comes_once_a_day_on_the_wall(
    zone: str, moment: datetime, hour: int, minute: int
) -> None:
    """Across every change of the clocks; only a time that is skipped is shown as another."""
    reading = read(f"every day {hour}:{minute:02}", zone, moment)
    assert reading.rule is not None
    days = set()
    for _ in range(40):
        found = next_after(reading.rule, zone, moment)
        assert found is not None
        assert found > moment
        shown = wall(found, zone)
        assert (shown.hour, shown.minute) == (hour, minute) or shown.hour in {hour, hour + 1}
        days.add(shown.date())
        moment = found
    assert len(days) == 40
