"""What stands in Telegram follows what was edited or taken back.

A bot edits its own messages at any age, and deletes them for 48 hours (telegram-facts, 3.14).
"""

from collections.abc import Sequence

from aiogram.exceptions import TelegramAPIError
from aiogram.methods import DeleteMessage, EditMessageCaption, EditMessageText

from bot.outgoing.jobs import Job
from bot.outgoing.posting import CAPTIONED, MoreToSay, Poster, Target, fitting
from bot.outgoing.refusals import Verdict, asks_for
from bot.texts import Texts
from bot.views.rendered import Rendered
from bot.views.split import split
from orchestration.content import Content, MessageRef


class Amender:
    """Edits and deletes what was sent before; raises what Telegram refuses."""

    def __init__(self, poster: Poster, texts: Texts) -> None:
        self._poster = poster
        self._texts = texts

    async def rewrite(
        self, job: Job, messages: Sequence[MessageRef], target: Target, words: Rendered
    ) -> None:
        """Makes `messages` say these words, in more or fewer of them where it takes that.

        Raises `MoreToSay` when more than one has to be added: each is written down before the next.
        """
        pieces = split(words)
        for message, piece in zip(messages, pieces, strict=False):
            method = EditMessageText(
                chat_id=message.chat,
                message_id=message.message,
                text=piece.text,
                entities=list(piece.entities),
                parse_mode=None,
                reply_markup=piece.buttons,
            )
            await self._poster.change(job, method)
        done = max(len(messages), job.pieces)
        if done < len(pieces):
            await self._poster.add(job, target, pieces[done])
            job.pieces = done + 1
            if job.pieces < len(pieces):
                raise MoreToSay
        for message in messages[len(pieces) :]:
            await self._remove(job, message)

    async def recaption(
        self, job: Job, message: MessageRef, content: Content, caption: Rendered
    ) -> None:
        """Gives a medium this caption. Kinds without a caption stay as they are."""
        if content.kind not in CAPTIONED:
            return
        caption = fitting(caption, content)
        method = EditMessageCaption(
            chat_id=message.chat,
            message_id=message.message,
            caption=caption.text,
            caption_entities=list(caption.entities),
            parse_mode=None,
        )
        await self._poster.change(job, method)

    async def delete(self, job: Job, message: MessageRef) -> None:
        """Deletes a message; that it is gone already is success."""
        method = DeleteMessage(chat_id=message.chat, message_id=message.message)
        try:
            await self._poster.call(job, method)
        except TelegramAPIError as error:
            if "not found" not in error.message.lower():
                raise

    async def _remove(self, job: Job, message: MessageRef) -> None:
        """A piece that a shorter text needs no more: deleted, or emptied when it is too old."""
        try:
            await self.delete(job, message)
        except TelegramAPIError as error:
            if not asks_for(error, Verdict.TARGET_GONE):
                raise
            method = EditMessageText(
                chat_id=message.chat,
                message_id=message.message,
                text=self._texts.say("piece-gone"),
                parse_mode=None,
            )
            await self._poster.change(job, method)
        else:
            job.gone.append(message)
