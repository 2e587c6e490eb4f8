"""Puts the desk together: the one place that knows every room."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot import desk_files, roster, staff_group
from bot.budget import Budget
from bot.courier import Courier
from bot.dispatch import DeskContext, Dispatch
from bot.intake import Polling
from bot.reconciling import Reconciler
from bot.registration import register_commands
from bot.settings import Settings
from bot.texts import Texts
from engine.clock import MachineClock
from engine.embedded import EmbeddedEngine
from orchestration import clockwork
from orchestration.followups import FollowUp
from orchestration.ports import UnitOfWork
from orchestration.specialists.triage import TriageSpecialist
from orchestration.transactions import transact
from storage.migrate import migrate
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)

#: How often topics that people deleted are looked for.
RECONCILE_EVERY = timedelta(hours=1)
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
        self._staff_chat = settings.staff_chat_id
        self._time_moved = asyncio.Event()
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
        self._staff_chat = await staff_group.current_id(
            self._database.begin, settings.staff_chat_id
        )
        self._courier = Courier(
            self._bot,
            self._database.begin,
            self._desk,
            self._texts,
            self._clock,
            Budget(
                settings.budget_group_per_minute,
                settings.budget_chat_per_second,
                settings.budget_total_per_second,
            ),
            self._staff_chat,
            group_moved=self._group_moved,
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
        self._time_moved.set()
        self._engine.wake_clock()

    async def _drain(self, conversation: str) -> None:
        await self._dispatch.drain(conversation)

    async def _tick(self) -> datetime | None:
        advisors = (TriageSpecialist(),)
        try:
            return await clockwork.run_due(
                self._database.begin, self._desk, advisors, self._clock, _say_failed
            )
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
        self._background(self._reconcile(), "topics")
        poll = Polling(self._bot, begin, clock, self._engine.wake_conversation)
        self.polling.set()
        await poll.run()

    async def _meet_telegram(self) -> None:
        try:
            me = await self._bot.get_me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            self.rejected.set()
            return
        context = DeskContext(self._desk, self._texts, self._staff_chat, me.username or "")
        self._dispatch = Dispatch(
            self._bot, self._database.begin, self._clock, context, self._committed
        )

    async def _prepare_group(self, first_try: asyncio.Event) -> None:
        """Learns the staff and registers the commands; the desk polls after the first try."""

        async def prepare() -> None:
            staff_chat = self._staff_chat
            try:
                if staff_chat is not None:
                    await roster.refresh(
                        self._bot, self._database.begin, self._desk, staff_chat, self._clock
                    )
                await register_commands(self._bot, self._texts, staff_chat)
            except TelegramMigrateToChat as error:
                await self._take_new_id(error.migrate_to_chat_id)
                raise
            finally:
                first_try.set()

        await _until_done("the staff group is not ready: `topicdesk doctor` says why", prepare)

    async def _take_new_id(self, chat: int) -> None:
        """The group of the settings has another id: it is remembered, and used from now on."""
        old = self._staff_chat
        if old is None or old == chat:
            return

        async def keep(uow: UnitOfWork) -> None:
            await staff_group.keep_move(uow, old, chat)

        await transact(self._database.begin, keep)
        self._courier.move_group(chat)

    def _group_moved(self, chat: int) -> None:
        self._staff_chat = chat
        if hasattr(self, "_dispatch"):
            self._dispatch.move_group(chat)

    async def _reconcile(self) -> None:
        """Looks for lost topics now and every hour of the desk's time."""
        reconciler = Reconciler(self._bot, self._database.begin, asyncio.sleep)
        while True:
            try:
                if await reconciler.sweep():
                    self._courier.wake()
            except Exception:
                log.exception("topics could not be looked at; the next sweep tries again")
            due = self._clock() + RECONCILE_EVERY
            while (left := (due - self._clock()).total_seconds()) > 0:
                self._time_moved.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await self._time_moved.wait()

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
