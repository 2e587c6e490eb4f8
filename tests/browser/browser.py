"""Find a real Chromium, or get one, and start it. Without one tests fail; none is skipped."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

from playwright.async_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# As root Chromium runs only without its sandbox; the rest keeps it from the network.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_DOWNLOAD = (sys.executable, "-m", "playwright", "install", "chromium")
_PACKAGE = ("apt-get", "install", "-y", "chromium")
_PATIENCE_S = 300


class MissingBrowserError(Exception):
    """No browser here and no way to get one; says the one command that helps."""

    def __init__(self, reasons: list[str]) -> None:
        found = "\n".join(reasons)
        super().__init__(
            "these tests need Chromium. Run:\n\n"
            f"    {' '.join(_DOWNLOAD[1:])} --with-deps\n\n".replace("-m", "python -m", 1)
            + f"Tried before giving up:\n{found}"
        )


async def launch(playwright: Playwright) -> Browser:
    """A running Chromium: the system's, else playwright's own, else the package manager's."""
    reasons: list[str] = []
    path = _of_system() or await _own(playwright, reasons) or await _packaged(reasons)
    if path is None:
        raise MissingBrowserError(reasons)
    return await playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)


def _of_system() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


async def _own(playwright: Playwright, reasons: list[str]) -> str | None:
    path = Path(playwright.chromium.executable_path)
    if not path.exists():  # noqa: ASYNC240
        reasons.append(await _run(_DOWNLOAD))
    return str(path) if path.exists() else None  # noqa: ASYNC240


async def _packaged(reasons: list[str]) -> str | None:
    if os.geteuid() != 0 or shutil.which(_PACKAGE[0]) is None:
        return None
    reasons.append(await _run(_PACKAGE))
    return _of_system()


async def _run(command: tuple[str, ...]) -> str:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    try:
        async with asyncio.timeout(_PATIENCE_S):
            output, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        return f"{' '.join(command)}: not done after {_PATIENCE_S} s"
    return f"{' '.join(command)}: {output.decode(errors='replace').strip()[-400:]}"
