"""Changing and deleting messages."""

from sandbox.errors import refuse
from sandbox.keyboards import inline_markup
from sandbox.media import CAPTIONED
from sandbox.messages import alter, remove
from sandbox.methods.access import find_message, message_ids, own_member, writable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.methods.compose import caption_content, text_content
from sandbox.methods.sending import media_item
from sandbox.render import message_object
from sandbox.shapes import Json, Object
from sandbox.world import Chat, Message

DELETABLE_S = 48 * 60 * 60
_MEDIA = frozenset({"photo", "video", "animation", "audio", "document"})
_CAPTION_FIELDS = frozenset({"caption", "caption_entities", "show_caption_above_media"})


@method("editMessageText", Counts.OPERATION)
def edit_message_text(call: Call) -> Json:
    """New text for a text message; a keyboard that is not named again is taken away."""
    content = text_content(call)
    message = _own_message(call)
    if message.kind != "text":
        refuse("there is no text in the message to edit")
    return _changed(call, message, content)


@method("editMessageCaption", Counts.OPERATION)
def edit_message_caption(call: Call) -> Json:
    """New caption for a message with a file."""
    message = _own_message(call)
    if message.kind not in CAPTIONED:
        refuse("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if key not in _CAPTION_FIELDS}
    return _changed(call, message, kept | caption_content(call, call.params.values))


@method("editMessageMedia", Counts.OPERATION)
def edit_message_media(call: Call) -> Json:
    """Another file in its place."""
    item = call.params.object("media")
    if item is None:
        refuse("input media is not specified")
    message = _own_message(call)
    if str(item.get("type")) not in _MEDIA or message.kind not in _MEDIA | {"text"}:
        refuse("message media can't be edited")
    content = media_item(call, item)
    message.kind = str(item["type"])
    return _changed(call, message, content)


@method("editMessageReplyMarkup", Counts.OPERATION)
def edit_message_reply_markup(call: Call) -> Json:
    """Another keyboard, or none."""
    message = _own_message(call)
    return _changed(call, message, message.content)


@method("deleteMessage")
def delete_message(call: Call) -> Json:
    """Delete one message, the bot's own or, with the right to, another's."""
    if not call.params.text("chat_id"):
        refuse("chat identifier is not specified")
    if not call.params.integer("message_id"):
        refuse("message identifier is not specified")
    chat = writable_chat(call)
    message = find_message(call, chat, "message to delete")
    if not _deletable(call, chat, message):
        refuse("message can't be deleted")
    remove(call.world, chat, message.message_id)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> Json:
    """Delete many; those that are gone or cannot be deleted are passed over."""
    ids = message_ids(call.params)
    chat = writable_chat(call)
    for number in ids:
        message = chat.messages.get(number)
        if message is not None and _deletable(call, chat, message):
            remove(call.world, chat, number)
    return True


def _own_message(call: Call) -> Message:
    message = find_message(call, writable_chat(call), "message to edit")
    # A bot's own message at any age, nobody else's (fact 14).
    if message.author != call.bot.user_id or message.service or message.forward_origin:
        refuse("message can't be edited")
    return message


def _changed(call: Call, message: Message, content: Object) -> Json:
    markup = inline_markup(call.params)
    if content == message.content and markup == message.markup:
        refuse("MESSAGE_NOT_MODIFIED")
    message.markup = markup
    alter(call.world, message, content, call.now)
    return message_object(call.world, message)


def _deletable(call: Call, chat: Chat, message: Message) -> bool:
    if message.kind == "forum_topic_created":
        return False  # Bot API: creation notes stay; deleteForumTopic removes them
    if not chat.is_private and own_member(call, chat).may("can_delete_messages"):
        return True
    recent = call.now.date - message.date < DELETABLE_S
    return recent and (chat.is_private or message.author == call.bot.user_id)
