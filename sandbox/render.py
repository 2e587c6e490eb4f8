"""The world in the Bot API's words: users, chats, members and messages as JSON objects.

Which field appears when is that of tdlib/telegram-bot-api (`JsonMessage`, `JsonChat`, `JsonUser`).
"""

from sandbox.shapes import Object
from sandbox.world import Chat, Member, Message, Topic, User, World

ADMINISTRATOR_FLAGS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_manage_tags",
    "can_send_welcome_messages",
)
#: Whoever may bear a tag (Bot API 9.5).
TAGGED = frozenset({"member", "restricted"})
MEMBER_FLAGS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def user_object(user: User) -> Object:
    """A user as others see it."""
    optional = {
        "last_name": user.last_name,
        "username": user.username,
        "language_code": user.language_code,
    }
    known = {name: value for name, value in optional.items() if value}
    return {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name, **known}


def chat_object(world: World, chat: Chat) -> Object:
    """A chat as it stands inside messages and updates."""
    if chat.is_private:
        person = user_object(world.users[chat.id])
        del person["is_bot"]
        person.pop("language_code", None)
        return person | {"type": "private"}
    described: Object = {"id": chat.id, "type": chat.type, "title": chat.title}
    if chat.is_forum:
        described["is_forum"] = True
    return described


def member_object(world: World, user_id: int, member: Member) -> Object:
    """One ChatMember, of the kind its status calls for."""
    described: Object = {"user": user_object(world.users[user_id]), "status": member.status}
    match member.status:
        case "creator":
            described["is_anonymous"] = member.anonymous
        case "administrator":
            rights = {flag: member.rights.get(flag, False) for flag in ADMINISTRATOR_FLAGS}
            described |= {**rights, "can_be_edited": False, "is_anonymous": member.anonymous}
        case "restricted":
            allowed = {flag: member.rights.get(flag, False) for flag in MEMBER_FLAGS}
            described |= {**allowed, "is_member": True, "until_date": 0}
        case "kicked":
            described["until_date"] = 0
        case _:
            pass
    if member.tag and member.status in TAGGED:
        described["tag"] = member.tag
    return described


def tag_of(world: World, message: Message) -> str | None:
    """The tag of a message's author in its chat, unless they write as a chat."""
    member = world.chat(message.chat_id).member(message.sender)
    return member.tag if message.sender_chat_id is None and member.status in TAGGED else None


def topic_object(topic: Topic) -> Object:
    """A ForumTopic."""
    described: Object = {
        "message_thread_id": topic.message_thread_id,
        "name": topic.name,
        "icon_color": topic.icon_color,
    }
    if topic.icon_custom_emoji_id:
        described["icon_custom_emoji_id"] = topic.icon_custom_emoji_id
    return described


def message_object(world: World, message: Message, *, with_reply: bool = True) -> Object:
    """A Message; inside `reply_to_message` and `pinned_message` it carries no further reply."""
    described: Object = {
        "message_id": message.message_id,
        "from": user_object(world.users[message.sender]),
        "chat": chat_object(world, world.chat(message.chat_id)),
        "date": message.date,
        **message.content,
        **_place(message),
        **_optional(message),
    }
    if tag := tag_of(world, message):
        described["sender_tag"] = tag
    if message.sender_chat_id is not None:
        described["sender_chat"] = chat_object(world, world.chat(message.sender_chat_id))
    if message.receiver is not None:
        described["receiver_user"] = user_object(world.users[message.receiver])
    if with_reply:
        described |= _reply(world, message)
    return described


def _place(message: Message) -> Object:
    if message.thread is not None:
        return {"message_thread_id": message.thread, "is_topic_message": True}
    return {} if message.chain is None else {"message_thread_id": message.chain}


def _optional(message: Message) -> Object:
    fields = {
        "edit_date": message.edit_date,
        "author_signature": message.signature,
        "media_group_id": message.media_group_id,
        "reply_markup": message.markup,
        "quote": message.quote,
        "external_reply": message.external_reply,
        "ephemeral_message_id": message.ephemeral_id,
    }
    found = {name: value for name, value in fields.items() if value is not None}
    if message.protected:
        found["has_protected_content"] = True
    return found | _forward(message)


def _forward(message: Message) -> Object:
    origin = message.forward_origin
    if origin is None:
        return {}
    fields: Object = {"forward_origin": origin, "forward_date": origin["date"]}
    if origin["type"] == "user":
        fields["forward_from"] = origin["sender_user"]
    elif origin["type"] == "hidden_user":
        fields["forward_sender_name"] = origin["sender_user_name"]
    else:
        fields["forward_from_chat"] = origin["sender_chat"]
    return fields


def _reply(world: World, message: Message) -> Object:
    messages = world.chat(message.chat_id).messages
    if message.service and "pinned_message" in message.content:
        return {}
    target = message.reply_to
    if target is None and message.external_reply is None and message.thread != message.message_id:
        # Every message of a topic answers the topic's root when it answers nothing else (C).
        target = message.thread
    if target is None or target not in messages:
        return {}
    return {"reply_to_message": message_object(world, messages[target], with_reply=False)}
