"""What happens before a ticket ends: its summary, a supervisor's look, a question withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from orchestration.content import Content
from orchestration.events.changes import CustomerEdited, ReplyDeleted, ReplyEdited
from orchestration.events.filing import Absorbed
from orchestration.events.ticket import CustomerWrote, RepliedPublicly


@dataclass(frozen=True, slots=True)
class Summary:
    """What a ticket came to, in the newest summary's first words; it counts until a newer one."""

    by: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Look:
    """A supervisor has looked the ticket through as it stood then."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Summarised:
    """Someone wrote down, for staff alone, what the ticket came to."""

    content: Content
    kind: Literal["summarised"] = "summarised"


@dataclass(frozen=True, slots=True)
class Looked:
    """A supervisor looked the ticket through."""

    kind: Literal["looked"] = "looked"


@dataclass(frozen=True, slots=True)
class ConsultationWithdrawn:
    """The question to an expert needs no answer any more."""

    expert: int
    name: str
    kind: Literal["consultation_withdrawn"] = "consultation_withdrawn"


#: What was said since is not what the supervisor looked at.
OutdatesLook = (
    CustomerWrote | CustomerEdited | RepliedPublicly | ReplyEdited | ReplyDeleted | Absorbed
)
ClosingEvent = Summarised | Looked | ConsultationWithdrawn
