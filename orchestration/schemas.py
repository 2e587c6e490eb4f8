"""JSON, and the JSON Schemas that describe it: what tools take and answer."""

from collections.abc import Container, Mapping

#: What JSON can hold.
Json = object
#: A JSON Schema, and an object that one describes.
Schema = Mapping[str, Json]
Arguments = Mapping[str, Json]


def properties(schema: Schema) -> Mapping[str, Json]:
    """The arguments that a schema names."""
    named = schema.get("properties")
    return named if isinstance(named, Mapping) else {}


def without(schema: Schema, arguments: Container[str]) -> Schema:
    """The schema of a call in which these arguments are not named."""
    left = {key: value for key, value in properties(schema).items() if key not in arguments}
    required = schema.get("required")
    named = required if isinstance(required, list) else []
    needed = [each for each in named if each not in arguments]
    return {**schema, "properties": left, "required": needed}
