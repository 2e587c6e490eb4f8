"""Reading a timeline as an audit: who did what, and where a supervisor stepped in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orchestration.events import (
    Assigned,
    Claimed,
    NoteAdded,
    NoteEdited,
    QueueChanged,
    Released,
    RepliedPublicly,
    ReplyDiscarded,
    ReplyHeld,
    Suggested,
)
from orchestration.events.closing import Looked, Summarised
from orchestration.events.escalation import Deescalated, Escalated
from orchestration.events.team import HandedOver, Joined, Left
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: So many entries are a page: as many as are read at a glance.
PAGE = 15
_BATCH = 200

#: What anybody may do on anybody's ticket; a supervisor who does it has not stepped in.
_BESIDE = (
    NoteAdded
    | NoteEdited
    | Joined
    | Left
    | Summarised
    | Looked
    | ReplyHeld
    | ReplyDiscarded
    | Suggested
    | Escalated
    | Deescalated
)


@dataclass(frozen=True, slots=True)
class Audited:
    """An entry; `intervention` when a supervisor acted on a ticket that someone else answered."""

    entry: Entry
    intervention: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a ticket's audit, oldest entry first; pages are counted from 1, the oldest."""

    number: int
    count: int
    entries: tuple[Audited, ...]


class Auditor:
    """Reads one ticket's entries in their order, and remembers who answers it."""

    def __init__(self) -> None:
        self._primary: int | None = None

    def read(self, entries: Iterable[Entry]) -> Iterator[Audited]:
        """The next entries, each with whether it was an intervention."""
        for entry in entries:
            yield Audited(entry, _steps_in(entry, self._primary))
            self._primary = _primary_after(entry, self._primary)


async def page(uow: UnitOfWork, ticket: Ticket, wanted: int | None = None) -> Page:
    """A page of the ticket's audit, the newest one unless another is wanted."""
    count = max(1, -(-ticket.version // PAGE))
    number = min(max(wanted or count, 1), count)
    first, end = (number - 1) * PAGE + 1, number * PAGE
    auditor, shown, after = Auditor(), list[Audited](), 0
    # Who answered at the first entry of a page follows from all before it.
    while after < end:
        batch = await uow.timeline.of(ticket.id, after, _BATCH)
        shown += (each for each in auditor.read(batch) if first <= each.entry.seq <= end)
        if len(batch) < _BATCH:
            break
        after = batch[-1].seq
    return Page(number, count, tuple(shown))


def _steps_in(entry: Entry, primary: int | None) -> bool:
    actor = entry.actor
    if not isinstance(actor, Staff) or not actor.role.supervises:
        return False
    return primary not in {None, actor.id} and not isinstance(entry.event, _BESIDE)


def _primary_after(entry: Entry, primary: int | None) -> int | None:
    """Who answers once this has happened: every event that changes that is named here."""
    match entry.event, entry.actor:
        case ((Claimed() | RepliedPublicly(claimed=True)), Staff(id=actor)):
            return actor
        case ((Assigned(to=person) | HandedOver(to=person)), _):
            return person
        case QueueChanged(relieved=relieved), _ if relieved is not None:
            return None
        case Released(), _:
            return None
        case _:
            return primary
