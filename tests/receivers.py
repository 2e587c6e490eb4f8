"""Somebody else's system: it hears webhooks over HTTP and believes only what is signed."""

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Json = dict[str, Any]


class HttpReceiver:
    """Answers with `answers` one after another, and with 204 when there are none left.

    Written from the standard's text, not with the desk's code: it keeps `secret` as it was handed
    over, and `heard` holds what was signed with it.
    """

    def __init__(self, secret: str) -> None:
        self.secret = secret
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.heard: list[Json] = []
        self.ids: list[str] = []
        self.forged = 0
        self.hangs = False
        self.address = ""
        self._changed = asyncio.Event()

    async def hears(self, count: int) -> list[Json]:
        """Waits until it believed that many requests; returns what they said."""
        while len(self.heard) < count:
            self._changed.clear()
            await asyncio.wait_for(self._changed.wait(), 20)
        return self.heard[:count]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        if self.hangs:
            await asyncio.Event().wait()
        if not self._believes(request, body):
            self.forged += 1
            return web.Response(status=401)
        self.ids.append(request.headers["webhook-id"])
        self.heard.append(json.loads(body))
        self._changed.set()
        status, headers = self.answers.pop(0) if self.answers else (204, {})
        return web.Response(status=status, headers=headers)

    def _believes(self, request: web.Request, body: bytes) -> bool:
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        stamp = request.headers["webhook-timestamp"]
        signed = f"{request.headers['webhook-id']}.{stamp}.{body.decode()}".encode()
        mine = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        offered = request.headers["webhook-signature"].split(" ")
        return any(hmac.compare_digest(f"v1,{mine}", each) for each in offered)


@asynccontextmanager
async def listening(secret: str) -> AsyncIterator[HttpReceiver]:
    """A receiver on this machine."""
    receiver = HttpReceiver(secret)
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.address = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()
