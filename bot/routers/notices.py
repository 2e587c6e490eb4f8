"""What staff choose to be told in private."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks import NoticePage, NoticePress, NoticeStep
from bot.incoming.reading import Command, ref_of
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from bot.routers.duty import DUTY_COMMANDS
from bot.routers.knowledge import KNOWLEDGE_COMMANDS
from bot.routers.shift import SHIFT_COMMANDS
from bot.routers.specialists import SPECIALIST_COMMANDS
from bot.speaking import language_of
from bot.views.notices import DIGEST, OFF, QUIET, ZONES, Chosen, key_of, settings
from bot.views.panel import Panel
from orchestration.delivery import Delivery, Lane, ShowPanel
from orchestration.errors.asking import OldButton
from orchestration.errors.notices import NobodyToTell
from orchestration.people import Person
from orchestration.telling.habits import hours_named, time_named, zone_named
from orchestration.telling.notice import Interest
from orchestration.telling.subscriptions import Wish, say, say_nothing, unsay, wish_named

_DEFAULT = "default"


async def subscribe(message: Message, command: Command, turn: Turn) -> None:
    """They want to be told of something, or of what everybody is told of."""
    person, words = _asker(turn), command.argument.text
    if words.strip().lower() == _DEFAULT:
        await say_nothing(turn.uow, person.id)
    elif words.strip():
        wish = await wish_named(turn.uow, turn.desk, words)
        await say(turn.uow, person.id, wish, wanted=True)
    await _show(message, person, turn)


async def mute(message: Message, command: Command, turn: Turn) -> None:
    """They do not want to be told of something."""
    person, words = _asker(turn), command.argument.text
    if words.strip():
        wish = await wish_named(turn.uow, turn.desk, words)
        await say(turn.uow, person.id, wish, wanted=False)
    await _show(message, person, turn)


async def notices(message: Message, _: Command, turn: Turn) -> None:
    """What they are told, and when, to choose by buttons."""
    await _show(message, _asker(turn), turn)


async def quiet(message: Message, command: Command, turn: Turn) -> None:
    """Their quiet hours, with the time zone that they live in."""
    person, (word, *rest) = _asker(turn), command.argument.text.split() or [""]
    if word:
        habits = await turn.uow.notices.habits_of(person.id)
        hours = None if word.lower() == OFF else hours_named(word)
        zone = zone_named(" ".join(rest)) if rest else habits.zone
        await turn.uow.notices.keep_habits(person.id, replace(habits, quiet=hours, zone=zone))
    await _show(message, person, turn)


async def digest(message: Message, command: Command, turn: Turn) -> None:
    """When the digest of a day comes to them."""
    person, word = _asker(turn), command.argument.text.strip()
    if word:
        habits = await turn.uow.notices.habits_of(person.id)
        at = None if word.lower() == OFF else time_named(word)
        await turn.uow.notices.keep_habits(person.id, replace(habits, digest=at))
    await _show(message, person, turn)


def _asker(turn: Turn) -> Person:
    """Whoever asks, as someone who can be told in private; raises `NobodyToTell`."""
    if turn.person is None:
        raise NobodyToTell
    return turn.person


async def _show(message: Message, person: Person, turn: Turn) -> None:
    """What they have chosen, with a button for each choice."""
    private = message.chat.id == person.id
    thread = message.message_thread_id if message.is_topic_message else None
    shown = await _panel(person, turn, private=private)
    what = ShowPanel(ref_of(message), person.id, shown.words, shown.buttons, thread)
    await _send(what, turn)


async def pressed(query: CallbackQuery, callback_data: NoticePress, turn: Turn) -> None:
    """Someone changed their own notices by a button, or turned a page of them."""
    message, person = query.message, turn.person
    if person is None or person.role is None or not isinstance(message, Message):
        raise OldButton
    page = await _done(person, callback_data, turn)
    private = message.chat.id == person.id
    shown = await _panel(person, turn, page, callback_data.page, private=private)
    ephemeral = message.ephemeral_message_id
    what = ShowPanel(
        ref_of(message),
        person.id,
        shown.words,
        shown.buttons,
        message.message_thread_id if message.is_topic_message else None,
        message=None if ephemeral else message.message_id,
        ephemeral=ephemeral,
    )
    await _send(what, turn)


async def _done(person: Person, press: NoticePress, turn: Turn) -> NoticePage:
    """Does what a button says; returns the page to show then. Raises `OldButton`."""
    habits = await turn.uow.notices.habits_of(person.id)
    value = press.value
    match press.do:
        case NoticeStep.SHOW if value in {*NoticePage}:
            return NoticePage(value)
        case NoticeStep.QUIET if value in {OFF, *QUIET}:
            hours = None if value == OFF else hours_named(value)
            await turn.uow.notices.keep_habits(person.id, replace(habits, quiet=hours))
        case NoticeStep.DIGEST if value in {OFF, *DIGEST}:
            at = None if value == OFF else time_named(value)
            await turn.uow.notices.keep_habits(person.id, replace(habits, digest=at))
        case NoticeStep.ZONE if value in ZONES:
            await turn.uow.notices.keep_habits(person.id, replace(habits, zone=value))
        case NoticeStep.TELL | NoticeStep.HUSH | NoticeStep.USUAL | NoticeStep.FORGET:
            return await _wished(person, press, turn)
        case _:
            raise OldButton
    return NoticePage.ALL


async def _wished(person: Person, press: NoticePress, turn: Turn) -> NoticePage:
    """What is said of an interest everywhere, or of one of the exceptions."""
    if press.value in {*Interest}:
        interest = Interest(press.value)
        page, wish = NoticePage.ALL, Wish({interest})
    else:
        rules = await turn.uow.notices.rules_of(person.id)
        rule = next((rule for rule in rules if key_of(rule) == press.value), None)
        if rule is None:  # it was forgotten meanwhile
            raise OldButton
        page, wish = NoticePage.THERE, Wish({rule.interest}, rule.scope, rule.status)
    if press.do in {NoticeStep.USUAL, NoticeStep.FORGET}:
        await unsay(turn.uow, person.id, wish)
    else:
        await say(turn.uow, person.id, wish, wanted=press.do is NoticeStep.TELL)
    return page


async def _panel(
    person: Person,
    turn: Turn,
    page: NoticePage = NoticePage.ALL,
    number: int = 1,
    *,
    private: bool,
) -> Panel:
    rules = await turn.uow.notices.rules_of(person.id)
    habits = await turn.uow.notices.habits_of(person.id)
    language = await language_of(turn.uow, person.id, turn.texts) if private else None
    return settings(Chosen(person, rules, habits, language), page, number, turn.texts)


async def _send(panel: ShowPanel, turn: Turn) -> None:
    chat = panel.to.chat if panel.to.chat == panel.only else None
    await turn.uow.outbox.add(Delivery(Lane.ALERT, panel, chat=chat))


#: In the group, in any topic, and in private.
NOTICE_COMMANDS: Mapping[str, CommandHandler] = {
    "notices": notices,
    "subscribe": subscribe,
    "mute": mute,
    "quiet": quiet,
    "digest": digest,
    **DUTY_COMMANDS,
    **SHIFT_COMMANDS,
    **SPECIALIST_COMMANDS,
    **KNOWLEDGE_COMMANDS,
}


def router() -> Router:
    """The handler of the buttons of someone's notices."""
    made = Router(name="notices")
    made.callback_query.register(pressed, NoticePress.filter())
    return made
