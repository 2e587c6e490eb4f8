"""What staff choose to be told in private, and who is on call."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from aiogram.enums import MessageEntityType
from aiogram.types import Message

from bot.reading import Command
from bot.routers import CommandHandler
from bot.turn import Turn
from orchestration.content import Content
from orchestration.errors.notices import NobodyToTell
from orchestration.errors.ticket import UnknownPerson
from orchestration.habits import hours_named, time_named, zone_named
from orchestration.notice import EVERYWHERE, Cause
from orchestration.oncall import call_on, on_call
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
    Cause.LOOK_WANTED: _NEEDED,
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


async def oncall(message: Message, command: Command, turn: Turn) -> None:
    """Who is on call, or who is from now on."""
    staff = turn.staff_of(message)
    if staff is not None and command.argument.text.strip():
        off = command.argument.text.strip().lower() == _OFF
        people = () if off else await _people_meant(command.argument, turn)
        await call_on(turn.uow, people, staff)
    found = [await turn.uow.people.get(number) for number in await on_call(turn.uow)]
    names = ", ".join(person.name for person in found if person and person.role)
    only = turn.person.id if turn.person else None
    await turn.answer(message, StaffSentence.ON_CALL, {"who": names}, only=only)


def _asker(turn: Turn) -> Person:
    """Whoever asks, as someone who can be told in private; raises `NobodyToTell`."""
    if turn.person is None:
        raise NobodyToTell
    return turn.person


async def _people_meant(argument: Content, turn: Turn) -> tuple[Person, ...]:
    """Everyone who is named, each once; raises `UnknownPerson`."""
    pointed = [each for each in argument.entities if each.type == MessageEntityType.TEXT_MENTION]
    found = [await turn.uow.people.get(each.user_id) for each in pointed if each.user_id]
    words = [] if found else argument.text.split()
    found += [await turn.uow.people.by_username(word.removeprefix("@")) for word in words]
    people = [person for person in found if person is not None and person.role is not None]
    if len(people) < len(found):
        raise UnknownPerson(name=argument.text.strip()[:64])
    return tuple(dict.fromkeys(people))


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
    "oncall": oncall,
}
