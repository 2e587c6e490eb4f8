"""The forum methods. Checks and words are those of tdlib/td, ForumTopicManager.cpp."""

from sandbox.errors import refuse
from sandbox.icons import TOPIC_COLOURS, TOPIC_ICONS, icon_stickers
from sandbox.methods.access import own_member, writable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.methods.compose import refuse_thread
from sandbox.render import topic_object
from sandbox.shapes import Json, Object
from sandbox.topics import MAX_NAME, create, delete, edit, may_manage, set_closed
from sandbox.world import Chat, Topic


@method("createForumTopic", Counts.OPERATION)
def create_forum_topic(call: Call) -> Json:
    """Open a topic."""
    chat = _forum(call)
    if not own_member(call, chat).may("can_manage_topics"):
        refuse("not enough rights to create a topic")
    name = _name(call)
    if not name:
        refuse("name must be non-empty")
    colour = call.params.integer("icon_color")
    if colour and colour not in TOPIC_COLOURS:
        refuse("invalid icon color specified")
    draft = Topic(0, name, colour, call.bot.user_id, _icon(call) or None)
    return topic_object(create(call.world, chat, draft, call.now))


@method("editForumTopic", Counts.OPERATION)
def edit_forum_topic(call: Call) -> Json:
    """Another name or icon."""
    chat = _forum(call)
    topic = _topic(call, chat)
    _check_may_manage(call, chat, topic, "edit the topic")
    changes: Object = {}
    if call.params.text("name"):
        changes["name"] = _name(call)
        if not changes["name"]:
            refuse("name must be non-empty")
    if "icon_custom_emoji_id" in call.params:
        changes["icon"] = _icon(call)
    if not changes:
        return True
    return _modified(edit(call.world, chat, topic, changes, call.bot.user_id, call.now))


@method("closeForumTopic", Counts.OPERATION)
def close_forum_topic(call: Call) -> Json:
    """Close it: from now on only those who manage topics write there."""
    return _set_closed(call, closed=True)


@method("reopenForumTopic", Counts.OPERATION)
def reopen_forum_topic(call: Call) -> Json:
    """Open it again."""
    return _set_closed(call, closed=False)


@method("deleteForumTopic", Counts.OPERATION)
def delete_forum_topic(call: Call) -> Json:
    """Delete it with all its messages."""
    chat = _forum(call)
    topic = _topic(call, chat)
    if topic.created_by != call.bot.user_id and not own_member(call, chat).may(
        "can_delete_messages"
    ):
        refuse("not enough rights to delete the topic")
    delete(call.world, chat, topic)
    return True


@method("getForumTopicIconStickers", reads=True)
def get_forum_topic_icon_stickers(call: Call) -> Json:  # noqa: ARG001 - the same for every bot
    """The icons that a topic may have."""
    return icon_stickers()


@method("unpinAllForumTopicMessages", Counts.OPERATION)
def unpin_all_forum_topic_messages(call: Call) -> Json:
    """Unpin everything in one topic."""
    chat = _forum(call)
    topic = call.world.topic(chat.id, call.params.integer("message_thread_id"))
    if topic is None:
        refuse_thread()
    if not own_member(call, chat).may("can_pin_messages"):
        refuse("not enough rights to manage pinned messages in the chat")
    for message in chat.messages.values():
        if message.thread == topic.message_thread_id:
            message.pinned = False
    call.world.touch(chat.id, topic.message_thread_id)
    return True


def _forum(call: Call) -> Chat:
    chat = writable_chat(call)
    if not chat.is_forum:
        refuse("the chat is not a forum")
    return chat


def _topic(call: Call, chat: Chat) -> Topic:
    topic = call.world.topic(chat.id, call.params.integer("message_thread_id"))
    if topic is None:
        refuse("TOPIC_ID_INVALID")
    return topic


def _check_may_manage(call: Call, chat: Chat, topic: Topic, what: str) -> None:
    if not may_manage(chat, topic, call.bot.user_id):
        refuse(f"not enough rights to {what}")


def _set_closed(call: Call, *, closed: bool) -> Json:
    chat = _forum(call)
    topic = _topic(call, chat)
    _check_may_manage(call, chat, topic, "close or open the topic")
    return _modified(set_closed(call.world, chat, topic, call.bot.user_id, call.now, closed=closed))


def _name(call: Call) -> str:
    return " ".join(call.params.text("name").split())[:MAX_NAME].strip()


def _icon(call: Call) -> str:
    icon = call.params.text("icon_custom_emoji_id")
    if icon and icon not in TOPIC_ICONS:
        refuse("DOCUMENT_INVALID")
    return icon


def _modified(changed: bool) -> bool:  # noqa: FBT001 - reads as a sentence where it is used
    if not changed:
        refuse("TOPIC_NOT_MODIFIED")
    return True
