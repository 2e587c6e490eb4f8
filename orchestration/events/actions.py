"""What became of actions: writes to business systems, from the proposal to the result.

All of it is inside. An action is known by its ticket and the entry that proposed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Progress(StrEnum):
    """How far an action is."""

    #: What it would rest on is being read; then the gate decides.
    READING = "reading"
    #: People must say yes first.
    WAITING = "waiting"
    #: It may be done, and nobody has begun.
    READY = "ready"
    #: The system is asked; whether it is done is not known yet.
    RUNNING = "running"
    DONE = "done"
    #: It was surely not done.
    FAILED = "failed"
    #: Nobody knows whether it was done, and no read can tell: people look.
    UNKNOWN = "unknown"
    #: The policy does not allow it.
    DENIED = "denied"
    #: The policy leaves it to people of more authority.
    ESCALATED = "escalated"
    REJECTED = "rejected"
    #: Nobody decided in time, which is a no.
    EXPIRED = "expired"
    #: What it rested on is not so any more, or another one took its place.
    VOID = "void"


@dataclass(frozen=True, slots=True)
class ActionProposed:
    """Somebody proposes a write, and that is what the gate says of it.

    `verdict` and `rules` are the gate's, `reasons` its words. `instead` is the entry of the one
    that it takes the place of. `workflow` and `step` say which plan it is of, if any.
    """

    tool: str
    arguments: Mapping[str, object]
    verdict: str
    progress: Progress
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    workflow: str = ""
    step: str = ""
    instead: int | None = None
    kind: Literal["action_proposed"] = "action_proposed"


@dataclass(frozen=True, slots=True)
class ActionJudged:
    """What the action of entry `action` rests on was read; that is what the gate says now."""

    action: int
    tool: str
    verdict: str
    progress: Progress
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    kind: Literal["action_judged"] = "action_judged"


@dataclass(frozen=True, slots=True)
class ActionApproved:
    """A person said yes to the action of entry `action`; `left` more have to."""

    action: int
    tool: str
    left: int = 0
    kind: Literal["action_approved"] = "action_approved"


@dataclass(frozen=True, slots=True)
class ActionMoved:
    """The action of entry `action` came further; `words` say why, where that has to be said.

    `reference` is what the system calls the result.
    """

    action: int
    tool: str
    progress: Progress
    words: str = ""
    reference: str = ""
    kind: Literal["action_moved"] = "action_moved"


ActionEvent = ActionProposed | ActionJudged | ActionApproved | ActionMoved
