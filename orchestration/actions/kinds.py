"""What a schema says that a value can be: its kind, its entries, its only words."""

from collections.abc import Mapping, Sequence

from orchestration.schemas import Json, Schema

#: How people call what is neither an object nor a list.
SCALARS = {"string": "text", "integer": "a number", "number": "a number", "boolean": "yes or no"}


def kinds(schema: Schema | None) -> Sequence[Schema]:
    """The schemas of which a value fits one, null among them; none where nothing is known."""
    if not schema:
        return ()
    for key in ("anyOf", "oneOf"):
        several = schema.get(key)
        if isinstance(several, Sequence):
            return [kind for each in several for kind in kinds(each)]
    named = schema.get("type")
    if isinstance(named, str):
        return [schema]
    if isinstance(named, Sequence):
        return [{**schema, "type": each} for each in named]
    if "enum" in schema or "const" in schema:
        return [schema]
    return [{**schema, "type": "object"}] if "properties" in schema else ()


def item(schema: Schema | None) -> Schema | None:
    """What an entry of such a list is, or a key of such a map."""
    for each in kinds(schema):
        if each.get("type") == "array":
            items = each.get("items")
            return items if isinstance(items, Mapping) else None
        if each.get("type") == "object":
            return {"type": "string"}
    return None


def allowed(schema: Schema | None) -> Sequence[str] | None:
    """The only texts that a value can be; None where it can be any."""
    found: list[str] = []
    for each in kinds(schema):
        if each.get("type") == "null":
            continue
        enum = [each["const"]] if "const" in each else each.get("enum")
        if not isinstance(enum, Sequence):
            return None
        found += [word for word in enum if isinstance(word, str)]
    return found or None


def can_be(schema: Schema | None, word: Json) -> bool:
    """Whether a value could equal a text, a number, true or false; null may be asked of any."""
    possible = {str(each.get("type")) for each in kinds(schema)}
    if word is None or not possible or not possible <= {*SCALARS, "null"}:
        return True
    if isinstance(word, bool):
        return "boolean" in possible
    return bool(possible & ({"string"} if isinstance(word, str) else {"integer", "number"}))
