"""Webhooks: what Telegram posts, in which order, and what it does when nobody takes it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import Update
from aiohttp import web

from sandbox.server import Sandbox
from tests.sandbox.tools import ANA, BORIS, MARIA, STAFF_CHAT_ID, World, check_known, until

SECRET = "a-Secret_1"


class Hook:
    """A bot's own server: it notes what is posted, and answers as it was told to."""

    def __init__(self) -> None:
        self.url = ""
        self.posted: list[dict[str, Any]] = []
        self.secrets: set[str | None] = set()
        self.answers: list[int] = []
        self.at_once = 0
        self.most_at_once = 0
        self.open = asyncio.Event()
        self.open.set()

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        update = await request.json()
        self.posted.append(update)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        await self.open.wait()
        self.at_once -= 1
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.posted]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    hook.open.set()
    await runner.cleanup()


@pytest.fixture
def rests(world: World) -> list[float]:
    """How long the sandbox would have waited between its tries."""
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(seconds)
        await asyncio.sleep(0)

    world.machine.postman.rest = rest
    return rests


async def test_an_update_is_posted_with_the_secret(world: World, bot: Bot, hook: Hook) -> None:
    """Each is one JSON object as getUpdates would give it, and is gone once it was taken."""
    await bot.set_webhook(hook.url, secret_token=SECRET, allowed_updates=["message"])
    await world.say(ANA, "Hello")
    await until(lambda: hook.posted)
    check_known(Update.model_validate(hook.posted[0]))
    assert hook.texts == ["Hello"]
    assert hook.secrets == {SECRET}
    await until(lambda: not world.machine.world.bots[bot.id].queue)
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.max_connections) == (hook.url, 0, 40)
    assert info.allowed_updates == ["message"]
    assert info.last_error_message is None


async def test_what_waited_is_posted_once_there_is_a_webhook(world: World, hook: Hook) -> None:
    """Without a secret there is no header."""
    await world.say(ANA, "Hello")
    await world.ok("setWebhook", url=hook.url)
    await until(lambda: hook.posted)
    assert hook.secrets == {None}


async def test_no_polling_beside_a_webhook(world: World, bot: Bot, hook: Hook) -> None:
    """A poll is refused while there is one, and one that waits is ended; deleting it helps."""
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: world.machine.polls)
    await bot.set_webhook(hook.url)
    with pytest.raises(TelegramConflictError, match="Conflict: terminated by setWebhook request"):
        await poll
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is"):
        await bot.get_updates()
    hook.answers = [500]
    await world.say(ANA, "Hello")
    await until(lambda: hook.posted)
    await bot.delete_webhook()
    assert not (await bot.get_webhook_info()).url
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "Hello"


async def test_an_empty_address_and_dropping(world: World, bot: Bot, hook: Hook) -> None:
    """An empty address deletes; what waits can be dropped with either call."""
    await bot.set_webhook(hook.url)
    await bot.set_webhook("")
    assert not (await bot.get_webhook_info()).url
    for drop in (
        bot.delete_webhook(drop_pending_updates=True),
        bot.set_webhook(hook.url, drop_pending_updates=True),
    ):
        await world.say(ANA, "Hello")
        assert await drop
        assert (await bot.get_webhook_info()).pending_update_count == 0
    assert hook.posted == []


async def test_order_within_a_chat_and_chats_side_by_side(
    world: World, bot: Bot, hook: Hook
) -> None:
    """While Ana's first message is not taken her second waits, and Boris does not."""
    await bot.set_webhook(hook.url)
    hook.open.clear()
    for number in range(3):
        await world.say(ANA, f"Ana {number}")
        await world.say(BORIS, f"Boris {number}")
    await until(lambda: len(hook.posted) == 2)
    assert hook.texts == ["Ana 0", "Boris 0"]
    assert (await bot.get_webhook_info()).pending_update_count == 6
    hook.open.set()
    await until(lambda: len(hook.posted) == 6)
    assert [text for text in hook.texts if "Ana" in text] == ["Ana 0", "Ana 1", "Ana 2"]
    assert [text for text in hook.texts if "Boris" in text] == ["Boris 0", "Boris 1", "Boris 2"]


async def test_a_press_does_not_wait_for_the_chat(world: World, bot: Bot, hook: Hook) -> None:
    """Buttons have an order of their own, that of who presses them (C)."""
    keyboard = {"inline_keyboard": [[{"text": "OK", "callback_data": "ok"}]]}
    said = await world.post(reply_markup=keyboard)
    await bot.set_webhook(hook.url)
    hook.open.clear()
    await world.say(MARIA, "Morning", STAFF_CHAT_ID)
    body = {"by": MARIA, "chat_id": STAFF_CHAT_ID, "message_id": said, "data": "ok"}
    press = asyncio.create_task(world.do("presses", **body))
    await until(lambda: len(hook.posted) == 2)
    assert "callback_query" in hook.posted[1]
    await bot.answer_callback_query(hook.posted[1]["callback_query"]["id"])
    await press


@pytest.mark.parametrize(("asked", "most"), [(1, 1), (2, 2), (0, 1), (1000, 3)])
async def test_no_more_connections_than_the_bot_allows(
    world: World, hook: Hook, asked: int, most: int
) -> None:
    """From one to a hundred; what is outside is taken for the nearest."""
    nina = (await world.do("users", first_name="Nina"))["id"]
    for person in (ANA, BORIS, nina):
        await world.say(person, "Hello")
    hook.open.clear()
    await world.ok("setWebhook", url=hook.url, max_connections=asked)
    await until(lambda: hook.at_once == most)
    hook.open.set()
    await until(lambda: len(hook.posted) == 3)
    assert hook.most_at_once == most


async def test_what_is_not_taken_is_tried_again(
    world: World, bot: Bot, hook: Hook, rests: list[float]
) -> None:
    """After a second, then twice as long each time up to a minute; then the next one goes."""
    await bot.set_webhook(hook.url)
    hook.answers = [500, 403, 404, 302, 503, 500, 500, 500, 200, 500, 200]
    await world.say(ANA, "one")
    await world.say(ANA, "two")
    await until(lambda: len(hook.posted) == 11)
    assert hook.texts == ["one"] * 9 + ["two"] * 2
    assert rests == [1, 2, 4, 8, 16, 32, 60, 60, 1]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert info.last_error_date is not None


async def test_nobody_listens_there(world: World, bot: Bot, hook: Hook, rests: list[float]) -> None:
    """The update stays, is counted, and getWebhookInfo says what is wrong."""
    closed = hook.url.replace("/hook", "").rpartition(":")[0] + ":9/hook"
    await bot.set_webhook(closed)
    await world.say(ANA, "Hello")
    await until(lambda: len(rests) > 2)
    info = await bot.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (1, "Connection refused")
    await bot.set_webhook(hook.url)
    await until(lambda: hook.posted)
    assert hook.texts == ["Hello"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://127.0.0.1/x"}, "invalid webhook URL specified"),
        ({"url": "http://"}, "invalid webhook URL specified"),
        ({"url": "http://[x"}, "invalid webhook URL specified"),
        ({"url": "http://example.org/x"}, "bad webhook: the sandbox posts to http addresses of"),
        ({"url": "https://127.0.0.1/x"}, "bad webhook: the sandbox posts to http addresses of"),
        ({"url": "http://127.0.0.1/x", "secret_token": "s" * 257}, "secret token is too long"),
        (
            {"url": "http://localhost/x", "secret_token": "no spaces"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_refused_webhooks(bot: Bot, params: dict[str, Any], words: str) -> None:
    """In Telegram's words, but for what only the sandbox asks; nothing is changed by it."""
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.set_webhook(**params)
    assert not (await bot.get_webhook_info()).url


async def test_a_webhook_survives_a_restart_and_a_reset(tmp_path: Path, hook: Hook) -> None:
    """What was not taken before the sandbox ended is posted when it is back, once."""
    async with _running(tmp_path) as (sandbox, world):
        await world.ok("setWebhook", url=hook.url, secret_token=SECRET)
        await world.do("reset")
        await world.say(ANA, "taken")
        await until(lambda: hook.texts == ["taken"])
        await until(lambda: not _waiting(sandbox))
        hook.open.clear()
        await world.say(ANA, "not taken")
        await until(lambda: hook.at_once)
    async with _running(tmp_path) as (sandbox, _):
        hook.open.set()
        await until(lambda: not _waiting(sandbox))
    assert hook.texts == ["taken", "not taken", "not taken"]
    assert hook.secrets == {SECRET}


@asynccontextmanager
async def _running(folder: Path) -> AsyncIterator[tuple[Sandbox, World]]:
    sandbox = Sandbox(journal=folder / "journal")
    url = await sandbox.start(0)
    async with aiohttp.ClientSession() as client:
        yield sandbox, World(client, url, sandbox)
    await sandbox.stop()


def _waiting(sandbox: Sandbox) -> int:
    return sum(len(bot.queue) for bot in sandbox.machine.world.bots.values())
