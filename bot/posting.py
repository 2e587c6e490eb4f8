"""One call after another to the Bot API, each counted, each with entities and never a parse mode.

What is written comes from the views; where it goes, and what it means, comes from the callers.
"""

import contextlib
from dataclasses import dataclass, replace
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import CopyMessage, DeleteMessage, SendMessage, TelegramMethod
from aiogram.types import EphemeralMessageParameters, Message, ReplyParameters

from bot.crash_points import CrashPoint, reach
from bot.jobs import Job
from bot.media import by_file
from bot.refusals import LandedInGeneral, Verdict, classify
from bot.views.rendered import MAX_CAPTION, Rendered
from bot.views.split import split
from orchestration.content import Content, ContentKind, MessageRef
from orchestration.ports import Side
from orchestration.timeline import EntryRef

T = TypeVar("T")

#: Well below a lease, so that nobody else takes up what still hangs here.
TIMEOUT_SECONDS = 15

_CAPTIONED = frozenset(
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

    `shows` is the entry that the message shows there, for replies to find it again.
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None
    only: int | None = None
    shows: tuple[EntryRef, Side] | None = None


class MoreToSay(Exception):
    """A piece of a long text was sent; the next one waits for its own place in the budget."""


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
            refusal = classify(error)
            unreadable = refusal is not None and refusal.verdict is Verdict.MARKUP
            if not unreadable or not _made_plain(method):
                raise
            return await self.call(job, method)
        reach(CrashPoint.OUTBOX_SENT)
        return answer

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
        where = target if number == 0 else replace(target, reply_to=None)
        sent = await self._send(job, where, pieces[number])
        job.pieces = number + 1
        if job.pieces < len(pieces):
            raise MoreToSay
        return sent

    async def copy(self, job: Job, target: Target, content: Content, caption: Rendered) -> int:
        """Copies a medium from where it stands, with this caption where its kind has one.

        Into a topic it goes by its file, where it has one: only that tells where it landed.
        """
        if target.thread is not None:
            known = by_file(content, caption, target.chat, target.thread, _reply(target))
            if known is not None:
                with contextlib.suppress(_UnknownFile):
                    return await self._send_file(job, target, known)
        source = content.source
        if source is None:
            msg = f"a {content.kind} without a source"
            raise LookupError(msg)
        method = CopyMessage(
            chat_id=target.chat,
            from_chat_id=source.chat,
            message_id=source.message,
            message_thread_id=target.thread,
            parse_mode=None,
            reply_parameters=_reply(target) or _anchor(target),
        )
        if content.kind in _CAPTIONED and len(caption.text) <= MAX_CAPTION:
            method.caption = caption.text or _NO_CAPTION
            method.caption_entities = list(caption.entities)
        copied = await self.call(job, method)
        self._link(job, target, copied.message_id)
        return copied.message_id

    async def _send(self, job: Job, target: Target, piece: Rendered) -> int:
        method = SendMessage(
            chat_id=target.chat,
            text=piece.text,
            entities=list(piece.entities),
            parse_mode=None,
            message_thread_id=target.thread,
            reply_parameters=_reply(target),
            reply_markup=piece.buttons,
        )
        if target.only is not None:
            method.ephemeral_message_parameters = EphemeralMessageParameters(
                receiver_user_id=target.only
            )
        message = await self.call(job, method)
        if target.only is not None:
            return 0  # it has no number in the chat
        return await self._arrived(job, target, message)

    async def _send_file(self, job: Job, target: Target, method: TelegramMethod[Message]) -> int:
        try:
            message = await self.call(job, method)
        except TelegramBadRequest as error:
            refusal = classify(error)
            if refusal is None or refusal.verdict is not Verdict.REFUSED:
                raise
            raise _UnknownFile from error
        return await self._arrived(job, target, message)

    async def _arrived(self, job: Job, target: Target, message: Message) -> int:
        """Makes sure that a message stands where it should, and links it."""
        if target.thread is not None and message.message_thread_id != target.thread:
            await self._take_back(job, message)
            raise LandedInGeneral
        self._link(job, target, message.message_id)
        return message.message_id

    async def _take_back(self, job: Job, stray: Message) -> None:
        """A ticket's words have no business in General."""
        method = DeleteMessage(chat_id=stray.chat.id, message_id=stray.message_id)
        with contextlib.suppress(TelegramAPIError):
            await self.call(job, method)

    @staticmethod
    def _link(job: Job, target: Target, message: int) -> None:
        if target.shows is not None:
            entry, side = target.shows
            job.shown.append((MessageRef(target.chat, message), entry, side))


class _UnknownFile(Exception):
    """Telegram does not take a medium by its file."""


def _made_plain(method: TelegramMethod[T]) -> bool:
    """Takes the formatting out of a call; False when it has none."""
    for name in ("entities", "caption_entities"):
        if getattr(method, name, None):
            setattr(method, name, None)
            return True
    return False


def _anchor(target: Target) -> ReplyParameters | None:
    """A reply to the topic's root, as every message of a topic is (telegram-facts, section 3.3).

    With its topic the root is gone too, so a copy is refused instead of landing in General.
    """
    if target.thread is None:
        return None
    return ReplyParameters(message_id=target.thread, allow_sending_without_reply=False)


def _reply(target: Target) -> ReplyParameters | None:
    if target.reply_to is None:
        return None
    return ReplyParameters(message_id=target.reply_to, allow_sending_without_reply=True)
