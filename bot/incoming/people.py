"""Learns who people are from the updates they cause; a bot can neither list nor look them up."""

from dataclasses import replace

from aiogram.types import Chat, Message, Update, User

from bot.incoming.reading import person_of
from orchestration.people import Person, Role
from orchestration.ports import UnitOfWork


def author_of(update: Update) -> tuple[User, Chat] | None:
    """Who caused an update, and where; None for bots and for what has no author."""
    event = (
        update.message
        or update.edited_message
        or update.callback_query
        or update.message_reaction
        or update.my_chat_member
        or update.chat_member
    )
    if event is None:
        return None
    user: User | None = getattr(event, "from_user", None) or getattr(event, "user", None)
    place = update.callback_query.message if update.callback_query else event
    chat: Chat | None = getattr(place, "chat", None)
    # Whoever writes as a chat, such as the group's channel, is nobody in particular.
    as_chat = getattr(event, "sender_chat", None) is not None
    if user is None or chat is None or user.is_bot or as_chat:
        return None
    return user, chat


async def learn(uow: UnitOfWork, update: Update, staff_chat: int | None) -> Person | None:
    """Keeps what the update tells of its author, and returns them.

    Whoever acts in the staff group is staff: an agent, unless more is known of them. Whoever
    writes in private can be written to.
    """
    found = author_of(update)
    if found is None:
        return None
    user, chat = found
    known = await uow.people.get(user.id)
    person = person_of(user, known)
    here = chat.id == staff_chat and not _is_goodbye(update.message)
    if here and update.chat_member is None and person.role is None:
        person = person.in_group(Role.AGENT)
    if chat.type == "private" and update.my_chat_member is None:
        person = replace(person, reachable=True)
    if person != known:
        await uow.people.learn(person)
    return person


def _is_goodbye(message: Message | None) -> bool:
    """Whether this is the service message of someone who leaves: its author may be gone."""
    return message is not None and message.left_chat_member is not None
