"""An action's arguments as people type them, `name=value`, and as they are offered to be copied.

Where its tool takes a text, whatever is typed is that text: an order 4711 is no number. Elsewhere
numbers, true, false, null, and JSON in brackets or quotes are what they look like.
"""

import json
import math
import re
import shlex
from collections.abc import Iterator, Mapping

from orchestration.errors.actions import BadArguments
from orchestration.schemas import Arguments, Json, Schema, properties

#: As JSON writes them: 007 is a word.
_AMOUNT = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: Mapping[str, Json] = {"true": True, "false": False, "null": None}
_TEXT, _NULL = "string", "null"


def read(words: str, takes: Schema, form: str) -> Arguments:
    """The pairs as a shell splits them, for a tool that takes these.

    Raises `BadArguments`, which shows the `form` to write it in.
    """
    try:
        pairs = [each.partition("=") for each in shlex.split(words)]
    except ValueError:
        raise BadArguments(form=form) from None
    if not pairs or not all(name and equals for name, equals, _ in pairs):
        raise BadArguments(form=form)
    return {name: _value(value, _kinds(takes, name)) for name, _, value in pairs}


def written(arguments: Arguments, takes: Schema) -> str:
    """The same, so that reading it gives the same again."""
    return " ".join(
        f"{name}={shlex.quote(_written(value, _kinds(takes, name)))}"
        for name, value in arguments.items()
    )


def _written(value: Json, kinds: frozenset[str]) -> str:
    """A value as it is typed: JSON where it is no plain word."""
    if isinstance(value, str) and _value(value, kinds) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _value(typed: str, kinds: frozenset[str]) -> Json:
    """What was typed where a tool takes values of these kinds; any, where none are known."""
    is_text = _TEXT in kinds and kinds <= {_TEXT, _NULL}
    if is_text and typed[:1] != '"':
        return None if typed == _NULL and _NULL in kinds else typed
    if typed in _WORDS:
        return _WORDS[typed]
    if typed[:1] not in {"[", "{", '"'} and not _AMOUNT.fullmatch(typed):
        return typed
    try:
        value: Json = json.loads(typed, parse_constant=_finite, parse_float=_finite)
        json.dumps(value, ensure_ascii=False).encode()  # half a letter cannot be kept
    except (ValueError, RecursionError):
        return typed
    return value


def _kinds(takes: Schema, name: str) -> frozenset[str]:
    """The kinds of values that a tool takes there, as its schema names them."""
    return frozenset(_named(properties(takes).get(name)))


def _named(schema: Json) -> Iterator[str]:
    if not isinstance(schema, Mapping):
        return
    kind, either = schema.get("type"), schema.get("anyOf")
    yield from (kind,) if isinstance(kind, str) else kind if isinstance(kind, list) else ()
    for each in either if isinstance(either, list) else ():
        yield from _named(each)


def _finite(number: str) -> float:
    """A number; raises `ValueError` for one that JSON does not know."""
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value
