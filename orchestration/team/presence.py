"""Who is at work on a ticket, as far as a desk can know.

Telegram tells a bot nothing of who reads or types. What people did on the ticket is in its
timeline, so presence is read from there. A press that changed nothing is in no timeline: this
process remembers the last ones, and forgets them when it ends. Neither costs a write, and the card
shows who was there whenever it is shown for another reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from orchestration.people import Staff
from orchestration.timeline import Entry

#: Whoever did something since then is present.
LATELY = timedelta(minutes=10)
#: So many of the newest entries are looked through.
LOOKED_AT = 20
#: So many presses are remembered, the newest of each person on each ticket.
REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Seen:
    """Someone of the staff, and when they last did something."""

    name: str
    at: datetime


class Presses:
    """When people last pressed a button of a ticket, whatever came of it."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], Seen] = {}

    def note(self, ticket: int, by: Staff, at: datetime) -> None:
        """`by` pressed a button of that ticket; the oldest press of all may be forgotten for it."""
        self._last.pop((ticket, by.id), None)
        self._last[ticket, by.id] = Seen(by.name, at)
        if len(self._last) > REMEMBERED:
            del self._last[next(iter(self._last))]

    def of(self, ticket: int) -> Iterable[tuple[int, Seen]]:
        """The last press of each person there."""
        return [(person, seen) for (on, person), seen in self._last.items() if on == ticket]


def lately(
    entries: Iterable[Entry], now: datetime, presses: Iterable[tuple[int, Seen]] = ()
) -> Sequence[Seen]:
    """Who did or pressed something within `LATELY`, each with their newest deed, oldest first."""
    deeds = [(each.actor, each.at) for each in entries]
    staff = [(who, at) for who, at in deeds if isinstance(who, Staff) and not who.anonymous]
    seen = [(who.id, Seen(who.name, at)) for who, at in staff]
    newest: dict[int, Seen] = {}
    for person, each in sorted([*seen, *presses], key=lambda one: one[1].at):
        if each.at > now - LATELY:
            newest.pop(person, None)
            newest[person] = each
    return tuple(newest.values())
