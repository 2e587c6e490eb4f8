"""The engine of one process: asyncio for conversations, APScheduler for what is due.

Updates of one conversation are handled one after another, different conversations side by side.
Of the due rows APScheduler holds only the next one's wake-up, because it stores slowly and reads
the machine's own clock; a periodic sweep finds what a missed wake-up left.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from engine.clock import MachineClock

log = structlog.get_logger(__name__)

SWEEP_SECONDS = 60
TIDY_SECONDS = 3600
#: A desk that stops lets what it is doing come to its end.
GOODBYE_SECONDS = 3
#: The next wake-up may come due before the last one is over, and APScheduler would skip it.
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Work:
    """What the engine wakes; the wiring hands it in.

    `drain` handles a conversation's waiting updates and `waiting` names the conversations that have
    any. `tick` does what is due and returns when the next thing is. `tidy` keeps the house. `send`
    tells the courier that there is something in the outbox.
    """

    drain: Callable[[str], Awaitable[None]]
    waiting: Callable[[], Awaitable[Sequence[str]]]
    tick: Callable[[], Awaitable[datetime | None]]
    tidy: Callable[[], Awaitable[None]]
    send: Callable[[], None]


class EmbeddedEngine:
    """Wakes the work of one desk, from `start` to `stop`."""

    def __init__(self, clock: MachineClock, work: Work) -> None:
        self._clock = clock
        self._work = work
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._conversations: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._tick = _Chore("what is due", self._do_due)
        self._sweep = _Chore("what waits in the inbox", self._find_waiting)
        self._tidy = _Chore("housekeeping", work.tidy)
        self._stopping = False

    async def start(self) -> None:
        """Starts waking; whatever became due while the desk was away runs at once."""
        self._scheduler.start()
        for seconds, chores in (
            (SWEEP_SECONDS, (self._tick, self._sweep)),
            (TIDY_SECONDS, (self._tidy,)),
        ):
            for chore in chores:
                chore.start()
                self._scheduler.add_job(
                    chore.ring,
                    "interval",
                    seconds=seconds,
                    id=chore.name,
                    misfire_grace_time=None,
                    coalesce=True,
                )

    async def stop(self) -> None:
        """Stops waking; what is under way may come to its end, or its rows bring it back."""
        self._stopping = True
        self._scheduler.shutdown(wait=False)
        chores = [chore.stop() for chore in (self._tick, self._sweep, self._tidy)]
        tasks = [*self._conversations.values(), *(task for task in chores if task is not None)]
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=GOODBYE_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def wake_conversation(self, conversation: str) -> None:
        """There are updates waiting in that conversation."""
        if self._stopping:
            return
        if conversation in self._conversations:
            self._again.add(conversation)
            return
        task = asyncio.create_task(self._converse(conversation), name=f"drain {conversation}")
        self._conversations[conversation] = task

    def wake_inbox(self) -> None:
        """There may be updates waiting that nobody was woken for."""
        self._sweep.wake()

    async def finished(self, conversations: Iterable[str]) -> None:
        """Waits until what is waiting in these conversations is handled, or has failed."""
        known = [self._conversations.get(conversation) for conversation in conversations]
        tasks = [task for task in known if task is not None]
        if tasks:
            await asyncio.wait(tasks)

    def wake_courier(self) -> None:
        """There may be deliveries waiting."""
        self._work.send()

    def wake_clock(self) -> None:
        """What is due next may have changed, or be due now."""
        self._tick.wake()

    def wake_all(self) -> None:
        """Much time has passed at once."""
        for chore in (self._tick, self._sweep, self._tidy):
            chore.wake()

    async def _converse(self, conversation: str) -> None:
        try:
            while True:
                self._again.discard(conversation)
                await self._work.drain(conversation)
                if conversation not in self._again or self._stopping:
                    return
        except Exception:
            # The updates are still in the inbox; the next one, a sweep or a restart tries again.
            log.exception("conversation failed", conversation=conversation)
        finally:
            del self._conversations[conversation]
            self._again.discard(conversation)

    async def _find_waiting(self) -> None:
        for conversation in await self._work.waiting():
            self.wake_conversation(conversation)

    async def _do_due(self) -> None:
        due = await self._work.tick()
        if due is not None and not self._stopping:
            self._scheduler.add_job(
                self._tick.ring,
                "date",
                run_date=self._clock.machine_time_of(due),
                id="next",
                replace_existing=True,
                misfire_grace_time=None,
                max_instances=_AT_ONCE,
            )


class _Chore:
    """Something that is done when it is woken, never twice at once, and first at the start."""

    def __init__(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        self.name = name
        self._work = work
        self._woken = asyncio.Event()
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins with the first time."""
        self._woken.set()
        self._task = asyncio.create_task(self._keep_at_it(), name=self.name)

    def wake(self) -> None:
        """Has it done, once more when it is being done now."""
        self._woken.set()

    async def ring(self) -> None:
        """Wakes it; APScheduler runs anything but a coroutine on a thread, where no event rings."""
        self.wake()

    def stop(self) -> asyncio.Task[None] | None:
        """Lets it end; returns what is still under way."""
        self._stopping = True
        self._woken.set()
        return self._task

    async def _keep_at_it(self) -> None:
        while True:
            await self._woken.wait()
            if self._stopping:
                return
            self._woken.clear()
            try:
                await self._work()
            except Exception:
                log.exception("not done now; the next sweep tries again", what=self.name)
