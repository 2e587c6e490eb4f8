"""What is left of an entry once its words are erased: that it happened, when, and which kind."""

from collections.abc import Mapping
from dataclasses import fields, replace
from enum import Enum
from typing import Any

from orchestration.content import Content, ReplyTo
from orchestration.events import Event
from orchestration.events.specialists import Handoff
from orchestration.people import Customer
from orchestration.timeline import Entry

#: Whose a ticket is when its customer was forgotten; Telegram's ids are positive.
NOBODY = Customer(0, "…")
SUBJECT = "…"

#: Words of the desk's own. All others go, so that an event that is new some day is safe.
_KEPT = frozenset({"kind", "intent", "language", "cause", "name"})


def erased(entry: Entry) -> Entry:
    """The entry without anyone's words, and without its customer."""
    actor = NOBODY if isinstance(entry.actor, Customer) else entry.actor
    return replace(entry, actor=actor, event=_without_words(entry.event))


def _without_words(event: Event) -> Event:
    changed: dict[str, Any] = {
        field.name: _blank(getattr(event, field.name))
        for field in fields(event)
        if field.name not in _KEPT
    }
    return replace(event, **changed)


def _blank(value: object) -> object:
    match value:
        case Content():
            return Content(kind=value.kind)
        case ReplyTo():
            return ReplyTo(value.seq)
        case Handoff():
            return Handoff("", "", "")
        case str() if not isinstance(value, Enum):
            return ""
        case tuple() | Mapping():
            return () if isinstance(value, tuple) else {}
        case _:
            return value
