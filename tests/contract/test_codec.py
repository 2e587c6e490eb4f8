"""Every event, actor and delivery survives the way to JSON and back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.delivery import Body
from orchestration.events import Event, SystemSaid
from orchestration.events.specialists import Advised
from orchestration.people import Actor
from orchestration.sentences import Facts, PublicSentence
from orchestration.status import Status
from storage.codec import ACTOR, BODY, EVENT, Codec

T = TypeVar("T")


#: What a field may hold that holds what a system said.
_JSON = st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.text()))


def _any(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type with every field filled in, also those that have a default."""
    parts = get_args(kind)
    if kind == Facts:
        return _facts()
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: _any(hints[field.name]) for field in fields(kind)})
    if get_origin(kind) is Mapping:
        return st.dictionaries(*map(_any, parts), max_size=3)
    if get_origin(kind) is tuple:
        return st.lists(_any(parts[0]), max_size=3).map(tuple)
    if get_origin(kind) is UnionType:
        return st.one_of([_any(part) for part in parts])
    return _JSON if kind is object else st.from_type(kind)


def _facts() -> st.SearchStrategy[dict[str, object]]:
    statuses = st.sampled_from(Status)
    plain = st.one_of(st.text(), st.integers(), statuses.map(str))
    several = st.lists(statuses, max_size=3).map(tuple)
    return st.dictionaries(st.text(), st.one_of(plain, statuses, several), max_size=4)


def _types(value: object) -> object:
    """The types of facts, because a status equals the word for it."""
    facts: Facts = getattr(value, "facts", {})
    return {
        name: (type(fact), [type(one) for one in fact] if isinstance(fact, tuple) else None)
        for name, fact in facts.items()
    }


def _check(codec: Codec[T], value: T) -> None:
    again = codec.load(codec.dump(value))
    assert again == value
    assert type(again) is type(value)
    assert _types(again) == _types(value)


@given(_any(Event))
def test_events(event: Event) -> None:
    """All kinds of them."""
    _check(EVENT, event)


@given(_any(Body))
def test_deliveries(body: Body) -> None:
    """All kinds of them."""
    _check(BODY, body)


@given(_any(Actor))
def test_actors(actor: Actor) -> None:
    """All kinds of them."""
    _check(ACTOR, actor)


@pytest.mark.parametrize("kind", [*get_args(Event), *get_args(Body), *get_args(Actor)])
def test_every_kind_names_itself(kind: Any) -> None:
    """The column beside the JSON, and the JSON, agree on what it is."""
    (field,) = [field for field in fields(kind) if field.name == "kind"]
    assert get_args(get_type_hints(kind)["kind"]) == (field.default,)


def test_a_status_is_not_a_word() -> None:
    """The wording translates the one and leaves the other alone."""
    facts: Facts = {"status": Status.OPEN, "subject": "open", "none": ()}
    text = EVENT.dump(SystemSaid(PublicSentence.STATUS, facts))
    assert '"facts":{"status":{"status":"open"},"subject":"open","none":{"statuses":[]}}' in text


def test_an_older_event_is_read() -> None:
    """A field that came later has its default, one that went is ignored."""
    old = '{"kind":"released","relieved":5,"gone":true}'
    assert EVENT.load(old).kind == "released"


def test_an_older_proposal_is_words() -> None:
    """From before a write could be named; and one that names it is read as it was said."""
    at = '"evidence":{"kind":"article","source":"a.md#1","title":"A"}'
    event = EVENT.load(
        f'{{"kind":"advised","turn":1,"fate":"advised","actions":[{{"words":"Pay",{at}}},'
        f'{{"words":"Pay",{at},"tool":"billing.refund","arguments":{{"amount_minor":900}}}}]}}'
    )
    assert isinstance(event, Advised)
    assert [(each.tool, each.arguments) for each in event.actions] == [
        ("", {}),
        ("billing.refund", {"amount_minor": 900}),
    ]
