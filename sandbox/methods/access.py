"""Finding the chat, the message and the right that a call needs, or Telegram's words for its lack.

The order of the checks is telegram-bot-api's: `check_chat`, `check_chat_access`, `check_message`.
"""

from sandbox.errors import refuse
from sandbox.methods.call import Call
from sandbox.params import Params
from sandbox.world import Chat, Member, Message


def readable_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat that a call names, if the bot may look at it."""
    chat = _named_chat(call, name)
    if chat.is_private and not chat.started:
        refuse("chat not found")
    if not chat.is_private:
        _check_membership(chat, call)
    return chat


def writable_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat that a call names, if the bot may write to it."""
    chat = _named_chat(call, name)
    if chat.is_private:
        _check_person(call, chat)
        return chat
    if chat.migrated_to is not None:
        refuse(
            "group chat was upgraded to a supergroup chat",
            parameters={"migrate_to_chat_id": chat.migrated_to},
        )
    _check_membership(chat, call)
    return chat


def find_message(call: Call, chat: Chat, what: str) -> Message:
    """The message that `message_id` names; `what` is how Telegram calls it when it is gone."""
    message = chat.messages.get(call.params.integer("message_id"))
    if message is None:
        refuse(f"{what} not found")
    return message


def message_ids(params: Params, name: str = "message_ids") -> list[int]:
    """A list of message ids (C: `get_message_ids`)."""
    ids = params.array(name)
    if not ids:
        refuse("message identifiers are not specified")
    if len(ids) > 100:  # noqa: PLR2004 - Bot API, copyMessages
        refuse("too many message identifiers specified")
    try:
        numbers = [int(number) for number in ids]
    except (TypeError, ValueError):
        refuse("can't parse message identifier as a Number")
    if min(numbers) <= 0:
        refuse("invalid message identifier specified")
    return numbers


def own_member(call: Call, chat: Chat) -> Member:
    """The bot's own place in a chat."""
    return chat.member(call.bot.user_id)


def _named_chat(call: Call, name: str) -> Chat:
    if not call.params.text(name):
        refuse("chat_id is empty")
    chat = call.world.chats.get(call.params.integer(name))
    if chat is None:
        refuse("chat not found")
    return chat


def _check_person(call: Call, chat: Chat) -> None:
    if call.world.users[chat.id].deactivated:
        refuse("user is deactivated", 403)
    if not chat.started:
        refuse("bot can't initiate conversation with a user", 403)
    if chat.blocked:
        refuse("bot was blocked by the user", 403)


def _check_membership(chat: Chat, call: Call) -> None:
    member = own_member(call, chat)
    if member.status == "kicked":
        refuse(f"bot was kicked from the {chat.type} chat", 403)
    if not member.is_present:
        refuse(f"bot is not a member of the {chat.type} chat", 403)
