"""What the control API and the page see of the world."""

from sandbox.icons import TOPIC_ICONS
from sandbox.keyboards import buttons
from sandbox.media import file_of
from sandbox.people import entered, room
from sandbox.render import tag_of
from sandbox.shapes import Object
from sandbox.world import GENERAL_TOPIC, Chat, Message, User, World

_WITH_DETAILS = frozenset({"location", "venue", "contact", "poll", "dice", "sticker"})


def state(world: World) -> Object:
    """GET /sim/state: bots, people, chats and their topics."""
    return {
        "bots": [
            {
                "id": bot.user_id,
                "first_name": world.users[bot.user_id].first_name,
                "username": world.users[bot.user_id].username,
                "token": bot.token,
            }
            for bot in world.bots.values()
        ],
        "users": [_user(user) for user in world.users.values() if not user.is_bot],
        "chats": [_chat(chat) for chat in world.chats.values() if chat.migrated_to is None],
    }


def messages(world: World, chat_id: int, thread: int | None, viewer: int | None) -> list[Object]:
    """GET /sim/messages: what `viewer` sees in a chat, or in one topic of it, oldest first.

    Without `thread` it is the whole chat; General is topic 1, as in Telegram's apps.
    """
    chat = room(world, chat_id) if viewer is None else entered(world, chat_id, viewer)
    shown = [*chat.messages.values(), *(m for m in chat.ephemeral.values() if m.receiver == viewer)]
    if thread is not None:
        place = None if thread == GENERAL_TOPIC else thread
        shown = [message for message in shown if message.thread == place]
    return [_message(world, message) for message in sorted(shown, key=lambda found: found.order)]


def _user(user: User) -> Object:
    return {
        "id": user.id,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "username": user.username,
        "language_code": user.language_code,
        "role": user.role,
    }


def _chat(chat: Chat) -> Object:
    topics = [
        {
            "message_thread_id": topic.message_thread_id,
            "name": topic.name,
            "icon_color": topic.icon_color,
            "icon_custom_emoji_id": topic.icon_custom_emoji_id,
            "icon_emoji": TOPIC_ICONS.get(topic.icon_custom_emoji_id or ""),
            "closed": topic.closed,
            "deleted": topic.deleted,
            "created_by": topic.created_by,
        }
        for topic in chat.topics.values()
    ]
    members = [
        {
            "user_id": user_id,
            "status": member.status,
            "anonymous": member.anonymous,
            "tag": member.tag,
        }
        for user_id, member in chat.members.items()
    ]
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "topics": topics,
        "members": members,
        "started": chat.started if chat.is_private else None,
        "blocked": chat.blocked,
    }


def _message(world: World, message: Message) -> Object:
    content = message.content
    return {
        "message_id": message.message_id,
        "message_thread_id": message.thread,
        "from": message.sender,
        "date": message.date,
        "text": content.get("text"),
        "caption": content.get("caption"),
        "kind": "service" if message.service else message.kind,
        "reply_to_message_id": message.reply_to,
        "buttons": [
            [
                {
                    "text": key["text"],
                    "data": key.get("callback_data"),
                    "url": key.get("url"),
                    "style": key.get("style"),
                }
                for key in row
            ]
            for row in buttons(message)
        ],
        "edited": message.edit_date is not None,
        "reactions": [
            {"from": user_id, "emoji": emoji} for user_id, emoji in message.reactions.items()
        ],
        "service": message.kind if message.service else None,
        "entities": content.get("entities") or content.get("caption_entities") or [],
        "details": content.get(message.kind) if _has_details(message) else None,
        "file": _file(world, message),
        "media_group_id": message.media_group_id,
        "pinned": message.pinned,
        "sender_chat": message.sender_chat_id,
        "sender_tag": tag_of(world, message),
        "forward": _forwarded_from(message),
        "quote": (message.quote or {}).get("text"),
        "ephemeral": message.ephemeral_id is not None,
        "ephemeral_message_id": message.ephemeral_id,
    }


def _has_details(message: Message) -> bool:
    return message.service or message.kind in _WITH_DETAILS


def _file(world: World, message: Message) -> Object | None:
    held = file_of(message.content)
    file = world.files.get(held[1]) if held else None
    if file is None:
        return None
    return {
        "file_id": file.file_id,
        "file_name": file.name,
        "mime_type": file.mime_type,
        "size": file.size,
    }


def _forwarded_from(message: Message) -> str | None:
    origin = message.forward_origin
    if origin is None:
        return None
    if origin["type"] == "user":
        sender = origin["sender_user"]
        return " ".join(sender[key] for key in ("first_name", "last_name") if key in sender)
    if origin["type"] == "hidden_user":
        return str(origin["sender_user_name"])
    return str(origin["sender_chat"]["title"])
