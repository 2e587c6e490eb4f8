"""What people type of an action: what they are offered to copy means just the same."""

import math
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.routers.typed import read, written
from orchestration.actions.action import Action
from orchestration.errors.actions import BadArguments
from orchestration.schemas import Json, Schema

FORM = "/act server.tool name=value"
_TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
_NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_VALUES = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=8,
)
_KINDS = st.sampled_from(["string", "integer", "number", "boolean", "array", "object", "null"])
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
    assert same(read(written({"a": value}, {}), {}, FORM), {"a": value})


def _taking(value: Json) -> st.SearchStrategy[Json]:
    """Schemas of arguments that can have that value, among others."""
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}
    own = "null" if value is None else kinds.get(type(value), "object")
    several = st.lists(_KINDS, max_size=2).map(lambda more: [*more, own])
    return st.one_of(
        st.none(),
        st.just({"type": own}),
        several.map(lambda kinds: {"type": kinds}),
        several.map(lambda kinds: {"anyOf": [{"type": each} for each in kinds]}),
    )


@given(st.dictionaries(_NAMES, _VALUES, min_size=1, max_size=5), st.data())
def test_what_is_copied_and_sent_is_the_same_action(
    arguments: Mapping[str, Json], data: st.DataObject
) -> None:
    """Whatever else its tool takes: what stands fits there, by the gate."""
    named = {name: data.draw(_taking(value)) for name, value in arguments.items()}
    takes: Schema = {"properties": named}
    again = read(written(arguments, takes), takes, FORM)
    assert Action("a.b", again).digest == Action("a.b", arguments).digest
    assert same(again, dict(arguments))


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
        arguments = read(words, {}, FORM)
        assert Action("a.b", arguments).digest
        assert _finite(arguments)


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
    ("words", "meant"),
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
def test_it_is_read_as_people_write(words: str, meant: Mapping[str, Json]) -> None:
    """Words are words, numbers are numbers, and quotes keep together."""
    assert same(read(words, {}, FORM), meant)


@pytest.mark.parametrize(
    ("typed", "schema", "meant"),
    [
        ("4711", {"type": "string"}, "4711"),
        ("4711", {"type": "integer"}, 4711),
        ("4711", {"type": ["integer", "string"]}, 4711),
        ("4711", {"anyOf": [{"type": "string"}, {"type": "null"}]}, "4711"),
        ("null", {"anyOf": [{"type": "string"}, {"type": "null"}]}, None),
        ("null", {"type": "string"}, "null"),
        ("true", {"type": "string"}, "true"),
        ("true", {"type": "boolean"}, True),
        ("[1]", {"type": "string"}, "[1]"),
        ("[1]", {"type": "array"}, [1]),
        ('\\"4711\\"', {"type": "string"}, "4711"),
        ("4711", {}, 4711),
        ("4711", None, 4711),
    ],
)
def test_where_a_text_is_taken_it_is_one(typed: str, schema: Json, meant: Json) -> None:
    """An order number has no quotes when people write it."""
    takes: Schema = {"properties": {"number": schema}}
    assert same(read(f"number={typed}", takes, FORM), {"number": meant})


@pytest.mark.parametrize("words", ["", "  ", "amount", "amount_minor =1", "=3", "a='open", "a=1 b"])
def test_what_is_no_pair_is_refused(words: str) -> None:
    """With the form to write it in."""
    with pytest.raises(BadArguments) as refused:
        read(words, {}, FORM)
    assert refused.value.facts["form"] == FORM
