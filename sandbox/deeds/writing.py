"""People write: text, files made up or real, albums; they edit and delete."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.deeds.content import Attachment, made_up_content, text_with_entities
from sandbox.entities import MAX_CAPTION, MAX_TEXT, utf16_length
from sandbox.errors import BotApiError, Refused, deny
from sandbox.media import CAPTIONED
from sandbox.messages import alter, place, remove
from sandbox.methods.sending import check_album
from sandbox.people import Act, Body, ByPerson, deed, entered, room, said
from sandbox.shapes import Object
from sandbox.topics import may_manage
from sandbox.world import GENERAL_TOPIC, Chat, Message

Kind = Literal[
    "text",
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "animation",
    "video_note",
    "location",
    "contact",
    "poll",
    "dice",
    "story",
]


class NewMessage(ByPerson):
    """POST /sim/messages. `file` holds the bytes of a real attachment, in base64.

    `forwarded_from` is whose words it passes on, by a name that leads to no account; `protected` is
    what Telegram lets nobody copy or forward.
    """

    message_thread_id: int | None = None
    text: str | None = None
    entities: list[Object] | None = None
    kind: Kind | None = None
    caption: str | None = None
    file_name: str | None = None
    file: str | None = None
    album: list[Kind] | None = None
    reply_to_message_id: int | None = None
    quote: str | None = None
    forwarded_from: Annotated[str, Field(min_length=1)] | None = None
    protected: bool = False


class Edit(ByPerson):
    """POST /sim/edits."""

    message_id: int
    text: str | None = None
    caption: str | None = None


class Deletion(Body):
    """POST /sim/deletions."""

    chat_id: int
    message_ids: list[int] = Field(min_length=1)


@deed("messages", NewMessage)
def write(act: Act[NewMessage]) -> Object:
    """Send a message, or an album, as a person."""
    asked = act.asked
    chat = entered(act.world, asked.chat_id, asked.by)
    if act.world.users[asked.by].deactivated:
        deny("this account was deleted")
    if chat.blocked:
        deny("this person has blocked the bot; POST /sim/blocks with blocked false undoes it")
    drafts = [
        Message(chat.id, asked.by, kind, content, act.now.date, media_group_id=album)
        for kind, content, album in _contents(act)
    ]
    thread, reply_to = _where(act, chat)
    drafts[0].reply_to = reply_to
    drafts[0].quote = _quote(chat, reply_to, asked.quote)
    chat.started = True
    for draft in drafts:
        draft.thread = thread
        draft.protected = asked.protected
        draft.forward_origin = _origin(act)
        place(act.world, draft, act.now)
    return {"message_ids": [draft.message_id for draft in drafts]}


@deed("edits", Edit)
def edit(act: Act[Edit]) -> Object:
    """Change one's own message. The update comes even if nothing visible changed (fact 9)."""
    asked = act.asked
    message = said(entered(act.world, asked.chat_id, asked.by), asked.message_id)
    if message.author != asked.by or message.service:
        deny(f"message {message.message_id} is not {asked.by}'s: people edit their own only", 403)
    if (asked.text is None) == (asked.caption is None):
        deny("give either text or caption")
    if asked.text is not None:
        if message.kind != "text":
            deny(f"this message is a {message.kind} and has no text; give a caption")
        alter(act.world, message, _text(asked.text, None), act.now)
    else:
        if message.kind not in CAPTIONED:
            deny(f"a {message.kind} message has no caption; give text")
        kept = {
            k: v for k, v in message.content.items() if k not in {"caption", "caption_entities"}
        }
        alter(act.world, message, kept | _caption(asked.caption), act.now)
    return {"ok": True}


@deed("deletions", Deletion)
def delete(act: Act[Deletion]) -> Object:
    """Delete messages for everyone; the bot is not told (fact 5)."""
    chat = room(act.world, act.asked.chat_id)
    for number in act.asked.message_ids:
        message = said(chat, number)
        if message.kind == "forum_topic_created":
            deny("this message is a topic's root; delete the topic with POST /sim/topics")
    for number in act.asked.message_ids:
        remove(act.world, chat, number)
    return {"ok": True}


def _origin(act: Act[NewMessage]) -> Object | None:
    name = act.asked.forwarded_from
    if name is None:
        return None
    return {"type": "hidden_user", "date": act.now.date, "sender_user_name": name}


def _contents(act: Act[NewMessage]) -> list[tuple[str, Object, str | None]]:
    """Kind, content and album of each message that is asked for."""
    asked = act.asked
    if asked.album is not None:
        kinds = [str(kind) for kind in asked.album]
        try:
            check_album(kinds)
        except BotApiError as error:
            raise Refused(error.description) from error
        act.world.counters.album += 1
        album = str(act.world.counters.album)
        contents = [made_up_content(act.world, kind, Attachment()) for kind in kinds]
        contents[0] |= _caption(asked.caption)
        return [(kind, content, album) for kind, content in zip(kinds, contents, strict=True)]
    if asked.kind is None or asked.kind == "text":
        if not asked.text:
            deny("give text, or kind for something else, or album for several files")
        return [("text", _text(asked.text, asked.entities), None)]
    attachment = Attachment(asked.file_name or "", act.files.get("file"), asked.text or "")
    content = made_up_content(act.world, asked.kind, attachment)
    if asked.kind in CAPTIONED:
        content |= _caption(asked.caption or asked.text, asked.entities)
    return [(asked.kind, content, None)]


def _text(text: str, entities: list[Object] | None) -> Object:
    text, found = text_with_entities(text, entities)
    if not text:
        deny("a message of white space only is not sent")
    if len(text) > MAX_TEXT:
        deny(f"a message holds at most {MAX_TEXT} characters, this one has {len(text)}")
    return {"text": text} | ({"entities": found} if found else {})


def _caption(caption: str | None, entities: list[Object] | None = None) -> Object:
    text, found = text_with_entities(caption or "", entities)
    if len(text) > MAX_CAPTION:
        deny(f"a caption holds at most {MAX_CAPTION} characters, this one has {len(text)}")
    shown: Object = {"caption": text} if text else {}
    return shown | ({"caption_entities": found} if text and found else {})


def _where(act: Act[NewMessage], chat: Chat) -> tuple[int | None, int | None]:
    """The topic and the reply target of a new message."""
    asked = act.asked
    thread = asked.message_thread_id if asked.message_thread_id != GENERAL_TOPIC else None
    if thread is not None and act.world.topic(chat.id, thread) is None:
        deny(f"there is no topic {thread} in chat {chat.id}; GET /sim/state lists them", 404)
    if asked.reply_to_message_id is not None:
        target = said(chat, asked.reply_to_message_id)
        if asked.message_thread_id is None:
            thread = target.thread
        if target.thread != thread:
            deny(f"message {target.message_id} is in another topic: {target.thread or 'General'}")
    topic = act.world.topic(chat.id, thread)
    if topic is not None and topic.closed and not may_manage(chat, topic, asked.by):
        deny("this topic is closed; only those who manage topics may write there", 403)
    return thread, asked.reply_to_message_id


def _quote(chat: Chat, reply_to: int | None, quote: str | None) -> Object | None:
    if quote is None:
        return None
    if reply_to is None:
        deny("a quote needs reply_to_message_id")
    content = said(chat, reply_to).content
    whole = str(content.get("text") or content.get("caption") or "")
    if quote not in whole or not quote:
        deny(f"message {reply_to} does not say {quote!r}")
    return {"text": quote, "position": utf16_length(whole[: whole.find(quote)]), "is_manual": True}
