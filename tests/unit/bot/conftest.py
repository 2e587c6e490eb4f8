"""The courier's house, with a Telegram of its own for each test."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot

from bot.telegram_session import TelegramSession
from sandbox.server import Sandbox
from tests.unit.bot.house import House


@pytest.fixture
async def house() -> AsyncIterator[House]:
    sandbox = Sandbox()
    address = await sandbox.start(0)
    session = TelegramSession(address)
    bot = Bot(sandbox.token, session=session)
    try:
        async with aiohttp.ClientSession(address) as http:
            house = House(bot, http)
            await house.post("/sim/limits", {"enabled": False})
            yield house
    finally:
        # `session.close()` would wait a quarter of a second for TLS that is not there.
        if session._session is not None:
            await session._session.close()
        await sandbox.stop()
