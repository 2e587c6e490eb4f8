"""One call after another to the Bot API, each counted, each with entities and never a parse mode.

What is written comes from the views; where it goes, and what it means, comes from the callers.
"""

import contextlib
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import (
    CopyMessage,
    DeleteMessage,
    ForwardMessage,
    SendDocument,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    EphemeralMessageParameters,
    Message,
    ReplyParameters,
)

from bot.crash_points import CrashPoint, reach
from bot.outgoing.formatting import made_plain
from bot.outgoing.jobs import Job
from bot.outgoing.media import by_file
from bot.outgoing.refusals import LandedInGeneral, Verdict, asks_for
from bot.views.rendered import MAX_CAPTION, Rendered, cut, telegram_entities, units
from bot.views.split import split
from orchestration.content import Content, ContentKind, MessageRef, Quote
from orchestration.ports import Side
from orchestration.timeline import EntryRef

T = TypeVar("T")

#: Well below a lease, so that nobody else takes up what still hangs here.
TIMEOUT_SECONDS = 15

CAPTIONED = frozenset(
    {
        ContentKind.PHOTO,
        ContentKind.VIDEO,
        ContentKind.ANIMATION,
        ContentKind.VOICE,
        ContentKind.AUDIO,
        ContentKind.DOCUMENT,
    }
)
#: Telegram keeps the original's caption where none is given, and trims this one to nothing.
_NO_CAPTION = " "


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes: the chat, its thread, what it replies to, who alone sees it.

    `quote` is the part of the answered message that it points at. `shows` is the entry that the
    message shows there, for replies to find it again.
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None
    quote: Quote | None = None
    only: int | None = None
    shows: tuple[EntryRef, Side] | None = None


class MoreToSay(Exception):
    """A piece of a delivery was sent; the next one waits for its own place in the budget."""


class Poster:
    """Speaks to Telegram on behalf of one job at a time."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def call(self, job: Job, method: TelegramMethod[T]) -> T:
        """Makes a call that counts towards the budget; raises what Telegram answers.

        Words whose formatting Telegram cannot read are sent plain.
        """
        job.operations += 1
        reach(CrashPoint.OUTBOX_SENDING)
        try:
            answer = await self._bot(method, request_timeout=TIMEOUT_SECONDS)
        except TelegramBadRequest as error:
            if not asks_for(error, Verdict.MARKUP) or not made_plain(method):
                raise
            return await self.call(job, method)
        reach(CrashPoint.OUTBOX_SENT)
        return answer

    async def change(self, job: Job, method: TelegramMethod[Any]) -> None:
        """Makes a call that changes what stands there; that it is so already is success."""
        try:
            await self.call(job, method)
        except TelegramAPIError as error:
            if not asks_for(error, Verdict.NOT_MODIFIED):
                raise

    async def ask(self, method: TelegramMethod[T]) -> T:
        """Makes a call that only reads, and so does not count."""
        return await self._bot(method, request_timeout=TIMEOUT_SECONDS)

    async def say(self, job: Job, target: Target, what: Rendered) -> int:
        """Sends text, or the next piece of it; returns the message's id.

        Raises `MoreToSay` when further pieces wait: each is written down before the next one goes.
        """
        pieces, number = split(what), job.pieces
        if number >= len(pieces):
            return 0
        where = target if number == 0 else replace(target, reply_to=None, quote=None)
        sent = await self.add(job, where, pieces[number])
        job.pieces = number + 1
        if job.pieces < len(pieces):
            raise MoreToSay
        return sent

    async def copy(self, job: Job, target: Target, content: Content, caption: Rendered) -> int:
        """Copies a medium from where it stands, with this caption where its kind has one.

        Into a topic it goes by its file, where it has one: only that tells where it landed.
        """
        caption, reply = fitting(caption, content), reply_parameters(target)
        if target.thread is not None:
            known = by_file(content, caption, target.chat, target.thread, reply)
            if known is not None:
                with contextlib.suppress(_UnknownFile):
                    return await self._send_file(job, target, known)
        source = _source(content)
        method = CopyMessage(
            chat_id=target.chat,
            from_chat_id=source.chat,
            message_id=source.message,
            message_thread_id=target.thread,
            parse_mode=None,
            reply_parameters=reply or _anchor(target),
        )
        if content.kind in CAPTIONED and len(caption.text) <= MAX_CAPTION:
            method.caption = caption.text or _NO_CAPTION
            method.caption_entities = list(caption.entities)
        copied = await self.call(job, method)
        _link(job, target, copied.message_id)
        return copied.message_id

    async def attach(
        self, job: Job, target: Target, file: BufferedInputFile, caption: Rendered
    ) -> int:
        """Sends a file that the desk made; of a caption that is too long only its beginning."""
        kept = caption.text[:MAX_CAPTION]
        method = SendDocument(
            chat_id=target.chat,
            message_thread_id=target.thread,
            document=file,
            caption=kept,
            caption_entities=list(cut(caption.entities, 0, units(kept))),
            parse_mode=None,
        )
        message = await self.call(job, method)
        await self.landed(job, (target, message))
        return message.message_id

    async def forward(self, job: Job, target: Target, content: Content) -> int:
        """Forwards a message as it stands, with its author's name."""
        source = _source(content)
        method = ForwardMessage(
            chat_id=target.chat,
            from_chat_id=source.chat,
            message_id=source.message,
            message_thread_id=target.thread,
        )
        forwarded = await self.call(job, method)
        await self.landed(job, (target, forwarded))
        return forwarded.message_id

    async def add(self, job: Job, target: Target, piece: Rendered) -> int:
        """Sends one message; returns its id, 0 when only one person sees it."""
        method = SendMessage(
            chat_id=target.chat,
            text=piece.text,
            entities=list(piece.entities),
            parse_mode=None,
            message_thread_id=target.thread,
            reply_parameters=reply_parameters(target),
            reply_markup=piece.buttons,
        )
        if target.only is not None:
            method.ephemeral_message_parameters = EphemeralMessageParameters(
                receiver_user_id=target.only
            )
        message = await self.call(job, method)
        if target.only is not None:
            return 0  # it has no number in the chat
        await self.landed(job, (target, message))
        return message.message_id

    async def landed(self, job: Job, *sent: tuple[Target, Message]) -> None:
        """Remembers what was sent together; raises `LandedInGeneral` when it strayed."""
        strays = [message for target, message in sent if _strayed(target, message)]
        for stray in strays:
            await self._take_back(job, stray)
        if strays:
            raise LandedInGeneral
        for target, message in sent:
            _link(job, target, message.message_id)

    async def _send_file(self, job: Job, target: Target, method: TelegramMethod[Message]) -> int:
        try:
            message = await self.call(job, method)
        except TelegramBadRequest as error:
            if not asks_for(error, Verdict.REFUSED):
                raise
            raise _UnknownFile from error
        await self.landed(job, (target, message))
        return message.message_id

    async def _take_back(self, job: Job, stray: Message) -> None:
        """A ticket's words have no business in General."""
        method = DeleteMessage(chat_id=stray.chat.id, message_id=stray.message_id)
        with contextlib.suppress(TelegramAPIError):
            await self.call(job, method)


class _UnknownFile(Exception):
    """Telegram does not take a medium by its file."""


def reply_parameters(target: Target) -> ReplyParameters | None:
    """What a message replies to; one that is gone by now must not keep it from being sent."""
    if not target.reply_to:  # what one person alone sees has the number 0
        return None
    quote = target.quote
    return ReplyParameters(
        message_id=target.reply_to,
        allow_sending_without_reply=True,
        quote=quote.text if quote else None,
        quote_parse_mode=None,
        quote_entities=list(telegram_entities(quote.entities)) if quote else None,
    )


def fitting(caption: Rendered, content: Content) -> Rendered:
    """The caption, or where that is too long what its author wrote, and no more."""
    if len(caption.text) <= MAX_CAPTION:
        return caption
    return Rendered(content.text, telegram_entities(content.entities))


def has_room(content: Content, words: Rendered) -> bool:
    """Whether a medium's caption can hold these words."""
    return content.kind in CAPTIONED and len(words.text) <= MAX_CAPTION


def _anchor(target: Target) -> ReplyParameters | None:
    """A reply to the topic's root, as every message of a topic is (telegram-facts, section 3.3).

    With its topic the root is gone too, so a copy is refused instead of landing in General.
    """
    if target.thread is None:
        return None
    return ReplyParameters(message_id=target.thread, allow_sending_without_reply=False)


def _strayed(target: Target, message: Message) -> bool:
    return target.thread is not None and message.message_thread_id != target.thread


def _link(job: Job, target: Target, message: int) -> None:
    if target.shows is not None:
        entry, side = target.shows
        job.shown.append((MessageRef(target.chat, message), entry, side))


def _source(content: Content) -> MessageRef:
    if content.source is None:
        msg = f"a {content.kind} without a source"
        raise LookupError(msg)
    return content.source
