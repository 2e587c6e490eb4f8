"""What is about the group and its people, not about one ticket."""

from collections.abc import Mapping
from dataclasses import replace

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import (
    ChatMemberMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    ResultChatMemberUnion,
    User,
)

from bot.incoming.reading import Command, command_of, person_of
from bot.incoming.turn import Turn
from bot.routers import CommandHandler, InStaffChat
from bot.routers.finding import search
from bot.routers.followups import FOLLOW_UP_COMMANDS, TIME_COMMANDS
from bot.routers.incidents import incident
from bot.routers.notices import NOTICE_COMMANDS
from bot.routers.roles import tell_or_give_role
from orchestration import deliveries
from orchestration.customers.reach import came_back
from orchestration.people import Role
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.team import roles
from orchestration.team.assignment import someone_left

#: So many tickets `/queue` lists, the oldest first.
QUEUE_LENGTH = 30


def role_in_group(member: object) -> Role | None:
    """The role that a membership of the staff group gives; None for whoever is not in it.

    Administrators supervise, and whoever the group belongs to is the desk's admin.
    """
    status = getattr(member, "status", None)
    if status == ChatMemberStatus.CREATOR:
        return Role.ADMIN
    if status == ChatMemberStatus.ADMINISTRATOR:
        return Role.SUPERVISOR
    inside = isinstance(member, ChatMemberMember) or (
        isinstance(member, ChatMemberRestricted) and member.is_member
    )
    return Role.AGENT if inside else None


async def membership_changed(update: ChatMemberUpdated, turn: Turn) -> None:
    """Someone came, left, or became an administrator, or stopped being one."""
    await update_role(turn, update.new_chat_member.user, update.new_chat_member)


async def private_chat_changed(update: ChatMemberUpdated, turn: Turn) -> None:
    """Someone blocked or unblocked the bot (telegram-facts, section 3.12)."""
    user = update.from_user
    known = await turn.uow.people.get(user.id)
    person = person_of(user, known)
    reachable = update.new_chat_member.status == ChatMemberStatus.MEMBER
    await turn.uow.people.learn(replace(person, reachable=reachable))
    if reachable:
        await came_back(turn.uow, user.id, turn.now)


async def rights_changed(update: ChatMemberUpdated, turn: Turn) -> None:
    """The bot's place in the staff group changed: what was refused there is tried at once."""
    await turn.uow.courier.hurry()
    turn.group_is_back = update.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR
    before, now = (
        getattr(member, "can_manage_tags", None)
        for member in (update.old_chat_member, update.new_chat_member)
    )
    if now and not before:
        await roles.show_all(turn.uow)


async def update_role(turn: Turn, user: User, member: object) -> None:
    """Gives someone the role that their membership says, and takes what they lost with it."""
    if user.is_bot:
        return
    known = await turn.uow.people.get(user.id)
    person = person_of(user, known).in_group(role_in_group(member))
    await turn.uow.people.learn(person)
    if person.granted is not None and known is not None and person.by_group != known.by_group:
        await turn.uow.outbox.add(deliveries.role(person.id))
    if person.role is None:
        await someone_left(turn.uow, turn.desk, person, turn.now)


async def recognize(turn: Turn, member: ResultChatMemberUnion | None) -> None:
    """Someone who has not been seen in the group turns out to be a member of it."""
    person = turn.person
    if member is None or person is None or person.role is not None:
        return
    turn.person = person_of(member.user, person).in_group(role_in_group(member))
    await turn.uow.people.learn(turn.person)


async def members_came(message: Message, turn: Turn) -> None:
    """New members are agents from their first moment."""
    for user in message.new_chat_members or ():
        known = await turn.uow.people.get(user.id)
        if not user.is_bot and (known is None or known.role is None):
            await turn.uow.people.learn(person_of(user, known).in_group(Role.AGENT))


async def member_left(message: Message, turn: Turn) -> None:
    """Heard also by a bot that gets no `chat_member` updates."""
    if message.left_chat_member is not None:
        await update_role(turn, message.left_chat_member, None)


async def other_group_message(message: Message, turn: Turn) -> None:
    """Groups that are not the staff's get silence, save for `/id`."""
    author = message.from_user
    if author is not None and author.is_bot and message.sender_chat is None:
        return  # two bots that answer each other would never end
    command = command_of(message, turn.username)
    if command is not None and command.name == "id":
        await tell_ids(message, command, turn)


async def tell_ids(message: Message, _: Command, turn: Turn) -> None:
    """The ids that a person needs for `.env`."""
    facts: Facts = {
        "chat": message.chat.id,
        "user": message.from_user.id if message.from_user else 0,
        "thread": (message.message_thread_id or 0) if message.is_topic_message else 0,
    }
    await turn.answer(message, PublicSentence.IDS, facts)


async def tell_queue(message: Message, _: Command, turn: Turn) -> None:
    """The tickets that wait for someone, oldest first."""
    found = await turn.uow.tickets.unended(QUEUE_LENGTH + 1)
    tickets = found[:QUEUE_LENGTH]
    if not tickets:
        await turn.answer(message, StaffSentence.QUEUE_EMPTY)
        return
    lines = "\n".join(
        f"#{ticket.id} {ticket.subject} — {ticket.primary.name if ticket.primary else '…'}"
        for ticket in tickets
    )
    facts: Facts = {"count": len(tickets), "more": len(found) - len(tickets), "lines": lines}
    await turn.answer(message, StaffSentence.QUEUE, facts)


async def help_group(message: Message, _: Command, turn: Turn) -> None:
    """What can be asked of the desk outside a ticket."""
    await turn.answer(message, StaffSentence.HELP_GROUP)


#: Commands meant for General and for topics that are no tickets.
GROUP_COMMANDS: Mapping[str, CommandHandler] = {
    "id": tell_ids,
    "queue": tell_queue,
    "search": search,
    "incident": incident,
    "role": tell_or_give_role,
    "help": help_group,
    **NOTICE_COMMANDS,
    **FOLLOW_UP_COMMANDS,
    **TIME_COMMANDS,
}


def members_router() -> Router:
    """The handlers of who comes, leaves, rises or blocks the bot."""
    made = Router(name="members")
    made.chat_member.register(membership_changed, InStaffChat())
    made.my_chat_member.register(private_chat_changed, F.chat.type == ChatType.PRIVATE)
    made.my_chat_member.register(rights_changed, InStaffChat())
    made.message.register(members_came, F.new_chat_members, InStaffChat())
    made.message.register(member_left, F.left_chat_member, InStaffChat())
    return made


def elsewhere_router() -> Router:
    """The handler of groups that are not the staff's: ask it after the topic's."""
    made = Router(name="elsewhere")
    made.message.register(other_group_message, F.chat.type != ChatType.PRIVATE)
    return made
