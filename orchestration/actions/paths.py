"""The paths of an expression are held against what is known of its names, before it ever runs.

The library compiles what it cannot follow: a misspelt field behind `||` is silently no obstacle,
and a misspelt word is merely never equal. This reads an expression word by word, knows of each
value what its schema says, and names what cannot be.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache

from orchestration.actions.expressions import FUNCTIONS, MACROS, Token, tokens
from orchestration.actions.kinds import SCALARS, allowed, can_be, item, kinds
from orchestration.schemas import Json, Schema

#: A way into a value: fields, and ENTRY for whatever entry of a list.
Path = tuple[str, ...]
ENTRY = "[]"

#: What CEL itself can call, with a name in front or not.
BUILT_IN = frozenset(
    {"has", "size", "int", "uint", "double", "string", "timestamp", "duration", "matches"}
    | {"contains", "startsWith", "endsWith", "getFullYear", "getMonth", "getDate", "getHours"}
    | {"getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getMinutes"}
)
#: So many answers are kept of what expressions look up.
_KEPT = 2048
_LITERALS = {"true": True, "false": False, "null": None}
_BETWEEN = frozenset({"==", "!=", "<=", ">=", "&&", "||"} | set("+-*/%<>?:"))
_CLOSING = frozenset({")", "]", "}", ","})


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of a stretch of an expression.

    `schema` is None where nothing is known; `path` is where it comes from, empty where it comes
    from no name; `words` are the texts or numbers that it is itself.
    """

    schema: Schema | None = None
    path: Path = ()
    words: tuple[Json, ...] | None = None


@dataclass(slots=True)
class Scan:
    """What is wrong with an expression, what it looks up, and the texts and numbers it holds."""

    mistakes: list[str] = field(default_factory=list)
    used: set[Path] = field(default_factory=set)
    literals: set[str | int] = field(default_factory=set)


def scan(source: str, known: Mapping[str, Schema]) -> Scan:
    """Reads an expression that compiles; `known` has the schema of each name."""
    reader = _Reader(list(tokens(source)), dict(known))
    while reader.left:
        reader.expression()
        reader.close()
    return reader.scan


@lru_cache(_KEPT)
def looks_up(source: str, name: str) -> frozenset[Path] | None:
    """What an expression looks up of a name: fields, or fields of those; None for all of it."""
    used = {path[1:3] for path in scan(source, {name: {}}).used if path[0] == name}
    if any(not path or path[0] == ENTRY for path in used):
        return None
    return frozenset(path[:1] if path[-1] == ENTRY else path for path in used)


@dataclass(slots=True)
class _Reader:
    """Reads the words from left to right; whatever they compare is looked at side by side."""

    words: list[Token]
    scope: dict[str, Schema | None]
    place: int = 0
    scan: Scan = field(default_factory=Scan)
    #: What names that loops give are entries of.
    paths: dict[str, Path] = field(default_factory=dict)

    @property
    def left(self) -> bool:
        return self.place < len(self.words)

    def peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.words[place].source if place < len(self.words) else ""

    def step(self) -> Token:
        word = self.words[self.place]
        self.place += 1
        return word

    def expression(self) -> Value:
        """Terms with signs between them, up to a comma or a closing bracket."""
        value, before, sign = Value(), Value(), ""
        terms = 0
        while self.left and self.peek() not in _CLOSING:
            if self.peek() in _BETWEEN | {"!", "in"}:
                sign = self.step().source
                continue
            value = self._term()
            self._compared(before, sign, value)
            before, sign, terms = value, "", terms + 1
        return value if terms == 1 else Value()

    def _term(self) -> Value:
        value = self._first()
        while self.peek() in {".", "["}:
            if self.step().source == ".":
                name = self.step().source if self.left else ""
                called = self.peek() == "("
                value = self._method(value, name) if called else self._field(value, name)
            else:
                within = self.expression()
                self.close()
                value = self._entry(value, within)
        self._note(value)
        return value

    def _first(self) -> Value:
        word = self.step()
        if word.kind == "text":
            text = word.source[1:-1]
            self.scan.literals.add(text)
            return Value({"type": "string"}, words=(text,))
        if word.kind == "number":
            number = int(word.source) if word.source.isdecimal() else None
            if number is not None:
                self.scan.literals.add(number)
            return Value({"type": "integer"}, words=(number,))
        if word.kind == "name":
            return self._function(word.source) if self.peek() == "(" else self._name(word.source)
        values = list(self._list())
        if word.source == "(":
            return values[0] if len(values) == 1 else Value()
        return Value(words=_all_words(values) if word.source == "[" else None)

    def _list(self) -> Iterator[Value]:
        """What stands in brackets, whose opening one was read."""
        while self.left and self.peek() not in {")", "]", "}"}:
            yield self.expression()
            if self.peek() == ",":
                self.step()
        self.close()

    def close(self) -> None:
        if self.left:
            self.step()

    def _name(self, name: str) -> Value:
        if name in _LITERALS:
            return Value(words=(_LITERALS[name],))
        if name not in self.scope:
            self._wrong(f"there is no {name} here; {_meant(name, self.scope)}")
            return Value()
        return Value(self.scope[name], self.paths.get(name, (name,)))

    def _function(self, name: str) -> Value:
        self.step()
        values = list(self._list())
        known = BUILT_IN | set(FUNCTIONS)
        if name not in known:
            self._wrong(f"there is no function {name}(); {_meant(name, known)}")
        if name == "has" and values and values[0].path:
            self.scan.used.add(values[0].path)
        return Value()

    def _method(self, value: Value, name: str) -> Value:
        self.step()
        self._note(value)
        if name not in MACROS:
            list(self._list())
            if name not in BUILT_IN:
                self._wrong(f"there is no function {name}(); {_meant(name, BUILT_IN | MACROS)}")
            return Value()
        variable = self.step().source if self.left else ""
        if self.peek() == ",":
            self.step()
        kept = (dict(self.scope), dict(self.paths))
        self.scope[variable] = item(value.schema)
        self.paths[variable] = (*value.path, ENTRY) if value.path else ()
        inner = list(self._list())
        self.scope, self.paths = kept
        if name == "filter":
            return replace(value, words=None)
        schema = inner[-1].schema if name == "map" and inner else None
        return Value({"type": "array", "items": schema} if schema else None)

    def _field(self, value: Value, name: str) -> Value:
        possible = [each for each in kinds(value.schema) if each.get("type") != "null"]
        path = (*value.path, name) if value.path else ()
        if not possible:
            return Value(path=path)
        where = _shown(value.path)
        named: dict[str, Json] = {}
        for each in possible:
            if each.get("type") != "object":
                continue
            properties = each.get("properties")
            if not isinstance(properties, Mapping) or each.get("additionalProperties"):
                return Value(path=path)
            named |= properties
        if name in named:
            found = named[name]
            return Value(found if isinstance(found, Mapping) else None, path)
        if named:
            self._wrong(f"there is no {name} in {where}; {_meant(name, named)}")
        elif possible[0].get("type") == "array":
            self._wrong(f"{where} is a list: ask its entries, as in .exists(x, x.{name})")
        else:
            kind = SCALARS.get(str(possible[0].get("type")), "a value")
            self._wrong(f"{where} is {kind} and has no {name}")
        return Value()

    def _entry(self, value: Value, within: Value) -> Value:
        name = within.words[0] if within.words and len(within.words) == 1 else None
        if isinstance(name, str):
            return self._field(value, name)
        self._note(value)
        return Value(item(value.schema), (*value.path, ENTRY) if value.path else ())

    def _compared(self, one: Value, sign: str, other: Value) -> None:
        """Names a word that a value can never be."""
        if sign in {"==", "!="}:
            self._equals(one, other)
            self._equals(other, one)
        elif sign == "in":
            self._equals(one, other)
            if other.path:
                self._equals(Value(item(other.schema), other.path), one)

    def _equals(self, value: Value, other: Value) -> None:
        only = allowed(value.schema) if value.path else None
        for word in other.words or ():
            if only is not None and isinstance(word, str) and word not in only:
                where = _shown(value.path)
                self._wrong(f'{where} is never "{word}"; {_meant(word, only)}')
            elif value.path and not can_be(value.schema, word):
                kind = kinds(value.schema)[0].get("type")
                said = f'"{word}"' if isinstance(word, str) else str(word).lower()
                where = _shown(value.path)
                self._wrong(f"{where} is {SCALARS.get(str(kind), 'a value')}, and never {said}")

    def _note(self, value: Value) -> None:
        if value.path:
            self.scan.used.add(value.path)

    def _wrong(self, words: str) -> None:
        if words not in self.scan.mistakes:
            self.scan.mistakes.append(words)


def _all_words(values: Sequence[Value]) -> tuple[Json, ...] | None:
    if any(each.words is None for each in values):
        return None
    return tuple(word for each in values for word in each.words or ())


def _shown(path: Path) -> str:
    return ".".join(path).replace(f".{ENTRY}", ENTRY) or "this"


def _meant(name: str, known: Mapping[str, object] | Sequence[str] | frozenset[str]) -> str:
    close = get_close_matches(name, list(known), 1)
    return f'did you mean "{close[0]}"?' if close else f"there are {', '.join(sorted(known))}"
