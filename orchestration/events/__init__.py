"""What can happen to a ticket. Each verb records exactly one of these; none of them steers."""

from orchestration.events.actions import (
    ActionApproved,
    ActionEvent,
    ActionJudged,
    ActionMoved,
    ActionProposed,
)
from orchestration.events.changes import (
    CustomerEdited,
    CustomerReacted,
    NoteEdited,
    ReplyDeleted,
    ReplyEdited,
)
from orchestration.events.closing import (
    ClosingEvent,
    ConsultationWithdrawn,
    Look,
    Looked,
    OutdatesLook,
    Summarised,
    Summary,
)
from orchestration.events.customers import (
    CustomerBanned,
    CustomerUnbanned,
    Erased,
    ErasureAsked,
    ErasureDeclined,
    MessageWithheld,
    Rated,
    RatingCommented,
)
from orchestration.events.drafting import (
    DraftEvent,
    DraftLock,
    DraftLocked,
    DraftUnlocked,
    DraftWords,
    Obstacle,
    ReplyDiscarded,
    ReplyHeld,
    Suggested,
    SuggestionDeclined,
)
from orchestration.events.escalation import Deescalated, Escalated, EscalationEvent
from orchestration.events.filing import (
    Absorbed,
    Linked,
    Merged,
    PrioritySet,
    QueueChanged,
    SubjectChanged,
    Tagged,
    Unlinked,
)
from orchestration.events.followups import LaterEvent
from orchestration.events.incidents import (
    DraftDiscarded,
    IncidentEvent,
    IncidentJoined,
    IncidentLeft,
    UpdateDrafted,
)
from orchestration.events.knowledge import ArticleApproved
from orchestration.events.reception import IntakeAsked
from orchestration.events.sla import ClockAtRisk, ClockBreached, ClockEvent
from orchestration.events.specialists import (
    Advised,
    ConflictDecided,
    PassedOn,
    ReplyDrafted,
    RouteCorrected,
    Routed,
    SpecialistAsked,
    SpecialistEvent,
)
from orchestration.events.team import (
    ChangesParts,
    Consultation,
    Consulted,
    Decided,
    Decision,
    HandedOver,
    Joined,
    Left,
    Part,
    Participant,
    StaffLeft,
    TeamEvent,
    TeamWords,
)
from orchestration.events.ticket import (
    Alerted,
    Assigned,
    AssignmentRule,
    Claimed,
    CustomerBack,
    CustomerWrote,
    DeliveryFailed,
    NoteAdded,
    Opened,
    PeopleCalled,
    Released,
    ReleaseReason,
    RepliedPublicly,
    StatusSet,
    SystemSaid,
    Triaged,
    Urgency,
)
from orchestration.events.verifying import VerifyingEvent

#: What a person or a specialist wrote.
Written = (
    CustomerWrote
    | RepliedPublicly
    | NoteAdded
    | TeamWords
    | Summarised
    | UpdateDrafted
    | ReplyDrafted
    | DraftWords
)
#: What changes what an earlier entry says; the newest one counts.
Edit = CustomerEdited | ReplyEdited | NoteEdited
Change = Edit | ReplyDeleted

Event = (
    Opened
    | CustomerWrote
    | RepliedPublicly
    | SystemSaid
    | NoteAdded
    | Claimed
    | Assigned
    | Released
    | StatusSet
    | PeopleCalled
    | Triaged
    | Alerted
    | DeliveryFailed
    | CustomerEdited
    | ReplyEdited
    | NoteEdited
    | ReplyDeleted
    | CustomerReacted
    | CustomerBack
    | CustomerBanned
    | CustomerUnbanned
    | MessageWithheld
    | SubjectChanged
    | Tagged
    | PrioritySet
    | QueueChanged
    | Linked
    | Unlinked
    | Absorbed
    | Merged
    | TeamEvent
    | DraftEvent
    | Rated
    | RatingCommented
    | ErasureAsked
    | ErasureDeclined
    | Erased
    | ClockEvent
    | LaterEvent
    | ClosingEvent
    | IncidentEvent
    | IntakeAsked
    | EscalationEvent
    | SpecialistEvent
    | VerifyingEvent
    | ArticleApproved
    | ActionEvent
)

__all__ = [
    "Absorbed",
    "ActionApproved",
    "ActionEvent",
    "ActionJudged",
    "ActionMoved",
    "ActionProposed",
    "Advised",
    "Alerted",
    "ArticleApproved",
    "Assigned",
    "AssignmentRule",
    "Change",
    "ChangesParts",
    "Claimed",
    "ClockAtRisk",
    "ClockBreached",
    "ClosingEvent",
    "ConflictDecided",
    "Consultation",
    "ConsultationWithdrawn",
    "Consulted",
    "CustomerBack",
    "CustomerBanned",
    "CustomerEdited",
    "CustomerReacted",
    "CustomerUnbanned",
    "CustomerWrote",
    "Decided",
    "Decision",
    "Deescalated",
    "DeliveryFailed",
    "DraftDiscarded",
    "DraftEvent",
    "DraftLock",
    "DraftLocked",
    "DraftUnlocked",
    "DraftWords",
    "Edit",
    "Erased",
    "ErasureAsked",
    "ErasureDeclined",
    "Escalated",
    "EscalationEvent",
    "Event",
    "HandedOver",
    "IncidentEvent",
    "IncidentJoined",
    "IncidentLeft",
    "IntakeAsked",
    "Joined",
    "LaterEvent",
    "Left",
    "Linked",
    "Look",
    "Looked",
    "Merged",
    "MessageWithheld",
    "NoteAdded",
    "NoteEdited",
    "Obstacle",
    "Opened",
    "OutdatesLook",
    "Part",
    "Participant",
    "PassedOn",
    "PeopleCalled",
    "PrioritySet",
    "QueueChanged",
    "Rated",
    "RatingCommented",
    "ReleaseReason",
    "Released",
    "RepliedPublicly",
    "ReplyDeleted",
    "ReplyDiscarded",
    "ReplyDrafted",
    "ReplyEdited",
    "ReplyHeld",
    "RouteCorrected",
    "Routed",
    "SpecialistAsked",
    "SpecialistEvent",
    "StaffLeft",
    "StatusSet",
    "SubjectChanged",
    "Suggested",
    "SuggestionDeclined",
    "Summarised",
    "Summary",
    "SystemSaid",
    "Tagged",
    "TeamEvent",
    "TeamWords",
    "Triaged",
    "Unlinked",
    "UpdateDrafted",
    "Urgency",
    "VerifyingEvent",
    "Written",
]
