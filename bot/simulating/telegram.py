"""The sandbox as people use it, over HTTP: they write, press and read."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

Json = dict[str, Any]

#: What happens beside Telegram tells nobody: it is looked for so often, in seconds.
_LOOK_S = 0.25
_REFUSED = 400
_FORUM = "Support"


class CannotDo(Exception):
    """Telegram, or what is to be seen in it, does not let somebody do that; the words say why."""


class Telegram:
    """The sandbox, and what changed in it."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._address = address.rstrip("/")
        self._changed = asyncio.Event()

    async def get(self, path: str) -> Json:
        """What is there; raises `CannotDo`."""
        async with self._http.get(f"{self._address}{path}") as answer:
            await _check(answer)
            found: Json = await answer.json()
            return found

    async def listed(self, path: str, **query: int) -> list[Json]:
        """All that is there; raises `CannotDo`."""
        async with self._http.get(f"{self._address}{path}", params=query) as answer:
            await _check(answer)
            found: list[Json] = await answer.json()
            return found

    async def post(self, path: str, body: Json) -> Json:
        """Does it; raises `CannotDo`."""
        async with self._http.post(f"{self._address}{path}", json=body) as answer:
            await _check(answer)
            done: Json = await answer.json()
            return done

    async def mend(self) -> None:
        """Every call of the bot goes well again."""
        async with self._http.delete(f"{self._address}/sim/faults") as answer:
            await _check(answer)

    async def group(self) -> Json:
        """The staff's forum."""
        chats = (await self.get("/sim/state"))["chats"]
        found: Json = next(chat for chat in chats if chat["title"] == _FORUM)
        return found

    async def messages(
        self, chat: int, topic: int | None = None, viewer: int | None = None
    ) -> list[Json]:
        """What stands in a chat, or in one topic of it; with `viewer` also what they alone see."""
        query = {"chat_id": chat, "message_thread_id": topic, "viewer": viewer}
        given = {name: value for name, value in query.items() if value is not None}
        return await self.listed("/sim/messages", **given)

    async def change(self) -> None:
        """Waits until something changes, or for the moment after which it is worth another look."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LOOK_S):
                await self._changed.wait()
        self._changed.clear()

    async def watch(self) -> None:
        """Hears of every change, until it is cancelled or the sandbox ends."""
        forever = aiohttp.ClientTimeout(total=None)
        with contextlib.suppress(aiohttp.ClientError):
            async with self._http.get(f"{self._address}/sim/events", timeout=forever) as events:
                async for line in events.content:
                    if line.startswith(b"event:"):
                        self._changed.set()


@asynccontextmanager
async def visited(address: str) -> AsyncIterator[Telegram]:
    """The sandbox of that address, watched until the end of the block."""
    async with aiohttp.ClientSession() as http:
        telegram = Telegram(http, address)
        watching = asyncio.ensure_future(telegram.watch())
        try:
            yield telegram
        finally:
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching


def words_of(message: Json) -> str:
    """A message as somebody reads it: its words, and its buttons in brackets."""
    words = message["text"] or message["caption"] or ""
    if not words and message["kind"] not in {"text", "service"}:
        words = f"[{message['kind']}]"
    labels = " ".join(f"[{label}]" for label in labels_of(message))
    return "\n".join(filter(None, (words, labels)))


def labels_of(message: Json) -> list[str]:
    """What its buttons say."""
    return [button["text"] for row in message["buttons"] for button in row]


async def _check(answer: aiohttp.ClientResponse) -> None:
    if answer.status >= _REFUSED:
        raise CannotDo(str((await answer.json())["error"]))
