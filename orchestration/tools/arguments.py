"""Arguments are held against a tool's schema before it is called."""

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError
from referencing import Registry
from referencing.exceptions import Unresolvable

from orchestration.tools.values import Arguments, Schema

#: A schema may refer to itself, and to nothing that would have to be fetched.
_NOTHING: Registry = Registry()


def misfit(schema: Schema, arguments: Arguments) -> str | None:
    """What does not fit, without the value itself, which may be a customer's; None if all does."""
    try:
        Draft202012Validator.check_schema(schema)
        checked = Draft202012Validator(schema, registry=_NOTHING)
        error = next(iter(checked.iter_errors(arguments)), None)
    except (SchemaError, Unresolvable):
        return "its schema cannot be followed"
    return None if error is None else _words(error)


def _words(error: ValidationError) -> str:
    return f"{error.json_path} does not fit its schema ({error.validator})"
