"""The page, its static files, and the events that keep it up to date; and who may ask at all."""

import asyncio
import ipaddress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.control import Handler
from sandbox.machine import Machine

PAGE = Path(__file__).parent / "page"
_KINDS = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_KEEP_ALIVE_S = 15.0
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Page:
    """The routes of this face.

    The page's files are small and few, so they are read once: a file that is open while its
    visitor leaves would otherwise stay open until the collector finds it.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._files = {
            file.name: file.read_bytes() for file in PAGE.iterdir() if file.suffix in _KINDS
        }

    def add_to(self, app: web.Application) -> None:
        """Take `/`, the page's files and the events."""
        app.router.add_get("/", self._index)
        app.router.add_get("/page/{name}", self._file)
        app.router.add_get("/sim/events", self._events)

    async def _index(self, _: web.Request) -> web.Response:
        return self._serve("index.html")

    async def _file(self, request: web.Request) -> web.Response:
        return self._serve(request.match_info["name"])

    def _serve(self, name: str) -> web.Response:
        if name not in self._files:
            raise web.HTTPNotFound
        kind = _KINDS[Path(name).suffix]
        return web.Response(body=self._files[name], content_type=kind, charset="utf-8")

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", **_HEADERS})
        await response.prepare(request)
        queue = self._machine.watchers.join()
        try:
            await response.write(b": the sandbox is not Telegram\n\n")
            while True:
                try:
                    async with asyncio.timeout(_KEEP_ALIVE_S):
                        event = await queue.get()
                except TimeoutError:
                    event = ": still here\n\n"
                if event is None:
                    return response
                await response.write(event.encode())
        except ConnectionError:
            return response
        finally:
            self._machine.watchers.leave(queue)


@web.middleware
async def own_visitors_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keep other web sites out: a browser may reach this machine for any page that it shows.

    A request that comes from another origin, or under a name that is not this machine's, is
    refused. Programs send no Origin and are welcome.
    """
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return web.json_response({"error": "this origin may not use the sandbox"}, status=403)
    if not _is_local(request.host):
        return web.json_response({"error": "use localhost or an IP address"}, status=403)
    response = await handler(request)
    if not response.prepared:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
    return response


def _is_local(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
