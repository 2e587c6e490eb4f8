"""The processes that are measured: the sandbox, the desk as people run it, and a bare handler."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import aiohttp

Json = dict[str, Any]


class Telegram:
    """The sandbox's control API, on one connection pool."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self.http = http
        self.address = address

    async def get(self, path: str, **query: int) -> Any:  # noqa: ANN401 - JSON
        """A control call that reads."""
        async with self.http.get(self.address + path, params=query) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def post(self, path: str, body: Json) -> Any:  # noqa: ANN401 - JSON
        """A control call that does something."""
        async with self.http.post(self.address + path, json=body) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def send(self, customer: int, text: str) -> None:
        """A customer writes to the bot."""
        await self.post("/sim/messages", {"from": customer, "chat_id": customer, "text": text})


@contextlib.asynccontextmanager
async def sandbox() -> AsyncIterator[Telegram]:
    """A sandbox process with limits off."""
    port = _free_port()
    async with _process([sys.executable, "-m", "sandbox", "--port", str(port)], {}):
        connector = aiohttp.TCPConnector(limit=20)
        async with aiohttp.ClientSession(connector=connector) as http:
            telegram = Telegram(http, f"http://127.0.0.1:{port}")
            await _answers(telegram)
            await telegram.post("/sim/limits", {"enabled": False})
            yield telegram


@contextlib.asynccontextmanager
async def desk(telegram: Telegram, data: Path, database: str = "") -> AsyncIterator[int]:
    """`topicdesk run` on that sandbox with budgets off; yields its process id.

    Its database is an SQLite file in `data`, or the one at the address `database`.
    """
    command = [sys.executable, "-m", "bot", "run"]
    environment = await desk_environment(telegram, database or _database(data))
    async with _process(command, environment) as pid:
        yield pid


@contextlib.asynccontextmanager
async def bare_handler(telegram: Telegram, data: Path) -> AsyncIterator[int]:
    """An aiogram handler that copies text into the group and keeps nothing."""
    command = [sys.executable, "-m", "benchmarks.bare_handler"]
    async with _process(command, await desk_environment(telegram, _database(data))) as pid:
        yield pid


def resident_mb(pid: int) -> float:
    """The memory that a process holds, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _database(data: Path) -> str:
    return f"sqlite:///{data / 'bench.db'}"


async def desk_environment(telegram: Telegram, database: str) -> Mapping[str, str]:
    """A desk's settings: that sandbox, that database, budgets off, and nothing is a flood."""
    state = await telegram.get("/sim/state")
    forum = next(chat for chat in state["chats"] if chat["title"] == "Support")
    return {
        "BOT_TOKEN": state["bots"][0]["token"],
        "STAFF_CHAT_ID": str(forum["id"]),
        "DATABASE_URL": database,
        "DESK_DIR": str(Path(__file__).parent / "desk"),
        "TELEGRAM_API_BASE": telegram.address,
        "BUDGET_GROUP_PER_MINUTE": "0",
        "BUDGET_CHAT_PER_SECOND": "0",
        "BUDGET_TOTAL_PER_SECOND": "0",
        "LOG_LEVEL": "WARNING",
    }


@contextlib.asynccontextmanager
async def _process(command: list[str], environment: Mapping[str, str]) -> AsyncIterator[int]:
    process = await asyncio.create_subprocess_exec(
        *command, env={**os.environ, **environment}, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield process.pid
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _answers(telegram: Telegram) -> None:
    for _ in range(600):
        with contextlib.suppress(aiohttp.ClientConnectionError):
            await telegram.get("/sim/state")
            return
        await asyncio.sleep(0.05)
    msg = "the sandbox did not start within 30 seconds"
    raise TimeoutError(msg)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
