"""What the figures of a measurement mean."""

import pytest

from orchestration.routing.evaluation import Outcome, score


def _outcome(expected: str, called: str) -> Outcome:
    return Outcome(*(frozenset(each.split("+")) - {""} for each in (expected, called)))


def _score(*pairs: tuple[str, str]) -> "tuple[float, float, float | None]":
    result = score([_outcome(*pair) for pair in pairs])
    return result.accuracy, result.macro_f1, result.oos_recall


def test_accuracy_is_the_share_of_messages_that_are_wholly_right() -> None:
    """Of several specialists all must be called and no other."""
    accuracy, _, _ = _score(("a", "a"), ("a+b", "a+b"), ("a+b", "a"), ("a", "a+b"), ("b", ""))
    assert accuracy == pytest.approx(2 / 5)


def test_abstaining_is_right_for_what_is_for_nobody() -> None:
    """Where nothing was for nobody, there is no recall to tell."""
    assert _score(("", ""), ("", "a"), ("a", "a"))[2] == pytest.approx(1 / 2)
    assert _score(("a", ""))[2] is None


def test_macro_f1_is_the_mean_of_those_the_messages_were_for() -> None:
    """Of a: 2 right, 1 missed, 0 too many. Of b: 1 right, 0 missed, 1 too many."""
    assert _score(("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"))[1] == pytest.approx(
        (4 / 5 + 2 / 3) / 2
    )


def test_confusion_counts_who_was_called_instead() -> None:
    """A message of several counts for each of them."""
    outcomes = [_outcome(*pair) for pair in (("a+b", "a+c"), ("a", ""), ("", "c"), ("b", "b"))]
    result = score(outcomes)
    assert result.confusion == {
        ("a", "a"): 1,
        ("b", "c"): 1,
        ("a", ""): 1,
        ("", "c"): 1,
        ("b", "b"): 1,
    }
    assert result.labels == ("", "a", "b", "c")
