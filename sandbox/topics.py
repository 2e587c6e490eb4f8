"""Topics of a forum: opened, renamed, closed and deleted, by a bot or by a person."""

from sandbox.icons import TOPIC_COLOURS
from sandbox.messages import announce, place, remove
from sandbox.shapes import Object
from sandbox.world import Chat, Message, Moment, Topic, World

MAX_NAME = 128


def create(world: World, chat: Chat, draft: Topic, now: Moment) -> Topic:
    """Open a topic; its id is that of the service message that says so."""
    content: Object = {"name": draft.name, "icon_color": draft.icon_color or TOPIC_COLOURS[0]}
    if draft.icon_custom_emoji_id:
        content["icon_custom_emoji_id"] = draft.icon_custom_emoji_id
    kind = "forum_topic_created"
    root = Message(chat.id, draft.created_by, kind, {kind: content}, now.date, service=True)
    draft.message_thread_id = chat.last_message_id + 1
    draft.icon_color = content["icon_color"]
    chat.topics[draft.message_thread_id] = draft
    place(world, root, now)
    return draft


def edit(world: World, chat: Chat, topic: Topic, changes: Object, by: int, now: Moment) -> bool:
    """Change a topic's name or icon ('' takes the icon away); whether anything changed."""
    changed: Object = {}
    if "name" in changes and changes["name"] != topic.name:
        topic.name = changed["name"] = changes["name"]
    if "icon" in changes and (changes["icon"] or None) != topic.icon_custom_emoji_id:
        topic.icon_custom_emoji_id = changes["icon"] or None
        changed["icon_custom_emoji_id"] = changes["icon"]
    if changed:
        announce(world, _from(chat, topic, by), "forum_topic_edited", changed, now)
    return bool(changed)


def set_closed(
    world: World, chat: Chat, topic: Topic, by: int, now: Moment, *, closed: bool
) -> bool:
    """Close or reopen a topic; whether that changed anything."""
    if topic.closed == closed:
        return False
    topic.closed = closed
    kind = "forum_topic_closed" if closed else "forum_topic_reopened"
    announce(world, _from(chat, topic, by), kind, {}, now)
    return True


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """Delete a topic with its messages. No update tells anyone (fact 5)."""
    topic.deleted = True
    thread = topic.message_thread_id
    for message in [found for found in chat.messages.values() if found.thread == thread]:
        remove(world, chat, message.message_id)
    for number in [key for key, found in chat.ephemeral.items() if found.thread == thread]:
        del chat.ephemeral[number]
    world.touch(chat.id, thread)


def may_manage(chat: Chat, topic: Topic, user_id: int) -> bool:
    """Whether a user may edit this topic, and write into it when it is closed (fact 1)."""
    return topic.created_by == user_id or chat.member(user_id).may("can_manage_topics")


def _from(chat: Chat, topic: Topic, by: int) -> Message:
    """A stand-in for what `announce` wants to know: where, and by whom."""
    return Message(chat.id, by, "", {}, 0, thread=topic.message_thread_id)
