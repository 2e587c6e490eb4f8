"""The sandbox itself: its limits."""

from dataclasses import asdict

from pydantic import Field

from sandbox.people import Act, Body, deed
from sandbox.shapes import Object


class Limits(Body):
    """POST /sim/limits; what is not named stays, and 0 means no such limit."""

    enabled: bool | None = None
    group_per_minute: int | None = Field(default=None, ge=0)
    chat_per_second: int | None = Field(default=None, ge=0)
    overall_per_second: int | None = Field(default=None, ge=0)


@deed("limits", Limits)
def set_limits(act: Act[Limits]) -> Object:
    """Set what bots may do; answers with all that is in force."""
    for name, value in act.asked.model_dump(exclude_none=True).items():
        setattr(act.world.limits, name, value)
    return asdict(act.world.limits)
