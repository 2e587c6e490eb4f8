"""Telegram's updates become inbox rows before Telegram hears "received".

Our own polling loop, because aiogram's confirms an update before its handler has finished
(telegram-facts, section 3.17): here the rows are committed first, and the next getUpdates confirms
them. An update that comes twice is known by its id and changes nothing.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
)
from aiogram.methods import TelegramMethod

from bot.crash_points import CrashPoint, reach
from bot.incoming.webhook_address import host_of, is_ours
from bot.outgoing.refusals import for_the_log
from bot.staff_group import tell_supervisors
from orchestration import conversations
from orchestration.ports import Begin, Clock, UnitOfWork, Update
from orchestration.sentences import StaffSentence
from orchestration.transactions import transact

log = structlog.get_logger(__name__)

POLL_SECONDS = 30
#: Telegram hands out so many updates at once (Bot API, getUpdates).
BATCH = 100
RETRY_SECONDS = (1, 2, 5, 10, 30)
#: Two that poll with one token end each other's polls: this long after the last time one is alone.
CALM_SECONDS = 2 * POLL_SECONDS
CONFLICT_REST_SECONDS = 3

#: Telegram keeps what it cannot deliver for this long (telegram-facts, section 1).
KEPT_BY_TELEGRAM = timedelta(hours=24)
#: That the desk listens is written down this often.
NOTE_EVERY = timedelta(minutes=5)
_HEARD = "telegram:heard:"

#: What the desk reads. `chat_member` and `message_reaction` come only when they are named
#: (telegram-facts, section 3.7).
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "message_reaction",
    "callback_query",
    "my_chat_member",
    "chat_member",
)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as it comes: one malformed update must not fail its whole batch."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = BATCH
    timeout: int = POLL_SECONDS
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES


class MalformedUpdate(Exception):
    """What came is no update: it has no id."""


def conversation_of(update: Mapping[str, Any]) -> str:
    """Names the conversation whose order an update keeps: a private chat, a topic, or a group."""
    body: dict[str, Any] = next(
        (part for key, part in update.items() if key != "update_id" and isinstance(part, dict)), {}
    )
    message = body.get("message", body) if "data" in body or "message" in body else body
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(chat, dict):
        return "group:0"  # its handler says what is wrong with it
    if chat.get("type") == "private":
        return conversations.private(chat.get("id", 0))
    # A thread id without `is_topic_message` is a reply chain in General (telegram-facts, 3.4).
    if message.get("is_topic_message"):
        return conversations.topic(chat.get("id", 0), message.get("message_thread_id", 0))
    return f"group:{chat.get('id', 0)}"


def is_topic(conversation: str) -> bool:
    """Whether a conversation is a topic's."""
    return conversation.startswith("topic:")


class Intake:
    """Keeps what Telegram tells, whichever way it came, and wakes the conversations it is about."""

    def __init__(
        self,
        bot: int,
        begin: Begin,
        clock: Clock,
        wake: Callable[[str], None],
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._begin = begin
        self._clock = clock
        self._wake = wake
        self._steady = steady
        self._noted: datetime | None = None
        self._heard: float | None = None

    async def keep(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Commits them, and that Telegram was heard; raises `MalformedUpdate` for what has no id.

        What the database has against it is raised too: then nothing was kept.
        """
        rows = [
            Update(self._bot, _id_of(raw), conversation_of(raw), json.dumps(raw)) for raw in updates
        ]
        now, at = self._clock(), self._steady()
        noting = self._noted is None or now - self._noted >= NOTE_EVERY
        new: Sequence[Update] = ()
        if rows or noting:

            async def commit(uow: UnitOfWork) -> Sequence[Update]:
                if noting:
                    await self._note(uow, now, at)
                new = await uow.inbox.add(rows, now)
                if rows:
                    reach(CrashPoint.INBOX_RECEIVED)
                return new

            new = await transact(self._begin, commit)
        if rows:
            reach(CrashPoint.INBOX_COMMITTED)
        self._heard = at
        if noting:
            self._noted = now
        for conversation in dict.fromkeys(row.conversation for row in new):
            self._wake(conversation)

    async def _note(self, uow: UnitOfWork, now: datetime, at: float) -> None:
        """Writes down that Telegram is heard, and says it where that was not so for too long.

        A desk that was up goes by the steady clock, because its own may be moved.
        """
        name = f"{_HEARD}{self._bot}"
        before = await uow.memory.recall(name)
        await uow.memory.remember(name, now.isoformat())
        if self._heard is not None:
            away = timedelta(seconds=at - self._heard)
        else:
            away = now - datetime.fromisoformat(before) if before else timedelta(0)
        if away <= KEPT_BY_TELEGRAM:
            return
        hours = int(away / timedelta(hours=1))
        log.warning(
            "the desk did not hear Telegram for more than a day, and Telegram keeps updates "
            "for a day: messages from before that may be missing",
            hours=hours,
        )
        await tell_supervisors(uow, StaffSentence.UPDATES_MISSED, {"hours": hours})


def _id_of(raw: Mapping[str, Any]) -> int:
    number = raw.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool):
        msg = "an update without its id"
        raise MalformedUpdate(msg)
    return number


class Polling:
    """Asks Telegram for updates and keeps them; an update that is asked for again was kept.

    `caught_up` is called once, when everything is kept that waited while the desk was away.
    """

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        caught_up: Callable[[], Awaitable[None]],
        steady: Callable[[], float] = time.monotonic,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._caught_up: Callable[[], Awaitable[None]] | None = caught_up
        self._steady = steady
        self._rest = rest
        self._offset: int | None = None
        self._said: str | None = None
        self._conflict_at: float | None = None

    async def run(self) -> None:
        """Polls until cancelled; whatever goes wrong is said once and tried again."""
        failures = 0
        while True:
            try:
                await self._poll()
            except TelegramRetryAfter as error:
                await self._rest(error.retry_after)
            except TelegramConflictError as error:
                await self._meet_conflict(error)
            except Exception as error:  # noqa: BLE001 - a poll that ended would leave a deaf desk
                self._say_trouble(error)
                await self._rest(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
                failures += 1
            else:
                self._say_well()
                failures = 0

    async def _poll(self) -> None:
        seconds = 0 if self._caught_up else POLL_SECONDS
        method = GetRawUpdates(offset=self._offset, timeout=seconds)
        updates = await self._bot(method, request_timeout=POLL_SECONDS + 10)
        await self._intake.keep(updates)
        # After an empty answer nothing is left to confirm; and after a quiet week Telegram goes on
        # with a random id (Bot API, Update), which an old offset might hide.
        self._offset = max(map(_id_of, updates)) + 1 if updates else None
        if self._caught_up and len(updates) < BATCH:
            await self._caught_up()
            self._caught_up = None

    async def _meet_conflict(self, error: TelegramConflictError) -> None:
        """Someone else polls, and then the older poll hears of it; or there is a webhook."""
        if "webhook" not in error.message:
            self._conflict_at = self._steady()
            self._say("another process polls with this bot's token: stop one of the two", error)
        elif await self._remove_left_webhook(error):
            return
        await self._rest(CONFLICT_REST_SECONDS)

    async def _remove_left_webhook(self, error: TelegramConflictError) -> bool:
        """Removes a webhook that a desk has set; another program's is none of the desk's business.

        Returns whether the way is free now.
        """
        try:
            url = (await self._bot.get_webhook_info()).url
            if url and is_ours(url):
                await self._bot.delete_webhook()
                log.warning("a webhook that a desk had left was removed", was=host_of(url))
                return True
        except TelegramAPIError as trouble:
            self._say_trouble(trouble)
            return False
        if url:
            words = (
                f"updates go to another program's webhook at {host_of(url)}: remove it, or use a "
                "bot of the desk's own"
            )
            self._say(words, error)
        return not url

    def _say_trouble(self, error: Exception) -> None:
        if isinstance(error, AiogramError):
            self._say("Telegram cannot be reached; trying again", error)
        else:
            self._say("updates could not be kept; Telegram will repeat them", error)

    def _say_well(self) -> None:
        """Not before it is sure: between two conflicts a poll may well succeed."""
        if self._conflict_at is not None:
            if self._steady() - self._conflict_at < CALM_SECONDS:
                return
            self._conflict_at = None
        if self._said is not None:
            log.info("Telegram answers again")
        self._said = None

    def _say(self, words: str, error: Exception) -> None:
        if self._said != words:
            log.warning(words, reason=for_the_log(error))
        self._said = words
