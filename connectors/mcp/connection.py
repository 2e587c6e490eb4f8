"""One server: a connection that is opened in the background, and opened again when it breaks."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import structlog
from mcp import Client, MCPError, Tool
from mcp_types import CONNECTION_CLOSED, REQUEST_TIMEOUT, CallToolResult, TextContent

from connectors.mcp.transports import CONNECT, NotSet, connected
from orchestration.ports.tools import (
    Answer,
    Refusal,
    ServedTool,
    ServerState,
    ToolFailed,
    ToolRefused,
    ToolUnavailable,
)
from orchestration.schemas import Arguments, Json
from orchestration.tools.arguments import misfit
from orchestration.tools.declared import ToolServer

log = structlog.get_logger(__name__)

#: Between two attempts to connect, in seconds: at first, and after many.
PAUSE, LONGEST_PAUSE = 1.0, 60.0
#: How often a quiet connection is looked after, and its tools are read anew, in seconds.
LOOK_AFTER = 30.0
#: Winding a transport down takes less, in seconds.
CLOSING = 8.0
#: So many pages of tools are read.
PAGES = 20
#: An answer beyond this is not looked into, in characters.
LARGEST = 1_000_000

#: The library that most servers are written with puts this before what a tool says of an error.
_LIBRARYS_WORDS = "Error executing tool {}: "

CONNECTING = "it is being connected to"
BROKE_OFF = "the connection broke off"


class Connection:
    """A server's connection: one task keeps it from `open` to `close`, calls come from any."""

    def __init__(self, server: ToolServer, environment: Mapping[str, str], folder: Path) -> None:
        self._server = server
        self._environment = environment
        self._folder = folder
        self._client: Client | None = None
        self._broken = asyncio.Event()
        self._settled = asyncio.Event()
        self._pause = PAUSE
        self._closing = False
        self._task: asyncio.Task[None] | None = None
        self.state = ServerState(server.id, {}, CONNECTING)

    def open(self) -> None:
        """Begins to connect, in the background."""
        name = f"tool server {self._server.id}"
        self._task = asyncio.create_task(self._run(), name=name)

    async def close(self) -> None:
        """Ends the connection, and the program if there is one.

        A cancellation that arrives while the library winds a transport down can be lost.
        """
        self._closing = True
        while self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait([self._task], timeout=CLOSING)

    async def _run(self) -> None:
        while not self._closing:
            try:
                await self._connect()
            except Exception as error:  # noqa: BLE001
                self._lose(_why(error))
                self._settled.set()
            await asyncio.sleep(self._pause)
            self._pause = min(2 * self._pause, LONGEST_PAUSE)

    async def settled(self) -> None:
        """Waits until the attempt to connect, at first or after it broke off, is over."""
        await self._settled.wait()

    async def call(self, tool: str, name: str, arguments: Arguments) -> Answer:
        """Calls the tool `name`, which is `tool` to whoever reads of it."""
        client, served = self._client, self.state.tools.get(name)
        if client is None:
            raise ToolUnavailable(tool, self.state.trouble)
        if served is None:
            raise ToolUnavailable(tool, "the server has no tool of that name")
        wrong = misfit(served.arguments, arguments)
        if wrong is not None:
            raise ToolRefused(tool, Refusal.ARGUMENTS, wrong)
        seconds = self._server.timeout.total_seconds()
        try:
            async with asyncio.timeout(seconds + 1):  # the library's own comes first
                result = await client.call_tool(name, dict(arguments))
        except TimeoutError:
            raise ToolFailed(tool, f"no answer within {seconds:g} seconds") from None
        except MCPError as error:
            if error.code == REQUEST_TIMEOUT:
                raise ToolFailed(tool, f"no answer within {seconds:g} seconds") from None
            if error.code == CONNECTION_CLOSED:
                self._lose(BROKE_OFF)
                raise ToolFailed(tool, BROKE_OFF) from None
            raise ToolFailed(tool, f"the server refused the call ({error.code})") from None
        except Exception as error:
            log.exception("a tool call failed", tool=tool)
            self._lose(BROKE_OFF)
            raise ToolFailed(tool, f"the call failed ({type(error).__name__})") from None
        return _answer(tool, name, result)

    async def _connect(self) -> None:
        self._broken.clear()
        async with asyncio.timeout(CONNECT.total_seconds()) as connecting:
            async with connected(self._server, self._environment, self._folder) as client:
                await self._learn(client)
                connecting.reschedule(None)
                log.info("tool server connected", server=self._server.id)
                self._settled.set()
                self._pause = PAUSE
                try:
                    await self._look_after(client)
                finally:
                    self._client = None

    async def _look_after(self, client: Client) -> None:
        """Returns once the connection is broken; a call may notice it first."""
        while True:
            try:
                await asyncio.wait_for(self._broken.wait(), LOOK_AFTER)
            except TimeoutError:
                await self._learn(client)
            else:
                return

    async def _learn(self, client: Client) -> None:
        tools: dict[str, ServedTool] = {}
        cursor: str | None = None
        for _ in range(PAGES):
            page = await client.list_tools(cursor=cursor)
            tools |= {each.name: _served(each) for each in page.tools}
            cursor = page.next_cursor
            if cursor is None:
                break
        self._client = client
        self.state = ServerState(self._server.id, tools)

    def _lose(self, why: str) -> None:
        self._client = None
        self._broken.set()
        self._settled.clear()
        if self.state.trouble != why:
            log.warning("tool server not connected", server=self._server.id, reason=why)
        self.state = ServerState(self._server.id, {}, why)


def _served(tool: Tool) -> ServedTool:
    """The server's word can only make a read a write, never a write a read.

    What it leaves open stays as the desk's owner marked it: most servers annotate nothing, and a
    hint is worth no more than who gives it.
    """
    hints = tool.annotations
    reads = hints.read_only_hint if hints else None
    destroys = hints.destructive_hint if hints else None
    changes = reads is False or (bool(destroys) and reads is not True)
    return ServedTool(tool.name, tool.description or "", tool.input_schema, changes)


def _answer(tool: str, name: str, result: CallToolResult) -> Answer:
    """What the tool `name` answered, which is `tool` to whoever reads of it."""
    texts = [each.text for each in result.content if isinstance(each, TextContent)]
    if sum(map(len, texts)) > LARGEST:
        raise ToolFailed(tool, "it answered with far too much")
    text = "\n".join(texts)
    if result.is_error:
        text = text.removeprefix(_LIBRARYS_WORDS.format(name))
    data: Json = _rows(result.structured_content)
    if data is None and not result.is_error:
        data = _json(text)
    return Answer(text, data, bool(result.is_error))


def _rows(data: dict[str, Json] | None) -> Json:
    """A list of rows, which the protocol has servers wrap: a structured answer is an object."""
    if data is not None and data.keys() == {"result"} and isinstance(data["result"], list):
        return data["result"]
    return data


def _json(text: str) -> Json:
    """Servers without structured answers write JSON as text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _why(error: BaseException) -> str:
    """Why there is no connection, in words; of several reasons the first one."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    match error:
        case NotSet():
            return str(error)
        case FileNotFoundError() | PermissionError():
            return f"its program cannot be started ({error.strerror})"
        case TimeoutError():
            return f"no connection within {CONNECT.total_seconds():g} seconds"
        case MCPError(code=code) if code == CONNECTION_CLOSED:
            return "it ended, or closed the connection"
        case _:
            return f"it cannot be reached ({type(error).__name__})"
