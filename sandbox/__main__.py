"""`python -m sandbox --port 8081`: the sandbox alone, in memory, on this machine only."""

import argparse
import asyncio
import contextlib
import signal
import sys

from sandbox.server import Sandbox


async def serve(port: int) -> None:
    """Serve until SIGINT or SIGTERM."""
    sandbox = Sandbox()
    url = await sandbox.start(port)
    sys.stdout.write(
        f"The sandbox is at {url} (it is not Telegram; nothing is kept).\n"
        f"Bot token: {sandbox.token}\nStaff group: {sandbox.staff_chat_id}\n"
    )
    sys.stdout.flush()
    done = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    try:
        await done.wait()
    finally:
        await sandbox.stop()


def main() -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
