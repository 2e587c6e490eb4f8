"""The webhook: what it takes, and what Telegram is told, so that it repeats or does not."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe
from aiogram.types import WebhookInfo
from structlog.testing import capture_logs

from bot.incoming.intake import ALLOWED_UPDATES, Intake
from bot.incoming.webhook import CHECK_SECONDS, LARGEST_BODY, LOOK_SECONDS, CannotListen, Webhook
from bot.incoming.webhook_address import SECRET_HEADER, WebhookAddress, is_ours
from bot.settings import load
from bot.telegram_session import TelegramSession
from orchestration.ports import UnitOfWork
from sandbox.server import Sandbox
from tests.fakes import FakeStore

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
SECRET = "the-secret"
PRIVATE = {"chat": {"id": 7, "type": "private"}, "text": "Hello"}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Listening:
    """A webhook that listens, with a store in memory and a Telegram on this machine."""

    def __init__(self, bot: Bot, http: aiohttp.ClientSession) -> None:
        self.http = http
        self.bot = bot
        self.store = FakeStore()
        self.woken: list[str] = []
        self.broken = False
        self.rests: asyncio.Queue[float] = asyncio.Queue()
        self.go_on = asyncio.Event()
        port = free_port()
        self.address = WebhookAddress(
            f"http://127.0.0.1:{port}/tg/a b?desk=topicdesk", SECRET, "127.0.0.1", port
        )
        intake = Intake(bot.id, self._begin, lambda: NOW, self.woken.append)
        self.webhook = Webhook(bot, intake, self.address, self._rest)

    async def post(self, body: Any, secret: str | None = SECRET, path: str = "/tg/a b") -> int:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        url = f"http://127.0.0.1:{self.address.port}{path}"
        async with self.http.post(url, data=BytesIO(raw), headers=headers) as answer:
            return answer.status

    def kept(self) -> list[int]:
        return [update for _, update in self.store.kept.arrived.rows]

    def _begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        if self.broken:
            raise ConnectionError
        return self.store.begin()

    async def _rest(self, seconds: float) -> None:
        self.rests.put_nowait(seconds)
        await self.go_on.wait()
        self.go_on.clear()


@pytest.fixture
async def listening() -> AsyncIterator[Listening]:
    sandbox = Sandbox()
    session = TelegramSession(await sandbox.start(0))
    bot = Bot(sandbox.token, session=session)
    async with aiohttp.ClientSession() as http:
        listening = Listening(bot, http)
        await listening.webhook.open()
        yield listening
        await listening.webhook.close()
    if session._session is not None:
        await session._session.close()
    await sandbox.stop()


async def test_an_update_is_kept_before_it_is_acknowledged(listening: Listening) -> None:
    """And its conversation is woken, once however often it comes."""
    for _ in range(2):
        assert await listening.post({"update_id": 5, "message": PRIVATE}) == 200
        assert listening.kept() == [5]
    assert listening.woken == ["private:7"]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "pä\u00dfwort"])
async def test_a_wrong_secret_is_refused(listening: Listening, secret: str | None) -> None:
    """Whatever else is right."""
    assert await listening.post({"update_id": 5, "message": PRIVATE}, secret) == 403
    assert listening.kept() == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff", b"[]", b"5", {}, {"update_id": "5"}, {"update_id": True}, b"[" * 100_000],
    ids=repr,
)
async def test_what_is_no_update_is_refused(listening: Listening, body: Any) -> None:
    """With 400: repeating it would not make it one."""
    assert await listening.post(body) == 400
    assert listening.kept() == []


@pytest.mark.parametrize(
    "body", [{"message": "x"}, {"message": {"chat": 5}}, {}, {"x": {"message": 3}}]
)
async def test_what_nobody_understands_is_kept_all_the_same(
    listening: Listening, body: dict[str, Any]
) -> None:
    """Its handler sets it aside with the reason."""
    assert await listening.post({"update_id": 5} | body) == 200
    assert listening.woken == ["group:0"]


async def test_too_large_and_elsewhere(listening: Listening) -> None:
    """Nothing is read that no update could be, and one path is listened to."""
    assert await listening.post(b" " * (LARGEST_BODY + 1)) == 413
    assert await listening.post({"update_id": 5}, path="/other") == 404
    async with listening.http.get(f"http://127.0.0.1:{listening.address.port}/tg/a b") as answer:
        assert answer.status == 405


async def test_a_failing_database_makes_telegram_repeat(listening: Listening) -> None:
    """500 now, and 200 once it is back."""
    listening.broken = True
    update = {"update_id": 5, "message": PRIVATE}
    with capture_logs() as logs:
        assert await listening.post(update) == 500
    assert [each["event"] for each in logs] == [
        "an update could not be kept; Telegram will repeat it"
    ]
    listening.broken = False
    assert await listening.post(update) == 200
    assert listening.kept() == [5]


async def test_a_port_that_is_taken(listening: Listening) -> None:
    """One sentence that names the settings."""
    second = Webhook(listening.bot, listening.webhook._intake, listening.address)
    with pytest.raises(CannotListen, match="Change WEBHOOK_HOST or WEBHOOK_PORT"):
        await second.open()
    await second.close()


async def test_telegram_is_told_where_and_again_when_it_forgot(listening: Listening) -> None:
    """Another webhook is replaced, and one that someone took away is set again; both are said."""
    other = "http://127.0.0.1:9/other"
    await listening.bot.set_webhook(other)
    with capture_logs() as logs:
        await listening.webhook.set()
        await listening.webhook.set()
    assert [each["event"] for each in logs] == ["another webhook is replaced by this desk's"]
    watch = asyncio.create_task(listening.webhook.watch())
    assert await listening.rests.get() == CHECK_SECONDS
    info = await listening.bot.get_webhook_info()
    assert info.url == listening.address.url
    assert info.allowed_updates == list(ALLOWED_UPDATES)
    await listening.bot.delete_webhook()
    with capture_logs() as logs:
        listening.go_on.set()
        await listening.rests.get()
    assert (await listening.bot.get_webhook_info()).url == listening.address.url
    assert [each["log_level"] for each in logs] == ["warning"]
    watch.cancel()
    await asyncio.gather(watch, return_exceptions=True)


async def test_it_is_heard_when_nothing_waits_at_telegram(listening: Listening) -> None:
    """It posts that first; when it cannot be asked, it is asked again."""
    await listening.webhook.emptied()
    with pytest.MonkeyPatch.context() as patch:
        answers: list[Any] = [TelegramNetworkError(GetMe(), "gone"), _info(2), _info(0)]

        async def answer() -> WebhookInfo:
            said = answers.pop(0)
            if isinstance(said, Exception):
                raise said
            return cast("WebhookInfo", said)

        patch.setattr(listening.bot, "get_webhook_info", answer)
        emptied = asyncio.create_task(listening.webhook.emptied())
        for _ in range(2):
            assert await listening.rests.get() == LOOK_SECONDS
            assert not emptied.done()
            listening.go_on.set()
        await emptied
    assert answers == []


def _info(waiting: int) -> WebhookInfo:
    return WebhookInfo(
        url="https://desk.example.org", has_custom_certificate=False, pending_update_count=waiting
    )


def _address(**given: Any) -> WebhookAddress:
    url = given.pop("url", "https://desk.example.org/tg")
    made = WebhookAddress.of(load(None, **{"bot_token": "1:x", "webhook_url": url} | given))
    assert made is not None
    return made


def test_the_address_carries_the_desks_mark() -> None:
    """A desk knows its own webhook again, and no other."""
    assert _address().url == "https://desk.example.org/tg?desk=topicdesk"
    assert _address(url="https://x.org").url == "https://x.org/?desk=topicdesk"
    assert (
        _address(url="https://x.org:88/a?b=1&c").url == "https://x.org:88/a?b=1&c=&desk=topicdesk"
    )
    assert is_ours(_address().url)
    assert not is_ours("https://desk.example.org/topicdesk")
    assert WebhookAddress.of(load(None, bot_token="1:x")) is None


def test_the_secret_follows_from_the_token_or_is_chosen() -> None:
    """The same after a restart, another for another bot, and fit for Telegram's header."""
    derived = _address().secret
    assert derived == _address(url="https://elsewhere.org/").secret
    assert len(derived) == 64
    assert derived.isalnum()
    assert derived != _address(bot_token="2:x").secret
    assert _address(webhook_secret="mine_and-only").secret == "mine_and-only"
