"""How fast is too fast: exact over any span, and told once."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from orchestration.customers.pace import GATHER, Pace
from orchestration.desk import Flood
from tests.unit.centre.cast import NOW

LIMIT = Flood(messages=3, within=timedelta(minutes=1))
GAPS = st.lists(st.integers(0, 50), max_size=40)


def _paces(gaps: list[int]) -> list[tuple[Pace, int]]:
    """The pace after each message, and when that came, in seconds."""
    pace, at, seen = Pace(7), 0, []
    for gap in gaps:
        at += gap
        pace = pace.wrote(NOW + timedelta(seconds=at), LIMIT)
        seen.append((pace, at))
    return seen


@given(GAPS)
def test_it_counts_what_came_within_the_span(gaps: list[int]) -> None:
    """No more and no less."""
    seen = _paces(gaps)
    for place, (pace, at) in enumerate(seen):
        lately = [then for _, then in seen[: place + 1] if then > at - 60]
        assert len(pace.moments) == len(lately)
        assert pace.floods(NOW + timedelta(seconds=at)) or len(lately) <= LIMIT.messages


@given(GAPS)
def test_whoever_keeps_to_the_limit_waits_for_nothing(gaps: list[int]) -> None:
    """And of a flood no message waits longer than the others that it is shown with."""
    for pace, at in _paces(gaps):
        now = NOW + timedelta(seconds=at)
        if len(pace.moments) > LIMIT.messages:
            assert pace.gathers_until is not None
        if pace.gathers_until is not None:
            assert now < pace.gathers_until <= now + GATHER
            assert pace.flood_until is not None


@given(st.lists(st.integers(20, 200), max_size=30))
def test_honest_writers_never_meet_it(gaps: list[int]) -> None:
    """Three messages a minute are within three messages a minute."""
    assert all(pace.gathers_until is None for pace, _ in _paces(gaps))


def test_it_is_told_again_only_after_a_rest() -> None:
    """A whole span of silence."""
    told = replace(_paces([0, 0, 0, 0])[-1][0], told=True)
    assert told.wrote(NOW + timedelta(seconds=59), LIMIT).told
    assert not told.wrote(NOW + timedelta(seconds=60), LIMIT).told
