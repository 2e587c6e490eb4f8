"""What people type of an action: what they are offered to copy means just the same."""

import math
import shlex
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.routers.actions import _arguments, _as_command, _value, _written
from orchestration.actions.action import Action
from orchestration.errors.actions import BadArguments
from orchestration.schemas import Json
from orchestration.timeline import EntryRef
from tests.contract.cases import undertaking

FORM = "/act server.tool name=value"
_TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
_NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_VALUES = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=8,
)
_NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.\-]{0,20}", fullmatch=True)


def same(one: Json, other: Json) -> bool:
    """Equal and of the same kind."""
    return repr(one) == repr(other)


@given(_VALUES)
@example("12")
@example(12)
@example(1.5)
@example("1.5")
@example(10**30)
@example("true")
@example('"quoted"')
@example("[no list")
@example("it's\n“so” \\ #1 ~ $HOME")
@example("٣")
@example("")
@example(-0.0)
@example(1e300)
def test_a_value_comes_back_as_it_was(value: Json) -> None:
    """Of the same kind, whatever it looks like."""
    (read,) = shlex.split(_written(value))
    assert same(_value(read), value)


@given(st.dictionaries(_NAMES, _VALUES, min_size=1, max_size=5))
def test_what_is_copied_and_sent_is_the_same_action(arguments: Mapping[str, Json]) -> None:
    """The button offers a command; unchanged it names exactly what stands."""
    stands = undertaking(EntryRef(1, 12))
    stands.action = Action(stands.action.tool, arguments)
    head, number, words = _as_command(stands).split(" ", 2)
    assert (head, number) == ("/amend", "12")
    read = _arguments(words, FORM)
    assert Action(stands.action.tool, read).digest == stands.action.digest
    assert same(read, dict(arguments))


@given(st.text() | st.from_regex(r"""([a-z]+=["'\[{\\]?[^ ]{0,9} ?){1,4}"""))
@example('a="\\"\\ud800\\""')
@example("a=[NaN]")
@example("a=[1e999]")
@example("a=" + "[" * 5000)
@example("a=" + "9" * 5000)
@example("a=[" + "9" * 5000 + "]")
@example("=1")
@example("a")
@example("")
def test_nothing_that_is_typed_breaks_anything(words: str) -> None:
    """It is read, or refused in a sentence; what is read can be kept and be told apart."""
    with suppress(BadArguments):
        read = _arguments(words, FORM)
        assert Action("a.b", read).digest
        assert _finite(read)


def _finite(value: Json) -> bool:
    match value:
        case float():
            return math.isfinite(value)
        case dict():
            return all(_finite(each) for each in value.values())
        case list():
            return all(_finite(each) for each in value)
        case _:
            return True


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("invoice_number=I-1 amount_minor=990", {"invoice_number": "I-1", "amount_minor": 990}),
        ("reason='too late' day=2026-11-22", {"reason": "too late", "day": "2026-11-22"}),
        ('order_number="\\"4711\\""', {"order_number": "4711"}),
        ("""order_number='"4711"'""", {"order_number": "4711"}),
        ("a=1 a=2", {"a": 2}),
        ("a== b=x=y", {"a": "=", "b": "x=y"}),
        ("a= b=null c=true d=-3", {"a": "", "b": None, "c": True, "d": -3}),
    ],
)
def test_it_is_read_as_people_write(words: str, read: Mapping[str, Json]) -> None:
    """Words are words, numbers are numbers, and quotes keep together."""
    assert same(_arguments(words, FORM), read)


@pytest.mark.parametrize("words", ["", "  ", "amount", "amount_minor =1", "=3", "a='open", "a=1 b"])
def test_what_is_no_pair_is_refused(words: str) -> None:
    """With the form to write it in."""
    with pytest.raises(BadArguments) as refused:
        _arguments(words, FORM)
    assert refused.value.facts["form"] == FORM
