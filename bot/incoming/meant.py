"""Whom a command or a button means: a bot knows only people whom it has seen."""

import re
from collections.abc import Sequence

from aiogram.enums import MessageEntityType
from aiogram.types import Message

from bot.incoming.reading import after_entity, after_word, reply_ref_of
from bot.incoming.turn import Turn
from orchestration.content import Content
from orchestration.errors.asking import MissingArgument, OldButton
from orchestration.errors.team import SeveralKnow
from orchestration.errors.ticket import UnknownPerson
from orchestration.people import Person

#: How a button names a person. A Telegram id has 52 significant bits at most (Bot API, User).
_PERSON = re.compile(r"[0-9]{1,16}")


async def person_meant(
    message: Message, argument: Content, turn: Turn, form: str
) -> tuple[Person, Content]:
    """The one person of the staff whom a command means, and what it says beside.

    That is a text mention, a known @name, the one who has a skill, or who wrote the message that
    the command replies to. Raises `MissingArgument` with the command's `form` when it names nobody,
    `UnknownPerson` when the desk has not seen them, and `SeveralKnow` for a skill of several.
    """
    people, rest = await people_meant(message, argument, turn, form)
    if len(people) > 1:
        names = ", ".join(person.mention for person in people)
        raise SeveralKnow(skill=_first_word(argument), names=names)
    return people[0], rest


async def people_meant(
    message: Message, argument: Content, turn: Turn, form: str
) -> tuple[Sequence[Person], Content]:
    """The same, where a skill means all who have it; there is at least one."""
    for entity in argument.entities:
        begins = entity.type == MessageEntityType.TEXT_MENTION and entity.offset == 0
        if begins and entity.user_id is not None:
            person = await turn.uow.people.get(entity.user_id)
            return [_staff_only(person, argument.text)], after_entity(argument, entity)
    word = _first_word(argument)
    name = word.removeprefix("@")
    named = await turn.uow.people.by_username(name)
    if named is not None and named.role is not None:
        return [named], after_word(argument)
    target = message.reply_to_message if reply_ref_of(message) is not None else None
    if target is not None and target.from_user and not word.startswith("@"):
        person = await turn.uow.people.get(target.from_user.id)
        return [_staff_only(person, target.from_user.full_name)], argument
    if not word:
        raise MissingArgument(form=form)
    staff = await turn.uow.people.staff()
    skilled = [person for person in staff if name.lower() in person.skills]
    if not skilled:
        raise UnknownPerson(name=word[:64])
    return skilled, after_word(argument)


async def person_named(value: str, turn: Turn) -> Person:
    """The person of the staff whom a button names; raises `OldButton` or `UnknownPerson`."""
    if not _PERSON.fullmatch(value):
        raise OldButton
    return _staff_only(await turn.uow.people.get(int(value)), value)


def _first_word(argument: Content) -> str:
    return next(iter(argument.text.split(maxsplit=1)), "")


def _staff_only(person: Person | None, word: str) -> Person:
    if person is None or person.role is None:
        raise UnknownPerson(name=person.name if person else word[:64])
    return person
