"""Drafts in the private chat of who waits for them, while they are written.

Telegram shows such a preview for 30 seconds and keeps nothing of it (telegram-facts, section 4).
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from math import inf

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessageDraft

from bot.outgoing.budget import Budget
from bot.outgoing.refusals import for_the_log
from bot.texts import Texts

log = structlog.get_logger(__name__)

TIMEOUT_SECONDS = 5
#: How long to wait where nobody can say when there is room: something is being sent there.
_MOMENT = 0.2
#: With its head a preview fits one message.
_LONGEST = 3_900


class DraftPreviews:
    """Fills `Previews`: the newest words for each reader, as often as the budget has room.

    What is lost on the way is not shown again.
    Who does not take one, such as somebody who blocked the bot, is shown none until a restart.
    """

    def __init__(
        self,
        bot: Bot,
        budget: Budget,
        texts: Texts,
        steady: Callable[[], float] = time.monotonic,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._budget = budget
        self._texts = texts
        self._steady = steady
        self._rest = rest
        self._newest: dict[int, tuple[int, str]] = {}
        self._showing: dict[int, asyncio.Task[None]] = {}
        self._refused: set[int] = set()

    def show(self, reader: int, ticket: int, words: str) -> None:
        """Shows them a draft for the ticket, in place of what was shown of it before."""
        if reader in self._refused:
            return
        self._newest[reader] = ticket, words
        if reader not in self._showing:
            name = f"preview for {reader}"
            self._showing[reader] = asyncio.create_task(self._show_newest(reader), name=name)

    async def close(self) -> None:
        """Shows nothing more."""
        showing = list(self._showing.values())
        for task in showing:
            task.cancel()
        await asyncio.gather(*showing, return_exceptions=True)

    async def _show_newest(self, reader: int) -> None:
        try:
            while reader in self._newest:
                await self._room(reader)
                ticket, words = self._newest.pop(reader)
                await self._send(reader, ticket, words)
        except AiogramError as error:
            self._refused.add(reader)
            self._newest.pop(reader, None)
            log.info("drafts are not previewed", reader=reader, reason=for_the_log(error))
        finally:
            del self._showing[reader]

    async def _room(self, reader: int) -> None:
        wait = self._budget.room(reader, self._steady())
        while wait > 0:
            await self._rest(_MOMENT if wait == inf else wait)
            wait = self._budget.room(reader, self._steady())

    async def _send(self, reader: int, ticket: int, words: str) -> None:
        head = self._texts.say("preview-head", {"ticket": ticket})
        # One ticket has one draft at a time: a newer one takes the place of the older.
        text = f"{head}\n\n{words[:_LONGEST]}"
        method = SendMessageDraft(chat_id=reader, draft_id=ticket, text=text, parse_mode=None)
        self._budget.spend(reader, self._steady(), 1)
        try:
            await self._bot(method, request_timeout=TIMEOUT_SECONDS)
        except TelegramRetryAfter as error:
            self._budget.freeze(reader, self._steady() + error.retry_after)
        except (TelegramNetworkError, TelegramServerError) as error:
            log.debug("a preview was not shown", reason=for_the_log(error))
