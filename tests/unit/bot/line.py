"""The line to Telegram, played by a test: nothing leaves the process."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

#: What Telegram answers to a call; it may raise.
Answering = Callable[[TelegramMethod[Any]], Any]


class Line(BaseSession):
    """Every call is kept, and answered as the test says."""

    def __init__(self, answering: Answering) -> None:
        super().__init__()
        self._answering = answering
        self.calls: list[TelegramMethod[Any]] = []

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109 - aiogram's own signature
    ) -> TelegramType:
        await asyncio.sleep(0)  # as over a real line, the others go on meanwhile
        self.calls.append(method.as_(bot))
        answer: TelegramType = self._answering(method)
        return answer

    async def stream_content(
        self,
        url: str,  # noqa: ARG002
        headers: dict[str, Any] | None = None,  # noqa: ARG002
        timeout: int = 30,  # noqa: ARG002, ASYNC109
        chunk_size: int = 65536,  # noqa: ARG002
        raise_for_status: bool = True,  # noqa: ARG002, FBT001, FBT002
    ) -> AsyncGenerator[bytes, None]:
        """No file is ever asked for."""
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


def bot_on(line: Line) -> Bot:
    """A bot that speaks over this line."""
    return Bot("42:no-secret", session=line)
