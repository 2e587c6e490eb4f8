"""The life of a ticket: who wrote, who answers, where it stands."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from orchestration.content import Content, ReplyTo
from orchestration.sentences import Facts, PublicSentence


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
    ABSENT = "absent"


class AssignmentRule(StrEnum):
    """How a queue finds the primary responder of a ticket that nobody answers."""

    MANUAL = "manual"
    ROUND_ROBIN = "round-robin"
    LEAST_BUSY = "least-busy"
    BY_SKILL = "by-skill"
    ON_CALL = "on-call"


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
class Origin:
    """How an answer came about; each of these stands on `RepliedPublicly`, too."""

    sent_at: datetime | None = None
    suggestion: int | None = None
    suggested_by: str = ""
    suggested: Content | None = None
    held: int | None = None


@dataclass(frozen=True, slots=True)
class RepliedPublicly:
    """Words for the customer; `claimed` when this first answer made its author the primary.

    `sent_at` is when Telegram says that its author sent it. Where it takes up a suggestion,
    `suggestion` is that one's entry, `suggested_by` whose words they are, and `suggested` what
    these were, where its author changed them. `held` is the entry in which it waited before.
    """

    content: Content
    claimed: bool = False
    reply_to: ReplyTo | None = None
    sent_at: datetime | None = None
    suggestion: int | None = None
    suggested_by: str = ""
    suggested: Content | None = None
    held: int | None = None
    kind: Literal["replied_publicly"] = "replied_publicly"


@dataclass(frozen=True, slots=True)
class SystemSaid:
    """One of the desk's fixed sentences for the customer."""

    sentence: PublicSentence
    facts: Facts = field(default_factory=dict)
    kind: Literal["system_said"] = "system_said"


@dataclass(frozen=True, slots=True)
class NoteAdded:
    """Words that stay inside; when they end a consultation, `answers` is who had asked."""

    content: Content
    answers: int | None = None
    kind: Literal["note_added"] = "note_added"


@dataclass(frozen=True, slots=True)
class Claimed:
    """The author made the ticket their own; `relieved` is whoever had it before."""

    relieved: int | None = None
    kind: Literal["claimed"] = "claimed"


@dataclass(frozen=True, slots=True)
class Assigned:
    """The ticket was given to someone, by a person or by the `rule` of its queue.

    `relieved` is whoever had it before.
    """

    to: int
    name: str
    rule: AssignmentRule | None = None
    relieved: int | None = None
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
