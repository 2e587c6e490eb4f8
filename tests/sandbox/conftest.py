from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.server import Sandbox
from tests.sandbox.tools import World, check_known


class StrictSession(AiohttpSession):
    """A session that accepts no answer with a field aiogram's types do not know."""

    async def __call__(self, *args: Any, **kwargs: Any) -> Any:
        result = await super().__call__(*args, **kwargs)
        check_known(result)
        return result

    async def close(self) -> None:
        """Close without aiogram's quarter of a second for TLS, which there is none of here."""
        if self._session is not None:
            await self._session.close()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def world(sandbox: Sandbox) -> AsyncIterator[World]:
    """A sandbox without limits: those have tests of their own."""
    url = await sandbox.start(0)
    async with aiohttp.ClientSession() as client:
        world = World(client, url, sandbox)
        await world.do("limits", enabled=False)
        yield world


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    """Aiogram's bot on the same sandbox, strict about what it is answered."""
    session = StrictSession(api=TelegramAPIServer.from_base(world.url))
    bot = Bot(world.token, session=session)
    yield bot
    await session.close()
