"""Tool servers as they are: a program of its own, over stdio and over HTTP on this machine."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from connectors.mcp.servers import McpServers
from orchestration.ports.tools import Refusal, ToolFailed, ToolRefused, ToolUnavailable
from orchestration.tools.arguments import misfit
from orchestration.tools.declared import ToolServer
from tests.fakes.shop.desk import PROGRAM, ROOT, VARIABLES, variables

SHOP = ToolServer("shop", PROGRAM, environment=VARIABLES, timeout=timedelta(seconds=1))
TRIES = 600


@asynccontextmanager
async def running(
    server: ToolServer, folder: Path, environment: Mapping[str, str] | None = None
) -> AsyncIterator[McpServers]:
    """The server, once it is known whether it can be reached."""
    given = variables(folder) if environment is None else environment
    servers = McpServers([server], given, folder)
    servers.open()
    try:
        await servers.settled()
        yield servers
    finally:
        await servers.close()


@pytest.fixture
async def over_http(tmp_path: Path) -> AsyncIterator[ToolServer]:
    """The shop at an address of this machine."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *PROGRAM, str(port), env=variables(tmp_path), stderr=asyncio.subprocess.DEVNULL
    )
    yield replace(SHOP, command=(), environment=(), url=f"http://127.0.0.1:{port}/mcp")
    process.kill()
    await process.wait()


async def connected(servers: McpServers) -> bool:
    """Waits until it is connected; the first attempt may have come too early."""
    for _ in range(TRIES):
        state = servers.state("shop")
        if state is not None and not state.trouble:
            return True
        await asyncio.sleep(0.05)
    return False


async def test_a_program_is_asked(tmp_path: Path) -> None:
    """It says what it can do, answers with JSON, and gets only the variables that are named."""
    secrets = {**variables(tmp_path), "BOT_TOKEN": "42:secret"}
    async with running(SHOP, tmp_path, secrets) as servers:
        state = servers.state("shop")
        assert state is not None
        assert state.trouble == ""
        assert "properties" in state.tools["find_order"].arguments
        assert servers.state("elsewhere") is None
        answer = await servers.call("shop.find_order", {"order_number": "4711"})
        assert isinstance(answer.data, dict)
        assert answer.data["customer"]["id"] == "C-1001"
        listed = await servers.call("shop.list_orders", {"customer_id": "C-1001"})
        assert isinstance(listed.data, list)
        assert [row["number"] for row in listed.data] == ["4711", "4712"]
        given = await servers.call("shop.environment", {})
        assert "SHOP_POST" in given.text
        assert "BOT_TOKEN" not in given.text
        for tool in ("elsewhere.find_order", "shop.no_such_tool"):
            with pytest.raises(ToolUnavailable):
                await servers.call(tool, {})


async def test_an_address_is_asked(over_http: ToolServer, tmp_path: Path) -> None:
    """The same over HTTP, as soon as somebody answers there."""
    async with running(over_http, tmp_path) as servers:
        assert await connected(servers)
        answer = await servers.call("shop.opening_hours", {})
        assert "Monday" in answer.text


async def test_what_its_servers_word_is_worth(tmp_path: Path) -> None:
    """A tool changes something where its server says so; what it leaves open, it leaves open."""
    async with running(SHOP, tmp_path) as servers:
        state = servers.state("shop")
        assert state is not None
        changing = {name for name, tool in state.tools.items() if tool.changes}
        assert changing == {"delete_order", "add_gift"}


async def test_arguments_are_checked_before_the_call(tmp_path: Path) -> None:
    """And what did not fit is not repeated: it may be a customer's."""
    async with running(SHOP, tmp_path) as servers:
        for wrong in ({"order_number": 20261121}, {}):
            with pytest.raises(ToolRefused) as refused:
                await servers.call("shop.find_order", wrong)
            assert refused.value.why is Refusal.ARGUMENTS
            assert "20261121" not in str(refused.value)


async def test_who_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    """Not longer than its timeout, and not by whoever asks next."""
    async with running(SHOP, tmp_path) as servers:
        with pytest.raises(ToolFailed, match="no answer within 1 seconds"):
            await servers.call("shop.slow", {"seconds": 1.5})
        errors = await servers.call("shop.failing", {})
        assert errors.error


async def test_an_error_is_told_in_the_words_of_the_system(tmp_path: Path) -> None:
    """Without those that its server's library puts before them, where there are others."""
    async with running(SHOP, tmp_path) as servers:
        refused = await servers.call("shop.find_order", {"order_number": "1"})
        assert (refused.error, refused.text) == (True, "no order 1")
        crashed = await servers.call("shop.failing", {})
        assert (crashed.error, crashed.text) == (True, "Error executing tool failing")


async def test_a_server_that_dies_is_started_again(tmp_path: Path) -> None:
    """The call that it died of fails at once, the next ones too, until it is back, waited for."""
    async with running(SHOP, tmp_path) as servers:
        with pytest.raises(ToolFailed, match="broke off"):
            await servers.call("shop.break_down", {})
        with pytest.raises(ToolUnavailable):
            await servers.call("shop.opening_hours", {})
        await servers.settled()
        assert "Monday" in (await servers.call("shop.opening_hours", {})).text


@pytest.mark.parametrize(
    ("server", "why"),
    [
        (replace(SHOP, command=("no-such-program",)), "its program cannot be started"),
        (replace(SHOP, command=(sys.executable, "-c", "")), "it ended, or closed the connection"),
        (replace(SHOP, environment=("NOT_THERE",)), "the variable NOT_THERE is not set"),
        (replace(SHOP, command=(), url="http://127.0.0.1:9/mcp"), "it cannot be reached"),
        (replace(SHOP, command=(), url="http://127.0.0.1:9/mcp", token="T"), "T is not set"),
    ],
    ids=["no program", "ends at once", "no variable", "nobody there", "no token"],
)
async def test_a_server_that_is_not_there(server: ToolServer, why: str, tmp_path: Path) -> None:
    """Says why in words, and is asked nothing."""
    async with running(server, tmp_path) as servers:
        state = servers.state("shop")
        assert state is not None
        assert why in state.trouble
        with pytest.raises(ToolUnavailable):
            await servers.call("shop.opening_hours", {})


def test_a_schema_fetches_nothing() -> None:
    """What it refers to elsewhere cannot be followed, and nothing is asked by it."""
    elsewhere = {"properties": {"order": {"$ref": "http://127.0.0.1:9/order.json"}}}
    assert misfit(elsewhere, {"order": "1"}) == "its schema cannot be followed"
    assert misfit({"type": "no such type"}, {}) == "its schema cannot be followed"
    assert ROOT.is_dir()
