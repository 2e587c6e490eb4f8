"""Expressions as people type them: what is followed, what is refused, and what fails in words."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.actions.expressions import (
    DEPTH,
    ENTRIES,
    LENGTH,
    BadExpression,
    Expression,
    ExpressionFailed,
    Names,
    tokens,
    too_long,
)
from orchestration.actions.paths import scan

VALUES: dict[str, object] = {
    "action": {"cents": 1500, "why": "late", "none": None},
    "lines": [{"n": 1}, {"n": 2}],
    "today": "2026-05-04",
    "now": datetime(2026, 5, 4, tzinfo=UTC),
}


def value(source: str) -> object:
    return Expression.of(source).value(Names(VALUES))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("action.cents + 1", 1501),
        ("total(lines.map(l, l.n))", 3),
        ("total([])", 0),
        ("days('2026-05-01', today)", 3),
        ("days(today, '2026-05-01T23:59:00Z')", -3),
        ("action.why in ['late', '((((((((((((((((']", True),
        ("has(action.none) && action.none == null", True),
        ("lines.exists(l, l.n == 2)", True),
        ("action.why == 'it\\'s // no comment'", False),
    ],
)
def test_what_is_worked_out(source: str, expected: object) -> None:
    """CEL, and two functions more."""
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "is no expression"),
        ("1 +", "is no expression"),
        ("a" * (LENGTH + 1), "at most 600 can be followed"),
        ("(" * (DEPTH + 1) + "1" + ")" * (DEPTH + 1), "13 brackets within each other"),
        ("'(' == " + "[" * 13 + "]" * 13, "13 brackets"),
        ("x.all(a, x.all(b, x.all(c, true)))", "goes through lists more than 2 times"),
        ("x . map ( a , a ) . map ( b , b ) . map ( c , c )", "more than 2 times"),
        ("true // a.map(b, b)", "has a comment"),
        ("x.//\nmap(a, a)", "has a comment"),
        ("r'\\' + x.map(a, a) + 'y'", "right behind a letter"),
        ("b'x'", "right behind a letter"),
        ("'''x''' == y", "right behind a letter or another text"),
        ("'''x\n''' == y", "stands where it means nothing"),
        ("action`x`", "'`' stands where it means nothing"),
        ("a.?b", "is no expression"),
        ("prix > 3€", "'€' stands where it means nothing"),
    ],
)
def test_what_is_refused(source: str, words: str) -> None:
    """With a sentence that says what to change, before the library sees it."""
    with pytest.raises(BadExpression, match=r".") as refused:
        Expression.of(source)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("action.cent > 3", "there is no cent"),
        ("action.cents / 0", "it divides by zero"),
        ("lines[5]", "a list has no such entry"),
        ("action.none > 3", "different kinds"),
        ("action.cents > 1.5 + 1", "different kinds"),
        ("total(['a'])", "total() cannot be worked out"),
        ("total([true])", "total() cannot be worked out"),
        ("days('soon', today)", "days() cannot be worked out"),
        ("days(action.none, today) > 3 || true", "days() cannot be worked out"),
    ],
)
def test_what_cannot_be_worked_out(source: str, reason: str) -> None:
    """It is said why, and nothing of the values is."""
    with pytest.raises(ExpressionFailed, match=r".") as failed:
        value(source)
    assert reason in failed.value.reason
    assert "late" not in failed.value.reason


def test_neither_true_nor_false() -> None:
    """A condition is not whatever is not nothing."""
    for source in ("action.cents", "'true'", "null", "lines"):
        with pytest.raises(ExpressionFailed, match="neither true nor false"):
            Expression.of(source).holds(Names(VALUES))


def test_one_that_failed_does_not_spoil_the_next() -> None:
    """Names are made once for many."""
    names = Names(VALUES)
    with pytest.raises(ExpressionFailed):
        Expression.of("total(['a'])").value(names)
    assert Expression.of("total([1, 2])").value(names) == 3


def test_what_is_too_long_however_deep() -> None:
    """Lists and maps, and no text."""
    assert not too_long({"a": [[1] * ENTRIES, "x" * 10_000]})
    assert too_long({"a": [{"b": [1] * (ENTRIES + 1)}]})
    assert too_long({str(n): n for n in range(ENTRIES + 1)})


WORDS = st.sampled_from(
    [
        *("action", "cents", "why", "none", "lines", "today", "now", "x", "l", "true", "null"),
        *(".", ".", ".", "(", ")", "[", "]", "{", "}", ",", ":", "?", "!", "-", "+", "*", "/", "%"),
        *("==", "!=", "<", ">=", "&&", "||", " in ", " ", "\n", "'late'", '"x"', "'", '"', "\\"),
        *("0", "1", "1500", "9223372036854775807", "1.5", "2u", "0x1F", "1e400"),
        *("has(", "size(", "total(", "days(", "int(", "string(", "timestamp(", "duration("),
        *(".map(l, ", ".filter(l, ", ".exists(l, ", ".all(l, ", ".matches(", "type(", "optional"),
        *("action.cents > 1", "lines.exists(l, l.n == 2)", "//", "r'", "`", "é", "\x00"),
    ]
)


@given(source=st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=80))
def test_whatever_is_typed(source: str) -> None:
    """It is refused, or fails, or has a value; and reading its paths never breaks."""
    try:
        expression = Expression.of(source)
    except BadExpression:
        return
    scan(source, {"action": {"type": "object", "properties": {"cents": {"type": "integer"}}}})
    with suppress(ExpressionFailed):
        expression.value(Names(VALUES))


def test_words_are_all_that_stands_there() -> None:
    """But for what is between them."""
    source = "has( a.b )\n&& a['c d'] >= 1.5e3"
    words = [each.source for each in tokens(source)]
    assert words == ["has", "(", "a", ".", "b", ")", "&&", "a", "[", "'c d'", "]", ">=", "1.5e3"]
