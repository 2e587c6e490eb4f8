"""A Telegram of its own for each examination, where rights can be taken away."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.settings import Settings, load
from sandbox.server import Sandbox

#: Sends one request to the sandbox's control API.
Control = Callable[[str, dict[str, Any]], Awaitable[None]]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own environment stays out of these tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    try:
        yield sandbox
    finally:
        await sandbox.stop()


@pytest.fixture
async def address(sandbox: Sandbox) -> str:
    return await sandbox.start(0)


@pytest.fixture
async def control(address: str) -> AsyncIterator[Control]:
    async with aiohttp.ClientSession(address) as http:

        async def send(path: str, body: dict[str, Any]) -> None:
            async with http.post(path, json=body) as answer:
                assert answer.status == 200, await answer.text()

        yield send


@pytest.fixture
def settings(sandbox: Sandbox, address: str, tmp_path: Path) -> Settings:
    """Settings with which nothing is wrong."""
    return load(
        None,
        bot_token=sandbox.token,
        staff_chat_id=sandbox.staff_chat_id,
        telegram_api_base=address,
        database_url=f"sqlite:///{tmp_path / 'desk.db'}",
    )
