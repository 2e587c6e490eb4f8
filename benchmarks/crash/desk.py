"""Desks that are killed: started through the launcher, one after another, on one database."""

import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from typing import TypeVar

Pipe = TypeVar("Pipe", asyncio.StreamReader, asyncio.StreamWriter)

#: A point that ordinary work does not reach within this is not reached.
PATIENCE_SECONDS = 60


class NeverReached(Exception):
    """A desk lived on past the point at which it should have died."""


class Desks:
    """Starts one desk at a time and kills it."""

    def __init__(
        self, launcher: asyncio.subprocess.Process, environment: Mapping[str, str]
    ) -> None:
        self._launcher = launcher
        self._environment = environment
        self._pid: int | None = None

    async def start(self, crash_at: str | None = None) -> None:
        """A new desk, which dies by itself at `crash_at` (see `bot.crash_points`)."""
        armed = {"TOPICDESK_CRASH_AT": crash_at or ""}
        order = json.dumps({**self._environment, **armed})
        _there(self._launcher.stdin).write(order.encode() + b"\n")
        self._pid = await self._read()

    async def kill(self) -> None:
        """Ends it with SIGKILL, whatever it is doing."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ends it as Ctrl-C does; returns its exit code."""
        return await self._end(signal.SIGTERM)

    async def dies(self, patience: float = PATIENCE_SECONDS) -> None:
        """Waits so many seconds until it kills itself; raises `NeverReached` when it does not."""
        try:
            async with asyncio.timeout(patience):
                code = await self._read()
        except TimeoutError:
            await self.kill()
            raise NeverReached from None
        self._pid = None
        if code != -signal.SIGKILL:
            msg = f": the desk ended with {code}"
            raise NeverReached(msg)

    async def _end(self, number: signal.Signals) -> int:
        if self._pid is None:
            return 0
        os.kill(self._pid, number)
        code = await self._read()
        self._pid = None
        return code

    async def _read(self) -> int:
        return int(await _there(self._launcher.stdout).readline())


def _there(pipe: Pipe | None) -> Pipe:
    """Both pipes were asked for when the launcher was started."""
    if pipe is None:
        raise BrokenPipeError
    return pipe


@contextlib.asynccontextmanager
async def desks(environment: Mapping[str, str]) -> AsyncIterator[Desks]:
    """A launcher with the libraries imported; the last desk is stopped at the end."""
    launcher = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.launcher",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    started = Desks(launcher, environment)
    try:
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError, ValueError):
            await started.stop()
        _there(launcher.stdin).close()
        await launcher.wait()
