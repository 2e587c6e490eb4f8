"""A write that a model proposes: what it says of it is believed only where all of it fits."""

from collections.abc import Mapping

from pydantic_core import from_json

from orchestration.ports.tools import ToolSpec
from orchestration.schemas import Arguments, Json, properties
from orchestration.tools.arguments import misfit

#: So many proposals of one advice count.
MOST = 3
#: So many characters may arguments have, and so deep may they be nested.
LONGEST, DEEPEST = 2_000, 4


def arguments_in(text: str, tool: ToolSpec) -> Arguments | None:
    """The arguments in a JSON text; None unless all are the tool's, and fit its schema."""
    if len(text) > LONGEST:
        return None
    try:
        said = from_json(text, allow_inf_nan=False)
    except ValueError:
        return None
    if not isinstance(said, dict) or not _is_plain(said, DEEPEST):
        return None
    known = set(said) <= set(properties(tool.arguments))
    return said if known and misfit(tool.arguments, said) is None else None


def _is_plain(value: Json, deepest: int) -> bool:
    """Whether it can be kept and shown: not nested too deep, and no text with a NUL."""
    match value:
        case str():
            return "\0" not in value
        case Mapping() | list() if not deepest:
            return False
        case Mapping():
            return all(_is_plain(each, deepest - 1) for pair in value.items() for each in pair)
        case list():
            return all(_is_plain(each, deepest - 1) for each in value)
    return True
