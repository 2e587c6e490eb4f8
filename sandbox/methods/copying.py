"""Copying and forwarding, one message or up to a hundred."""

from copy import deepcopy
from itertools import pairwise

from sandbox.errors import refuse
from sandbox.keyboards import inline_markup
from sandbox.messages import origin_of
from sandbox.methods.access import find_message, message_ids, readable_chat
from sandbox.methods.call import Call, Counts, method
from sandbox.methods.compose import Destination, caption_content, destination, send
from sandbox.shapes import Json, Object
from sandbox.world import Message

_CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")


@method("copyMessage", Counts.MESSAGE)
def copy_message(call: Call) -> Json:
    """The same content as the bot's own message; answers with its id only (fact 10)."""
    source = find_message(call, readable_chat(call, "from_chat_id"), "message to copy")
    where = destination(call)
    content = _content(source, "copied")
    if "caption" in call.params and source.kind != "text":
        for name in _CAPTION_FIELDS:
            content.pop(name, None)
        content |= caption_content(call, call.params.values)
    sent = send(call, where, source.kind, content, inline_markup(call.params))
    return {"message_id": sent["message_id"]}


@method("copyMessages", Counts.MESSAGE)
def copy_messages(call: Call) -> Json:
    """Many at once; albums stay albums and missing messages are passed over."""
    where = destination(call)
    uncaptioned = call.params.flag("remove_caption")
    copies: list[tuple[Message, Object]] = []
    for source in _sources(call):
        content = _content(source, "copied")
        if uncaptioned:
            content = {key: value for key, value in content.items() if key not in _CAPTION_FIELDS}
        copies.append((source, content))
    return _send_all(call, where, copies, {})


@method("forwardMessage", Counts.MESSAGE)
def forward_message(call: Call) -> Json:
    """The message as it is, with where it came from."""
    source = find_message(call, readable_chat(call, "from_chat_id"), "message to forward")
    where = destination(call)
    content = _content(source, "forwarded")
    origin = {"forward_origin": origin_of(call.world, source)}
    return send(call, where, source.kind, content, extra=origin)


@method("forwardMessages", Counts.MESSAGE)
def forward_messages(call: Call) -> Json:
    """Many at once; albums stay albums and missing messages are passed over."""
    where = destination(call)
    sources = _sources(call)
    copies = [(source, _content(source, "forwarded")) for source in sources]
    origins = {source.message_id: origin_of(call.world, source) for source in sources}
    return _send_all(call, where, copies, origins)


def _sources(call: Call) -> list[Message]:
    ids = message_ids(call.params)
    chat = readable_chat(call, "from_chat_id")
    if any(later <= earlier for earlier, later in pairwise(ids)):
        refuse("message identifiers must be in a strictly increasing order")
    found = [chat.messages[number] for number in ids if number in chat.messages]
    usable = [message for message in found if not message.service]
    if not usable:
        refuse("there are no messages to forward")
    return usable


def _content(source: Message, done: str) -> Object:
    if source.service:
        refuse(f"the message can't be {done}")
    if source.protected:
        refuse("message has protected content and can't be forwarded")
    return deepcopy(source.content)


def _send_all(
    call: Call,
    where: Destination,
    copies: list[tuple[Message, Object]],
    origins: dict[int, Object],
) -> Json:
    albums: dict[str, str] = {}
    sent: list[Object] = []
    for source, content in copies:
        extra: Object = {"forward_origin": origins.get(source.message_id)}
        if source.media_group_id is not None:
            if source.media_group_id not in albums:
                call.world.counters.album += 1
                albums[source.media_group_id] = str(call.world.counters.album)
            extra["media_group_id"] = albums[source.media_group_id]
        message = send(call, where, source.kind, content, extra=extra)
        sent.append({"message_id": message["message_id"]})
    return sent
