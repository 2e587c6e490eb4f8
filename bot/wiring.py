"""Puts the desk together: the one place that knows every room."""

import asyncio
import contextlib
from collections.abc import Awaitable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot import logs, staff_group
from bot.assisting.assistance import Assistance
from bot.checks import telegram
from bot.crash_points import CrashPoint, watched
from bot.desk_files import folder as desk_folder
from bot.desk_files.live_knowledge import LiveKnowledge
from bot.desk_files.reloading import Reloading
from bot.desk_files.shelf import ArticleFolder
from bot.incoming import roster
from bot.incoming.dispatch import DeskContext, Dispatch
from bot.incoming.intake import Intake, Polling, is_topic
from bot.incoming.webhook import Webhook
from bot.incoming.webhook_address import WebhookAddress
from bot.outgoing.budget import Budget
from bot.outgoing.courier import Courier
from bot.outgoing.previewing import DraftPreviews
from bot.outgoing.reconciling import Reconciler
from bot.receivers import allowed_networks, receivers
from bot.registration import register_commands
from bot.retrying import until_done
from bot.settings import Settings
from bot.telegram_session import TelegramSession
from bot.texts import Texts
from connectors.webhooks.sender import WebhookSender
from engine.clock import MachineClock
from engine.embedded import EmbeddedEngine, Work
from orchestration import housekeeping
from orchestration.attending import attended
from orchestration.clock import clockwork
from orchestration.clock.followups import FollowUp
from orchestration.clock.reminders import Reminder
from orchestration.ports import Begin, UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.sla.keeping import replan
from orchestration.team.presence import Presses
from orchestration.team.shift_digest import ShiftEnd
from orchestration.transactions import transact
from storage.migrate import migrate
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)


def open_bot(settings: Settings) -> Bot:
    """The bot of these settings, with one long-lived session to its Bot API server."""
    session = TelegramSession(settings.telegram_api_base)
    return Bot(settings.bot_token.get_secret_value(), session=session)


class RunningDesk:
    """The whole desk in this process, from `start` to `stop`.

    `listening` is set once Telegram is asked for updates, or told where to post them. `rejected` is
    set when Telegram rejects the token: nothing will ever work then, and whoever runs the desk ends
    it.
    """

    def __init__(self, settings: Settings, clock: MachineClock) -> None:
        self._settings = settings
        self._clock = clock
        self._stack = contextlib.AsyncExitStack()
        folder = desk_folder.load(settings.desk_dir, settings.tool_servers_file)
        self._desk, self._library = folder.desk, folder.library
        logs.MASK.mask(self._desk.masked)
        self._receivers = receivers(settings, self._desk)
        self._texts = Texts.load().of_desk(self._desk.zone, self._desk.language)
        self._bot = open_bot(settings)
        self._budget = Budget(
            settings.budget_group_per_minute,
            settings.budget_chat_per_second,
            settings.budget_total_per_second,
        )
        self._previews = DraftPreviews(self._bot, self._budget, self._texts)
        self._assistance = Assistance(settings, folder, self._texts, clock, self._previews)
        self._database: Database
        self._begin: Begin
        self._courier: Courier
        self._webhooks: WebhookSender
        self._dispatch: Dispatch | None = None
        self._engine: EmbeddedEngine
        self._intake: Intake
        self._reconciler: Reconciler
        self._staff_chat = settings.staff_chat_id
        self.listening = asyncio.Event()
        self._heard = asyncio.Event()
        self._presses = Presses()
        self.rejected = asyncio.Event()

    async def start(self) -> None:
        """Migrates, opens and starts everything; Telegram is reached in the background.

        Raises `DatabaseUnavailable`, and `CannotListen` when the webhook's port is taken. Call
        `stop` whatever happened: it ends in the opposite order, so that what was taken in is still
        handled, and what was decided may still be sent.
        """
        self._stack.push_async_callback(self._bot.session.close)
        settings = self._settings
        await migrate(settings.database_url)
        self._database = await Database.open(settings.database_url, self._desk.webhooks)
        self._stack.push_async_callback(self._database.close)
        self._staff_chat = await staff_group.current_id(
            self._database.begin, settings.staff_chat_id
        )
        self._begin = attended(self._database.begin, self._desk, self._clock)
        self._courier = Courier(
            self._bot,
            attended(self._database.begin_urgently, self._desk, self._clock),
            self._desk,
            self._texts,
            self._clock,
            self._budget,
            self._staff_chat,
            group_moved=self._group_moved,
            heard=self._heard,
            presses=self._presses,
        )
        await self._courier.recover()
        self._background(self._courier.run(), "courier")
        self._stack.push_async_callback(self._previews.close)
        networks = allowed_networks(settings)
        self._webhooks = WebhookSender(self._database.begin, self._clock, self._receivers, networks)
        self._background(self._webhooks.run(), "webhooks out")
        await self._assistance.start(self._begin, self._decided, self._stack, self._background)
        work = Work(self._drain, self._waiting, self._tick, self._tidy, self._wake_senders)
        self._engine = EmbeddedEngine(self._clock, work)
        self._intake = Intake(
            self._bot.id, self._database.begin, self._clock, self._engine.wake_conversation
        )
        self._reconciler = Reconciler(
            self._bot, self._database.begin, self._clock, self._courier.wake
        )
        await self._engine.start()
        self._stack.push_async_callback(self._engine.stop)
        self._stack.callback(self._end_dispatch)
        self._background(until_done("sla.yaml is not followed yet", self._replan), "sla")
        knowledge = LiveKnowledge(settings.desk_dir, self._begin, self._assistance.embedder)
        looks = (knowledge.look, self._assistance.specialists.look)
        reloading = Reloading(looks, self._begin, self._courier.wake)
        self._background(reloading.run(), "desk files")
        webhook = await self._open_webhook()
        self._background(self._serve(webhook), "telegram")

    async def stop(self) -> None:
        """Stops taking and sending; what was under way is in the database."""
        await self._stack.aclose()

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work on the started desk, for what the demo does beside it."""
        return self._begin()

    async def equipped(self) -> None:
        """Waits until its specialists can work: who is called is learned, and tools are known."""
        await self._assistance.equipped()

    def time_moved(self) -> None:
        """The clock was moved: what is due now runs now."""
        self._reconciler.time_moved()
        self._webhooks.wake()
        self._engine.wake_all()

    async def _open_webhook(self) -> Webhook | None:
        address = WebhookAddress.of(self._settings)
        if address is None:
            return None
        webhook = Webhook(self._bot, self._intake, address)
        self._stack.push_async_callback(webhook.close)
        await webhook.open()
        return webhook

    def _end_dispatch(self) -> None:
        if self._dispatch is not None:
            self._dispatch.end()

    async def _drain(self, conversation: str) -> None:
        if self._dispatch is not None:  # else the desk has not met Telegram yet
            await self._dispatch.drain(conversation)

    async def _waiting(self) -> Sequence[str]:
        async with self._database.begin() as uow:
            return await uow.inbox.conversations()

    async def _tidy(self) -> None:
        days = self._settings.retention_days
        retention = timedelta(days=days) if days else None
        tidied = await housekeeping.tidy(self._database.begin, self._clock(), retention)
        if tidied != housekeeping.Tidied():
            log.info("tidied", **asdict(tidied))
        if tidied.topics:
            self._courier.wake()

    async def _tick(self) -> datetime | None:
        begin = watched(self._begin, CrashPoint.CLOCK_DECIDED, CrashPoint.CLOCK_COMMITTED)
        try:
            return await clockwork.run_due(
                begin, self._desk, self._assistance.take_up, self._clock, _say_failed
            )
        finally:
            self._wake_senders()

    async def _replan(self) -> None:
        if await replan(self._begin, self._desk, self._clock):
            self._engine.wake_clock()

    def _wake_senders(self) -> None:
        self._courier.wake()
        self._webhooks.wake()

    def _decided(self) -> None:
        """Something was decided beside the inbox: it may be sent, or be due, at once."""
        self._wake_senders()
        self._engine.wake_clock()

    def _committed(self) -> None:
        self._engine.wake_courier()
        self._engine.wake_clock()
        self._assistance.tools.wake()

    async def _serve(self, webhook: Webhook | None) -> None:
        """Introduces the desk to Telegram and listens; what fails is said once and tried again."""
        await until_done("Telegram cannot be reached", self._meet_telegram)
        if self.rejected.is_set():
            return
        first_try = asyncio.Event()
        self._background(self._prepare_group(first_try), "group")
        await first_try.wait()
        self._background(self._reconciler.keep_looking(), "topics")
        self._engine.wake_inbox()  # what was kept but not handled when the last desk went down
        log.info("the desk is at work; Ctrl-C ends it")
        if webhook is None:
            self.listening.set()
            await Polling(self._bot, self._intake, self._caught_up).run()
        else:
            await until_done("Telegram does not take the webhook", webhook.set)
            self.listening.set()
            self._background(self._hear_out(webhook), "webhook")
            await webhook.watch()

    async def _hear_out(self, webhook: Webhook) -> None:
        await webhook.emptied()
        await self._caught_up()

    async def _caught_up(self) -> None:
        """What waited at Telegram is kept; once its topics are known, new ones may be opened."""
        async with self._database.begin() as uow:
            waiting = [each for each in await uow.inbox.conversations() if is_topic(each)]
        for conversation in waiting:
            self._engine.wake_conversation(conversation)
        await self._engine.finished(waiting)
        self._heard.set()

    async def _meet_telegram(self) -> None:
        try:
            me = await self._bot.get_me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            self.rejected.set()
            return
        context = DeskContext(
            self._desk,
            self._texts,
            self._staff_chat,
            me.username or "",
            self._library,
            self._presses,
            self._assistance.specialists.files.roll,
            self._assistance.embedder,
            ArticleFolder(self._settings.desk_dir),
            self._assistance.tools.served,
        )
        self._dispatch = Dispatch(
            self._bot,
            self._begin,
            self._clock,
            context,
            self._committed,
            self._courier.group_is_back,
        )

    async def _prepare_group(self, first_try: asyncio.Event) -> None:
        """Learns the staff and registers the commands; the desk polls after the first try."""

        async def prepare() -> None:
            staff_chat = self._staff_chat
            try:
                if staff_chat is not None:
                    await roster.refresh(
                        self._bot, self._begin, self._desk, staff_chat, self._clock
                    )
                await register_commands(self._bot, self._texts, staff_chat)
                for finding in await telegram.examine_group(self._bot, staff_chat):
                    if finding.failed:
                        log.warning(finding.words, todo=finding.advice)
            except TelegramMigrateToChat as error:
                await self._take_new_id(error.migrate_to_chat_id)
                raise
            finally:
                first_try.set()

        await until_done("the staff group is not ready: `topicdesk doctor` says why", prepare)

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
        if self._dispatch is not None:
            self._dispatch.move_group(chat)

    def _background(self, work: Awaitable[None], name: str) -> None:
        task = asyncio.ensure_future(work)
        task.set_name(name)

        async def end() -> None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        self._stack.push_async_callback(end)


def _say_failed(due: clockwork.Due | Reception, error: Exception) -> None:
    if isinstance(due, FollowUp | Reminder):
        kind = due.kind if isinstance(due, FollowUp) else "reminder"
        log.error("follow-up failed", ticket=due.ticket, kind=kind, reason=repr(error))
    elif isinstance(due, ShiftEnd):
        log.error("the next shift was not told", reason=repr(error))
    else:
        log.error("ticket not opened", customer=due.customer.id, reason=repr(error))
