"""How a ticket is filed: each keeps what was before."""

from dataclasses import dataclass
from typing import Literal

from orchestration.events.ticket import Urgency


@dataclass(frozen=True, slots=True)
class SubjectChanged:
    """The ticket has another title."""

    former: str
    subject: str
    kind: Literal["subject_changed"] = "subject_changed"


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tags were put on the ticket and taken off."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    kind: Literal["tagged"] = "tagged"


@dataclass(frozen=True, slots=True)
class PrioritySet:
    """A person decided how soon the ticket wants a person; triage does not overrule them."""

    former: Urgency
    urgency: Urgency
    kind: Literal["priority_set"] = "priority_set"


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """The ticket waits for another team; `relieved` is whoever answered it until then."""

    former: str
    queue: str
    relieved: int | None = None
    kind: Literal["queue_changed"] = "queue_changed"


@dataclass(frozen=True, slots=True)
class Linked:
    """The ticket has to do with ticket `other`."""

    other: int
    kind: Literal["linked"] = "linked"


@dataclass(frozen=True, slots=True)
class Unlinked:
    """It has nothing to do with ticket `other` after all."""

    other: int
    kind: Literal["unlinked"] = "unlinked"


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Ticket `other` of the same customer is part of this one from now on.

    It brought its tags and its urgency along.
    """

    other: int
    tags: tuple[str, ...]
    urgency: Urgency
    kind: Literal["absorbed"] = "absorbed"


@dataclass(frozen=True, slots=True)
class Merged:
    """The ticket goes on as a part of ticket `into`."""

    into: int
    kind: Literal["merged"] = "merged"
