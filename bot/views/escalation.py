"""How an escalation looks: on the card, in the log, and in private to whoever is brought in."""

import re
from collections.abc import Iterator, Sequence

from bot.texts import Texts
from bot.views import team
from bot.views.rendered import plain
from orchestration.escalating.trigger_words import Trigger
from orchestration.events import CustomerWrote, Deescalated, Escalated, Urgency, Written
from orchestration.events.sla import ClockKind
from orchestration.people import Staff, System
from orchestration.sentences import Facts
from orchestration.ticket import Ticket
from orchestration.timeline import Entry
from orchestration.times import dated

_NAME = 64
_REASON = 200
#: So much of what was said is repeated to whoever is brought in; the topic has the whole of it.
_WORDS = 300
_DONE_WORDS = 120
_DONE = 4
#: How long nobody decided, as a cause says it.
_SPAN = re.compile(r"(\d+)([dhm]):")


def lines(ticket: Ticket, texts: Texts) -> Iterator[str]:
    """The tiers that a ticket was escalated to, on its card."""
    if ticket.escalations:
        tiers = ", ".join(plain(tier, _NAME) for tier in ticket.escalations)
        yield f"🔺 {texts.say('card-escalated', {'tiers': tiers})}"


def facts_of(entry: Entry, texts: Texts, language: str | None = None) -> Facts:
    """What is to be said of an escalation: who, to what, why, and whom it brought in.

    Of one that was taken back it is only to what.
    """
    event = entry.event
    if isinstance(event, Deescalated):
        return {"tier": plain(", ".join(event.tiers), _REASON)}
    if not isinstance(event, Escalated):
        return {}
    people = ", ".join(plain(person.name, _NAME) for person in event.people)
    return {
        "by": "" if isinstance(entry.actor, System) else plain(entry.actor.name, _NAME),
        "tier": plain(event.tier, _NAME),
        "cause": _cause(event.cause, texts, language),
        "reason": plain(event.reason, _REASON),
        "people": people,
    }


def briefing(
    ticket: Ticket, said: Sequence[Entry], texts: Texts, language: str | None
) -> Iterator[str]:
    """What the customer wants, what was done, and what is open; nothing where nothing was said."""
    wishes = [_said(each, _WORDS) for each in said if isinstance(each.event, CustomerWrote)]
    if not wishes:
        return
    yield texts.say("briefing-wants", {"words": wishes[0]}, language)
    if len(wishes) > 1:
        yield texts.say("briefing-newest", {"words": wishes[-1]}, language)
    done = [each for each in said if isinstance(each.actor, Staff) and _is_words(each)]
    if done:
        yield texts.say("briefing-done", None, language)
    for each in done[-_DONE:]:
        who = plain(getattr(each.actor, "name", ""), _NAME) or "…"
        yield f"   {who}: {_said(each, _DONE_WORDS)}"
    since: Facts = {"status": ticket.status, "since": dated(ticket.status_since, texts.zone)}
    yield texts.say("briefing-open", {"state": texts.say("card-since", since, language)}, language)
    if ticket.consultation is not None:
        yield f"   {team.being_asked(ticket.consultation, texts, language)}"


def _is_words(entry: Entry) -> bool:
    return isinstance(entry.event, Written)


def _said(entry: Entry, most: int) -> str:
    content = entry.event.content if isinstance(entry.event, Written) else None
    return (plain(content.text, most) or f"[{content.kind}]") if content else ""


def _cause(cause: str, texts: Texts, language: str | None) -> str:
    """A cause in words; its second half is what it names."""
    kind, _, what = cause.partition(":")
    if what in set(ClockKind):
        what = texts.say(f"clock-{what}", None, language)
    elif kind == "priority" and what in set(Urgency):
        what = texts.say(f"urgency-{what}", None, language)
    elif kind == "trigger" and what in set(Trigger):
        what = texts.say(f"trigger-{what}", None, language)
    elif kind == "undecided" and (found := _SPAN.match(what)):
        span: Facts = {"count": int(found[1]), "unit": found[2]}
        what = texts.say("escalation-span", span, language)
    return texts.say("escalation-cause", {"kind": kind, "what": plain(what, _NAME)}, language)
