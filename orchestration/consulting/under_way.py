"""Consultations under way: each a task of its own, so that the clock waits for none of them."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from orchestration.clock.followups import FollowUp

#: So many think at once; the others wait for one of them to end.
AT_ONCE = 8

#: What a consultation is, from what is due to its end.
Consult = Callable[[FollowUp], Awaitable[None]]


class UnderWay:
    """Runs consultations; of one ticket only the newest, because it reads what the older did."""

    def __init__(self, consult: Consult, failed: Callable[[FollowUp, Exception], None]) -> None:
        self._consult = consult
        self._failed = failed
        self._room = asyncio.Semaphore(AT_ONCE)
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def begin(self, leased: FollowUp) -> None:
        """Begins one, and returns at once."""
        before = self._tasks.get(leased.ticket)
        if before is not None:
            before.cancel()
        task = asyncio.create_task(self._run(leased), name=f"consultation #{leased.ticket}")
        self._tasks[leased.ticket] = task
        task.add_done_callback(lambda done: self._ended(leased.ticket, done))

    async def finished(self) -> None:
        """Returns when none is under way."""
        while self._tasks:
            await asyncio.wait([*self._tasks.values()])

    async def close(self) -> None:
        """Ends them all; what they worked on is due again later, for this desk or the next."""
        tasks = [*self._tasks.values()]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

    async def _run(self, leased: FollowUp) -> None:
        async with self._room:
            try:
                await self._consult(leased)
            except Exception as error:  # noqa: BLE001 - one broken consultation stops no other
                self._failed(leased, error)

    def _ended(self, ticket: int, task: asyncio.Task[None]) -> None:
        if self._tasks.get(ticket) is task:
            del self._tasks[ticket]
