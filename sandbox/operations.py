"""One operation on the world: carried out now, and again when the journal is replayed."""

from dataclasses import asdict, dataclass, field
from typing import Literal

from sandbox import deeds
from sandbox.media import Upload
from sandbox.methods import METHODS, Call
from sandbox.params import Params
from sandbox.people import DEEDS, Act
from sandbox.shapes import Json, Object
from sandbox.webhooks import OUTCOMES
from sandbox.world import Moment, World

__all__ = ["Operation", "call_of", "deeds", "perform"]


@dataclass(frozen=True)
class Operation:
    """A bot's call, a person's deed or what came of a post to a webhook.

    It holds all that decides what becomes of it.
    """

    what: Literal["call", "deed", "post"]
    name: str
    params: Object
    now: Moment
    bot_id: int = 0
    files: dict[str, Upload] = field(default_factory=dict)
    to_general: bool = False

    def to_json(self) -> Object:
        """This operation as one JSON object."""
        return {
            "what": self.what,
            "name": self.name,
            "params": self.params,
            "now": [self.now.date, self.now.real],
            "bot_id": self.bot_id,
            "files": {name: asdict(upload) for name, upload in self.files.items()},
            "to_general": self.to_general,
        }

    @classmethod
    def from_json(cls, found: Object) -> "Operation":
        """The operation that `to_json` wrote."""
        files = {name: Upload(**upload) for name, upload in found["files"].items()}
        return cls(**(found | {"now": Moment(*found["now"]), "files": files}))


def perform(world: World, operation: Operation) -> Json:
    """Carry out an operation; BotApiError or Refused say why it cannot be."""
    if operation.what == "call":
        return METHODS[operation.name.lower()].run(call_of(world, operation))
    if operation.what == "post":
        OUTCOMES[operation.name](world.bots[operation.bot_id], operation.params, operation.now)
        return None
    deed = DEEDS[operation.name]
    asked = deed.model.model_validate(operation.params)
    return deed.run(Act(world, asked, operation.now, operation.files))


def call_of(world: World, operation: Operation) -> Call:
    """The call that this operation is."""
    return Call(
        world,
        world.bots[operation.bot_id],
        Params(operation.params),
        operation.now,
        operation.files,
        operation.to_general,
    )
