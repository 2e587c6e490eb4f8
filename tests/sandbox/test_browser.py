"""The page's face: events, static files, headers, and who may ask; and a quick end for all."""

import asyncio
import json
from collections.abc import Awaitable, Callable

import pytest

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
    async with world.client.get(f"{world.url}/page/../server.py") as response:
        assert response.status == 404
    assert browser.PAGE.is_dir()


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
