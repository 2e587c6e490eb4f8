"""How the draft lock, words that wait, and suggestions look."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import HeldPress, HeldStep, SuggestionPress, SuggestionStep
from bot.texts import Texts
from bot.views.panel import Panel
from bot.views.rendered import (
    Rendered,
    bold,
    joined,
    plain,
    quoted,
    telegram_entities,
)
from orchestration.content import Content
from orchestration.delivery import Button
from orchestration.events import DraftLock, Obstacle, RepliedPublicly, Suggested
from orchestration.sentences import Facts
from orchestration.team.presence import Seen
from orchestration.timeline import Entry
from orchestration.times import timed, wall

_NAME = 64
#: So many names fit a line of the card.
_NAMES = 6


def lines(lock: DraftLock | None, seen: Sequence[Seen], texts: Texts) -> Iterator[str]:
    """On the card: who is answering until when, and who did something here lately and when."""
    if lock is not None:
        facts: Facts = {"who": plain(lock.name, _NAME), "until": timed(lock.until, texts.zone)}
        yield f"✍ {texts.say('card-lock', facts)}"
    names = [(plain(each.name, _NAME) or "…", each.at) for each in seen[-_NAMES:]]
    if names:
        *most, (last, at) = names
        listed = [f"{name} {wall(then, texts.zone):%H:%M}" for name, then in most]
        here: Facts = {"names": ", ".join([*listed, f"{last} {timed(at, texts.zone)}"])}
        yield f"👥 {texts.say('card-presence', here)}"


def question(
    obstacle: Obstacle, lock: DraftLock | None, message: int, texts: Texts, *, may_send: bool
) -> Panel:
    """Asks the author of held words what to do with them; `lock` is another's that is open."""
    steps = [HeldStep.ANYWAY] if may_send else []
    steps += [HeldStep.SUGGEST, HeldStep.DISCARD]
    row = tuple(
        Button(texts.say(f"button-held-{step}"), HeldPress(step=step, message=message).pack())
        for step in steps
    )
    return Panel(Content(why("held", obstacle, lock, texts)), (row,))


def confirm_suggestion(
    seq: int, obstacle: Obstacle, lock: DraftLock | None, texts: Texts, *, may_send: bool
) -> Panel:
    """Tells whoever wants to send a suggestion what is new, and lets them send it if they may."""
    press = SuggestionPress(step=SuggestionStep.ANYWAY, entry=seq).pack()
    button = Button(texts.say(f"button-held-{HeldStep.ANYWAY}"), press)
    words = Content(why("suggestion", obstacle, lock, texts))
    return Panel(words, ((button,),) if may_send else ())


def suggestion(entry: Entry, texts: Texts, decision: Entry | None = None) -> Rendered:
    """A suggestion in its topic: whose words, with buttons until there is a `decision`."""
    event = entry.event
    if not isinstance(event, Suggested):
        msg = f"entry {entry.ref} ({event.kind}) suggests nothing"
        raise TypeError(msg)
    facts: Facts = {"author": _name(entry)}
    head = texts.say("entry-suggested", facts)
    whole = bold(head)
    content = event.content
    if not content.is_text:
        whole = joined(whole, Rendered(f"[{texts.say(f'medium-{content.kind}')}]"))
    if content.text:
        words = Rendered(content.text, telegram_entities(content.entities))
        whole = joined(whole, quoted(words))
    if decision is None:
        return replace(whole, buttons=_buttons(entry.seq, texts))
    return joined(whole, Rendered(_outcome(decision, texts)))


def _outcome(decision: Entry, texts: Texts) -> str:
    facts: Facts = {"who": _name(decision)}
    if not isinstance(decision.event, RepliedPublicly):
        return texts.say("suggestion-was-declined", facts)
    edited = decision.event.suggested is not None
    return texts.say("suggestion-was-edited" if edited else "suggestion-was-sent", facts)


def _buttons(seq: int, texts: Texts) -> InlineKeyboardMarkup:
    row = [
        InlineKeyboardButton(
            text=texts.say(f"button-suggestion-{step}"),
            callback_data=SuggestionPress(step=step, entry=seq).pack(),
        )
        for step in (SuggestionStep.SEND, SuggestionStep.EDIT, SuggestionStep.DECLINE)
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def why(about: str, obstacle: Obstacle, lock: DraftLock | None, texts: Texts) -> str:
    """What stands between words and the customer.

    An open lock is what matters most, whatever the words were held for.
    """
    if lock is not None:
        facts: Facts = {"who": plain(lock.name, _NAME), "until": timed(lock.until, texts.zone)}
        return texts.say(f"{about}-lock", facts)
    return texts.say(f"{about}-{'colleague' if obstacle is not Obstacle.CUSTOMER else 'customer'}")


def _name(entry: Entry) -> str:
    return plain(getattr(entry.actor, "name", ""), _NAME) or "…"
