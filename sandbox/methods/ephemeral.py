"""Messages that one member of a group sees (Bot API 10.2): changed and taken back."""

from sandbox.errors import refuse
from sandbox.keyboards import inline_markup
from sandbox.messages import alter
from sandbox.methods.access import writable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.methods.compose import text_content
from sandbox.shapes import Json
from sandbox.world import Chat, Message


@method("editEphemeralMessageText", Counts.OPERATION)
def edit_ephemeral_message_text(call: Call) -> Json:
    """New text, and a new keyboard or none."""
    content = text_content(call)
    message = _found(call, writable_chat(call), "message to edit")
    message.markup = inline_markup(call.params)
    alter(call.world, message, content, call.now)
    return True


@method("editEphemeralMessageReplyMarkup", Counts.OPERATION)
def edit_ephemeral_message_reply_markup(call: Call) -> Json:
    """Another keyboard, or none."""
    message = _found(call, writable_chat(call), "message to edit")
    message.markup = inline_markup(call.params)
    alter(call.world, message, message.content, call.now)
    return True


@method("deleteEphemeralMessage")
def delete_ephemeral_message(call: Call) -> Json:
    """Take it back."""
    chat = writable_chat(call)
    message = _found(call, chat, "message to delete")
    del chat.ephemeral[message.ephemeral_id or 0]
    call.world.touch(chat.id, message.thread)
    return True


def _found(call: Call, chat: Chat, what: str) -> Message:
    message = chat.ephemeral.get(call.params.integer("ephemeral_message_id"))
    if message is None or message.receiver != call.params.integer("receiver_user_id"):
        refuse(f"{what} not found")
    return message
