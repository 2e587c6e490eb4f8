"""One call of a bot, and the registry of the methods that it may call."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from sandbox.media import Upload
from sandbox.params import Params
from sandbox.shapes import Json
from sandbox.world import Bot, Moment, User, World


class Counts(Enum):
    """What a method costs under Telegram's limits (see `limits`)."""

    NOTHING = "nothing"
    OPERATION = "operation"  # in a group, and over all chats
    MESSAGE = "message"  # the same, and in a private chat


@dataclass
class Call:
    """A call as a method sees it. `to_general` is the fault that makes it land in General."""

    world: World
    bot: Bot
    params: Params
    now: Moment
    files: dict[str, Upload] = field(default_factory=dict)
    to_general: bool = False

    @property
    def me(self) -> User:
        """The bot as a user."""
        return self.world.users[self.bot.user_id]


@dataclass(frozen=True)
class Method:
    """One method of the Bot API. What only `reads` needs no place in the journal."""

    name: str
    run: Callable[[Call], Json]
    counts: Counts
    reads: bool


METHODS: dict[str, Method] = {}  # by lower-case name: Telegram does not mind the case


def method(
    name: str, counts: Counts = Counts.NOTHING, *, reads: bool = False
) -> Callable[[Callable[[Call], Json]], Callable[[Call], Json]]:
    """Register a function as a Bot API method."""

    def register(run: Callable[[Call], Json]) -> Callable[[Call], Json]:
        METHODS[name.lower()] = Method(name, run, counts, reads)
        return run

    return register
