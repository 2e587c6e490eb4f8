"""Actions under way: each ticket's one after another, so that the clock waits for none of them."""

import asyncio
from collections.abc import Awaitable, Callable

from orchestration.clock.followups import FollowUp

#: A desk that stops lets the systems answer what they were asked, in seconds.
GOODBYE = 3.0
#: Does what is due on a ticket.
Act = Callable[[FollowUp], Awaitable[None]]


class Acting:
    """Does what may be done, in the background; what it broke off, the next desk takes up."""

    def __init__(self, act: Act, failed: Callable[[FollowUp, Exception], None]) -> None:
        self._act = act
        self._failed = failed
        self._newest: dict[int, asyncio.Task[None]] = {}

    def begin(self, leased: FollowUp) -> None:
        """Begins a ticket's, once what is under way there is over; returns at once."""
        before = self._newest.get(leased.ticket)
        task = asyncio.create_task(self._run(before, leased), name=f"actions #{leased.ticket}")
        self._newest[leased.ticket] = task
        task.add_done_callback(lambda done: self._ended(leased.ticket, done))

    async def close(self) -> None:
        """Waits a little for what is under way, and ends what takes longer."""
        tasks = {*self._newest.values()}
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=GOODBYE)
        for each in late:
            each.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, before: asyncio.Task[None] | None, leased: FollowUp) -> None:
        if before is not None:
            await asyncio.wait({before})
        try:
            await self._act(leased)
        except Exception as error:  # noqa: BLE001 - one broken ticket stops no other
            self._failed(leased, error)

    def _ended(self, ticket: int, task: asyncio.Task[None]) -> None:
        if self._newest.get(ticket) is task:
            del self._newest[ticket]
