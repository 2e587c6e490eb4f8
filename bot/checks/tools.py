"""Whether the tool servers can be reached, and have what the desk names."""

from pathlib import Path

from bot.assisting import tool_servers
from bot.checks.files import TOOLS
from bot.checks.finding import Finding, failure, fine
from bot.desk_files.folder import DeskFolder
from orchestration.tools.faults import faults


async def examine(folder: Path, found: DeskFolder) -> list[Finding]:
    """A line for each fault that only the servers can tell; the files' own are said with them."""
    box = found.desk.toolbox
    if not box.servers:
        return [fine(TOOLS, "no tool servers are declared, so specialists read no systems")]
    async with tool_servers.connected(box, folder) as servers:
        await servers.settled()
        wrong = list(faults(box, servers, found.cast, found.described))
    if wrong:
        advice = "Correct it, or start the server; the desk does the rest without it."
        return [failure(TOOLS, each, advice) for each in wrong]
    return [fine(TOOLS, f"connected: {', '.join(sorted(box.servers))}")]
