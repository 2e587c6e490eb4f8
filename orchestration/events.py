"""What can happen to a ticket. Each verb records exactly one of these; none of them steers."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from orchestration.content import Content, ReplyTo
from orchestration.sentences import Facts, PublicSentence
from orchestration.team_events import TeamEvent, TeamWords


class Urgency(StrEnum):
    """How soon a ticket wants a person; triage proposes it, people decide."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class ReleaseReason(StrEnum):
    """Why a ticket lost its primary responder."""

    ASKED = "asked"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Opened:
    """A ticket began; `previous` is the closed ticket that it continues."""

    subject: str
    previous: int | None = None
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class CustomerWrote:
    """The customer's own words."""

    content: Content
    reply_to: ReplyTo | None = None
    kind: Literal["customer_wrote"] = "customer_wrote"


@dataclass(frozen=True, slots=True)
class RepliedPublicly:
    """Words for the customer; `claimed` when this first answer made its author the primary."""

    content: Content
    claimed: bool = False
    reply_to: ReplyTo | None = None
    kind: Literal["replied_publicly"] = "replied_publicly"


@dataclass(frozen=True, slots=True)
class SystemSaid:
    """One of the desk's fixed sentences for the customer."""

    sentence: PublicSentence
    facts: Facts = field(default_factory=dict)
    kind: Literal["system_said"] = "system_said"


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """Words that stay inside; `answers` when they end a consultation."""

    content: Content
    answers: bool = False
    kind: Literal["note_added"] = "note_added"


@dataclass(frozen=True, slots=True)
class Claimed:
    """The author made the ticket their own; `relieved` is whoever had it before."""

    relieved: int | None = None
    kind: Literal["claimed"] = "claimed"


@dataclass(frozen=True, slots=True)
class Assigned:
    """The ticket was given to someone."""

    to: int
    name: str
    kind: Literal["assigned"] = "assigned"


@dataclass(frozen=True, slots=True)
class Released:
    """The ticket has no primary responder any more."""

    relieved: int
    reason: ReleaseReason = ReleaseReason.ASKED
    kind: Literal["released"] = "released"


@dataclass(frozen=True, slots=True)
class StatusSet:
    """A person moved the ticket by name; the entry's move says from where to where."""

    kind: Literal["status_set"] = "status_set"


@dataclass(frozen=True, slots=True)
class PeopleCalled:
    """The customer asked for a person: urgency up, autonomy off."""

    kind: Literal["people_called"] = "people_called"


@dataclass(frozen=True, slots=True)
class Triaged:
    """A specialist's reading of what the customer wants."""

    intent: str
    urgency: Urgency
    language: str | None
    about: int
    kind: Literal["triaged"] = "triaged"


@dataclass(frozen=True, slots=True)
class Alerted:
    """The supervisors were told of something that waits; `cause` names it once."""

    cause: str
    kind: Literal["alerted"] = "alerted"


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """A public message did not reach the customer; `reason` is Telegram's, in words."""

    seq: int
    reason: str
    kind: Literal["delivery_failed"] = "delivery_failed"


@dataclass(frozen=True, slots=True)
class CustomerBack:
    """The customer can be written to again."""

    kind: Literal["customer_back"] = "customer_back"


# How a ticket is filed: each keeps what was before.


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


# What changes an earlier entry names it by `of`, and keeps what stood there in `former`.


@dataclass(frozen=True, slots=True)
class CustomerEdited:
    """The customer changed their words."""

    of: int
    former: Content
    content: Content
    kind: Literal["customer_edited"] = "customer_edited"


@dataclass(frozen=True, slots=True)
class ReplyEdited:
    """The author of a public reply changed it."""

    of: int
    former: Content
    content: Content
    kind: Literal["reply_edited"] = "reply_edited"


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """The author of a note changed it."""

    of: int
    former: Content
    content: Content
    kind: Literal["note_edited"] = "note_edited"


@dataclass(frozen=True, slots=True)
class ReplyDeleted:
    """A public reply was taken back from the customer."""

    of: int
    former: Content
    kind: Literal["reply_deleted"] = "reply_deleted"


@dataclass(frozen=True, slots=True)
class CustomerReacted:
    """The customer's reactions to entry `of` as they are now; none when they took them back.

    A reaction that has no emoji of its own is an empty string.
    """

    of: int
    emoji: tuple[str, ...]
    kind: Literal["customer_reacted"] = "customer_reacted"


@dataclass(frozen=True, slots=True)
class CustomerBanned:
    """What the customer writes from now on stays out of the topics."""

    reason: str
    kind: Literal["customer_banned"] = "customer_banned"


@dataclass(frozen=True, slots=True)
class CustomerUnbanned:
    """The customer may write again; so many messages were withheld meanwhile."""

    withheld: int
    kind: Literal["customer_unbanned"] = "customer_unbanned"


@dataclass(frozen=True, slots=True)
class MessageWithheld:
    """What a banned customer wrote: kept here, and shown nowhere."""

    content: Content
    kind: Literal["message_withheld"] = "message_withheld"


@dataclass(frozen=True, slots=True)
class Rated:
    """The customer said how the desk did, from 1 to 5."""

    score: int
    kind: Literal["rated"] = "rated"


@dataclass(frozen=True, slots=True)
class RatingCommented:
    """The customer's words about their rating; they ask for nothing."""

    content: Content
    kind: Literal["rating_commented"] = "rating_commented"


@dataclass(frozen=True, slots=True)
class ErasureAsked:
    """The customer wants to be forgotten; a supervisor decides."""

    kind: Literal["erasure_asked"] = "erasure_asked"


@dataclass(frozen=True, slots=True)
class ErasureDeclined:
    """A supervisor keeps what the customer wanted erased."""

    kind: Literal["erasure_declined"] = "erasure_declined"


@dataclass(frozen=True, slots=True)
class Erased:
    """Every word of the ticket, and whose it was, is gone; that it happened stays."""

    kind: Literal["erased"] = "erased"


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
)
