"""What staff may be told in private, and what each of them wants to be told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef

#: The scope of a rule that holds for every ticket.
EVERYWHERE = ""


class Cause(StrEnum):
    """Why someone is told of an entry."""

    NEW_TICKET = "new_ticket"
    CUSTOMER_WROTE = "customer_wrote"
    MENTIONED = "mentioned"
    ASSIGNED = "assigned"
    LOOK_WANTED = "look_wanted"
    STATUS_REACHED = "status_reached"


#: Meant for one person by name: whoever cannot be told in private is named in the topic.
PERSONAL = frozenset({Cause.MENTIONED, Cause.ASSIGNED})


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a person wants to be told of a cause.

    `scope` is where that holds, in the words that people type: a ticket such as `#12`, the name of
    a queue, or `EVERYWHERE`. The narrowest scope decides.
    """

    person: int
    cause: Cause
    wanted: bool
    scope: str = EVERYWHERE


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
    """Something that a person is to be told, once: an entry, why, and when at the earliest."""

    person: int
    entry: EntryRef
    cause: Cause
    due_at: datetime


#: What was said of a cause, for each person who said something.
Said = Mapping[tuple[int, Cause], bool]


def ticket_scope(number: int) -> str:
    """The scope of one ticket."""
    return f"#{number}"


def scopes_of(ticket: Ticket) -> tuple[str, ...]:
    """The scopes that a ticket is in, the widest first."""
    return EVERYWHERE, ticket.queue, ticket_scope(ticket.id)


def said_of(ticket: Ticket, rules: Iterable[Rule]) -> Said:
    """What the rules of a ticket's scopes come to: of each person and cause the narrowest."""
    scopes = scopes_of(ticket)
    ordered = sorted(rules, key=lambda rule: scopes.index(rule.scope))
    return {(rule.person, rule.cause): rule.wanted for rule in ordered}
