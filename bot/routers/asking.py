"""Every verb by a button: a menu of them, and prompts for those that need words.

A button does what its command does, by the same handler, so rights and refusals are the command's.
Who is to say more is asked by a message that all can see, because what one person alone sees cannot
be replied to; whatever that person replies to it is the command's argument, and what anybody else
does is a note as ever. The prompt's own button says what it asks and whom, so it outlives restarts.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.enums import MessageEntityType
from aiogram.types import CallbackQuery, Message

from bot.callbacks import PromptPress, VerbPress
from bot.incoming.reading import command_of, content_of, ref_of, reply_ref_of
from bot.incoming.turn import Turn
from bot.routers import InStaffChat, TicketCommand, TopicHandler, macros
from bot.routers.commands import TOPIC_COMMANDS
from bot.routers.panels import PanelPressed, pressed
from bot.routers.prompting import prompt
from bot.texts import Texts
from bot.views.buttons import MAX_COLLEAGUES
from bot.views.panel import Panel, Rows
from bot.views.rendered import plain, units
from orchestration.content import Content, Entity
from orchestration.delivery import Button, Delivery, Lane, ShowPanel
from orchestration.errors.asking import OldButton
from orchestration.events import Urgency
from orchestration.people import Person, Staff
from orchestration.ticket import Ticket

#: What can be chosen for a verb: what a button says, and what the command then gets.
Offers = Callable[[Ticket, Turn], Awaitable[Sequence[tuple[str, str]]]]
Check = Callable[[Ticket, Turn], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Verb:
    """What a command needs before it can be done: a choice, words, both, or nothing.

    With both, the choice is a person, whom the words are for. `check` refuses before anybody is
    asked for words in vain. A verb that no command of its name does says what `does` it, and how
    that is `typed`. One that is `of_entry` names an entry of the ticket before the words.
    """

    offers: Offers | None = None
    words: bool = False
    check: Check | None = None
    does: TopicHandler | None = None
    typed: str = ""
    of_entry: bool = False


async def _priorities(_: Ticket, __: Turn) -> Sequence[tuple[str, str]]:
    return [(urgency, urgency) for urgency in Urgency]


async def _queues(ticket: Ticket, turn: Turn) -> Sequence[tuple[str, str]]:
    return [(each.team, each.id) for each in turn.desk.queues.values() if each.id != ticket.queue]


async def _colleagues(_: Ticket, turn: Turn) -> Sequence[tuple[str, str]]:
    staff = await turn.uow.people.staff()
    others = [person for person in staff if turn.person is None or person.id != turn.person.id]
    return [(person.name, str(person.id)) for person in others[:MAX_COLLEAGUES]]


_ALONE, _WORDS, _TO_SOMEONE = Verb(), Verb(words=True), Verb(_colleagues, words=True)

#: In the order of the menu; those that stand on the card itself are not in it. A new one is a line.
MENU: Mapping[str, Verb] = {
    "subject": _WORDS,
    "tag": _WORDS,
    "priority": Verb(_priorities),
    "queue": Verb(_queues),
    "link": _WORDS,
    "merge": _WORDS,
    "history": _ALONE,
    "search": _WORDS,
    "log": _ALONE,
    "collab": _ALONE,
    "watch": _ALONE,
    "leave": _ALONE,
    "handover": _TO_SOMEONE,
    "consult": _TO_SOMEONE,
    "decide": _WORDS,
    "escalate": _WORDS,
    "deescalate": _ALONE,
    "suggest": _WORDS,
    "summary": _WORDS,
    "looked": _ALONE,
    "incident": _WORDS,
    "followup": _WORDS,
    "snooze": _WORDS,
    "wake": _ALONE,
    "keep": _ALONE,
    "ban": _WORDS,
    "unban": _ALONE,
    "role": _WORDS,
    "oncall": _WORDS,
    "away": _WORDS,
    "back": _ALONE,
    "notices": _ALONE,
    "help": _ALONE,
}
#: What else a panel's button may ask words for.
_VERBS: Mapping[str, Verb] = {
    **MENU,
    "macro": _WORDS,
    "reject": Verb(words=True, of_entry=True),
    "macro-save": Verb(
        words=True, check=macros.check_newest, does=macros.save_newest, typed="macro save"
    ),
}

_IN_A_ROW = 3
_LABEL = 40
#: A callback's data has so many bytes (Bot API), and its other parts take up to 28 of them.
_MAX_VALUE = 36


def menu(card: int, texts: Texts) -> Panel:
    """The verbs that are not on the card, by their commands' names."""
    verbs = [Button(f"/{verb}", VerbPress(verb=verb, message=card).pack()) for verb in MENU]
    return Panel(Content(texts.say("menu-more")), _rows(verbs, _IN_A_ROW))


async def verb_pressed(query: CallbackQuery, callback_data: VerbPress, turn: Turn) -> None:
    """Does a verb, or offers what can be chosen for it, or asks for its words."""
    press = await pressed(query, callback_data.message, turn)
    name, value = callback_data.verb, callback_data.value
    verb = _VERBS.get(name)
    if verb is None:
        raise OldButton
    choices = await verb.offers(press.ticket, turn) if verb.offers and not value else ()
    if choices:
        await press.becomes(_offered(press, name, choices, turn.texts), turn)
        return
    if verb.check:
        await verb.check(press.ticket, turn)
    await press.becomes(None, turn)
    if verb.words:
        about = await _person(value, turn)
        typed, names = verb.typed or name, plain(about.name) if about else ""
        await prompt(press, name, typed, turn, names, about.id if about else 0)
        return
    # Its answers belong below the card, or the command, that the menu was opened from.
    there = {"message_id": callback_data.message, "reply_to_message": None}
    message = press.message.model_copy(update=there)
    asked = TicketCommand(message, Content(value), press.ticket, press.by)
    await _handler(name)(asked, turn)


async def prompt_pressed(query: CallbackQuery, turn: Turn) -> None:
    """Whoever of the staff presses: the prompt goes away, and nothing is done."""
    if not isinstance(query.message, Message):
        raise OldButton
    press = await pressed(query, query.message.message_id, turn)
    await press.becomes(None, turn)


def prompt_of(message: Message, staff: Staff, turn: Turn) -> PromptPress | None:
    """The prompt that this message answers, if its author is the one who was asked."""
    target = message.reply_to_message
    if target is None or reply_ref_of(message) is None or command_of(message, turn.username):
        return None
    own = target.from_user is not None and target.from_user.username == turn.username
    if not own or target.reply_markup is None:
        return None
    for row in target.reply_markup.inline_keyboard:
        for button in row:
            found = _unpacked(button.callback_data)
            if found is not None and found.person == staff.id and found.verb in _VERBS:
                return found
    return None


async def answered(
    message: Message, asked: PromptPress, ticket: Ticket, staff: Staff, turn: Turn
) -> None:
    """The words that a verb waited for are there: it is done, and the prompt goes away."""
    target = message.reply_to_message
    argument = content_of(message)
    if _VERBS[asked.verb].of_entry:
        argument = Content(f"{asked.about} {argument.text}")
    elif asked.about:
        argument = _to(await turn.uow.people.get(asked.about), argument)
    # What it replies to is the desk's question, and nothing that the command could be about.
    said = message.model_copy(update={"reply_to_message": None})
    await _handler(asked.verb)(TicketCommand(said, argument, ticket, staff), turn)
    if target is not None:
        done = ShowPanel(ref_of(message), staff.id, message=target.message_id, aloud=True)
        await turn.uow.outbox.add(Delivery(Lane.COSMETIC, done, ticket.id))


def _handler(verb: str) -> TopicHandler:
    return _VERBS[verb].does or TOPIC_COMMANDS[verb]


def _offered(
    press: PanelPressed, name: str, choices: Sequence[tuple[str, str]], texts: Texts
) -> Panel:
    buttons = [
        Button(
            plain(label, _LABEL) or "…",
            VerbPress(verb=name, message=press.asked.message, value=value).pack(),
        )
        for label, value in choices
        if len(value.encode()) <= _MAX_VALUE and ":" not in value
    ]
    words = texts.say("menu-choose", {"command": f"/{name}"})
    return Panel(Content(words), _rows(buttons, 2))


async def _person(value: str, turn: Turn) -> Person | None:
    """Whom a button names for the command; raises `OldButton` for nobody of the staff."""
    if not value:
        return None
    known = value.isascii() and value.isdigit() and len(value) <= len(str(2**52))
    person = await turn.uow.people.get(int(value)) if known else None
    if person is None or person.role is None:
        raise OldButton
    return person


def _to(person: Person | None, words: Content) -> Content:
    """The words with a person's name before them, as the command takes it."""
    if person is None:
        raise OldButton
    name = plain(person.name) or "…"
    shift = units(f"{name} ")
    called = Entity(MessageEntityType.TEXT_MENTION, 0, units(name), user_id=person.id)
    moved = (replace(each, offset=each.offset + shift) for each in words.entities)
    return replace(words, text=f"{name} {words.text}", entities=(called, *moved))


def _unpacked(data: str | None) -> PromptPress | None:
    try:
        return PromptPress.unpack(data or "")
    except (TypeError, ValueError):
        return None


def _rows(buttons: Sequence[Button], wide: int) -> Rows:
    return tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))


def router() -> Router:
    """The handlers of the menu's buttons and of the prompts'."""
    made = Router(name="asking")
    made.callback_query.register(verb_pressed, VerbPress.filter(), InStaffChat())
    made.callback_query.register(prompt_pressed, PromptPress.filter(), InStaffChat())
    return made
