"""What the sandbox's tests work with: people by HTTP, raw calls, and a strict reader of answers."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
from pydantic import BaseModel

from sandbox.cast import ANA, BORIS, JOE, MARIA, SAM, STAFF_CHAT_ID
from sandbox.server import Sandbox

__all__ = [
    "ANA",
    "BORIS",
    "JOE",
    "MARIA",
    "SAM",
    "STAFF_CHAT_ID",
    "Answer",
    "World",
    "check_known",
    "until",
]

Answer = tuple[int, Any]


def check_known(found: object) -> None:
    """Fail if aiogram's types met a field that they do not know, at any depth."""
    if isinstance(found, BaseModel):
        assert not found.model_extra, f"{type(found).__name__} has {found.model_extra}"
        for name in type(found).model_fields:
            check_known(getattr(found, name))
    elif isinstance(found, list | tuple):
        for item in found:
            check_known(item)


async def until(happened: Callable[[], object]) -> None:
    """Let everyone else go on until something has happened; the test's own timeout guards it."""
    while not happened():  # noqa: ASYNC110 - what is awaited belongs to code without an Event
        await asyncio.sleep(0)


class World:
    """The sandbox from outside: its control API and raw Bot API calls."""

    def __init__(self, client: aiohttp.ClientSession, url: str, sandbox: Sandbox) -> None:
        self.client = client
        self.url = url
        self.token = sandbox.token
        self.machine = sandbox.machine

    async def ask(self, path: str, **body: Any) -> Answer:
        """A control call as it is answered."""
        if "by" in body and path != "topics":
            body["from"] = body.pop("by")
        async with self.client.post(f"{self.url}/sim/{path}", json=body) as response:
            return response.status, await response.json()

    async def do(self, path: str, **body: Any) -> Any:
        """A control call that must succeed."""
        status, answer = await self.ask(path, **body)
        assert status == 200, answer
        return answer

    async def get(self, path: str, **query: Any) -> Any:
        """A control call that only looks."""
        async with self.client.get(f"{self.url}/sim/{path}", params=query) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer

    async def say(self, by: int, text: str, chat_id: int | None = None, **more: Any) -> int:
        """Somebody writes text, to the bot if nowhere else; the message's id."""
        body = {"by": by, "chat_id": chat_id or by, "text": text, **more}
        ids = (await self.do("messages", **body))["message_ids"]
        assert len(ids) == 1
        return int(ids[0])

    async def seen(self, chat_id: int, **query: Any) -> list[dict[str, Any]]:
        """What somebody sees in a chat."""
        found = await self.get("messages", chat_id=chat_id, **query)
        assert isinstance(found, list)
        return found

    async def call(self, method: str, **params: Any) -> Answer:
        """A raw Bot API call: HTTP status and body."""
        url = f"{self.url}/bot{self.token}/{method}"
        async with self.client.post(url, json=params) as response:
            body = await response.json()
            if response.status == 429:
                assert response.headers["Retry-After"] == str(body["parameters"]["retry_after"])
            return response.status, body

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a raw call that must succeed."""
        status, body = await self.call(method, **params)
        assert status == 200, body
        assert body["ok"] is True
        return body["result"]

    async def topic(self, name: str = "Ticket") -> int:
        """A topic made by the bot; its thread id."""
        topic = await self.ok("createForumTopic", chat_id=STAFF_CHAT_ID, name=name)
        return int(topic["message_thread_id"])

    async def topic_state(self, thread: int) -> tuple[str, str | None, bool, bool]:
        """Name, icon, whether closed and whether deleted."""
        (found,) = [
            topic
            for chat in (await self.get("state"))["chats"]
            for topic in chat["topics"]
            if topic["message_thread_id"] == thread
        ]
        return (found["name"], found["icon_custom_emoji_id"], found["closed"], found["deleted"])

    async def post(self, text: str = "hello", chat_id: int = STAFF_CHAT_ID, **more: Any) -> int:
        """A message of the bot; its id."""
        message = await self.ok("sendMessage", chat_id=chat_id, text=text, **more)
        return int(message["message_id"])

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """All updates that wait, each confirmed."""
        found = await self.ok("getUpdates", **params)
        if found:
            await self.ok("getUpdates", offset=found[-1]["update_id"] + 1)
        assert isinstance(found, list)
        return found
