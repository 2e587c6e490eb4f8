"""What a ticket's card says of the people who work on it beside the one who answers."""

from collections.abc import Iterator

from bot.texts import Texts
from bot.views.rendered import plain
from orchestration.events.team import Consultation, Part
from orchestration.sentences import Facts
from orchestration.ticket import Ticket
from orchestration.times import dated

_NAME = 64
#: So many names fit a line; the others are counted.
_NAMES = 6


def being_asked(asked: Consultation, texts: Texts, language: str | None = None) -> str:
    """Who is asked, and since when."""
    since = dated(asked.since, texts.zone)
    facts: Facts = {"expert": plain(asked.name, _NAME), "since": since}
    return texts.say("card-asked", facts, language)


def lines(ticket: Ticket, texts: Texts) -> Iterator[str]:
    """Who works along, who watches, who is asked since when, and what was decided."""
    decision, asked = ticket.decision, ticket.consultation
    if decision is not None:
        facts = {"by": plain(decision.by, _NAME), "words": plain(decision.words)}
        yield f"⚖️ {texts.say('card-decision', facts)}"
    if asked is not None:
        yield f"❓ {being_asked(asked, texts)}"
    for part, icon in ((Part.COLLABORATOR, "🤝"), (Part.WATCHER, "👀")):
        names = [plain(each.name, _NAME) or "…" for each in ticket.taking(part)]
        if names:
            more = len(names) - _NAMES
            listed: Facts = {"names": ", ".join(names[:_NAMES]), "more": max(more, 0)}
            yield f"{icon} {texts.say(f'card-{part}', listed)}"
