"""How panels look: words for one person of the staff, with their buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.enums import MessageEntityType
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import MacroPress, MacroStep, VerbPress
from bot.texts import Texts
from bot.views.rendered import QUOTES, Rendered, plain, telegram_entities, units
from orchestration.answering.macros import Draft, Listed
from orchestration.content import Content, Entity
from orchestration.delivery import Button, ShowPanel
from orchestration.ending.closing_conditions import OpenMatter
from orchestration.times import dated

#: So many macros are a page.
MOST = 8
_LABEL = 60
_NAME = 64

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """What a panel says, and its buttons."""

    words: Content
    buttons: Rows = ()


def rendered(panel: ShowPanel) -> Rendered | None:
    """A panel as Telegram takes it; None for one without words."""
    if panel.words is None:
        return None
    rows = [
        [InlineKeyboardButton(text=each.label, callback_data=each.data) for each in row]
        for row in panel.buttons
    ]
    keyboard = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    return Rendered(panel.words.text, telegram_entities(panel.words.entities), keyboard)


def to_copy(head: str, words: str) -> Panel:
    """What to do with words, and the words, which one tap copies; only the head without any."""
    if not words:
        return Panel(Content(head))
    block = Entity(MessageEntityType.PRE, units(f"{head}\n\n"), units(words))
    return Panel(Content(f"{head}\n\n{words}", entities=(block,)))


def list_of(macros: Sequence[Listed], message: int, texts: Texts, page: int | None = 1) -> Panel:
    """Macros to choose from, one below the other; those that words found have no pages."""
    count = 1 if page is None else max(1, -(-len(macros) // MOST))
    page = min(page or 1, count)
    shown = macros[(page - 1) * MOST : page * MOST]
    more = 0 if count > 1 else len(macros) - len(shown)
    rows: list[tuple[Button, ...]] = [(_choice(each, message),) for each in shown]
    beside = [
        Button(label, MacroPress(step=MacroStep.LIST, message=message, name=str(there)).pack())
        for label, there in (("‹", page - 1), ("›", page + 1))  # noqa: RUF001 - arrows
        if 1 <= there <= count
    ]
    if macros:
        search = VerbPress(verb="macro", message=message).pack()
        beside.append(Button(f"🔎 {texts.say('button-search')}", search))
    save = VerbPress(verb="macro-save", message=message).pack()
    rows.append((*beside, Button(f"💾 {texts.say('button-macro-save')}", save)))
    facts = {"count": len(macros), "more": more}
    return Panel(Content(texts.say("macro-list", facts)), tuple(rows))


def preview(draft: Draft, message: int, texts: Texts, *, changed: bool = False) -> Panel:
    """What would be sent, word for word, to be sent or discarded."""
    then = ", ".join(each.words for each in draft.then)
    name = "macro-preview-changed" if changed else "macro-preview"
    head = texts.say(name, {"name": draft.name, "then": plain(then)}) + "\n\n"
    if draft.still_open:
        lines = [texts.say("open-macro"), *open_lines(draft.still_open, texts)]
        head = "\n".join(lines) + "\n\n" + head
    shift, quoted = units(head), draft.content
    block = Entity(MessageEntityType.BLOCKQUOTE, shift, units(quoted.text))
    # Telegram refuses a quote within a quote.
    own = [replace(each, offset=each.offset + shift) for each in quoted.entities]
    inside = (each for each in own if each.type not in QUOTES)
    words = Content(head + quoted.text, entities=(block, *inside))
    send = _press(MacroStep.SEND, draft, message)
    discard = _press(MacroStep.DISCARD, draft, message)
    label = "button-send-anyway" if draft.still_open else "button-send"
    row = (Button(texts.say(label), send), Button(texts.say("button-discard"), discard))
    return Panel(words, (row,))


def open_lines(matters: Sequence[OpenMatter], texts: Texts) -> list[str]:
    """A line for each thing that stands open: who is waited for, and since when."""
    return [
        texts.say(
            f"open-{each.kind}",
            {"who": plain(each.who, _NAME), "since": dated(each.at, texts.zone)},
        )
        for each in matters
    ]


def _choice(macro: Listed, message: int) -> Button:
    press = MacroPress(step=MacroStep.SHOW, message=message, name=macro.name)
    return Button(plain(macro.title, _LABEL), press.pack())


def _press(step: MacroStep, draft: Draft, message: int) -> str:
    return MacroPress(step=step, message=message, name=draft.name, seal=draft.seal).pack()
