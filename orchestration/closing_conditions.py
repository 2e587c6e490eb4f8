"""Whether a ticket can end: what stands open on it, and what its queue wants first.

Nothing here changes a ticket: `resolution` asks, and refuses or goes on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from orchestration.desk import BeforeClosing
from orchestration.people import Actor
from orchestration.status import Status
from orchestration.ticket import Ticket


class Matter(StrEnum):
    """What can stand open; the wording is `open-…` in the texts."""

    CONSULTATION = "consultation"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """One thing that stands open: who is waited for, where that is known, and since when."""

    kind: Matter
    since: datetime
    who: str = ""


def _consultation(ticket: Ticket, _: Actor) -> OpenMatter | None:
    asked = ticket.consultation
    if asked is not None:
        return OpenMatter(Matter.CONSULTATION, asked.since, asked.name)
    if ticket.status is Status.WAITING_EXPERT:  # set by hand: nobody in particular is asked
        return OpenMatter(Matter.CONSULTATION, ticket.status_since)
    return None


def _approval(ticket: Ticket, _: Actor) -> OpenMatter | None:
    if ticket.status is Status.WAITING_APPROVAL:
        return OpenMatter(Matter.APPROVAL, ticket.status_since)
    return None


#: Each finds one kind of matter, as it concerns whoever wants to end the ticket: add yours.
_FINDERS: Sequence[Callable[[Ticket, Actor], OpenMatter | None]] = (_consultation, _approval)


def open_matters(ticket: Ticket, by: Actor) -> tuple[OpenMatter, ...]:
    """What stands open that `by` should know of before they end the ticket."""
    found = (find(ticket, by) for find in _FINDERS)
    return tuple(matter for matter in found if matter is not None)


def seal_of(matters: Sequence[OpenMatter]) -> str:
    """Tells what stands open from anything else: "anyway" is said of what was read."""
    told = repr([(each.kind.value, each.who, each.since.isoformat()) for each in matters])
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def lacking(ticket: Ticket, wanted: BeforeClosing) -> BeforeClosing:
    """What of the wanted the ticket has not got."""
    return BeforeClosing(
        summary=wanted.summary and ticket.summary is None,
        look=wanted.look and ticket.look is None,
    )
