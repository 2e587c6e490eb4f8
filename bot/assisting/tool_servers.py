"""The tools of a running desk: its servers, what specialists read with, and who is verified."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import structlog
from dotenv import dotenv_values

from bot.desk_files.folder import DeskFolder
from bot.staff_group import listed, tell_supervisors
from orchestration.actions.surveying import Served, served
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.tools import Answer, ServerState, ToolServers, ToolUnavailable
from orchestration.schemas import Arguments
from orchestration.sentences import StaffSentence
from orchestration.specialists.cast import Cast
from orchestration.tools.declared import Toolbox
from orchestration.tools.faults import faults
from orchestration.tools.reading import GuardedTools
from orchestration.transactions import transact
from orchestration.verifying.checking import check_waiting
from orchestration.verifying.codes import DIGITS, NewCode

log = structlog.get_logger(__name__)

#: How often it is looked whether all of them work, in seconds.
LOOK = 5.0
#: So long a desk that has just started keeps specialists from reading without them, in seconds.
PATIENCE = 5.0
#: A fault that was gone for so long is told again when it comes back, in seconds.
FORGOTTEN = 3600.0


class NoServers:
    """What a desk has that declares none; nothing is imported for it."""

    def state(self, server: str) -> ServerState | None:  # noqa: ARG002
        """There is none."""
        return None

    async def settled(self) -> None:
        """It is."""

    async def call(self, tool: str, arguments: Arguments) -> Answer:  # noqa: ARG002
        """Raises `ToolUnavailable`."""
        raise ToolUnavailable(tool, "desk.yaml declares no tool servers")


@asynccontextmanager
async def connected(box: Toolbox, folder: Path) -> AsyncIterator[ToolServers]:
    """The declared servers, connected in the background until the end of the block.

    Their programs are started in the desk's folder. Variables that they are given stand in the
    environment or in `.env`, as the settings do.
    """
    if not box.servers:
        yield NoServers()
        return
    from connectors.mcp.servers import McpServers  # noqa: PLC0415 - it takes a second to import

    servers = McpServers(box.servers.values(), environment(), folder)
    servers.open()
    try:
        yield servers
    finally:
        await servers.close()


def environment() -> Mapping[str, str]:
    """The variables that a server can be given by name."""
    written = {name: value for name, value in dotenv_values(".env").items() if value}
    return {**written, **os.environ}


def new_code() -> NewCode:
    """A code that nobody can guess."""
    return NewCode(f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", secrets.token_bytes(16))


class DeskTools:
    """What the desk does with its servers while it runs, as its `folder` declares them.

    `tools` is what specialists read with.
    """

    def __init__(
        self, folder: DeskFolder, servers: ToolServers, begin: Begin, clock: Clock
    ) -> None:
        box = self._box = folder.desk.toolbox
        self.tools = GuardedTools(box, servers, begin, clock, folder.desk.policy)
        self._servers = servers
        self._begin = begin
        self._clock = clock
        self._described = folder.described
        self._files = tuple(each.short for each in folder.without)
        self._wake = asyncio.Event()
        self._told: dict[str, float] = {}
        self._logged: set[str] = set()

    def served(self) -> Served:
        """The tools that the servers have now, by `server.tool`."""
        return served(self._box, self._servers)

    async def settled(self) -> None:
        """Waits for the servers' attempt to connect, however long that takes."""
        await self._servers.settled()

    async def begun(self) -> None:
        """Waits for the servers' attempt to connect, and not long for one that hangs."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._servers.settled()

    def wake(self) -> None:
        """Something was written down that may have to be checked."""
        self._wake.set()

    async def verify(self, sent: Callable[[], None]) -> None:
        """Checks what customers show, whenever some of it waits; calls `sent` after each time."""
        await self._servers.settled()
        self._wake.set()  # what waited when the last desk went down
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                checks = self._box.checks
                if await check_waiting(self._begin, checks, self._servers, new_code, self._clock):
                    sent()
            except Exception:
                log.exception("nobody is verified now")
                await asyncio.sleep(LOOK)
                self._wake.set()

    async def watch(self, cast: Callable[[], Cast], sent: Callable[[], None]) -> None:
        """Tells supervisors once what does not work, and goes on looking."""
        await self._servers.settled()
        while True:
            try:
                await self.look(cast(), asyncio.get_running_loop().time(), sent)
            except Exception:
                log.exception("the tools are not looked after now")
            await asyncio.sleep(LOOK)

    async def look(self, cast: Cast, now: float, sent: Callable[[], None]) -> None:
        """Looks once; `now` is in seconds of whatever clock."""
        found = (*self._files, *faults(self._box, self._servers, cast, self._described))
        fresh = [each for each in found if now - self._told.get(each, -FORGOTTEN) >= FORGOTTEN]
        if fresh and not await self._tell(fresh):
            found = tuple(each for each in found if each not in fresh)
        self._told |= dict.fromkeys(found, now)
        for each in set(fresh) - self._logged:
            log.error("the desk works without a part of its tools", reason=each)
        self._logged |= set(fresh)
        if set(fresh) & set(found):
            sent()

    async def _tell(self, fresh: Sequence[str]) -> bool:
        """Tells those supervisors who can be; False while there are none."""

        async def tell(uow: UnitOfWork) -> bool:
            await tell_supervisors(uow, StaffSentence.TOOLS_BROKEN, listed(fresh))
            return any(person.reachable for person in await uow.people.supervisors())

        return await transact(self._begin, tell)
