"""The parts of `desk/desk.yaml` that say who finds specialists and articles, and by what."""

from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool

from bot.desk_files.values import Part, known_are
from orchestration.desk import ROUTER_MODEL, RouterKind


def _router(value: object) -> RouterKind:
    known = [each.value for each in RouterKind]
    if value not in known:
        msg = f"is no router; {known_are(str(value), known)}"
        raise ValueError(msg)
    return RouterKind(value)


class RoutingPart(Part):
    """Who finds the specialists that a message is for."""

    router: Annotated[RouterKind, BeforeValidator(_router)] = RouterKind.BUILT_IN
    model: Annotated[str, Field(pattern=r"^\S{1,100}$")] = ROUTER_MODEL


class KnowledgePart(Part):
    """How articles are found."""

    semantic: StrictBool = False
