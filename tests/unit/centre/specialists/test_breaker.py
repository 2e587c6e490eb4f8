"""What fails three times in a row rests, is tried by one, and comes back."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from orchestration.specialists.breaker import REST, THRESHOLD, Attempt, Breaker

NOW = datetime(2026, 3, 29, 12, tzinfo=UTC)
TROUBLE = RuntimeError("away")


def _begun(breaker: Breaker, now: datetime = NOW) -> Attempt:
    attempt = breaker.attempt("billing", now)
    assert attempt is not None
    return attempt


def _broken() -> Breaker:
    breaker = Breaker()
    for _ in range(THRESHOLD):
        _begun(breaker).failed(TROUBLE, NOW)
    return breaker


def test_three_in_a_row() -> None:
    """The third one begins the rest, and says so once; others are not touched."""
    breaker = Breaker()
    assert [_begun(breaker).failed(TROUBLE, NOW) for _ in range(3)] == [False, False, True]
    assert breaker.attempt("billing", NOW + REST - timedelta(seconds=1)) is None
    assert breaker.attempt("orders", NOW) is not None


def test_a_success_between_counts_anew() -> None:
    breaker = Breaker()
    for failures in (2, 2, 2):
        assert not any(_begun(breaker).failed(TROUBLE, NOW) for _ in range(failures))
        assert not _begun(breaker).succeeded()


def test_what_was_called_off_counts_for_nothing() -> None:
    """A newer message overtook it, and nothing failed."""
    breaker = Breaker()
    for _ in range(9):
        _begun(breaker).came_to_nothing()
    assert breaker.attempt("billing", NOW) is not None


def test_one_tries_whether_it_is_back() -> None:
    """The others wait for how that ends."""
    breaker = _broken()
    probe = _begun(breaker, NOW + REST)
    assert breaker.attempt("billing", NOW + REST) is None
    assert probe.succeeded()
    assert not _begun(breaker, NOW + REST).succeeded()
    assert breaker.attempt("billing", NOW + REST) is not None


def test_a_failed_try_rests_again() -> None:
    """And is nothing new to anybody."""
    breaker = _broken()
    later = NOW + REST
    assert not _begun(breaker, later).failed(TROUBLE, later)
    assert breaker.attempt("billing", later + REST - timedelta(seconds=1)) is None
    assert _begun(breaker, later + REST).succeeded()


def test_a_try_that_was_called_off_leaves_it_to_the_next() -> None:
    breaker = _broken()
    _begun(breaker, NOW + REST).came_to_nothing()
    assert _begun(breaker, NOW + REST).succeeded()


def test_what_began_before_the_rest_decides_nothing_after_it() -> None:
    """A slow call ends while somebody else tries."""
    breaker = Breaker()
    slow = [_begun(breaker) for _ in range(3)]
    for _ in range(THRESHOLD):
        _begun(breaker).failed(TROUBLE, NOW)
    probe = _begun(breaker, NOW + REST)
    assert not slow[0].succeeded()
    assert not slow[1].failed(TROUBLE, NOW + REST)
    slow[2].came_to_nothing()
    assert breaker.attempt("billing", NOW + REST) is None
    assert probe.succeeded()


@given(st.lists(st.tuples(st.sampled_from(["ok", "fails", "off"]), st.integers(0, 400))))
def test_the_rest_is_as_it_was_counted(steps: list[tuple[str, int]]) -> None:
    """However uses follow each other, it rests after three failures in a row, and not before."""
    breaker, now, failures = Breaker(), NOW, 0
    rests_until = None
    for outcome, seconds in steps:
        now += timedelta(seconds=seconds)
        attempt = breaker.attempt("billing", now)
        assert (attempt is None) == (rests_until is not None and now < rests_until)
        if attempt is None:
            continue
        match outcome:
            case "ok":
                assert attempt.succeeded() == (rests_until is not None)
                failures, rests_until = 0, None
            case "fails":
                failures += 1
                begins = attempt.failed(TROUBLE, now)
                assert begins == (failures == THRESHOLD and rests_until is None)
                if begins or rests_until is not None:
                    failures, rests_until = 0, now + REST
            case _:
                attempt.came_to_nothing()
