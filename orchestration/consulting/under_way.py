"""Consultations under way: each a task of its own, so that the clock waits for none of them."""

import asyncio
from collections.abc import Awaitable, Callable

from orchestration.clock.followups import FollowUp, FollowUpKind

#: So many think at once; the others wait for one of them to end.
AT_ONCE = 8

#: What is thought about once at a time.
Key = tuple[int, FollowUpKind]
#: What a consultation is, from what is due to its end.
Consult = Callable[[FollowUp], Awaitable[None]]


class UnderWay:
    """Runs consultations; of one ticket and kind only the newest, which reads what the older did.

    What a person asked and what the customer wrote are two: neither ends the other.
    """

    def __init__(self, consult: Consult, failed: Callable[[FollowUp, Exception], None]) -> None:
        self._consult = consult
        self._failed = failed
        self._room = asyncio.Semaphore(AT_ONCE)
        self._newest: dict[Key, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, leased: FollowUp) -> None:
        """Begins one, and returns at once."""
        key = leased.ticket, leased.kind
        before = self._newest.get(key)
        if before is not None:
            before.cancel()
        task = asyncio.create_task(self._run(leased), name=f"consultation #{leased.ticket}")
        self._newest[key] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(key, done))

    async def finished(self) -> None:
        """Returns when none is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Ends them all, also those that a newer one had ended and that are not done with it.

        None of them uses the database any more then. What they worked on is due again later, for
        this desk or the next.
        """
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, leased: FollowUp) -> None:
        async with self._room:
            try:
                await self._consult(leased)
            except Exception as error:  # noqa: BLE001 - one broken consultation stops no other
                self._failed(leased, error)

    def _ended(self, key: Key, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._newest.get(key) is task:
            del self._newest[key]
