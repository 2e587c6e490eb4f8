"""What can happen between the people of a ticket: who joins, is asked, decides, takes over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from orchestration.content import Content


class Part(StrEnum):
    """How someone who does not answer the customer takes part in a ticket."""

    COLLABORATOR = "collaborator"
    WATCHER = "watcher"


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who works along inside, or only wants to know."""

    id: int
    name: str
    part: Part


@dataclass(frozen=True, slots=True)
class Consultation:
    """An expert is asked, and the ticket waits for their note."""

    expert: int
    name: str
    asked_by: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What a supervisor decided in entry `seq`; it binds until a supervisor decides anew."""

    seq: int
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Joined:
    """People take part from now on: the author themselves, or whom they brought in."""

    people: tuple[Participant, ...]
    kind: Literal["joined"] = "joined"


@dataclass(frozen=True, slots=True)
class Left:
    """The author takes no part any more."""

    part: Part
    kind: Literal["left"] = "left"


@dataclass(frozen=True, slots=True)
class StaffLeft:
    """Someone who took part left the staff; `asked_by` is who waits for their answer, if anyone."""

    person: int
    name: str
    asked_by: int | None = None
    kind: Literal["staff_left"] = "staff_left"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The ticket passed to `to`, from `relieved` where someone had it; the note may be empty."""

    to: int
    name: str
    content: Content
    relieved: int | None = None
    kind: Literal["handed_over"] = "handed_over"


@dataclass(frozen=True, slots=True)
class Consulted:
    """An expert was asked a question; their next note answers it."""

    expert: int
    name: str
    content: Content
    kind: Literal["consulted"] = "consulted"


@dataclass(frozen=True, slots=True)
class Decided:
    """A supervisor decided in writing; `former` is the entry of the decision it takes over from."""

    content: Content
    former: int | None = None
    kind: Literal["decided"] = "decided"


#: What changes who takes part.
ChangesParts = Joined | Left | StaffLeft
#: Those with words that stay inside.
TeamWords = HandedOver | Consulted | Decided
TeamEvent = ChangesParts | TeamWords
