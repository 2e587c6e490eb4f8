"""Telegram's updates become inbox rows before Telegram hears "received".

Our own polling loop, because aiogram's confirms an update before its handler has finished
(telegram-facts, section 3.17): here the rows are committed first, and the next getUpdates confirms
them. An update that comes twice is known by its id and changes nothing.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import TelegramMethod

from orchestration.ports import Begin, Clock, Update

log = structlog.get_logger(__name__)

POLL_SECONDS = 30
RETRY_SECONDS = (1, 2, 5, 10, 30)

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
    limit: int = 100
    timeout: int = POLL_SECONDS
    allowed_updates: tuple[str, ...] = ALLOWED_UPDATES


def conversation_of(update: dict[str, Any]) -> str:
    """Names the conversation whose order an update keeps: a private chat, a topic, or a group."""
    body: dict[str, Any] = next(
        (part for key, part in update.items() if key != "update_id" and isinstance(part, dict)), {}
    )
    message = body.get("message", body) if "data" in body or "message" in body else body
    chat = message.get("chat", {})
    if chat.get("type") == "private":
        return f"private:{chat['id']}"
    # A thread id without `is_topic_message` is a reply chain in General (telegram-facts, 3.4).
    if message.get("is_topic_message"):
        return f"topic:{chat['id']}:{message.get('message_thread_id')}"
    return f"group:{chat.get('id', 0)}"


class Polling:
    """Asks Telegram for updates, keeps them, and wakes their conversations."""

    def __init__(self, bot: Bot, begin: Begin, clock: Clock, wake: Callable[[str], None]) -> None:
        self._bot = bot
        self._begin = begin
        self._clock = clock
        self._wake = wake
        self._offset: int | None = None
        self._said: str | None = None

    async def run(self) -> None:
        """Polls until cancelled; whatever goes wrong is said once and tried again."""
        await self._wake_leftovers()
        failures = 0
        while True:
            try:
                method = GetRawUpdates(offset=self._offset)
                updates = await self._bot(method, request_timeout=POLL_SECONDS + 10)
                await self._keep(updates)
            except TelegramRetryAfter as error:
                await asyncio.sleep(error.retry_after)
            except TelegramConflictError as error:
                self._say("another process polls with this token: stop one of the two", error)
                await asyncio.sleep(RETRY_SECONDS[-1] / 10)
            except (TelegramNetworkError, TelegramAPIError) as error:
                self._say("Telegram cannot be reached; trying again", error)
                await asyncio.sleep(RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
                failures += 1
            else:
                if self._said is not None:
                    log.info("Telegram answers again")
                self._said = None
                failures = 0

    async def _keep(self, updates: Sequence[dict[str, Any]]) -> None:
        if not updates:
            return
        rows = [
            Update(self._bot.id, raw["update_id"], conversation_of(raw), json.dumps(raw))
            for raw in updates
        ]
        async with self._begin() as uow:
            new = await uow.inbox.add(rows, self._clock())
        self._offset = max(row.id for row in rows) + 1
        for conversation in dict.fromkeys(row.conversation for row in new):
            self._wake(conversation)

    async def _wake_leftovers(self) -> None:
        """What was kept but not handled when the desk went down."""
        async with self._begin() as uow:
            conversations = await uow.inbox.conversations()
        for conversation in conversations:
            self._wake(conversation)

    def _say(self, words: str, error: Exception) -> None:
        if self._said != words:
            log.warning(words, reason=str(error))
        self._said = words
