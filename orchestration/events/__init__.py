"""What can happen to a ticket. Each verb records exactly one of these; none of them steers."""

from orchestration.events.changes import (
    CustomerEdited,
    CustomerReacted,
    NoteEdited,
    ReplyDeleted,
    ReplyEdited,
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

#: What a person or a specialist wrote.
Written = CustomerWrote | RepliedPublicly | NoteAdded | TeamWords
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
    | Rated
    | RatingCommented
    | ErasureAsked
    | ErasureDeclined
    | Erased
    | LaterEvent
)

__all__ = [
    "Absorbed",
    "Alerted",
    "Assigned",
    "Change",
    "ChangesParts",
    "Claimed",
    "Consultation",
    "Consulted",
    "CustomerBack",
    "CustomerBanned",
    "CustomerEdited",
    "CustomerReacted",
    "CustomerUnbanned",
    "CustomerWrote",
    "Decided",
    "Decision",
    "DeliveryFailed",
    "Edit",
    "Erased",
    "ErasureAsked",
    "ErasureDeclined",
    "Event",
    "HandedOver",
    "Joined",
    "LaterEvent",
    "Left",
    "Linked",
    "Merged",
    "MessageWithheld",
    "NoteAdded",
    "NoteEdited",
    "Opened",
    "Part",
    "Participant",
    "PeopleCalled",
    "PrioritySet",
    "QueueChanged",
    "Rated",
    "RatingCommented",
    "ReleaseReason",
    "Released",
    "RepliedPublicly",
    "ReplyDeleted",
    "ReplyEdited",
    "StaffLeft",
    "StatusSet",
    "SubjectChanged",
    "SystemSaid",
    "Tagged",
    "TeamEvent",
    "TeamWords",
    "Triaged",
    "Unlinked",
    "Urgency",
    "Written",
]
