"""The parts of `desk/desk.yaml` that say where meaning counts beside words."""

from difflib import get_close_matches
from typing import Annotated

from pydantic import BeforeValidator, StrictBool

from bot.desk_files.values import Part
from orchestration.desk import RouterKind

#: A router that is to come; whoever asks for it already is told so.
_CLAUDE = "claude"


def _router(value: object) -> RouterKind:
    known = [each.value for each in RouterKind]
    if value == _CLAUDE:
        msg = f"is not at work yet in this version; take {' or '.join(known)}"
        raise ValueError(msg)
    if value not in known:
        close = get_close_matches(str(value), known, 1)
        hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"
        msg = f"is no router; {hint}"
        raise ValueError(msg)
    return RouterKind(value)


class RoutingPart(Part):
    """Who finds the specialists that a message is for."""

    router: Annotated[RouterKind, BeforeValidator(_router)] = RouterKind.BUILT_IN


class KnowledgePart(Part):
    """How articles are found."""

    semantic: StrictBool = False
