"""Who is staff: what the group itself says, asked at start because updates may have been missed."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import User

from bot.incoming.reading import person_of
from bot.routers.setup import role_in_group
from orchestration.desk import Desk
from orchestration.people import Person
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.team.assignment import someone_left
from orchestration.transactions import transact


async def refresh(bot: Bot, begin: Begin, desk: Desk, staff_chat: int, clock: Clock) -> None:
    """Learns the administrators, and looks again at everyone the desk holds for staff.

    A bot cannot list a group's members: agents are learned as they act. Raises what Telegram
    answers when the group cannot be read.
    """
    members = {admin.user.id: admin for admin in await bot.get_chat_administrators(staff_chat)}
    async with begin() as uow:
        known = {person.id: person for person in await uow.people.staff()}
    roles: dict[int, tuple[User | Person, object]] = {
        number: (admin.user, admin) for number, admin in members.items() if not admin.user.is_bot
    }
    for number, person in known.items():
        if number not in members:
            roles[number] = (person, await _membership(bot, staff_chat, number))

    async def learn(uow: UnitOfWork) -> None:
        for number, (who, member) in roles.items():
            person = _as_member(who, known.get(number), member)
            if person == known.get(number):
                continue
            await uow.people.learn(person)
            if person.role is None:
                await someone_left(uow, desk, person, clock())

    await transact(begin, learn)


async def _membership(bot: Bot, staff_chat: int, person: int) -> object:
    try:
        return await bot.get_chat_member(staff_chat, person)
    except TelegramBadRequest:  # "member not found": never was in the group
        return None


def _as_member(who: User | Person, known: Person | None, member: object) -> Person:
    person = person_of(who, known) if isinstance(who, User) else who
    return person.in_group(role_in_group(member))
