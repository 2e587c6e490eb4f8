"""Albums: sent as albums, in their order, each item with the caption that it has now.

By their file ids and with one call, because only sendMediaGroup can change captions and reply; the
files themselves never pass through the desk (docs/decisions/0010).
"""

from collections.abc import Sequence
from dataclasses import replace

from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMediaGroup
from aiogram.types import (
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
)

from bot.outgoing.jobs import Job
from bot.outgoing.posting import MoreToSay, Poster, Target, fitting, reply_parameters
from bot.outgoing.refusals import Verdict, asks_for
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


def waiting(job: Job) -> list[Entry]:
    """The items of the job's album that were not sent yet, in their order."""
    sent = {ref for _, ref, _ in job.shown}
    return [item for item in job.album if item.ref in job.unsent - sent]


async def send_album(
    poster: Poster, job: Job, target: Target, side: Side, captions: Sequence[Rendered]
) -> None:
    """Sends what was not sent yet of the job's album; `captions` are those of all its items.

    A single latecomer, or what Telegram does not take as an album, goes by itself; raises
    `MoreToSay` when others still wait then.
    """
    refs = [item.ref for item in job.album]
    items = [
        (
            replace(target, shows=(item.ref, side)),
            content_of(item) or Content(),
            captions[refs.index(item.ref)],
        )
        for item in waiting(job)
    ]
    if len(items) > 1 and await _sent_together(poster, job, target, items):
        return
    for where, content, caption in items[:1]:
        await poster.copy(job, where, content, caption)
    if len(items) > 1:
        raise MoreToSay


async def _sent_together(
    poster: Poster, job: Job, target: Target, items: Sequence[tuple[Target, Content, Rendered]]
) -> bool:
    media = [_input(content, caption) for _, content, caption in items]
    ready = [one for one in media if one is not None]
    if len(ready) < len(items):
        return False
    method = SendMediaGroup(
        chat_id=target.chat,
        media=list(ready),
        message_thread_id=target.thread,
        reply_parameters=reply_parameters(target),
    )
    try:
        messages = await poster.call(job, method)
    except TelegramBadRequest as error:
        if not asks_for(error, Verdict.REFUSED):
            raise
        return False
    await poster.landed(job, *zip([where for where, _, _ in items], messages, strict=True))
    return True


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
