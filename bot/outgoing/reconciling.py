"""Finds topics that people deleted, of which Telegram says nothing (telegram-facts, section 3.5).

`sendChatAction` names a topic, is refused where that topic is gone, and costs nothing of the
group's budget; who looks into that topic just then sees the bot typing for some seconds. Only
tickets that have not ended are looked at, a bounded number a sweep, in turn.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SendChatAction

from bot.outgoing.posting import TIMEOUT_SECONDS
from bot.outgoing.refusals import Verdict, classify, for_the_log
from orchestration import deliveries
from orchestration.ports import Begin, Clock, Place

log = structlog.get_logger(__name__)

EVERY = timedelta(hours=1)
#: So many topics are looked at in one sweep; the next one goes on from there.
SWEEP = 200
#: Far below what Telegram lets a bot do in all chats (30 a second).
PACE_SECONDS = 0.1

Rest = Callable[[float], Awaitable[None]]


class Reconciler:
    """Looks at the topics of unended tickets, sweep by sweep."""

    def __init__(
        self,
        bot: Bot,
        begin: Begin,
        clock: Clock,
        found: Callable[[], None],
        rest: Rest = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._begin = begin
        self._clock = clock
        self._found = found
        self._rest = rest
        self._after = 0
        self._time_moved = asyncio.Event()

    async def keep_looking(self) -> None:
        """Sweeps now and every hour of the desk's time, until cancelled; `found` hears of each."""
        while True:
            try:
                if await self.sweep():
                    self._found()
            except Exception:
                log.exception("topics could not be looked at; the next sweep tries again")
            due = self._clock() + EVERY
            while (left := (due - self._clock()).total_seconds()) > 0:
                self._time_moved.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await self._time_moved.wait()

    def time_moved(self) -> None:
        """The clock was moved: the next sweep may be due."""
        self._time_moved.set()

    async def sweep(self) -> int:
        """Has every lost topic among the next ones built anew; returns how many there are.

        Whatever else Telegram refuses ends the sweep; the next one begins where this one ended.
        """
        async with self._begin() as uow:
            places = await uow.places.of_unended(self._after, SWEEP)
        found = 0
        for place in places:
            try:
                lost = await self._is_lost(place)
            except TelegramAPIError as error:
                log.info("topics not looked at", reason=for_the_log(error))
                return found
            self._after = place.ticket
            if lost:
                found += 1
                log.warning("topic lost, building it anew", ticket=place.ticket)
                async with self._begin() as uow:
                    await uow.outbox.add(deliveries.look_again(place.ticket))
            await self._rest(PACE_SECONDS)
        if len(places) < SWEEP:
            self._after = 0
        return found

    async def _is_lost(self, place: Place) -> bool:
        look = SendChatAction(
            chat_id=place.chat, message_thread_id=place.thread, action=ChatAction.TYPING
        )
        try:
            await self._bot(look, request_timeout=TIMEOUT_SECONDS)
        except TelegramAPIError as error:
            refusal = classify(error)
            if refusal is not None and refusal.verdict is Verdict.TOPIC_GONE:
                return True
            raise
        return False
