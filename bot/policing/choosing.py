"""Which case is meant, and what action in it, by what somebody typed."""

from collections.abc import Iterable, Sequence

import yaml

from bot.desk_files.values import known_are
from bot.policing.cases import Case, changed
from orchestration.schemas import Json


class NoSuchCase(Exception):
    """What was typed names no case, or no argument; one sentence says what could be."""


def chosen(
    cases: Sequence[Case], name: str | None, action: str | None, arguments: Iterable[str]
) -> Case:
    """The case of that name, else the first of that action, with other arguments where given.

    Raises `NoSuchCase`.
    """
    if not cases:
        msg = "the file holds no cases"
        raise NoSuchCase(msg)
    names = [each.name for each in cases]
    if name is not None and name not in names:
        msg = f'there is no case "{name}"; {known_are(name, names)}'
        raise NoSuchCase(msg)
    if name is None and action is None:
        msg = f"name a case or an --action; there are {', '.join(names)}"
        raise NoSuchCase(msg)
    of_action = [each for each in cases if each.situation.action.tool == action]
    case = cases[names.index(name)] if name is not None else (of_action or list(cases))[0]
    given = dict(_argument(each) for each in arguments)
    return changed(case, action or case.situation.action.tool, given)


def _argument(typed: str) -> tuple[str, Json]:
    """`name=value`; a value is read as YAML reads one, so that 25 is a number and "25" is text."""
    name, sign, value = typed.partition("=")
    if not name or not sign:
        msg = f"{typed!r} must be an argument and its value, such as amount_minor=2500"
        raise NoSuchCase(msg)
    try:
        read = yaml.safe_load(value)
    except yaml.YAMLError:
        read = value
    return name, read if isinstance(read, str | int | float | bool | list | dict) else value
