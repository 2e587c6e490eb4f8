"""The engine of one process: asyncio for conversations, APScheduler for what is due.

Updates of one conversation are handled one after another, different conversations side by side.
Of the due rows APScheduler holds only the next one's wake-up, because it stores slowly and reads
the machine's own clock; a periodic sweep finds what a missed wake-up left.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from engine.clock import MachineClock

log = structlog.get_logger(__name__)

SWEEP_SECONDS = 60
#: The next wake-up may come due before the last one is over, and APScheduler would skip it.
_AT_ONCE = 100


class EmbeddedEngine:
    """Wakes three kinds of work, which the wiring hands in.

    `drain` handles a conversation's waiting updates, `tick` does what is due and returns when the
    next thing is, `send` tells the courier that there is something in the outbox.
    """

    def __init__(
        self,
        clock: MachineClock,
        drain: Callable[[str], Awaitable[None]],
        tick: Callable[[], Awaitable[datetime | None]],
        send: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._drain = drain
        self._tick = tick
        self._send = send
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._conversations: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._clock_changed = asyncio.Event()
        self._ticking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Starts waking; whatever became due while the desk was away runs at once."""
        self._scheduler.start()
        self._scheduler.add_job(
            self._time_has_come,
            "interval",
            seconds=SWEEP_SECONDS,
            id="sweep",
            misfire_grace_time=None,
            coalesce=True,
        )
        self._ticking = asyncio.create_task(self._keep_ticking(), name="clock")
        self.wake_clock()

    async def stop(self) -> None:
        """Stops waking and lets go of what was under way; its rows bring it back."""
        self._scheduler.shutdown(wait=False)
        tasks = [*self._conversations.values()]
        if self._ticking is not None:
            tasks.append(self._ticking)
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def wake_conversation(self, conversation: str) -> None:
        """There are updates waiting in that conversation."""
        if conversation in self._conversations:
            self._again.add(conversation)
            return
        task = asyncio.create_task(self._converse(conversation), name=f"drain {conversation}")
        self._conversations[conversation] = task

    async def finished(self, conversations: Iterable[str]) -> None:
        """Waits until what is waiting in these conversations is handled, or has failed."""
        known = [self._conversations.get(conversation) for conversation in conversations]
        tasks = [task for task in known if task is not None]
        if tasks:
            await asyncio.wait(tasks)

    def wake_courier(self) -> None:
        """There may be deliveries waiting."""
        self._send()

    def wake_clock(self) -> None:
        """What is due next may have changed, or be due now."""
        self._clock_changed.set()

    async def _time_has_come(self) -> None:
        """A coroutine, because APScheduler runs anything else on a thread, where no event rings."""
        self.wake_clock()

    async def _converse(self, conversation: str) -> None:
        try:
            while True:
                self._again.discard(conversation)
                await self._drain(conversation)
                if conversation not in self._again:
                    return
        except Exception:
            # The updates are still in the inbox; the next one, or a restart, tries again.
            log.exception("conversation failed", conversation=conversation)
        finally:
            del self._conversations[conversation]
            self._again.discard(conversation)

    async def _keep_ticking(self) -> None:
        while True:
            await self._clock_changed.wait()
            self._clock_changed.clear()
            try:
                next_due = await self._tick()
            except Exception:
                log.exception("what is due could not be done; the next sweep tries again")
                continue
            if next_due is not None:
                self._wake_at(next_due)

    def _wake_at(self, due: datetime) -> None:
        self._scheduler.add_job(
            self._time_has_come,
            "date",
            run_date=self._clock.machine_time_of(due),
            id="next",
            replace_existing=True,
            misfire_grace_time=None,
            max_instances=_AT_ONCE,
        )
