"""Albums: sent as albums, in their order, each item with the caption that it has now.

By their file ids and with one call, because only sendMediaGroup can change captions and reply; the
files themselves never pass through the desk (docs/decisions/0009).
"""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.methods import SendMediaGroup
from aiogram.types import (
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
)

from bot.jobs import Job
from bot.posting import MoreToSay, Poster, Target, fitting, reply_parameters
from bot.views.entry import content_of
from bot.views.rendered import MAX_CAPTION, Rendered
from orchestration.content import Content, ContentKind
from orchestration.ports import Side

AlbumMedia = InputMediaAudio | InputMediaDocument | InputMediaPhoto | InputMediaVideo

_MEDIA: dict[ContentKind, type[AlbumMedia]] = {
    ContentKind.PHOTO: InputMediaPhoto,
    ContentKind.VIDEO: InputMediaVideo,
    ContentKind.AUDIO: InputMediaAudio,
    ContentKind.DOCUMENT: InputMediaDocument,
}


async def send_album(
    poster: Poster, job: Job, target: Target, side: Side, captions: Sequence[Rendered]
) -> None:
    """Sends what was not sent yet of the job's album; `captions` are those of all its items.

    A single latecomer, or a medium whose file is unknown, goes by itself; raises `MoreToSay` when
    others still wait then.
    """
    sent = {ref for _, ref, _ in job.shown}
    waiting = [
        (replace(target, shows=(item.ref, side)), content_of(item) or Content(), caption)
        for item, caption in zip(job.album, captions, strict=True)
        if item.ref in job.unsent - sent
    ]
    media = [_input(content, caption) for _, content, caption in waiting]
    ready = [one for one in media if one is not None]
    if len(waiting) > 1 and len(ready) == len(waiting):
        method = SendMediaGroup(
            chat_id=target.chat,
            media=list(ready),
            message_thread_id=target.thread,
            reply_parameters=reply_parameters(target),
        )
        messages = await poster.call(job, method)
        places = [where for where, _, _ in waiting]
        await poster.landed(job, *zip(places, messages, strict=True))
        return
    for where, content, caption in waiting[:1]:
        await poster.copy(job, where, content, caption)
    if len(waiting) > 1:
        raise MoreToSay


def _input(content: Content, caption: Rendered) -> AlbumMedia | None:
    kind = _MEDIA.get(content.kind)
    caption = fitting(caption, content)
    if kind is None or content.file is None or len(caption.text) > MAX_CAPTION:
        return None
    return kind(
        media=content.file,
        caption=caption.text or None,
        caption_entities=list(caption.entities),
        parse_mode=None,
    )
