"""The demo's systems as a test calls them: over the protocol, without a process of their own."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mcp import Client
from mcp.server import MCPServer
from mcp.types import TextContent

from connectors.demo import billing, crm, erp
from connectors.demo.schema import Value
from connectors.demo.states import rows
from connectors.demo.systems import Systems

SERVERS = {"crm": crm.server, "erp": erp.server, "billing": billing.server}


class ToolRefused(Exception):
    """A tool answered with an error; its words."""


@dataclass(frozen=True)
class Demo:
    """The systems over a file of a test's own."""

    file: Path

    @property
    def systems(self) -> Systems:
        return Systems(self.file)

    def server(self, name: str) -> MCPServer:
        return SERVERS[name](self.file)

    async def call(self, tool: str, **arguments: object) -> Any:
        """What `server.tool` answers; raises `ToolRefused`."""
        server, _, name = tool.partition(".")
        async with Client(self.server(server)) as client:
            answer = await client.call_tool(name, arguments)
        if answer.is_error:
            (words,) = (each.text for each in answer.content if isinstance(each, TextContent))
            raise ToolRefused(words)
        content = answer.structured_content
        assert content is not None
        return content.get("result", content)

    def rows(self, table: str, **wanted: Value) -> list[dict[str, Value]]:
        """The rows of a table with these values."""
        return rows(self.file, table, **wanted)

    def row(self, table: str, **wanted: Value) -> dict[str, Value]:
        """The only row with these values."""
        (found,) = self.rows(table, **wanted)
        return found

    def everything(self) -> bytes:
        """All records, to see that nothing changed."""
        return self.file.read_bytes()


def copied(original: Path, folder: Path) -> Demo:
    """The same records in a file that may be written to."""
    file = folder / "systems.db"
    shutil.copy(original, file)
    return Demo(file)
