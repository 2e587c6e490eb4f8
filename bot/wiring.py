"""Puts the desk together: the one place that knows every room."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot import desk_files, roster
from bot.budget import Budget
from bot.courier import Courier
from bot.crash_points import CrashPoint, watched
from bot.dispatch import DeskContext, Dispatch
from bot.intake import Polling, is_topic
from bot.registration import register_commands
from bot.settings import Settings
from bot.texts import Texts
from engine.clock import MachineClock
from engine.embedded import EmbeddedEngine
from orchestration import clockwork
from orchestration.followups import FollowUp
from orchestration.specialists.triage import TriageSpecialist
from storage.migrate import migrate
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)

#: How long a part of the start that failed waits before it is tried again, in seconds.
RETRY_SECONDS = (1, 2, 5, 15, 60)


def open_bot(settings: Settings) -> Bot:
    """The bot of these settings, with one long-lived session to its Bot API server."""
    server = TelegramAPIServer.from_base(settings.telegram_api_base)
    return Bot(settings.bot_token.get_secret_value(), session=AiohttpSession(api=server))


class RunningDesk:
    """The whole desk in this process, from `start` to `stop`.

    `polling` is set once updates are asked for. `rejected` is set when Telegram rejects the token:
    nothing will ever work then, and whoever runs the desk ends it.
    """

    def __init__(self, settings: Settings, clock: MachineClock) -> None:
        self._settings = settings
        self._clock = clock
        self._stack = contextlib.AsyncExitStack()
        self._desk = desk_files.load(settings.desk_dir)
        self._texts = Texts.load()
        self._bot = open_bot(settings)
        self._database: Database
        self._courier: Courier
        self._dispatch: Dispatch
        self._engine: EmbeddedEngine
        self._heard = asyncio.Event()
        self.polling = asyncio.Event()
        self.rejected = asyncio.Event()

    async def start(self) -> None:
        """Migrates, opens and starts everything; Telegram is reached in the background.

        Raises `DatabaseUnavailable`. Call `stop` whatever happened.
        """
        self._stack.push_async_callback(self._bot.session.close)
        settings = self._settings
        await migrate(settings.database_url)
        self._database = await Database.open(settings.database_url)
        self._stack.push_async_callback(self._database.close)
        self._courier = Courier(
            self._bot,
            self._database.begin_urgently,
            self._desk,
            self._texts,
            self._clock,
            Budget(
                settings.budget_group_per_minute,
                settings.budget_chat_per_second,
                settings.budget_total_per_second,
            ),
            settings.staff_chat_id,
            heard=self._heard,
        )
        await self._courier.recover()
        self._engine = EmbeddedEngine(self._clock, self._drain, self._tick, self._courier.wake)
        await self._engine.start()
        self._stack.push_async_callback(self._engine.stop)
        self._background(self._courier.run(), "courier")
        self._background(self._serve(), "telegram")

    async def stop(self) -> None:
        """Stops taking and sending; what was under way is in the database."""
        await self._stack.aclose()

    def time_moved(self) -> None:
        """The clock was moved: what is due now runs now."""
        self._engine.wake_clock()

    async def _drain(self, conversation: str) -> None:
        await self._dispatch.drain(conversation)

    async def _tick(self) -> datetime | None:
        advisors = (TriageSpecialist(),)
        begin = watched(self._database.begin, CrashPoint.CLOCK_DECIDED, CrashPoint.CLOCK_COMMITTED)
        try:
            return await clockwork.run_due(begin, self._desk, advisors, self._clock, _say_failed)
        finally:
            self._courier.wake()

    def _committed(self) -> None:
        self._engine.wake_courier()
        self._engine.wake_clock()

    async def _serve(self) -> None:
        """Introduces the desk to Telegram and polls; what fails is said once and tried again."""
        await _until_done("Telegram cannot be reached", self._meet_telegram)
        if self.rejected.is_set():
            return
        first_try = asyncio.Event()
        self._background(self._prepare_group(first_try), "group")
        await first_try.wait()
        begin, clock = self._database.begin, self._clock
        wake = self._engine.wake_conversation
        poll = Polling(self._bot, begin, clock, wake, self._caught_up)
        self.polling.set()
        await poll.run()

    async def _caught_up(self) -> None:
        """What waited at Telegram is kept; once its topics are known, new ones may be opened."""
        async with self._database.begin() as uow:
            waiting = await uow.inbox.conversations()
        await self._engine.finished(each for each in waiting if is_topic(each))
        self._heard.set()

    async def _meet_telegram(self) -> None:
        try:
            me = await self._bot.get_me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            self.rejected.set()
            return
        context = DeskContext(
            self._desk, self._texts, self._settings.staff_chat_id, me.username or ""
        )
        self._dispatch = Dispatch(
            self._bot, self._database.begin, self._clock, context, self._committed
        )

    async def _prepare_group(self, first_try: asyncio.Event) -> None:
        """Learns the staff and registers the commands; the desk polls after the first try."""
        staff_chat = self._settings.staff_chat_id

        async def prepare() -> None:
            try:
                if staff_chat is not None:
                    await roster.refresh(
                        self._bot, self._database.begin, self._desk, staff_chat, self._clock
                    )
                await register_commands(self._bot, self._texts, staff_chat)
            finally:
                first_try.set()

        await _until_done("the staff group is not ready: `topicdesk doctor` says why", prepare)

    def _background(self, work: Awaitable[None], name: str) -> None:
        task = asyncio.ensure_future(work)
        task.set_name(name)

        async def end() -> None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        self._stack.push_async_callback(end)


async def _until_done(words: str, work: Callable[[], Awaitable[None]]) -> None:
    """Tries until it works; says `words` once, and once that it works again."""
    failures = 0
    while True:
        try:
            await work()
        except TelegramAPIError as error:
            if failures == 0:
                log.warning(words, reason=str(error))
            await asyncio.sleep(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
            failures += 1
        else:
            if failures:
                log.info("recovered", from_=words)
            return


def _say_failed(due: FollowUp, error: Exception) -> None:
    log.error("follow-up failed", ticket=due.ticket, kind=due.kind, reason=repr(error))
