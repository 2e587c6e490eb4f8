"""Values as a schema allows them, for trying an expression before a customer's case does.

Only what the expression looks up is made up, so that few samples meet most of its ways: fields that
may be missing or null, lists with nothing in them, each word of a choice, and numbers at and beside
those that the expression names. The same expression meets the same samples.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from orchestration.actions.expressions import Expression, ExpressionFailed, Names
from orchestration.actions.kinds import kinds
from orchestration.actions.paths import ENTRY, Path, Scan
from orchestration.schemas import Json, Schema

#: So many samples an expression is tried on.
SAMPLES = 80
#: No JSON, but what `now` is.
TIMESTAMP = "timestamp"

_SEED = 7
_SMALL, _GREAT = 0, 1_000_000_000
_DAYS = ("2026-01-15", "2024-02-29", "2026-12-31")
_MOMENTS = ("2026-01-15T08:30:00+00:00", "2026-12-31T23:59:59Z")
_NOW = datetime(2026, 1, 15, 8, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Failing:
    """An expression failed on values as the schemas allow them: which, shortly, and why."""

    reason: str
    sample: Mapping[str, Json]


def failing(
    expression: Expression, schema: Schema, literals: frozenset[str | int], *, condition: bool
) -> Failing | None:
    """The first sample of its names on which it fails; a `condition` must be true or false."""
    for sample in samples(schema, literals):
        names = Names(sample)
        try:
            if condition:
                expression.holds(names)
            else:
                expression.value(names)
        except ExpressionFailed as error:
            return Failing(error.reason, sample)
    return None


def looked_up(scanned: Scan, known: Mapping[str, Schema]) -> Schema:
    """What is known of the names of an expression, as far as it looks them up."""
    used = sorted(path for path in scanned.used if path[0] in known)
    whole: Schema = {"type": "object", "properties": known, "required": list(known)}
    return _narrowed(whole, used) if used else {"type": "object"}


def samples(schema: Schema, literals: frozenset[str | int]) -> Iterator[Mapping[str, Json]]:
    """What names may hold, each once; `literals` are what the expression names itself."""
    maker = _Maker(Random(_SEED), literals)
    seen = set()
    for _ in range(SAMPLES):
        made = maker.value(schema)
        if isinstance(made, Mapping) and repr(made) not in seen:
            seen.add(repr(made))
            yield made


def _narrowed(schema: Schema, used: Iterable[Path]) -> Schema:
    """The schema with only what is on one of these ways; whole where a way ends."""
    paths = list(used)
    if not all(paths):
        return schema
    possible = []
    for each in kinds(schema):
        if each.get("type") == "object" and isinstance(each.get("properties"), Mapping):
            possible.append(_object(each, paths))
        elif each.get("type") == "array" and isinstance(each.get("items"), Mapping):
            inner = [path[1:] for path in paths if path[0] == ENTRY]
            items = each["items"]
            if inner and isinstance(items, Mapping):
                possible.append({**each, "items": _narrowed(items, inner)})
            else:
                possible.append(each)
        else:
            possible.append(each)
    return {"anyOf": possible} if possible else schema


def _object(schema: Schema, paths: Sequence[Path]) -> Schema:
    properties = schema.get("properties")
    named = properties if isinstance(properties, Mapping) else {}
    left = {
        name: _narrowed(inner, [path[1:] for path in paths if path[0] == name])
        for name, inner in named.items()
        if any(path[0] == name for path in paths) and isinstance(inner, Mapping)
    }
    return {**schema, "properties": left}


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes values up; texts and numbers of the expression are among them where they fit."""

    chance: Random
    hints: frozenset[str | int]

    def value(self, schema: Schema) -> Json:
        possible = kinds(schema)
        if not possible:
            return "x"
        return self._of(self.chance.choice(possible))

    def _of(self, schema: Schema) -> Json:
        enum = [schema["const"]] if "const" in schema else schema.get("enum")
        if isinstance(enum, Sequence) and schema.get("type") != "null":
            return self.chance.choice([each for each in enum if each is not None] or [None])
        match schema.get("type"):
            case "object":
                return self._object(schema)
            case "array":
                return self._list(schema)
            case kind:
                return self.chance.choice(self._plain(str(kind), schema))

    def _plain(self, kind: str, schema: Schema) -> Sequence[Json]:
        match kind:
            case "integer" | "number":
                return self._numbers(schema)
            case "string":
                return self._texts(schema)
            case "boolean":
                return (True, False)
            case _:
                return (_NOW if kind == TIMESTAMP else None,)

    def _object(self, schema: Schema) -> Json:
        properties, required = schema.get("properties"), schema.get("required")
        named = properties if isinstance(properties, Mapping) else {}
        needed = set(required) if isinstance(required, Sequence) else set()
        return {
            name: self.value(inner)
            for name, inner in named.items()
            if name in needed or self.chance.random() < 0.5  # noqa: PLR2004 - either
        }

    def _list(self, schema: Schema) -> Json:
        items, least = schema.get("items"), _whole(schema.get("minItems"), 0)
        most = _whole(schema.get("maxItems"), max(least, 2))
        inner = items if isinstance(items, Mapping) else {}
        count = self.chance.randint(least, min(most, least + 2))
        return [self.value(inner) for _ in range(count)]

    def _numbers(self, schema: Schema) -> list[int]:
        least = _whole(schema.get("exclusiveMinimum"), _SMALL - 1) + 1
        least = _whole(schema.get("minimum"), least)
        most = _whole(schema.get("exclusiveMaximum"), _GREAT + 1) - 1
        most = _whole(schema.get("maximum"), most)
        named = [each for each in sorted(map(str, self.hints)) if each.isdecimal()]
        beside = [int(each) + step for each in named for step in (-1, 0, 1)]
        fit = [each for each in beside if least <= each <= most]
        return [least, max(least, most), *fit]

    def _texts(self, schema: Schema) -> Sequence[str]:
        given = schema.get("examples")
        if isinstance(given, Sequence) and given:
            return [str(each) for each in given]
        if schema.get("format") == "date":
            return _DAYS
        if schema.get("format") == "date-time":
            return _MOMENTS
        hinted = sorted(each for each in self.hints if isinstance(each, str))
        least, most = _whole(schema.get("minLength"), 0), _whole(schema.get("maxLength"), 200)
        usual = ["x" * max(least, 1), "x" * least]
        return [*usual, *(each for each in hinted if least <= len(each) <= most)]


def _whole(value: Json, otherwise: int) -> int:
    usable = isinstance(value, int | float) and not isinstance(value, bool)
    return int(value) if usable and isinstance(value, int | float) else otherwise
