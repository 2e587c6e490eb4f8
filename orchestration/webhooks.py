"""Webhooks out: which entries of a timeline the owner's other systems hear of, and in what words.

A notice is decided and written down in the transaction that saves its entry, with the ticket as it
was by then, so a receiver hears of everything that happened and of nothing that did not.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import get_args

from orchestration.events import Event
from orchestration.ticket import Ticket
from orchestration.timeline import Entry

#: The version of what a body holds; a receiver may rely on it.
VERSION = 1
#: A type of its own beside the kinds of entries: whatever moved the ticket to another status.
STATUS_CHANGED = "status_changed"


def _kinds() -> Iterator[str]:
    for event in get_args(Event):
        yield get_args(event.__annotations__["kind"])[0]


#: Everything a webhook can be told of, by the names that `desk.yaml` uses.
TYPES: frozenset[str] = frozenset({STATUS_CHANGED, *_kinds()})


@dataclass(frozen=True, slots=True)
class Webhook:
    """A receiver: where it is, and the types of events that it is told of."""

    id: str
    url: str
    events: frozenset[str]

    def hears(self, entry: Entry) -> bool:
        """Whether it is told of that entry."""
        moved = entry.move is not None and STATUS_CHANGED in self.events
        return moved or entry.event.kind in self.events


@dataclass(frozen=True, slots=True)
class Notice:
    """What one webhook is told of one entry.

    `event` names the entry, the same on every try: a receiver that knows it already ignores it.
    """

    webhook: str
    event: str
    type: str
    ticket: int
    body: str
    at: datetime


def notices(webhooks: Iterable[Webhook], ticket: Ticket, entries: Iterable[Entry]) -> list[Notice]:
    """What there is to tell of these entries of a ticket that is being saved, in their order."""
    webhooks = tuple(webhooks)
    return [
        Notice(
            webhook.id,
            f"evt_{entry.ticket}_{entry.seq}",
            entry.event.kind,
            ticket.id,
            _body(ticket, entry),
            entry.at,
        )
        for entry in entries
        for webhook in webhooks
        if webhook.hears(entry)
    ]


def _body(ticket: Ticket, entry: Entry) -> str:
    """JSON in ASCII: whatever people write, it can be stored, sent and signed as it stands."""
    data = asdict(entry.event)
    del data["kind"]
    body = {
        "version": VERSION,
        "id": f"evt_{entry.ticket}_{entry.seq}",
        "type": entry.event.kind,
        "at": entry.at.isoformat(),
        "audience": entry.audience,
        "actor": asdict(entry.actor),
        "ticket": {
            "id": ticket.id,
            "subject": ticket.subject,
            "status": ticket.status,
            "queue": ticket.queue,
            "urgency": ticket.urgency,
            "customer": {"id": ticket.customer.id, "name": ticket.customer.name},
            "primary": asdict(ticket.primary) if ticket.primary else None,
        },
        "move": asdict(entry.move) if entry.move else None,
        "data": data,
    }
    return json.dumps(body, default=str)
