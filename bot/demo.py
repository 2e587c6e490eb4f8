"""The desk with a Telegram and business systems of its own: no token, no key, no server."""

import asyncio
import contextlib
import fcntl
import json
from datetime import timedelta
from pathlib import Path

from bot import settings as desk_settings
from bot.wiring import RunningDesk
from connectors.demo import systems
from connectors.demo.systems import Systems
from engine.clock import MachineClock
from orchestration.events.verifying import Proof
from orchestration.ports.bindings import Binding
from sandbox.cast import ANA
from sandbox.journal import SpoiledJournal
from sandbox.server import Sandbox


class SpoiledFolder(Exception):
    """What a demo kept cannot be read or does not belong together; one sentence says what to do."""

    def __init__(self, folder: Path, trouble: str) -> None:
        advice = f"Choose another --data, or delete the folder {folder} to begin anew."
        super().__init__(f"The demo cannot go on: {trouble}. {advice}")


class Demo:
    """The sandbox and the desk in one process, keeping their state under one folder.

    With `systems` the specialists read the records of Kettle & Leaf, who know Ana as a customer.
    `overrides` are settings by name, for a desk that differs from the default one.
    """

    def __init__(
        self, port: int, data: Path, *, systems: bool = False, **overrides: object
    ) -> None:
        self._port = port
        self._data = data
        self._systems = self.systems if systems else None
        # A WEBHOOK_URL of this machine's environment is not the sandbox's business.
        self._overrides: dict[str, object] = {"webhook_url": None, **overrides}
        self._clock_file = data / "clock.json"
        self._database = data / "topicdesk.db"
        self._journal = data / "sandbox.journal"
        self._clock = self._kept_clock()
        self._sandbox = Sandbox(
            clock=lambda: self._clock().timestamp(),
            journal=self._journal,
            advance=self._advance,
            systems=self._view if self._systems is not None else None,
        )
        self._address = ""
        self._desk: RunningDesk | None = None
        self._ours = contextlib.ExitStack()

    @property
    def database_url(self) -> str:
        """Where the desk keeps its tickets."""
        return f"sqlite:///{self._database}"

    @property
    def records(self) -> Path:
        """The file of the business systems' records."""
        return self._data / "systems.db"

    @property
    def systems(self) -> Systems:
        """The business systems over that file, to have something go wrong in them."""
        return Systems(self.records)

    async def start(self) -> str:
        """Starts both and returns the page's address once the desk asks for updates.

        Raises `OSError` when the port or the folder is taken, `SpoiledFolder`, and what keeps any
        desk from starting.
        """
        self._data.mkdir(parents=True, exist_ok=True)
        self._take_folder()
        self._check_both_are_there()
        await asyncio.to_thread(self._prepare_systems)  # before anybody's page asks for them
        try:
            self._address = await self._sandbox.start(self._port)
        except SpoiledJournal as error:
            raise SpoiledFolder(self._data, str(error)) from error
        await self.start_desk()
        return f"{self._address}/"

    async def start_desk(self) -> None:
        """Starts the desk on its Telegram, which runs already; raises what keeps a desk from it."""
        settings = desk_settings.load(
            env_file=None,
            bot_token=self._sandbox.token,
            staff_chat_id=self._sandbox.staff_chat_id,
            database_url=self.database_url,
            telegram_api_base=self._address,
            **self._overrides,
        )
        self._desk = RunningDesk(settings, self._clock)
        await self._desk.start()
        if self._systems is not None:
            await self.introduce(ANA, systems.ANA)
        await self._desk.listening.wait()

    async def equipped(self) -> None:
        """Waits until the specialists of the running desk can work, and read its systems."""
        if self._desk is not None:
            await self._desk.equipped()

    async def stop_desk(self) -> None:
        """Stops the desk and leaves its Telegram running."""
        if self._desk is not None:
            desk, self._desk = self._desk, None
            await desk.stop()

    def _prepare_systems(self) -> None:
        if self._systems is None:
            return
        declared = self._data / "tool_servers.yaml"
        self._systems.declare(declared)
        self._overrides.setdefault("tool_servers_file", declared.resolve())
        self._systems.prepare(self._clock().date())
        self._systems.turn_to(self._clock().date())

    async def introduce(self, customer: int, record: str) -> None:
        """Sam knows them, unless somebody said since that he does not; the desk has to run."""
        if self._desk is None:
            return
        known = Binding(customer, record, Proof.SUPERVISOR, "Sam", self._clock())
        async with self._desk.begin() as uow:
            if await uow.bindings.of(customer) is None and not await uow.bindings.past(customer):
                await uow.bindings.add(known)

    async def _view(self) -> list[dict[str, object]]:
        return [] if self._systems is None else await asyncio.to_thread(self._systems.view)

    async def stop(self) -> None:
        """Stops the desk before its Telegram, so that it ends without complaints."""
        await self.stop_desk()
        await self._sandbox.stop()
        self._ours.close()

    def _take_folder(self) -> None:
        """Two demos in one folder would spoil each other's state; a killed one lets go of it."""
        lock = self._ours.enter_context((self._data / "lock").open("w"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            msg = "another demo is at work there"
            raise OSError(msg) from None

    def _check_both_are_there(self) -> None:
        """A Telegram that begins anew counts its updates anew, and the desk would know them all."""
        if self._database.exists() and not self._journal.exists():
            raise SpoiledFolder(self._data, f"{self._journal} is missing")

    async def _advance(self, seconds: float) -> None:
        self._clock.advance(timedelta(seconds=seconds))
        offset = {"offset_s": self._clock.offset.total_seconds()}
        fresh = self._clock_file.with_suffix(".new")
        await asyncio.to_thread(fresh.write_text, json.dumps(offset))
        fresh.replace(self._clock_file)
        if self._systems is not None:
            await asyncio.to_thread(self._systems.turn_to, self._clock().date())
        if self._desk is not None:
            self._desk.time_moved()

    def _kept_clock(self) -> MachineClock:
        """A clock as far ahead as it was moved before: time does not run back over a restart."""
        if not self._clock_file.exists():
            return MachineClock()
        try:
            kept = json.loads(self._clock_file.read_text())
            clock = MachineClock(timedelta(seconds=kept["offset_s"]))
            clock()  # one that was moved beyond the calendar is spoiled too
        except (ValueError, LookupError, TypeError, OverflowError) as error:
            trouble = f"{self._clock_file} cannot be read"
            raise SpoiledFolder(self._data, trouble) from error
        return clock
