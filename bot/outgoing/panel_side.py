"""Panels: words and buttons that one member of staff sees, and that change as they press.

An ephemeral message has no number in its chat, and is changed by methods of its own (Bot API 10.2).
"""

from typing import Any

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import (
    DeleteEphemeralMessage,
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageText,
    TelegramMethod,
)

from bot.outgoing.jobs import Job
from bot.outgoing.posting import Poster, Target
from bot.outgoing.refusals import Verdict, asks_for
from bot.texts import Texts
from bot.views import drafting
from bot.views.panel import rendered
from bot.views.rendered import Rendered
from bot.views.split import split
from orchestration.answering.collisions import may_send_anyway
from orchestration.answering.drafting import held_by_another
from orchestration.delivery import AskAuthor, ShowPanel
from orchestration.events import ReplyHeld
from orchestration.people import Staff


class PanelSide:
    """Shows, changes and takes away panels; raises what Telegram refuses."""

    def __init__(self, poster: Poster) -> None:
        self._poster = poster

    async def show(self, job: Job, panel: ShowPanel) -> None:
        """A panel as it is now, in place of what was shown of it."""
        what = rendered(panel)
        if what is None:
            await self._take_away(job, panel)
        elif not await self._changed(job, panel, what):
            await self._add(job, panel, what)

    async def ask(self, job: Job, question: AskAuthor, texts: Texts) -> None:
        """Asks the author of held words below them, unless they have decided."""
        held, place, now = job.asked, job.place, job.now
        if job.withdrawn or held is None or place is None or now is None:
            return
        if not isinstance(held.event, ReplyHeld) or not isinstance(held.actor, Staff):
            return
        ticket, author, message = job.known_ticket(), held.actor, question.message
        asked = drafting.question(
            held.event.obstacle,
            held_by_another(ticket, author.id, now),
            message.message,
            texts,
            may_send=may_send_anyway(ticket, author, now),
        )
        panel = ShowPanel(message, author.id, asked.words, asked.buttons, place.thread)
        what = rendered(panel)
        if what is not None:
            await self._add(job, panel, what, aloud=question.aloud)

    async def _changed(self, job: Job, panel: ShowPanel, what: Rendered) -> bool:
        """Changes what is shown; False when nothing is, or is no more."""
        pieces = split(what)
        chat, words, entities = panel.to.chat, pieces[0].text, list(pieces[0].entities)
        method: EditEphemeralMessageText | EditMessageText
        if len(pieces) > 1:
            return False  # one message cannot hold it
        if panel.ephemeral is not None:
            method = EditEphemeralMessageText(
                chat_id=chat,
                receiver_user_id=panel.only,
                ephemeral_message_id=panel.ephemeral,
                text=words,
                entities=entities,
                parse_mode=None,
                reply_markup=what.buttons,
            )
        elif panel.message is not None:
            method = EditMessageText(
                chat_id=chat,
                message_id=panel.message,
                text=words,
                entities=entities,
                parse_mode=None,
                reply_markup=what.buttons,
            )
        else:
            return False
        return await self._did(job, method)

    async def _add(
        self, job: Job, panel: ShowPanel, what: Rendered, *, aloud: bool = False
    ) -> None:
        """Where one person alone should see it and Telegram refuses that, everyone does."""
        # A private chat is theirs alone anyway.
        hidden = panel.to.chat < 0 and not (aloud or panel.aloud)
        only = panel.only if hidden else None
        alone = Target(panel.to.chat, panel.thread, panel.to.message, only=only)
        try:
            await self._poster.say(job, alone, what)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            if aloud and not asks_for(error, Verdict.TOPIC_GONE):
                raise
            if asks_for(error, Verdict.TOPIC_GONE):
                return  # nobody stands there any more to read it
            job.pieces = 0
            target = Target(panel.to.chat, panel.thread, panel.to.message)
            await self._poster.say(job, target, what)

    async def _take_away(self, job: Job, panel: ShowPanel) -> None:
        method: TelegramMethod[bool]
        if panel.ephemeral is not None:
            method = DeleteEphemeralMessage(
                chat_id=panel.to.chat,
                receiver_user_id=panel.only,
                ephemeral_message_id=panel.ephemeral,
            )
        elif panel.message is not None:
            method = DeleteMessage(chat_id=panel.to.chat, message_id=panel.message)
        else:
            return
        await self._did(job, method)

    async def _did(self, job: Job, method: TelegramMethod[Any]) -> bool:
        """Makes the call; False when what it is about is gone."""
        try:
            await self._poster.call(job, method)
        except TelegramBadRequest as error:
            if not asks_for(error, Verdict.TARGET_GONE):
                raise
            return False
        return True
