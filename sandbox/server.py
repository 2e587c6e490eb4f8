"""The sandbox as a server: `Sandbox` is all that the rest of the world needs of this package."""

import time
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from sandbox.botapi import BotApi
from sandbox.browser import Page, own_visitors_only
from sandbox.cast import STAFF_CHAT_ID, TOKEN
from sandbox.control import Advance, Control, Systems, refusals
from sandbox.machine import Machine

_LARGEST_REQUEST = 72 * 1024 * 1024  # 50 MB of file in base64
_PATIENCE_AT_THE_END_S = 0.3


class Sandbox:
    """Telegram on this machine.

    `clock` gives the unix seconds that messages are dated with. With `journal` everything
    survives the process, even SIGKILL; without it everything is in memory. `advance` is what
    `POST /sim/time` calls to move the clock; without it that call is refused. `systems` tells what
    the business systems have on record; without it the page shows none.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        journal: Path | None = None,
        advance: Advance | None = None,
        systems: Systems | None = None,
    ) -> None:
        self.machine = Machine(clock, journal)
        self._advance = advance
        self._systems = systems
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The token of the default bot."""
        return TOKEN

    @property
    def staff_chat_id(self) -> int:
        """The forum "Support" of the default cast."""
        return STAFF_CHAT_ID

    async def start(self, port: int, host: str = "127.0.0.1") -> str:
        """Serve; the base URL. Port 0 takes a free one. OSError if the port is taken."""
        runner = web.AppRunner(
            self._app(),
            access_log=None,
            handler_cancellation=True,
            shutdown_timeout=_PATIENCE_AT_THE_END_S,
        )
        await runner.setup()
        try:
            site = web.TCPSite(runner, host, port)
            await site.start()
            self.machine.open()
        except BaseException:
            await runner.cleanup()
            raise
        self._runner = runner
        bound = runner.addresses[0][1]
        return f"http://{f'[{host}]' if ':' in host else host}:{bound}"

    async def stop(self) -> None:
        """Stop serving. Whoever waits, for updates, events or an answer, is let go at once."""
        self.machine.let_go()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self.machine.postman.stop()
        self.machine.close()

    def _app(self) -> web.Application:
        app = web.Application(
            client_max_size=_LARGEST_REQUEST, middlewares=[own_visitors_only, refusals]
        )
        for face in (
            BotApi(self.machine),
            Control(self.machine, self._advance, self._systems),
            Page(self.machine),
        ):
            face.add_to(app)
        return app
