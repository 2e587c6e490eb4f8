"""The statuses of a ticket, and the table of moves between them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Status(StrEnum):
    """Where a ticket stands, seen by whoever has to act next."""

    NEW = "new"
    OPEN = "open"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_EXPERT = "waiting_expert"
    WAITING_APPROVAL = "waiting_approval"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"
    CLOSED = "closed"


_WAITING = frozenset(
    {Status.WAITING_CUSTOMER, Status.WAITING_EXPERT, Status.WAITING_APPROVAL, Status.SNOOZED}
)
_ENDED = frozenset({Status.RESOLVED, Status.CLOSED})

#: The only moves there are. A closed ticket stays closed: its customer gets a new one, linked.
TRANSITIONS: Mapping[Status, frozenset[Status]] = MappingProxyType(
    {
        Status.NEW: _WAITING | _ENDED | {Status.OPEN},
        Status.OPEN: _WAITING | _ENDED,
        **{waiting: (_WAITING - {waiting}) | _ENDED | {Status.OPEN} for waiting in _WAITING},
        Status.RESOLVED: frozenset({Status.OPEN, Status.CLOSED}),
        Status.CLOSED: frozenset(),
    }
)

#: A customer's message brings these back to people; expert and approval go on waiting for theirs.
REOPENED_BY_CUSTOMER = frozenset({Status.WAITING_CUSTOMER, Status.SNOOZED, Status.RESOLVED})

#: Statuses in which nobody has to do anything any more.
ENDED = _ENDED
