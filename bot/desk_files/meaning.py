"""The parts of `desk/desk.yaml` that say who finds specialists and articles, and by what."""

from difflib import get_close_matches
from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool

from bot.desk_files.values import Part
from orchestration.desk import ROUTER_MODEL, RouterKind


def _router(value: object) -> RouterKind:
    known = [each.value for each in RouterKind]
    if value not in known:
        close = get_close_matches(str(value), known, 1)
        hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"
        msg = f"is no router; {hint}"
        raise ValueError(msg)
    return RouterKind(value)


class RoutingPart(Part):
    """Who finds the specialists that a message is for."""

    router: Annotated[RouterKind, BeforeValidator(_router)] = RouterKind.BUILT_IN
    model: Annotated[str, Field(pattern=r"^\S{1,100}$")] = ROUTER_MODEL


class KnowledgePart(Part):
    """How articles are found."""

    semantic: StrictBool = False
