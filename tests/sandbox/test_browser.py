"""The page's face: events, static files, headers, and who may ask; and a quick end for all."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import ClientSession
from yarl import URL

from sandbox import browser
from sandbox.server import Sandbox
from tests.sandbox.tools import ANA, World, until


async def test_events(world: World) -> None:
    """The page hears of changes and of calls."""
    async with world.client.get(f"{world.url}/sim/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        await world.say(ANA, "Hello")
        change = await stream.content.readuntil(b"\n\n")
        assert change.startswith(b"event: change\ndata: ")
        told = json.loads(change.split(b"data: ")[1])
        assert told == {"chat_id": ANA, "message_thread_id": None}
        await world.ok("getMe")
        call = await stream.content.readuntil(b"\n\n")
        assert call.startswith(b"event: call\ndata: ")
        assert json.loads(call.split(b"data: ")[1])["method"] == "getMe"


async def test_other_sites_are_kept_out(world: World) -> None:
    """A page of another origin, or a name that is not this machine's, gets nothing."""
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        async with world.client.get(f"{world.url}/sim/state", headers=headers) as response:
            assert response.status == 403
    same = {"Origin": world.url}
    async with world.client.get(f"{world.url}/sim/state", headers=same) as response:
        assert response.status == 200


async def test_page_and_its_headers(world: World) -> None:
    """The page is served with headers that let it use itself only."""
    async with world.client.get(f"{world.url}/") as response:
        assert response.status == 200
        assert response.content_type == "text/html"
        assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    for name, kind in (("main.js", "text/javascript"), ("icon.svg", "image/svg+xml")):
        async with world.client.get(f"{world.url}/page/{name}") as response:
            assert response.status == 200
            assert response.content_type == kind
            assert await response.read() == (browser.PAGE / name).read_bytes()
    for name in ("../server.py", "%2e%2e%2fserver.py", "none.js"):
        async with world.client.get(URL(f"{world.url}/page/{name}", encoded=True)) as response:
            assert response.status == 404


async def test_no_file_is_opened_for_a_visitor(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is in memory, so a visitor who leaves early cannot leave a file open."""
    (tmp_path / "icon.svg").write_text("<svg/>")
    monkeypatch.setattr(browser, "PAGE", tmp_path)
    url = await sandbox.start(0)
    (tmp_path / "icon.svg").unlink()
    async with ClientSession() as client, client.get(f"{url}/page/icon.svg") as response:
        assert await response.text() == "<svg/>"


@pytest.mark.parametrize("waiting", ["poll", "events", "press"])
async def test_stops_while_somebody_waits(world: World, sandbox: Sandbox, waiting: str) -> None:
    """Stopping lets everyone go: nobody is waited for."""
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    said = await world.post(chat_id=ANA, reply_markup=keyboard)
    starts: dict[str, Callable[[], Awaitable[object]]] = {
        "poll": lambda: world.ok("getUpdates", timeout=50),
        "events": lambda: _read_on(world),
        "press": lambda: world.ask("presses", by=ANA, chat_id=ANA, message_id=said, data="go"),
    }
    held = asyncio.ensure_future(starts[waiting]())
    machine = world.machine
    await until(lambda: machine.polls or machine.watchers.listening or machine.presses)
    async with asyncio.timeout(30):
        await sandbox.stop()
        await asyncio.gather(held, return_exceptions=True)


async def _read_on(world: World) -> bytes:
    async with world.client.get(f"{world.url}/sim/events") as stream:
        return await stream.content.read()
