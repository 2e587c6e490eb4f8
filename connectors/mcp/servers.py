"""All declared servers together: what the desk asks."""

import asyncio
from collections.abc import Iterable, Mapping
from pathlib import Path

from connectors.mcp.connection import Connection
from orchestration.ports.tools import Answer, ServerState, ToolUnavailable
from orchestration.schemas import Arguments
from orchestration.tools.declared import ToolServer


class McpServers:
    """Fills `ports.tools.ToolServers`. Made with the desk, connected by `open`, ended by `close`.

    `environment` holds the variables that servers may be given by name, `folder` is where their
    programs are started.
    """

    def __init__(
        self, servers: Iterable[ToolServer], environment: Mapping[str, str], folder: Path
    ) -> None:
        self._connections = {each.id: Connection(each, environment, folder) for each in servers}

    def open(self) -> None:
        """Begins to connect, in the background."""
        for each in self._connections.values():
            each.open()

    async def close(self) -> None:
        """Ends every connection and every program."""
        await asyncio.gather(*(each.close() for each in self._connections.values()))

    def state(self, server: str) -> ServerState | None:
        """A declared server as it is now; None where there is none of that id."""
        connection = self._connections.get(server)
        return connection.state if connection is not None else None

    async def settled(self) -> None:
        """Waits until it is known of each whether it can be reached: at first, or once more."""
        await asyncio.gather(*(each.settled() for each in self._connections.values()))

    async def call(self, tool: str, arguments: Arguments) -> Answer:
        """Calls `server.tool`; raises `ToolUnavailable`, `ToolFailed` or `ToolRefused`."""
        id_, _, name = tool.partition(".")
        connection = self._connections.get(id_)
        if connection is None:
            raise ToolUnavailable(tool, "desk.yaml declares no server of that name")
        return await connection.call(tool, name, arguments)
