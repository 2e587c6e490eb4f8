"""What every sending method shares: where it goes, what it answers, what it says."""

import re
from dataclasses import dataclass
from typing import NoReturn

from sandbox.entities import MAX_CAPTION, MAX_TEXT, trim, utf16_length, with_automatic
from sandbox.errors import refuse
from sandbox.keyboards import inline_markup
from sandbox.markup import parse_html
from sandbox.messages import origin_of, place, place_ephemeral
from sandbox.methods.access import own_member, writable_chat
from sandbox.methods.call import Call
from sandbox.params import Params
from sandbox.render import chat_object, message_object, user_object
from sandbox.shapes import Json, Object
from sandbox.topics import may_manage
from sandbox.world import GENERAL_TOPIC, Chat, Message

_PERSON = re.compile(r"tg://user\?id=(\d{1,18})")


@dataclass
class Destination:
    """Where a message goes and what it answers there."""

    chat: Chat
    thread: int | None = None
    reply_to: int | None = None
    external_reply: Object | None = None
    quote: Object | None = None


def destination(call: Call) -> Destination:
    """Check chat, topic and reply target, in Telegram's order."""
    where = Destination(writable_chat(call))
    if call.to_general and where.chat.is_forum:
        return where
    where.thread = _thread(call, where.chat)
    _resolve_reply(call, where)
    topic = call.world.topic(where.chat.id, where.thread)
    if topic is not None and topic.closed and not may_manage(where.chat, topic, call.bot.user_id):
        refuse("TOPIC_CLOSED")
    return where


def post(call: Call, kind: str, content: Object) -> Object:
    """Send one message and give it as the Bot API does."""
    where = destination(call)
    return send(call, where, kind, content, inline_markup(call.params))


def send(
    call: Call,
    where: Destination,
    kind: str,
    content: Object,
    markup: Object | None = None,
    extra: Object | None = None,
) -> Object:
    """Put a message where it goes; `extra` are further fields of `Message`."""
    _check_may_send(call, where.chat)
    message = Message(
        where.chat.id,
        call.bot.user_id,
        kind,
        content,
        call.now.date,
        thread=where.thread,
        reply_to=where.reply_to,
        external_reply=where.external_reply,
        quote=where.quote,
        markup=markup,
        protected=call.params.flag("protect_content"),
        **(extra or {}),
    )
    message.receiver = _receiver(call, where.chat)
    if message.receiver is None:
        place(call.world, message, call.now)
    else:
        place_ephemeral(call.world, message)
    return message_object(call.world, message)


def text_content(call: Call) -> Object:
    """The content of a text message, its length checked after parsing."""
    text, entities = _formatted(call, call.params.values, "text", "entities")
    if not text:
        refuse("message text is empty")
    if len(text) > MAX_TEXT:
        refuse("message is too long")
    content: Object = {"text": text}
    if entities:
        content["entities"] = entities
    preview = call.params.object("link_preview_options")
    if preview:
        content["link_preview_options"] = preview
    return content


def caption_content(call: Call, given: Object) -> Object:
    """The caption fields of a media message, given a call's values or one InputMedia."""
    text, entities = _formatted(call, given, "caption", "caption_entities")
    if len(text) > MAX_CAPTION:
        refuse("message caption is too long")
    content: Object = {"caption": text} if text else {}
    if entities:
        content["caption_entities"] = entities
    if text and str(given.get("show_caption_above_media")).lower() == "true":
        content["show_caption_above_media"] = True
    return content


def _formatted(
    call: Call, given: Object, name: str, entities_name: str
) -> tuple[str, list[Object]]:
    params = Params(given)
    text = params.text(name)
    mode = params.text("parse_mode").lower()
    entities: list[Object] = []
    if mode == "html":
        text, entities = parse_html(text)
        entities = _with_people(call, entities)
    elif mode and mode != "none":
        refuse("unsupported parse_mode: the sandbox reads HTML and entities")
    else:
        entities = [_entity(entity) for entity in params.objects(entities_name) or []]
    text, entities = trim(text, entities)
    return text, with_automatic(text, entities)


def _with_people(call: Call, entities: list[Object]) -> list[Object]:
    """Turn links to a person (tg://user?id=…) into mentions of whoever Telegram knows."""
    found: list[Object] = []
    for entity in entities:
        link = _PERSON.fullmatch(entity.get("url", "")) if entity["type"] == "text_link" else None
        if link is None:
            found.append(entity)
            continue
        person = call.world.users.get(int(link.group(1)))
        if person is not None:
            span = {"offset": entity["offset"], "length": entity["length"]}
            found.append({"type": "text_mention", **span, "user": user_object(person)})
    return found


def _entity(entity: Json) -> Object:
    if not isinstance(entity, dict):
        refuse("can't parse MessageEntity: expected an Object")
    kept = {name: value for name, value in entity.items() if value is not None}
    if not isinstance(kept.get("type"), str):
        refuse('can\'t parse MessageEntity: Field "type" must be of type String')
    try:
        kept["offset"], kept["length"] = int(kept["offset"]), int(kept["length"])
    except (KeyError, TypeError, ValueError):
        refuse('can\'t parse MessageEntity: Field "offset" and "length" must be Numbers')
    return kept


def _thread(call: Call, chat: Chat) -> int | None:
    thread = call.params.integer("message_thread_id")
    if not thread or not (chat.is_forum or chat.is_private):
        return None
    # General takes no thread id: naming it is an error (C: `check_message_topic`).
    if thread == GENERAL_TOPIC or call.world.topic(chat.id, thread) is None:
        refuse_thread()
    return thread


def refuse_thread() -> NoReturn:
    """Say what Telegram says of a topic that is not there."""
    refuse("message thread not found")


def _resolve_reply(call: Call, where: Destination) -> None:
    reply = call.params.object("reply_parameters") or {
        "message_id": call.params.integer("reply_to_message_id"),
        "allow_sending_without_reply": call.params.flag("allow_sending_without_reply"),
    }
    asked = Params(reply)
    if asked.integer("message_id") <= 0:
        return
    chat = where.chat
    if "chat_id" in asked:
        chat = call.world.chats.get(asked.integer("chat_id")) or chat
    target = chat.messages.get(asked.integer("message_id"))
    if target is None:
        if asked.flag("allow_sending_without_reply"):
            return
        refuse("message to be replied not found")
    if chat is where.chat and where.thread in {None, target.thread}:
        where.reply_to = target.message_id
        where.thread = target.thread
    else:
        where.external_reply = _external_reply(call, target)
    where.quote = _quoted(call, target, asked)


def _external_reply(call: Call, target: Message) -> Object:
    chat = call.world.chat(target.chat_id)
    external: Object = {"origin": origin_of(call.world, target), "message_id": target.message_id}
    if not chat.is_private:
        external["chat"] = chat_object(call.world, chat)
    return external


def _quoted(call: Call, target: Message, asked: Params) -> Object | None:
    """The TextQuote of a reply: it must stand in the message that is answered."""
    if not asked.text("quote"):
        return None
    given = {"text": asked.text("quote"), "parse_mode": asked.text("quote_parse_mode")}
    if "quote_entities" in asked:
        given["entities"] = asked.values["quote_entities"]
    quote, entities = _formatted(call, given, "text", "entities")
    whole = str(target.content.get("text") or target.content.get("caption") or "")
    found = whole.find(quote)
    if found < 0:
        refuse("QUOTE_TEXT_INVALID")
    shown: Object = {"text": quote, "position": utf16_length(whole[:found]), "is_manual": True}
    styled = [entity for entity in entities if entity["type"] in _QUOTED_STYLES]
    return shown | ({"entities": styled} if styled else {})


_QUOTED_STYLES = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"}
)  # Bot API, TextQuote


def _receiver(call: Call, chat: Chat) -> int | None:
    """For an ephemeral message, the member who alone will see it (Bot API 10.2)."""
    asked = Params(call.params.object("ephemeral_message_parameters") or call.params.values)
    if "receiver_user_id" not in asked:
        return None
    receiver = asked.integer("receiver_user_id")
    if chat.is_private:
        refuse("ephemeral messages can be sent only to group and supergroup chats")
    if receiver not in call.world.users or not chat.member(receiver).is_present:
        refuse("PARTICIPANT_ID_INVALID")
    return receiver


def _check_may_send(call: Call, chat: Chat) -> None:
    member = own_member(call, chat)
    if member.status == "restricted" and not member.rights.get("can_send_messages"):
        refuse("not enough rights to send text messages to the chat")
