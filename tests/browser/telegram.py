"""The sandbox as a test uses it: a scripted bot at one end, the control API at the other."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from sandbox.server import Sandbox

ANA, BORIS, MARIA, JOE, SAM = range(100_001, 100_006)

Handler = Callable[[dict[str, Any]], Awaitable[None]]


class Telegram:
    """One running sandbox and its bot, which does with each update what the test says."""

    def __init__(self, sandbox: Sandbox, url: str, client: aiohttp.ClientSession) -> None:
        self.sandbox = sandbox
        self.url = url
        self.staff = sandbox.staff_chat_id
        self._client = client
        self._polling: asyncio.Task[None] | None = None

    async def bot(self, method: str, **params: object) -> Any:
        """Call the Bot API; the result."""
        address = f"{self.url}/bot{self.sandbox.token}/{method}"
        async with self._client.post(address, json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def sim(self, path: str, **body: object) -> Any:
        """Call the control API; its answer. `sender` stands for `from`."""
        if "sender" in body:
            body["from"] = body.pop("sender")
        async with self._client.post(f"{self.url}/sim/{path}", json=body) as response:
            answer = await response.json()
        assert response.ok, answer
        return answer

    async def messages(self, chat: int, viewer: int, thread: int | None = None) -> list[Any]:
        """What somebody sees in a chat."""
        query = {"chat_id": str(chat), "viewer": str(viewer)}
        if thread is not None:
            query["message_thread_id"] = str(thread)
        async with self._client.get(f"{self.url}/sim/messages", params=query) as response:
            found: list[Any] = await response.json()
        return found

    async def topic(self, name: str, **extra: object) -> int:
        """A new topic made by the bot, with a first message in it."""
        made = await self.bot("createForumTopic", chat_id=self.staff, name=name, **extra)
        thread: int = made["message_thread_id"]
        await self.bot("sendMessage", chat_id=self.staff, message_thread_id=thread, text="The card")
        return thread

    def answer_with(self, handler: Handler) -> None:
        """Let the bot poll, and do this with each update."""

        async def poll() -> None:
            offset = 0
            while True:
                for update in await self.bot("getUpdates", timeout=20, offset=offset):
                    offset = update["update_id"] + 1
                    await handler(update)

        self._polling = asyncio.create_task(poll())

    async def stop(self) -> None:
        """Let the bot rest; an error of its script fails the test."""
        if self._polling is None:
            return
        self._polling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._polling
