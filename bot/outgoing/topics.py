"""A ticket's topic in the staff group: opened with its card, rebuilt when lost, dressed, pinned.

Telegram says nothing when people delete a topic: it shows only when something is sent there
(telegram-facts, section 3.5). So whatever goes into a topic goes through `within`, which opens,
reopens or rebuilds it and then tries again.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    GetForumTopicIconStickers,
    ReopenForumTopic,
)

from bot.crash_points import CrashPoint, reach
from bot.outgoing.cards import Cards
from bot.outgoing.jobs import Job, PlaceChange, change_place, keep_progress
from bot.outgoing.loading import Loader
from bot.outgoing.posting import Poster, Target
from bot.outgoing.refusals import LandedInGeneral, Verdict, classify, for_the_log
from bot.texts import Texts
from bot.views import topic
from bot.views.digest import digest
from orchestration import deliveries
from orchestration.delivery import Lane
from orchestration.events import CustomerReacted
from orchestration.ports import Begin, Place, Side, UnitOfWork
from orchestration.status import Status
from orchestration.transactions import transact

log = structlog.get_logger(__name__)

Post = Callable[[Place], Awaitable[None]]

#: How long a restarted desk waits to hear of topics before it opens new ones.
PATIENCE_SECONDS = 10


class NoStaffGroup(Exception):
    """No staff group is set, so there is nowhere to open a topic."""


class Topics:
    """Knows where each ticket's topic is, and puts it right when Telegram says otherwise."""

    def __init__(
        self, poster: Poster, begin: Begin, texts: Texts, staff_chat: int | None, cards: Cards
    ) -> None:
        self._poster = poster
        self._begin = begin
        self._texts = texts
        self._cards = cards
        self._staff_chat = staff_chat
        self._offered: Mapping[str, str] = {}
        #: Set once the desk knows of the topics that it had opened before it went down.
        self.heard: asyncio.Event | None = None

    async def within(self, job: Job, post: Post) -> None:
        """Does `post` in the job's topic, which is there with its card, whatever it takes.

        Each remedy is tried once; what Telegram refuses after that is raised.
        """
        if job.place is None and await self._not_worth_it(job):
            return
        tried: set[Verdict] = set()
        lost: Place | None = None
        while True:
            try:
                await post(await self._made_ready(job, lost))
            except (TelegramAPIError, LandedInGeneral) as error:
                refusal = classify(error)
                if refusal is None or refusal.verdict in tried or job.place is None:
                    raise
                tried.add(refusal.verdict)
                if refusal.verdict is Verdict.TOPIC_CLOSED:
                    await self._reopen_for_posting(job, job.place)
                elif refusal.verdict is Verdict.TOPIC_GONE:
                    if await self._not_worth_it(job):
                        return
                    log.warning("topic lost, building it anew", ticket=job.delivery.ticket)
                    lost = job.place
                    self._forget(job)
                else:
                    raise
            else:
                return

    def group_moved(self, chat: int) -> None:
        """The staff group has another id from now on."""
        self._staff_chat = chat

    async def dress(self, job: Job, place: Place) -> None:
        """Title, icon, and open or closed, each only where Telegram was last told otherwise."""
        ticket = job.known_ticket()
        title, icon = topic.title(ticket), await self._icon(job)
        if place.title != title or (icon is not None and place.icon != icon):
            method = EditForumTopic(
                chat_id=place.chat,
                message_thread_id=place.thread,
                name=None if place.title == title else title,
                icon_custom_emoji_id=None if place.icon == icon else icon,
            )
            await self._poster.change(job, method)
            place = change_place(job, place, title=title, icon=icon or place.icon)
        closed = topic.closed(ticket.status, now=place.closed)
        if place.closed != closed:
            where = {"chat_id": place.chat, "message_thread_id": place.thread}
            await self._poster.change(
                job, CloseForumTopic(**where) if closed else ReopenForumTopic(**where)
            )
            change_place(job, place, closed=closed)

    async def delete(self, job: Job) -> None:
        """Removes the topic and all that stands in it; one that is gone already is as good.

        Without the right to do so it is left alone: the next sweep asks for it again.
        """
        place = job.place
        if place is None:
            return
        method = DeleteForumTopic(chat_id=place.chat, message_thread_id=place.thread)
        try:
            await self._poster.call(job, method)
        except TelegramAPIError as error:
            refusal = classify(error)
            if refusal is None or (refusal.verdict is Verdict.HOLD and not refusal.whole_chat):
                log.warning("topic not deleted", ticket=place.ticket, reason=for_the_log(error))
                return
            if refusal.verdict is not Verdict.TOPIC_GONE:
                raise
        async with self._begin() as uow:
            await uow.places.forget(place)
        job.place = None

    async def _made_ready(self, job: Job, lost: Place | None) -> Place:
        """The topic with its card, and with what the lost one had said."""
        place = job.place or await self._hear_of(job, lost) or await self._open(job)
        if place.card is None:
            place = await self._cards.post(job, place)
        if place.history_due:
            place = await self._post_history(job, place)
        return place

    async def _hear_of(self, job: Job, lost: Place | None) -> Place | None:
        """The topic that a killed desk had opened last: Telegram tells the next one of it.

        Only for a while: a spare topic is better than a message that nobody sees.
        """
        if self.heard is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self.heard.wait()
        async with self._begin() as uow:
            known = await uow.places.of(job.known_ticket().id)
        if known and lost and (known.chat, known.thread) == (lost.chat, lost.thread):
            return None
        job.place = known
        return known

    async def _open(self, job: Job) -> Place:
        """A new topic, remembered at once: a crash in between is mended when it is heard of."""
        if self._staff_chat is None:
            raise NoStaffGroup
        ticket = job.known_ticket()
        title, icon = topic.title(ticket), await self._icon(job)
        method = CreateForumTopic(
            chat_id=self._staff_chat,
            name=title,
            icon_color=topic.colour(ticket),
            icon_custom_emoji_id=icon,
        )
        created = await self._poster.call(job, method)
        reach(CrashPoint.TOPIC_CREATED)
        thread = created.message_thread_id
        place = Place(ticket.id, self._staff_chat, thread, title=title, icon=icon)

        async def keep(uow: UnitOfWork) -> Place:
            before = await uow.places.of(ticket.id)
            if before is None:
                opened = place
            elif (before.chat, before.thread) == (place.chat, thread):
                opened = replace(place, history_due=before.history_due)  # it was adopted already
            else:
                opened = replace(place, history_due=True)
            await uow.places.save(opened)
            return opened

        job.place = await transact(self._begin, keep)
        if topic.closed(ticket.status, now=False):
            job.next.append(deliveries.dress(ticket.id))
        reach(CrashPoint.TOPIC_PLACED)
        return job.place

    async def _post_history(self, job: Job, place: Place) -> Place:
        """What the lost topic had said, in one message of the new one."""
        await self._cards.know(job)
        async with self._begin() as uow:
            entries = await Loader(uow, self._texts).lost(job)
        said = digest(entries, self._texts)
        if said is not None:
            pieces, job.pieces = job.pieces, 0
            await self._poster.say(job, Target(place.chat, place.thread), said)
            job.pieces = pieces
        changed = change_place(job, place, history_due=False)
        await keep_progress(self._begin, job)
        return changed

    async def _not_worth_it(self, job: Job) -> bool:
        """Whether nobody needs a closed ticket's topic for this: looks, reactions, a merge."""
        await self._cards.know(job)
        closed = job.ticket is not None and job.ticket.status is Status.CLOSED
        reaction = job.entry is not None and isinstance(job.entry.event, CustomerReacted)
        elsewhere = job.ticket is not None and job.ticket.merged_into is not None
        return closed and (job.delivery.lane is Lane.COSMETIC or reaction or elsewhere)

    async def _reopen_for_posting(self, job: Job, place: Place) -> None:
        """Someone closed the topic, and the bot may not write into closed ones."""
        await self._poster.change(
            job, ReopenForumTopic(chat_id=place.chat, message_thread_id=place.thread)
        )
        change_place(job, place, closed=False)
        job.next.append(deliveries.dress(place.ticket))

    @staticmethod
    def _forget(job: Job) -> None:
        job.place = None
        job.pieces = 0
        job.stands, job.elsewhere, job.gone = (), False, []
        job.reply_to, job.quote_fits = None, False
        job.card_shown = False
        job.shown = [shown for shown in job.shown if shown[2] is not Side.STAFF]
        job.changes = PlaceChange()
        if job.delivery.ticket is not None:
            job.next.append(deliveries.pin(job.delivery.ticket))

    async def _icon(self, job: Job) -> str | None:
        """The icon of the ticket's status; none while Telegram does not say which there are."""
        if not self._offered:
            try:
                stickers = await self._poster.ask(GetForumTopicIconStickers())
            except TelegramAPIError as error:
                log.info("topic icons unknown for now", reason=type(error).__name__)
                return None
            self._offered = {
                topic.without_style(sticker.emoji): sticker.custom_emoji_id
                for sticker in stickers
                if sticker.emoji and sticker.custom_emoji_id
            }
        return topic.icon(job.known_ticket().status, self._offered)
