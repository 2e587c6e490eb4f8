"""How a server is reached: a program on this machine, or an address."""

import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

from mcp import Client, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client

from orchestration.tools.declared import ToolServer

#: Starting a program, or finding an address, and agreeing on the protocol.
CONNECT = timedelta(seconds=20)


class NotSet(Exception):
    """A variable of the environment that desk.yaml names is not set."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the variable {name} is not set")


@asynccontextmanager
async def connected(
    server: ToolServer, environment: Mapping[str, str], folder: Path
) -> AsyncIterator[Client]:
    """A client of the server; programs are started in `folder`.

    Raises `NotSet`, and whatever the transport raises.
    """
    async with AsyncExitStack() as stack:
        if server.command:
            program, *arguments = server.command
            # Beside these the library passes PATH, HOME and four others that hold no secrets.
            given = {name: _variable(environment, name) for name in server.environment}
            parameters = StdioServerParameters(
                command=program, args=arguments, env=given, cwd=folder
            )
            transport = stdio_client(parameters, errlog=sys.__stderr__ or sys.stderr)
        else:
            headers = {}
            if server.token:
                headers["Authorization"] = f"Bearer {_variable(environment, server.token)}"
            http = await stack.enter_async_context(create_mcp_http_client(headers))
            transport = streamable_http_client(server.url, http_client=http)
        seconds = server.timeout.total_seconds()
        yield await stack.enter_async_context(Client(transport, read_timeout_seconds=seconds))


def _variable(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name)
    if not value:
        raise NotSet(name)
    return value
