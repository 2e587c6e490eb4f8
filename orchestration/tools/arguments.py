"""Arguments are held against a tool's schema before it is called."""

import json
from functools import lru_cache

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError
from referencing import Registry
from referencing.exceptions import Unresolvable

from orchestration.schemas import Arguments, Schema

#: A schema may refer to itself, and to nothing that would have to be fetched.
_NOTHING: Registry = Registry()
#: Schemas are few, and making a validator takes a hundred times as long as using it.
_KEPT = 512


def misfit(schema: Schema, arguments: Arguments) -> str | None:
    """What does not fit, without the value itself, which may be a customer's; None if all does."""
    try:
        checked = _validator(json.dumps(schema))
        error = None if checked is None else next(iter(checked.iter_errors(arguments)), None)
    except (TypeError, ValueError, RecursionError, Unresolvable):
        checked = error = None
    if checked is None:
        return "its schema cannot be followed"
    return None if error is None else _words(error)


@lru_cache(_KEPT)
def _validator(schema: str) -> Draft202012Validator | None:
    """By what a schema says and not by which object it is: a server may change it any time."""
    try:
        read = json.loads(schema)
        Draft202012Validator.check_schema(read)
    except (SchemaError, Unresolvable):
        return None
    return Draft202012Validator(read, registry=_NOTHING)


def _words(error: ValidationError) -> str:
    return f"{error.json_path} does not fit its schema ({error.validator})"
