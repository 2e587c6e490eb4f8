"""The running sandbox: the pure core with a clock, a journal and those who watch it.

Everything happens on one event loop and no operation awaits anything, so operations never mix.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sandbox.calls import CallLog
from sandbox.cast import seed
from sandbox.errors import BotApiError, flood, refuse
from sandbox.faults import Faults
from sandbox.journal import Blobs, DirectoryBlobs, FileJournal, Journal, MemoryBlobs, NoJournal
from sandbox.limits import GROUP_WINDOW_S, Limiter
from sandbox.media import file_number, made_up_bytes
from sandbox.methods import METHODS, Method
from sandbox.methods.receiving import changes_something, waiting
from sandbox.operations import Operation, call_of, perform
from sandbox.params import Params
from sandbox.postman import Postman
from sandbox.shapes import Json, Object
from sandbox.watching import Watchers
from sandbox.webhooks import ACTIVE, TERMINATED
from sandbox.world import File, Moment

_CONFLICT = BotApiError(
    409,
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
)

Awaited = TypeVar("Awaited")


class Machine:
    """One sandbox. `clock` dates messages; limits and expiries go by real time."""

    def __init__(self, clock: Callable[[], float], journal: Path | None) -> None:
        self._clock = clock
        self._journal: Journal = FileJournal(journal) if journal else NoJournal()
        self.blobs: Blobs = (
            DirectoryBlobs(journal.with_name(f"{journal.name}.files")) if journal else MemoryBlobs()
        )
        self.calls = CallLog(journal.with_name(f"{journal.name}.calls") if journal else None)
        self.world = seed()
        self.faults = Faults()
        self.limiter = Limiter()
        self.watchers = Watchers()
        self.postman = Postman(lambda: self.world, self.act, self.moment)
        self.polls: dict[int, asyncio.Future[BotApiError | None]] = {}
        self.presses: dict[str, asyncio.Future[Object | None]] = {}
        self._closing = False

    def open(self) -> None:
        """Find the world as it was left, or begin with the default cast."""
        self.calls.open()
        found = self._journal.load()
        if found is None:
            self._journal.start_over(self.world)
        else:
            self.world = found
        self._recount()
        self.postman.look()

    def let_go(self) -> None:
        """Answer everyone who waits: nothing more will come."""
        self._closing = True
        for poll in self.polls.values():
            _settle(poll, result=None)
        for press in self.presses.values():
            _settle(press, result=None)
        self.watchers.close()

    def close(self) -> None:
        """Close the files; nothing can be done after this."""
        self._journal.close()
        self.calls.close()

    def moment(self) -> Moment:
        """Now, in both times."""
        return Moment(int(self._clock()), time.time())

    def reset(self) -> None:
        """Forget everything but which ids were given out: a running bot must not meet one twice.

        What a bot wants to be told, and where, stays as well: it runs, and asked for that before.
        """
        world = seed(self.world.counters)
        for bot_id, bot in world.bots.items():
            bot.allowed = self.world.bots[bot_id].allowed
            bot.webhook = self.world.bots[bot_id].webhook
        self.world = world
        self._journal.start_over(world)
        self.blobs.clear()
        self.calls.clear()
        self.faults.clear()
        self.limiter.clear()
        self.watchers.tell_change(None, None)

    def act(self, operation: Operation) -> Json:
        """Carry out an operation: written down first, told to those who watch afterwards."""
        self._journal.append(operation)
        try:
            return perform(self.world, operation)
        finally:
            self._spread()
            if self._journal.is_long:
                self._journal.start_over(self.world)

    def call(self, method: Method, operation: Operation) -> Json:
        """Carry out a bot's call within the limits."""
        place = (operation.bot_id, _chat_id(operation.params))
        now = operation.now.real
        wait = self.limiter.wait_for(self.world.limits, place, method.counts, now)
        if wait:
            raise flood(wait)
        result = perform(self.world, operation) if method.reads else self.act(operation)
        self.limiter.count(place, method.counts, now)
        if method.name == "answerCallbackQuery":
            self._answered(operation.params)
        if method.name == "setWebhook":
            self._end_poll(operation.bot_id, TERMINATED)
        return result

    async def poll(self, operation: Operation, timeout: float) -> Json:  # noqa: ASYNC109
        """getUpdates: answer at once with what there is, or wait for it. The older poll loses."""
        if self.world.bots[operation.bot_id].webhook is not None:
            raise ACTIVE
        self._end_poll(operation.bot_id, _CONFLICT)
        if changes_something(call_of(self.world, operation)):
            self._journal.append(operation)
            found = perform(self.world, operation)
        else:
            found = waiting(call_of(self.world, operation))
        if found or timeout <= 0 or self._closing:
            return found
        mine: asyncio.Future[BotApiError | None] = asyncio.get_running_loop().create_future()
        self.polls[operation.bot_id] = mine
        try:
            async with asyncio.timeout(timeout):
                ended = await mine
        except TimeoutError:
            return []
        finally:
            if self.polls.get(operation.bot_id) is mine:
                del self.polls[operation.bot_id]
        if ended is not None:
            raise ended
        return waiting(call_of(self.world, operation))

    async def answer_to(self, query_id: str, patience: float) -> Object | None:
        """What the bot answers whoever pressed a button, or None if it does not in time."""
        mine: asyncio.Future[Object | None] = asyncio.get_running_loop().create_future()
        self.presses[query_id] = mine
        try:
            async with asyncio.timeout(patience):
                return await mine
        except TimeoutError:
            return None
        finally:
            self.presses.pop(query_id, None)

    def content(self, file: File) -> bytes:
        """A file's bytes, as uploaded or made up."""
        if file.blob is None:
            return made_up_bytes(file.kind, file_number(file))
        try:
            return self.blobs.get(file.blob)
        except (KeyError, OSError):
            refuse("wrong file_id or the file is temporarily unavailable")

    def _end_poll(self, bot_id: int, why: BotApiError) -> None:
        poll = self.polls.pop(bot_id, None)
        if poll is not None:
            _settle(poll, result=why)

    def _answered(self, params: Object) -> None:
        press = self.presses.get(str(params.get("callback_query_id")))
        if press is not None:
            asked = Params(params)
            alert = asked.flag("show_alert")
            _settle(press, result={"text": asked.text("text") or None, "show_alert": alert})

    def _spread(self) -> None:
        """Tell those who watch what changed, and those who poll that something waits for them."""
        for chat_id, thread in dict.fromkeys(self.world.changes):
            self.watchers.tell_change(chat_id, thread)
        self.world.changes.clear()
        for bot_id, poll in list(self.polls.items()):
            if self.world.bots[bot_id].queue:
                del self.polls[bot_id]
                _settle(poll, result=None)
        self.postman.look()

    def _recount(self) -> None:
        """Let the limits know what bots did in the minute before this start."""
        horizon = time.time() - GROUP_WINDOW_S
        for call in self.calls.since(0):
            if call["ok"] and call["at"] > horizon:
                method = METHODS[call["method"].lower()]
                self.limiter.count((call["bot_id"], call["chat_id"]), method.counts, call["at"])


def _chat_id(params: Object) -> int | None:
    chat_id = params.get("chat_id")
    return chat_id if isinstance(chat_id, int) else None


def _settle(waiting_for: "asyncio.Future[Awaited]", *, result: Awaited) -> None:
    if not waiting_for.done():
        waiting_for.set_result(result)
