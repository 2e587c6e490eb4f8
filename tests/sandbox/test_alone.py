"""The sandbox on its own: `python -m sandbox`, and a port that is taken."""

import asyncio
import sys

import aiohttp
import pytest

from sandbox.server import Sandbox


async def test_runs_alone_until_it_is_told_to_stop() -> None:
    """It says where it is and that it is not Telegram, serves, and ends in order."""
    command = (sys.executable, "-m", "sandbox", "--port", "0")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    said = (await process.stdout.readline()).decode()
    assert "not Telegram" in said
    url = next(word for word in said.split() if word.startswith("http://127.0.0.1:"))
    async with aiohttp.ClientSession() as client, client.get(f"{url}/sim/state") as response:
        assert response.status == 200
    process.terminate()
    assert await process.wait() == 0


async def test_a_port_that_is_taken() -> None:
    """The caller is told, and nothing is left open."""
    first, second = Sandbox(), Sandbox()
    port = int((await first.start(0)).rpartition(":")[2])
    with pytest.raises(OSError, match="address already in use"):
        await second.start(port)
    await second.stop()
    await first.stop()
