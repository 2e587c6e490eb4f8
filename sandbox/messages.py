"""Putting messages into a chat, changing them and taking them out."""

from sandbox.render import chat_object, user_object
from sandbox.shapes import Object
from sandbox.updates import tell_message
from sandbox.world import ANONYMOUS_BOT_ID, Chat, Message, Moment, World


def place(world: World, message: Message, now: Moment) -> Message:
    """Give a new message its id and its sender, put it into its chat and tell the bots."""
    chat = world.chat(message.chat_id)
    message.message_id = _next_id(world, chat)
    _sign(chat, message)
    if message.kind == "forum_topic_created":
        message.thread = message.message_id
    replied = chat.messages.get(message.reply_to or 0)
    if chat.is_forum and message.thread is None and replied is not None:
        message.chain = replied.chain or replied.message_id
    chat.messages[message.message_id] = message
    _number(world, message)
    tell_message(world, message, now)
    return message


def place_ephemeral(world: World, message: Message) -> Message:
    """Keep a message that only its receiver sees; it has no id of the ordinary kind (Bot API)."""
    chat = world.chat(message.chat_id)
    chat.last_ephemeral_id += 1
    message.ephemeral_id = chat.last_ephemeral_id
    _sign(chat, message)
    chat.ephemeral[message.ephemeral_id] = message
    _number(world, message)
    return message


def announce(world: World, message: Message, kind: str, content: Object, now: Moment) -> Message:
    """Place the service message that says what became of `message`, beside it."""
    note = Message(
        message.chat_id,
        message.author,
        kind,
        {kind: content},
        now.date,
        thread=message.thread,
        service=True,
    )
    return place(world, note, now)


def alter(world: World, message: Message, content: Object, now: Moment) -> None:
    """Give a message new content and say that it was edited."""
    message.content = content
    message.edit_date = now.date
    world.touch(message.chat_id, message.thread)
    if message.ephemeral_id is None:
        tell_message(world, message, now, "edited_message")


def remove(world: World, chat: Chat, message_id: int) -> None:
    """Take a message out of its chat. No update says so (fact 5)."""
    message = chat.messages.pop(message_id, None)
    if message is not None:
        world.touch(chat.id, message.thread)


def origin_of(world: World, message: Message) -> Object:
    """The MessageOrigin that a forward, or a reply from elsewhere, shows."""
    if message.forward_origin is not None:
        return message.forward_origin
    if message.sender_chat_id is not None:
        chat = chat_object(world, world.chat(message.sender_chat_id))
        return {"type": "chat", "date": message.date, "sender_chat": chat}
    sender = user_object(world.users[message.sender])
    return {"type": "user", "date": message.date, "sender_user": sender}


def _next_id(world: World, chat: Chat) -> int:
    # A bot counts the messages of all its private chats together; a supergroup counts its own.
    if chat.is_private:
        world.counters.private_message += 1
        return world.counters.private_message
    chat.last_message_id += 1
    world.counters.group_message = max(world.counters.group_message, chat.last_message_id)
    return chat.last_message_id


def _sign(chat: Chat, message: Message) -> None:
    message.sender = message.author
    if chat.member(message.author).anonymous:
        message.sender = ANONYMOUS_BOT_ID
        message.sender_chat_id = chat.id


def _number(world: World, message: Message) -> None:
    world.counters.order += 1
    message.order = world.counters.order
    world.touch(message.chat_id, message.thread)
