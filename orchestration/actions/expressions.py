"""Expressions in CEL, the Common Expression Language: the conditions of policies and workflows.

The library has no time limit, and enough terms end the process (found by running it, version 0.10):
what an expression may be is bounded before it is compiled. It checks no types either, so whoever
keeps a file runs each of its expressions on samples (`samples`) and scans its paths (`paths`).
Money is integer minor units: the library turns decimals and great integers into floats.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import cel

from orchestration.schemas import Json

#: An expression has so many characters at most, so deep brackets, and so many loops over lists.
LENGTH, DEPTH, LOOPS = 600, 12, 2
#: A list has so many entries at most where an expression goes through it.
ENTRIES = 200
#: What goes through a list, and gives each entry a name.
MACROS = frozenset({"all", "exists", "exists_one", "map", "filter"})

#: So many are kept compiled: a desk's files are read again whenever they change.
_KEPT = 2048

#: What an expression is made of. A text stands for itself, whatever brackets it holds.
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"|(?P<name>[A-Za-z_]\w*)|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\w*)"
    r"|(?P<space>\s+)|(?P<sign>==|!=|<=|>=|&&|\|\||//|[-+*/%<>=!?:.,(){}\[\]])",
    re.ASCII,
)


class BadExpression(Exception):
    """It is no expression, or one that is too large; the words say what to change."""


class ExpressionFailed(Exception):
    """It could not be worked out on these values; `reason` has none of them."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression; `kind` is text, name, number or sign."""

    kind: str
    source: str


def tokens(source: str) -> Iterator[Token]:
    """The words of an expression, without what is between them; raises `BadExpression`.

    Comments and texts with a prefix or of several lines are refused: they would hide from whoever
    counts brackets what the library sees.
    """
    place, before = 0, ""
    while place < len(source):
        found = _TOKEN.match(source, place)
        if found is None:
            msg = f"is no expression: {source[place]!r} stands where it means nothing"
            raise BadExpression(msg)
        kind, word = str(found.lastgroup), found[0]
        if kind == "text" and before in {"text", "name"}:
            msg = "has a text right behind a letter or another text: put a space between them"
            raise BadExpression(msg)
        if word == "//":
            msg = "has a comment: write it behind a # above the expression"
            raise BadExpression(msg)
        if kind != "space":
            yield Token(kind, word)
        place, before = found.end(), kind


def too_long(value: Json) -> bool:
    """Whether it holds a list or map of more entries than an expression goes through."""
    within = [value]
    while within:
        each = within.pop()
        if isinstance(each, dict | list | tuple):
            if len(each) > ENTRIES:
                return True
            within += each.values() if isinstance(each, dict) else each
    return False


def _total(values: Sequence[Json]) -> int:
    """The sum of whole numbers."""
    numbers = [each for each in values if isinstance(each, int) and not isinstance(each, bool)]
    if len(numbers) != len(values):
        msg = "total() adds whole numbers"
        raise TypeError(msg)
    return sum(numbers)


def _days(start: str, end: str) -> int:
    """Days from one day to another, each an ISO date or a moment that begins with one."""
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


#: What expressions can call beside what CEL has.
FUNCTIONS: Mapping[str, Callable[..., Json]] = MappingProxyType({"total": _total, "days": _days})


class Names:
    """Values by name for many expressions: translated for the library once, which takes longest."""

    def __init__(self, values: Mapping[str, Json]) -> None:
        self.failed: list[str] = []
        self.context = cel.Context(variables=dict(values), functions=self._guarded())

    def add(self, values: Mapping[str, Json]) -> None:
        """More values, for expressions that are worked out from now on."""
        self.context.update(dict(values))

    def _guarded(self) -> dict[str, Callable[..., Json]]:
        """Our functions, whose failing is noted: the library prints what they raise, with data."""

        def guarded(name: str, function: Callable[..., Json]) -> Callable[..., Json]:
            def called(*values: Json) -> Json:
                try:
                    return function(*values)
                except (TypeError, ValueError):
                    self.failed.append(f"{name}() cannot be worked out of what it is given")
                    return None

            return called

        return {name: guarded(name, function) for name, function in FUNCTIONS.items()}


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression.

    `source` is how it was written, `roots` the names that it looks up, without what is behind their
    dots, and `calls` the functions, operators among them under names of the library's own.
    """

    source: str
    roots: frozenset[str] = field(compare=False, repr=False)
    calls: frozenset[str] = field(compare=False, repr=False)
    _program: cel.Program = field(compare=False, repr=False)

    @classmethod
    @lru_cache(_KEPT)
    def of(cls, source: str) -> "Expression":
        """Compiles it; raises `BadExpression`."""
        _check_size(source)
        try:
            made = cel.compile(source)
        except ValueError as error:
            said = str(error).splitlines()[0].removeprefix("Failed to parse expression ")
            msg = f"is no expression: {said[-200:]}"
            raise BadExpression(msg) from None
        return cls(source, frozenset(made.variables()), frozenset(made.functions()), made)

    def value(self, names: Names) -> Json:
        """What it comes to with these names; raises `ExpressionFailed`."""
        names.failed.clear()
        try:
            value: Json = self._program.execute(names.context)
        except Exception as error:  # noqa: BLE001 - the library raises what it pleases
            raise ExpressionFailed(names.failed[0] if names.failed else _why(error)) from None
        if names.failed:
            raise ExpressionFailed(names.failed[0])
        return value

    def holds(self, names: Names) -> bool:
        """Whether it is true; raises `ExpressionFailed`, also for what is not true or false."""
        value = self.value(names)
        if not isinstance(value, bool):
            msg = f"it is neither true nor false but a {type(value).__name__}"
            raise ExpressionFailed(msg)
        return value


def values_of(expressions: Mapping[str, Expression], names: Names) -> dict[str, Json]:
    """What each of them comes to with these names; raises `ExpressionFailed`."""
    return {name: each.value(names) for name, each in expressions.items()}


def _check_size(source: str) -> None:
    if len(source) > LENGTH:
        msg = f"has {len(source)} characters; at most {LENGTH} can be followed: make two of it"
        raise BadExpression(msg)
    words = [each.source for each in tokens(source)]
    depth = deepest = 0
    for each in words:
        depth += (each in {"(", "[", "{"}) - (each in {")", "]", "}"})
        deepest = max(deepest, depth)
    loops = sum(
        before == "." and word in MACROS and after == "("
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )
    if deepest > DEPTH:
        msg = f"has {deepest} brackets within each other; at most {DEPTH} can be followed"
    elif loops > LOOPS:
        msg = f"goes through lists more than {LOOPS} times: make two of it"
    else:
        return
    raise BadExpression(msg)


def _why(error: Exception) -> str:
    match error:
        case KeyError(args=(name, *_)):
            return f"there is no {name}"
        case ZeroDivisionError():
            return "it divides by zero"
        case IndexError():
            return "a list has no such entry"
        case TypeError():
            return "it compares or counts things of different kinds"
        case _:
            return " ".join(str(error).split())[:120] or type(error).__name__
