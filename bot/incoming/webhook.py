"""Telegram's updates by webhook: each is committed before Telegram hears 200.

Whatever else it hears makes it repeat the update, for up to a day; one that comes twice is known by
its id and changes nothing. The server speaks plain HTTP: TLS is the business of a proxy before it.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import WebhookInfo
from aiohttp import web

from bot.incoming.intake import ALLOWED_UPDATES, Intake, MalformedUpdate
from bot.incoming.webhook_address import SECRET_HEADER, WebhookAddress, host_of
from bot.outgoing.refusals import for_the_log

log = structlog.get_logger(__name__)

#: Telegram's updates are far below this.
LARGEST_BODY = 1024 * 1024
#: How often the desk looks whether Telegram still knows its webhook and reaches it.
CHECK_SECONDS = 300
#: While something waits at Telegram after a start.
LOOK_SECONDS = 1
#: A desk that stops answers what it is being told.
GOODBYE_SECONDS = 3


class CannotListen(Exception):
    """Host and port of the webhook cannot be used; one sentence says what to do."""


class Webhook:
    """Listens to Telegram, and sees to it that Telegram knows where."""

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        address: WebhookAddress,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._address = address
        self._rest = rest
        self._runner: web.AppRunner | None = None
        self._said: str | None = None

    async def open(self) -> None:
        """Listens; raises `CannotListen` when host and port cannot be used."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post("/{path:.*}", self._take)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=GOODBYE_SECONDS)
        await self._runner.setup()
        host, port = self._address.host, self._address.port
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            msg = (
                f"The desk cannot listen at {host}, port {port} ({error.strerror or error}). "
                "Change WEBHOOK_HOST or WEBHOOK_PORT in .env."
            )
            raise CannotListen(msg) from error

    async def close(self) -> None:
        """Listens no more. Telegram keeps its webhook: what comes now waits there."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def set(self) -> None:
        """Tells Telegram where to post; raises what it answers."""
        before = (await self._bot.get_webhook_info()).url
        if before not in {"", self._address.url}:
            log.warning("another webhook is replaced by this desk's", was=host_of(before))
        await self._tell()

    async def emptied(self) -> None:
        """Waits until Telegram has posted what waited there while the desk was away."""
        while True:
            try:
                if not (await self._bot.get_webhook_info()).pending_update_count:
                    return
            except AiogramError as error:
                log.info("the webhook could not be looked at", reason=for_the_log(error))
            await self._rest(LOOK_SECONDS)

    async def watch(self) -> None:
        """Looks after it until cancelled: someone else may take it away."""
        while True:
            try:
                await self._intake.keep(())
                await self._rest(CHECK_SECONDS)
                info = await self._bot.get_webhook_info()
                if info.url != self._address.url:
                    log.warning("someone else changed this bot's webhook; setting it again")
                    await self._tell()
                self._say_trouble(info)
            except AiogramError as error:
                log.info("the webhook could not be looked at", reason=for_the_log(error))
            except Exception:
                log.exception("the webhook could not be looked at")

    async def _tell(self) -> None:
        await self._bot.set_webhook(
            self._address.url,
            secret_token=self._address.secret,
            allowed_updates=list(ALLOWED_UPDATES),
        )

    async def _take(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._address.secret.encode()):
            return web.Response(status=403)
        if request.path != self._address.path:
            return web.Response(status=404)
        body = await request.read()
        try:
            update = json.loads(body)
            if not isinstance(update, dict):
                return web.Response(status=400)
            await self._intake.keep((update,))
        except (ValueError, RecursionError, MalformedUpdate):
            return web.Response(status=400)
        except Exception:
            log.exception("an update could not be kept; Telegram will repeat it")
            return web.Response(status=500)
        return web.Response()

    def _say_trouble(self, info: WebhookInfo) -> None:
        """Says once what keeps Telegram from posting, while something waits there."""
        trouble = info.last_error_message if info.pending_update_count else None
        if trouble is not None and trouble != self._said:
            log.warning("Telegram cannot post to the webhook", reason=trouble)
        self._said = trouble
