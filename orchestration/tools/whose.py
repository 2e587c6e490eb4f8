"""The rule of whose data: a read about a customer is a read of the record that is bound to them.

Pure, and closed on doubt: whatever is not known to be the customer's is withheld, and what is
withheld looks as if it did not exist.
"""

import json
from collections.abc import Iterator, Mapping

from orchestration.ports.tools import Answer, Refusal, ServedTool, ToolFailed, ToolRefused
from orchestration.schemas import Arguments, Json, Schema, properties, without
from orchestration.specialists.cast import Access, Profile
from orchestration.tools.declared import Path, Toolbox, Whose

#: A record's id as text.
Record = str

NOT_LISTED = "the specialist's file does not name it"
WRITE = "it changes something, and only reads are done"
OWN = "the desk itself verifies customers with it"
UNDECLARED = "desk.yaml does not say whose data it reads"
NOT_BOUND = "verify the customer first: no record is bound to them"
NO_ARGUMENT = "desk.yaml names an argument that it does not have"
UNKNOWN_ARGUMENT = "it has no argument of that name that may be filled in"


def check(
    profile: Profile, box: Toolbox, tool: ServedTool, name: str, record: Record | None
) -> None:
    """Whether that specialist may ask this now; raises `ToolRefused`."""
    whose = box.whose(name)
    marked = profile.tools.get(name)
    if marked is None:
        raise ToolRefused(name, Refusal.NOT_LISTED, NOT_LISTED)
    if marked is not Access.READ or tool.changes:
        raise ToolRefused(name, Refusal.WRITE, WRITE)
    if name in box.checks.tools:
        raise ToolRefused(name, Refusal.UNDECLARED, OWN)
    if not whose.declared:
        raise ToolRefused(name, Refusal.UNDECLARED, UNDECLARED)
    if whose.argument is not None and whose.argument not in properties(tool.arguments):
        raise ToolRefused(name, Refusal.UNDECLARED, NO_ARGUMENT)
    if not whose.nobodys and record is None:
        raise ToolRefused(name, Refusal.NOT_BOUND, NOT_BOUND)


def shown(schema: Schema, whose: Whose) -> Schema:
    """The schema without what the desk fills in itself."""
    return schema if whose.argument is None else without(schema, {whose.argument})


def filled(
    name: str, schema: Schema, whose: Whose, arguments: Arguments, record: Record | None
) -> Arguments:
    """The arguments of a call: those of the caller, and the record where the desk fills it in.

    Raises `ToolRefused` for one that the schema does not show, the record's among them: whoever
    names a customer here is mistaken, or was talked into it.
    """
    if not set(arguments) <= set(properties(shown(schema, whose))):
        raise ToolRefused(name, Refusal.ARGUMENTS, UNKNOWN_ARGUMENT)
    if whose.argument is None or record is None:
        return arguments
    return {**arguments, whose.argument: fit(record, properties(schema)[whose.argument])}


def theirs(answer: Answer, whose: Whose, record: Record | None) -> bool:
    """Whether an answer may be read: only where every owner that it names is the record."""
    if whose.owner is None:
        return True
    if record is None or answer.error:
        return False
    owners = list(found(answer.data, whose.owner))
    return bool(owners) and all(owner == record for owner in owners)


def kept(name: str, answer: Answer, whose: Whose, most: int) -> tuple[str, Json, bool]:
    """What is kept of an answer: its text, its JSON if all of it fits, and whether it was cut.

    Of an answer whose owner was looked up only that JSON counts: nobody looked at its text. Raises
    `ToolFailed` for one that the tool called an error.
    """
    if answer.error:
        raise ToolFailed(name, "it answered with an error", answer.text[:most])
    text = answer.text if whose.owner is None and answer.data is None else _written(answer.data)
    if len(text) > most:
        return text[:most], None, True
    return text, answer.data, False


def found(data: Json, path: Path) -> Iterator[Record | None]:
    """What stands at that place, once for each entry of the lists on the way; None for nothing."""
    if isinstance(data, list):
        for each in data:
            yield from found(each, path)
    elif path and isinstance(data, Mapping):
        yield from found(data.get(path[0]), path[1:])
    else:
        yield None if path else record_of(data)


def record_of(value: Json) -> Record | None:
    """A record's id as text; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


def fit(record: Record, argument: Json) -> Json:
    """The id as the tool wants it: a number where it wants numbers."""
    kind = argument.get("type") if isinstance(argument, Mapping) else None
    numeric = kind == "integer" and record.isdecimal() and str(int(record)) == record
    return int(record) if numeric else record


def _written(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
