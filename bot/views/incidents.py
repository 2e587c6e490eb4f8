"""Incidents, and the drafts of their updates, as staff see them."""

from collections.abc import Iterator, Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import DraftPress, DraftStep, ReleasePress
from bot.texts import Texts
from bot.views.panel import Panel
from bot.views.rendered import plain
from orchestration.cases.incidents import Standing
from orchestration.content import Content
from orchestration.delivery import Button
from orchestration.ports.incidents import Incident
from orchestration.sentences import Facts
from orchestration.timeline import Entry

_TITLE = 80


def panel(listed: Sequence[Standing], texts: Texts, *, supervises: bool) -> Panel:
    """A line an incident; who supervises has a button that sends all its drafts."""
    lines = [texts.say("incident-line", _facts(each)) for each in listed]
    head = texts.say("incident-list", {"count": len(listed)})
    buttons = [
        Button(
            texts.say("button-send-all", _facts(each)),
            ReleasePress(incident=each.incident.number, update=each.incident.updates).pack(),
        )
        for each in listed
        if supervises and each.waiting
    ]
    return Panel(Content("\n".join([head, *lines])), tuple((each,) for each in buttons))


def released(incident: Incident, texts: Texts) -> Panel:
    """What a supervisor reads who has sent all."""
    return Panel(Content(texts.say("incident-released", {"incident": incident.number})))


def draft_buttons(entry: Entry, texts: Texts) -> InlineKeyboardMarkup:
    """Below a draft in its topic."""
    row = [
        InlineKeyboardButton(
            text=texts.say(f"button-draft-{step}"),
            callback_data=DraftPress(step=step, seq=entry.seq).pack(),
        )
        for step in DraftStep
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def lines(incident: Incident | None, texts: Texts) -> Iterator[str]:
    """On the card: the incident that the ticket belongs to."""
    if incident is not None:
        title = plain(incident.title, _TITLE) or "…"
        facts: Facts = {"incident": incident.number, "title": title}
        yield f"🔥 {texts.say('card-incident', facts)}"


def _facts(standing: Standing) -> Facts:
    incident = standing.incident
    return {
        "incident": incident.number,
        "title": plain(incident.title, _TITLE) or "…",
        "tickets": standing.tickets,
        "waiting": standing.waiting,
        "resolved": int(incident.resolved_at is not None),
    }
