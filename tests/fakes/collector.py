"""A collector of OpenTelemetry on this machine: it keeps what it is sent, as it came."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web


class Collector:
    """What came to `address`, together."""

    def __init__(self) -> None:
        self.received = b""
        self.address = ""

    async def take(self, request: web.Request) -> web.Response:
        """POST /v1/traces."""
        self.received += await request.read()
        return web.Response(content_type="application/x-protobuf")


@asynccontextmanager
async def collecting() -> AsyncIterator[Collector]:
    """A collector, for as long as the block."""
    collector = Collector()
    app = web.Application()
    app.router.add_post("/v1/traces", collector.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    collector.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield collector
    finally:
        await runner.cleanup()
