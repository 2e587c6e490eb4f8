"""What the desk has due later on a ticket; what people set themselves is in `reminders`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FollowUpKind(StrEnum):
    """What happens when it is due."""

    CONSULT = "consult"
    ASK = "ask"
    UNCLAIMED = "unclaimed"
    WAKE = "wake"
    NUDGE = "nudge"
    RESOLVE = "resolve"
    CLOSE = "close"
    RELIEF = "relief"
    ABSENCE_OVER = "absence_over"
    SEND_DRAFT = "send_draft"
    FLOOD_OVER = "flood_over"
    UNLOCK = "unlock"
    ASK_ALOUD = "ask_aloud"
    SLA = "sla"
    UNDECIDED = "undecided"
    SILENT = "silent"
    ACT = "act"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing due on a ticket, where a newer one of its kind replaces it."""

    ticket: int
    kind: FollowUpKind
    due_at: datetime
