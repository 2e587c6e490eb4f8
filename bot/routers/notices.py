"""What staff choose to be told in private."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from aiogram.types import Message

from bot.reading import Command
from bot.routers import CommandHandler
from bot.routers.duty import DUTY_COMMANDS
from bot.turn import Turn
from orchestration.errors.notices import NobodyToTell
from orchestration.habits import hours_named, time_named, zone_named
from orchestration.notice import EVERYWHERE, Cause
from orchestration.people import Person
from orchestration.sentences import Facts, StaffSentence
from orchestration.subscriptions import EVENTS, say, say_nothing, wish_named

_OFF = "off"
_DEFAULT = "default"
#: What of a cause someone is told who never said anything: nothing, what needs them, all of it.
_NOTHING, _NEEDED, _ALL = range(3)
_USUALLY: Mapping[Cause, int] = {
    Cause.MENTIONED: _NEEDED,
    Cause.ASSIGNED: _NEEDED,
    Cause.CUSTOMER_WROTE: _NEEDED,
}


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


async def quiet(message: Message, command: Command, turn: Turn) -> None:
    """Their quiet hours, with the time zone that they live in."""
    person, (word, *rest) = _asker(turn), command.argument.text.split() or [""]
    if word:
        habits = await turn.uow.notices.habits_of(person.id)
        hours = None if word.lower() == _OFF else hours_named(word)
        zone = zone_named(" ".join(rest)) if rest else habits.zone
        await turn.uow.notices.keep_habits(person.id, replace(habits, quiet=hours, zone=zone))
    await _show(message, person, turn)


async def digest(message: Message, command: Command, turn: Turn) -> None:
    """When the digest of a day comes to them."""
    person, word = _asker(turn), command.argument.text.strip()
    if word:
        habits = await turn.uow.notices.habits_of(person.id)
        at = None if word.lower() == _OFF else time_named(word)
        await turn.uow.notices.keep_habits(person.id, replace(habits, digest=at))
    await _show(message, person, turn)


def _asker(turn: Turn) -> Person:
    """Whoever asks, as someone who can be told in private; raises `NobodyToTell`."""
    if turn.person is None:
        raise NobodyToTell
    return turn.person


async def _show(message: Message, person: Person, turn: Turn) -> None:
    """What they have chosen, and what they can choose."""
    rules = await turn.uow.notices.rules_of(person.id)
    habits = await turn.uow.notices.habits_of(person.id)
    words = {cause: word for word, cause in EVENTS.items()}
    everywhere = {rule.cause: rule.wanted for rule in rules if rule.scope == EVERYWHERE}
    lines = [
        f"{'●' if rule.wanted else '○'} {words[rule.cause]} {rule.scope}"
        for rule in rules
        if rule.scope != EVERYWHERE
    ]
    told = {word: _told(cause, everywhere.get(cause)) for word, cause in EVENTS.items()}
    facts: Facts = {
        **told,
        "chat": int(person.reachable),
        "lines": "\n".join(lines),
        "quiet": "–".join(map(_shown, habits.quiet)) if habits.quiet else "",  # noqa: RUF001
        "digest": _shown(habits.digest) if habits.digest else "",
        "zone": habits.zone,
    }
    await turn.answer(message, StaffSentence.NOTICE_SETTINGS, facts, only=person.id)


def _told(cause: Cause, said: bool | None) -> int:  # noqa: FBT001 - what a rule says, if one does
    if said is None:
        return _USUALLY.get(cause, _NOTHING)
    return _ALL if said else _NOTHING


def _shown(of_day: time) -> str:
    return f"{of_day:%H:%M}"


#: In the group, in any topic, and in private.
NOTICE_COMMANDS: Mapping[str, CommandHandler] = {
    "subscribe": subscribe,
    "mute": mute,
    "quiet": quiet,
    "digest": digest,
    **DUTY_COMMANDS,
}
