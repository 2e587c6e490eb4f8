"""Media sent by the name of their file.

`copyMessage` answers with an id alone, so nobody learns that a copy for a topic landed in General
(telegram-facts, section 3.5). A medium that is a file can be sent by its name instead: the answer
is the whole message, nothing is uploaded, and the original may be gone meanwhile.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from aiogram.methods import (
    SendAnimation,
    SendAudio,
    SendDocument,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import Message, ReplyParameters

from bot.views.rendered import MAX_CAPTION, Rendered
from orchestration.content import Content, ContentKind

#: The method of each kind, and the name of its parameter for the file.
_SENT: Mapping[ContentKind, tuple[Callable[..., TelegramMethod[Message]], str]] = MappingProxyType(
    {
        ContentKind.PHOTO: (SendPhoto, "photo"),
        ContentKind.VIDEO: (SendVideo, "video"),
        ContentKind.ANIMATION: (SendAnimation, "animation"),
        ContentKind.VOICE: (SendVoice, "voice"),
        ContentKind.AUDIO: (SendAudio, "audio"),
        ContentKind.DOCUMENT: (SendDocument, "document"),
        ContentKind.STICKER: (SendSticker, "sticker"),
        ContentKind.VIDEO_NOTE: (SendVideoNote, "video_note"),
    }
)
_BARE = frozenset({ContentKind.STICKER, ContentKind.VIDEO_NOTE})


def by_file(
    content: Content,
    caption: Rendered,
    chat: int,
    thread: int | None,
    reply: ReplyParameters | None,
) -> TelegramMethod[Message] | None:
    """The call that sends a medium by its file; None for what is no file, or has too long words."""
    if content.file is None or content.kind not in _SENT:
        return None
    method, parameter = _SENT[content.kind]
    where = {"chat_id": chat, "message_thread_id": thread, "reply_parameters": reply}
    if content.kind in _BARE:
        return method(**where, **{parameter: content.file})
    if len(caption.text) > MAX_CAPTION:
        return None
    words = {"caption": caption.text or None, "caption_entities": list(caption.entities)}
    return method(**where, **words, **{parameter: content.file}, parse_mode=None)
