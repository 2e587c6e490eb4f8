"""Albums: sent as albums, in their order, each item with the caption that it has now.

By their file ids and with one call, because only sendMediaGroup can change captions and reply; the
files themselves never pass through the desk (docs/decisions/0009-albums.md).
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
from bot.posting import Poster, Target, fitting, reply_parameters
from bot.views.entry import content_of
from bot.views.rendered import MAX_CAPTION, Rendered
from orchestration.content import Content, ContentKind
from orchestration.ports import Side
from orchestration.timeline import Entry

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

    A single latecomer, or a medium whose file is unknown, goes by itself.
    """
    waiting = [
        (item, content_of(item) or Content(), caption)
        for item, caption in zip(job.album, captions, strict=True)
        if item.ref in job.unsent
    ]
    media = [_input(content, caption) for _, content, caption in waiting]
    ready = [one for one in media if one is not None]
    if len(waiting) > 1 and len(ready) == len(waiting):
        await _together(poster, job, target, [(item, side) for item, _, _ in waiting], ready)
        return
    for number, (item, content, caption) in enumerate(waiting):
        if number >= job.pieces:
            await poster.copy(job, replace(target, shows=(item.ref, side)), content, caption)
            job.pieces = number + 1


async def _together(
    poster: Poster,
    job: Job,
    target: Target,
    items: Sequence[tuple[Entry, Side]],
    media: Sequence[AlbumMedia],
) -> None:
    method = SendMediaGroup(
        chat_id=target.chat,
        media=list(media),
        message_thread_id=target.thread,
        reply_parameters=reply_parameters(target),
    )
    sent = await poster.call(job, method)
    for (item, side), message in zip(items, sent, strict=True):
        await poster.landed(job, replace(target, shows=(item.ref, side)), message)


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
