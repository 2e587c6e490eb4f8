"""Who is at work on a ticket, as far as a desk can know.

Telegram tells a bot nothing of who reads or types. What people did on the ticket is in its
timeline, so presence is read from there: it costs no write, and the card shows it whenever it is
shown for another reason.
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


@dataclass(frozen=True, slots=True)
class Seen:
    """Someone of the staff, and when they last did something."""

    name: str
    at: datetime


def lately(entries: Iterable[Entry], now: datetime) -> Sequence[Seen]:
    """Who did something within `LATELY`, each with their newest deed, in the order of these."""
    newest: dict[int, Seen] = {}
    for entry in entries:
        actor = entry.actor
        if isinstance(actor, Staff) and not actor.anonymous and entry.at > now - LATELY:
            newest.pop(actor.id, None)
            newest[actor.id] = Seen(actor.name, entry.at)
    return tuple(newest.values())
