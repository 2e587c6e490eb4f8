"""What staff may be told in private, and what each of them wants to be told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef

#: The scope of a rule that holds for every ticket.
EVERYWHERE = ""
#: What comes within this time goes out in one message.
GROUPED = timedelta(minutes=1)
#: Whoever is waited for is told without waiting for what else comes.
AT_ONCE = timedelta(0)


class Interest(StrEnum):
    """What people choose to be told of, in the words that they type."""

    MENTIONED = "mentioned"
    ASSIGNED = "assigned"
    ASKED = "asked"
    LOOK = "look"
    APPROVAL = "approval"
    CUSTOMER = "customer"
    NEW = "new"
    STATUS = "status"
    RISK = "risk"
    BREACH = "breach"


class Cause(StrEnum):
    """Why someone is told of an entry, in the order in which one message says it."""

    NEW_TICKET = "new_ticket"
    CUSTOMER_WROTE = "customer_wrote"
    HANDED_OVER = "handed_over"
    ASSIGNED = "assigned"
    RELIEVED = "relieved"
    CONSULTED = "consulted"
    INVITED = "invited"
    ESCALATED = "escalated"
    EXPERT_ANSWERED = "expert_answered"
    EXPERT_LEFT = "expert_left"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    SUGGESTED = "suggested"
    SUGGESTION_DECLINED = "suggestion_declined"
    MENTIONED = "mentioned"
    LOOK_WANTED = "look_wanted"
    APPROVAL_WANTED = "approval_wanted"
    STATUS_REACHED = "status_reached"
    SLA_AT_RISK = "sla_at_risk"
    SLA_BREACHED = "sla_breached"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a cause is told.

    What is `personal` is meant for people by name: nobody else can follow it. `aloud` is said in
    the topic, by name, to those who cannot be told in private though it needs them, and so is all
    that is personal. `patience` is how long it waits for more to say in the same message.
    """

    interest: Interest
    personal: bool = False
    aloud: bool = False
    patience: timedelta = GROUPED

    @property
    def in_topic(self) -> bool:
        """Whether those whom it needs are named in the topic if that is the only way."""
        return self.personal or self.aloud


#: Of each cause; whoever adds one decides here how it is told.
MANNERS: Mapping[Cause, Manner] = {
    Cause.NEW_TICKET: Manner(Interest.NEW),
    Cause.CUSTOMER_WROTE: Manner(Interest.CUSTOMER),
    Cause.HANDED_OVER: Manner(Interest.ASSIGNED, personal=True, patience=AT_ONCE),
    Cause.ASSIGNED: Manner(Interest.ASSIGNED, personal=True),
    Cause.RELIEVED: Manner(Interest.ASSIGNED, personal=True),
    Cause.CONSULTED: Manner(Interest.ASKED, personal=True, patience=AT_ONCE),
    Cause.INVITED: Manner(Interest.ASKED, personal=True, patience=AT_ONCE),
    Cause.ESCALATED: Manner(Interest.ASKED, personal=True, patience=AT_ONCE),
    Cause.EXPERT_ANSWERED: Manner(Interest.ASKED, personal=True, patience=AT_ONCE),
    Cause.EXPERT_LEFT: Manner(Interest.ASKED, personal=True),
    Cause.WITHDRAWN: Manner(Interest.ASKED, personal=True, patience=AT_ONCE),
    Cause.LOOK_WANTED: Manner(Interest.LOOK),
    Cause.APPROVAL_WANTED: Manner(Interest.APPROVAL, patience=AT_ONCE),
    Cause.DECIDED: Manner(Interest.ASKED, personal=True),
    Cause.SUGGESTED: Manner(Interest.ASKED, patience=AT_ONCE),
    Cause.SUGGESTION_DECLINED: Manner(Interest.ASKED, personal=True),
    Cause.MENTIONED: Manner(Interest.MENTIONED, personal=True),
    Cause.STATUS_REACHED: Manner(Interest.STATUS),
    Cause.SLA_AT_RISK: Manner(Interest.RISK, aloud=True),
    Cause.SLA_BREACHED: Manner(Interest.BREACH, aloud=True),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a person wants to be told of something.

    `scope` is where that holds, in the words that people type: a ticket such as `#12`, a tag such
    as `#vip`, the name of a queue, or `EVERYWHERE`. The narrowest scope decides. With a `status` it
    holds only for tickets that reach that one.
    """

    person: int
    interest: Interest
    wanted: bool
    scope: str = EVERYWHERE
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """When a person wants to be told: times of the day in their `zone`, as the IANA names it.

    Between the two times of `quiet` nothing is said. What does not need them comes once a day, at
    `digest`, where that is set.
    """

    zone: str = "UTC"
    quiet: tuple[time, time] | None = None
    digest: time | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person is to be told, once: an entry, why, and when at the earliest.

    It is `needed` when it waits for them; else they only follow it.
    """

    person: int
    entry: EntryRef
    cause: Cause
    due_at: datetime
    needed: bool = True


def ticket_scope(number: int) -> str:
    """The scope of one ticket."""
    return f"#{number}"


def tag_scope(tag: str) -> str:
    """The scope of all tickets with that tag, which is never only digits."""
    return f"#{tag}"


def scopes_of(ticket: Ticket) -> Mapping[str, int]:
    """The scopes that a ticket is in, each with how narrow it is."""
    tags = {tag_scope(tag): 2 for tag in ticket.tags}
    return {EVERYWHERE: 0, ticket.queue: 1, **tags, ticket_scope(ticket.id): 3}


def deciding(
    rules: Iterable[Rule], scopes: Mapping[str, int], reached: Status | None
) -> Mapping[tuple[int, Interest], Rule]:
    """Which rule decides for each person and interest, of a ticket that `reached` a status.

    The narrowest does. In one scope a word about that status goes before one about all, and
    between two tags of a ticket the one that asks for silence.
    """
    fitting = (rule for rule in rules if rule.scope in scopes and rule.status in {None, reached})
    ordered = sorted(
        fitting,
        key=lambda rule: (scopes[rule.scope], rule.status is not None, not rule.wanted),
    )
    return {(rule.person, rule.interest): rule for rule in ordered}
