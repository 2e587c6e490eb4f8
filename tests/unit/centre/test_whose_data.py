"""The rule of whose data, as a whole table and with answers of every shape."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.ports.tools import Answer, Refusal, ServedTool, ToolFailed, ToolRefused
from orchestration.schemas import Json
from orchestration.specialists.cast import Access, Profile
from orchestration.tools import whose as rule
from orchestration.tools.declared import Checks, OrderCheck, Toolbox, ToolServer, Whose

ANA, BORIS = "C-1", "C-2"
NOBODYS = Whose(nobodys=True)
ARGUMENT = Whose(argument="customer")
OWNER = Whose(owner=("customer", "id"))
BOTH = Whose(argument="customer", owner=("customer", "id"))
DECLARED = {"hours": NOBODYS, "list": ARGUMENT, "find": OWNER, "both": BOTH, "who": NOBODYS}
BOX = Toolbox(
    {"shop": ToolServer("shop", tools=DECLARED)},
    Checks(OrderCheck("shop.who", "order", "postcode", ("customer",))),
)
SCHEMA = {
    "type": "object",
    "properties": {"customer": {"type": "string"}, "order": {"type": "string"}},
    "required": ["customer", "order"],
}
NAMED = dict.fromkeys(("hours", "list", "find", "both", "who", "unknown"), Access.READ)
TOOLS = {f"shop.{name}": access for name, access in NAMED.items()}
ORDERS = Profile("orders", "Orders", "…", "…", tools={**TOOLS, "shop.refund": Access.WRITE})


def served(name: str, *, changes: bool = False) -> ServedTool:
    return ServedTool(name, "…", SCHEMA, changes)


#: Tool, whether its server says that it changes something, the bound record → why it is refused.
TABLE: list[tuple[str, bool, str | None, Refusal | None]] = [
    ("hours", False, None, None),
    ("hours", False, ANA, None),
    ("hours", True, ANA, Refusal.WRITE),
    ("list", False, None, Refusal.NOT_BOUND),
    ("list", False, ANA, None),
    ("list", True, ANA, Refusal.WRITE),
    ("find", False, None, Refusal.NOT_BOUND),
    ("find", False, ANA, None),
    ("both", False, None, Refusal.NOT_BOUND),
    ("both", False, ANA, None),
    ("unknown", False, None, Refusal.UNDECLARED),
    ("unknown", False, ANA, Refusal.UNDECLARED),
    ("who", False, None, Refusal.UNDECLARED),
    ("who", False, ANA, Refusal.UNDECLARED),
    ("refund", False, ANA, Refusal.WRITE),
    ("refund", True, None, Refusal.WRITE),
    ("elsewhere", False, ANA, Refusal.NOT_LISTED),
]


@pytest.mark.parametrize(("tool", "changes", "record", "why"), TABLE)
def test_what_may_be_asked(
    tool: str, *, changes: bool, record: str | None, why: Refusal | None
) -> None:
    """A read is asked only if it is listed, only a read, declared, and of somebody bound."""
    name = f"shop.{tool}"
    if why is None:
        rule.check(ORDERS, BOX, served(tool, changes=changes), name, record)
        return
    with pytest.raises(ToolRefused) as refused:
        rule.check(ORDERS, BOX, served(tool, changes=changes), name, record)
    assert refused.value.why is why
    assert ANA not in str(refused.value)


def test_an_argument_that_the_tool_does_not_have_is_no_protection() -> None:
    """desk.yaml names an argument, the server has another one: then nobody knows whose it is."""
    tool = ServedTool("list", "…", {"properties": {"client": {"type": "string"}}})
    with pytest.raises(ToolRefused) as refused:
        rule.check(ORDERS, BOX, tool, "shop.list", ANA)
    assert refused.value.why is Refusal.UNDECLARED


def test_nobody_sees_the_argument_that_the_desk_fills_in() -> None:
    """The record is neither shown nor asked for; every other argument is."""
    assert rule.shown(SCHEMA, ARGUMENT) == {
        "type": "object",
        "properties": {"order": {"type": "string"}},
        "required": ["order"],
    }
    assert rule.shown(SCHEMA, OWNER) == SCHEMA


def test_the_desk_fills_in_the_record() -> None:
    """From the binding, as text or as the number that the tool wants."""
    filled = rule.filled("shop.list", SCHEMA, ARGUMENT, {"order": "7"}, ANA)
    assert filled == {"order": "7", "customer": ANA}
    numbers = {"properties": {"customer": {"type": "integer"}}}
    assert rule.filled("shop.list", numbers, ARGUMENT, {}, "17") == {"customer": 17}
    # Another number would be another customer.
    assert rule.filled("shop.list", numbers, ARGUMENT, {}, "017") == {"customer": "017"}


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=12), max_size=4), st.just(ANA))
def test_no_words_name_another_customer(words: dict[str, str], record: str) -> None:
    """Whatever a caller writes, the record that is asked for is the bound one, or nothing is."""
    for arguments in (words, {**words, "customer": BORIS}):
        if set(arguments) <= {"order"}:
            filled = rule.filled("shop.list", SCHEMA, ARGUMENT, arguments, record)
            assert filled["customer"] == record
        else:
            with pytest.raises(ToolRefused) as refused:
                rule.filled("shop.list", SCHEMA, ARGUMENT, arguments, record)
            assert refused.value.why is Refusal.ARGUMENTS


#: An answer, and whether it is Ana's where its owner stands at customer.id.
OWNED: list[tuple[Json, bool]] = [
    ({"customer": {"id": ANA}, "order": 4711}, True),
    ({"customer": {"id": BORIS}, "order": 4711}, False),
    ({"customer": {"id": None}}, False),
    ({"customer": {"id": True}}, False),
    ({"customer": {"id": {"id": ANA}}}, False),
    ({"customer": ANA}, False),
    ({"customer": {}}, False),
    ({}, False),
    (None, False),
    (ANA, False),
    ([], False),
    ([{"customer": {"id": ANA}}], True),
    ([{"customer": {"id": ANA}}, {"customer": {"id": BORIS}}], False),
    ([{"customer": {"id": ANA}}, {"order": 4712}], False),
    ([{"customer": {"id": ANA}}, []], True),
    ({"customer": [{"id": ANA}, {"id": BORIS}]}, False),
    ({"customer": []}, False),
]


@pytest.mark.parametrize(("data", "hers"), OWNED)
def test_whose_an_answer_is(data: Json, *, hers: bool) -> None:
    """Hers where it names her and nobody else; an answer that names nobody is nobody's."""
    answer = Answer("whatever its text says", data)
    assert rule.theirs(answer, OWNER, ANA) is hers
    assert not rule.theirs(answer, OWNER, None)
    assert rule.theirs(answer, NOBODYS, None)


def test_an_error_looks_like_nothing_where_owners_are_looked_up() -> None:
    """Such an order, and somebody else's, read the same, or one could ask which there are."""
    assert not rule.theirs(Answer("no such order", error=True), OWNER, ANA)


_ANY_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from([ANA, BORIS, "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["customer", "id", "order"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(_ANY_JSON)
def test_nothing_that_names_another_owner_is_read(data: Json) -> None:
    """Whatever the shape of an answer: where its owner's place holds Boris, Ana gets nothing."""
    owners = list(rule.found(data, ("customer", "id")))
    if rule.theirs(Answer("", data), OWNER, ANA):
        assert set(owners) == {ANA}
    wrapped = [{"customer": {"id": BORIS}}, data]
    assert not rule.theirs(Answer("", wrapped), OWNER, ANA)


@given(_ANY_JSON, st.integers(1, 60))
def test_what_is_kept_is_bounded(data: Json, most: int) -> None:
    """An answer is kept whole or cut, never longer than it may be; what was cut is no JSON."""
    text, kept, cut = rule.kept("shop.find", Answer("?", data), OWNER, most)
    assert len(text) <= most
    assert cut is (len(json.dumps(data, ensure_ascii=False)) > most)
    assert kept == (None if cut else data)


def test_of_an_owned_answer_only_what_was_looked_at_is_kept() -> None:
    """The text beside the JSON may speak of anybody."""
    answer = Answer("Boris, 12 High Street", {"customer": {"id": ANA}})
    text, _, _ = rule.kept("shop.find", answer, OWNER, 1000)
    assert "Boris" not in text


def test_an_error_is_raised_and_its_words_are_bounded() -> None:
    """A tool's own error is no answer."""
    with pytest.raises(ToolFailed) as failed:
        rule.kept("shop.hours", Answer("x" * 100, error=True), NOBODYS, 10)
    assert failed.value.said == "x" * 10
