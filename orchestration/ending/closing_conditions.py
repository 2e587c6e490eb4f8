"""Whether a ticket can end: what stands open on it, and what its queue wants first.

Nothing here changes a ticket: `resolution` asks, and refuses or goes on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from orchestration.answering.drafting import held_by_another
from orchestration.desk import BeforeClosing
from orchestration.people import Staff, System
from orchestration.status import Status
from orchestration.ticket import Ticket


class Matter(StrEnum):
    """What can stand open; the wording is `open-…` in the texts."""

    CONSULTATION = "consultation"
    APPROVAL = "approval"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """One thing that stands open: who is waited for, where that is known.

    `at` is since when; of a lock it is until when.
    """

    kind: Matter
    at: datetime
    who: str = ""


def _consultation(ticket: Ticket, _: Staff | System, __: datetime) -> OpenMatter | None:
    asked = ticket.consultation
    if asked is not None:
        return OpenMatter(Matter.CONSULTATION, asked.since, asked.name)
    if ticket.status is Status.WAITING_EXPERT:  # set by hand: nobody in particular is asked
        return OpenMatter(Matter.CONSULTATION, ticket.status_since)
    return None


def _approval(ticket: Ticket, _: Staff | System, __: datetime) -> OpenMatter | None:
    if ticket.status is Status.WAITING_APPROVAL:
        return OpenMatter(Matter.APPROVAL, ticket.status_since)
    return None


def _lock(ticket: Ticket, by: Staff | System, now: datetime) -> OpenMatter | None:
    held = held_by_another(ticket, by.id if isinstance(by, Staff) else 0, now)
    return OpenMatter(Matter.LOCK, held.until, held.name) if held else None


#: Each finds one kind of matter, as it concerns whoever wants to end the ticket: add yours.
_FINDERS: Sequence[Callable[[Ticket, Staff | System, datetime], OpenMatter | None]] = (
    _consultation,
    _approval,
    _lock,
)


def open_matters(ticket: Ticket, by: Staff | System, now: datetime) -> tuple[OpenMatter, ...]:
    """What stands open that `by` should know of before they end the ticket."""
    found = (find(ticket, by, now) for find in _FINDERS)
    return tuple(matter for matter in found if matter is not None)


def seal_of(matters: Sequence[OpenMatter]) -> str:
    """Tells what stands open from anything else: "anyway" is said of what was read."""
    told = repr([(each.kind.value, each.who, each.at.isoformat()) for each in matters])
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def lacking(ticket: Ticket, wanted: BeforeClosing) -> BeforeClosing:
    """What of the wanted the ticket has not got."""
    return BeforeClosing(
        summary=wanted.summary and ticket.summary is None,
        look=wanted.look and ticket.look is None,
    )
