"""A sandbox with a journal in a process of its own, to be killed."""

import asyncio
import sys
from pathlib import Path

from sandbox.server import Sandbox


async def serve(journal: Path) -> None:
    """Serve on a free port, say where, and go on for ever."""
    url = await Sandbox(journal=journal).start(0)
    sys.stdout.write(f"{url}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
