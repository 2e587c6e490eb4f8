"""Reactions, pins, chat actions and answers to pressed buttons."""

from sandbox.errors import refuse
from sandbox.icons import reaction
from sandbox.messages import announce
from sandbox.methods.access import find_message, own_member, readable_chat, writable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.render import message_object
from sandbox.shapes import Json
from sandbox.updates import QUERY_KEPT_S
from sandbox.world import Chat, Message

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@method("setMessageReaction")
def set_message_reaction(call: Call) -> Json:
    """One reaction of Telegram's list, or none (fact 16)."""
    wanted = call.params.array("reaction") or []
    message = find_message(call, readable_chat(call), "message to react")
    if len(wanted) > 1:
        refuse("REACTIONS_TOO_MANY")
    message.reactions.pop(call.bot.user_id, None)
    if wanted:
        item = wanted[0] if isinstance(wanted[0], dict) else {}
        emoji = reaction(str(item.get("emoji", ""))) if item.get("type") == "emoji" else None
        if emoji is None:
            refuse("REACTION_INVALID")
        message.reactions[call.bot.user_id] = emoji
    call.world.touch(message.chat_id, message.thread)
    return True


@method("pinChatMessage", Counts.OPERATION)
def pin_chat_message(call: Call) -> Json:
    """Pin a message; a service message beside it says so."""
    chat = writable_chat(call)
    message = find_message(call, chat, "message to pin")
    _check_may_pin(call, chat)
    if message.service:
        refuse("message can't be pinned")
    if not message.pinned:
        message.pinned = True
        where = Message(chat.id, call.bot.user_id, "", {}, 0, thread=message.thread)
        shown = message_object(call.world, message, with_reply=False)
        announce(call.world, where, "pinned_message", shown, call.now)
    return True


@method("unpinChatMessage", Counts.OPERATION)
def unpin_chat_message(call: Call) -> Json:
    """Unpin a message, or the one pinned last."""
    chat = writable_chat(call)
    pinned = [message for message in chat.messages.values() if message.pinned]
    if call.params.integer("message_id"):
        message = find_message(call, chat, "message to unpin")
    elif pinned:
        message = pinned[-1]
    else:
        refuse("message to unpin not found")
    _check_may_pin(call, chat)
    message.pinned = False
    call.world.touch(chat.id, message.thread)
    return True


@method("sendChatAction", reads=True)
def send_chat_action(call: Call) -> Json:
    """Typing and the like. Nobody sees it here, but it is refused as Telegram refuses it."""
    if call.params.text("action") not in _ACTIONS:
        refuse("wrong parameter action in request")
    chat = writable_chat(call)
    thread = call.params.integer("message_thread_id")
    # telegram-bot-api does not look the topic up here, so the words are those of the servers.
    if thread in chat.topics and chat.topics[thread].deleted:
        refuse("TOPIC_DELETED")
    return True


@method("answerCallbackQuery", reads=True)
def answer_callback_query(call: Call) -> Json:
    """Answer whoever pressed a button, while that is still awaited (150 s)."""
    pressed_at = call.world.queries.get(call.params.text("callback_query_id"))
    if pressed_at is None or call.now.real - pressed_at > QUERY_KEPT_S:
        refuse("QUERY_ID_INVALID")
    return True


def _check_may_pin(call: Call, chat: Chat) -> None:
    if not chat.is_private and not own_member(call, chat).may("can_pin_messages"):
        refuse("not enough rights to manage pinned messages in the chat")
