"""The embedded engine: what it wakes, and when."""

import asyncio
import threading
from datetime import datetime

from engine.clock import MachineClock
from engine.embedded import EmbeddedEngine

#: Each is due at once, so that one wake-up falls on the heels of the other.
TICKS = 40


async def _drain(_: str) -> None:
    pass


def _send() -> None:
    pass


async def test_no_wake_up_is_skipped_when_the_next_is_due_already() -> None:
    """The sweep a minute later is not what finds it."""
    clock, ticks, all_done = MachineClock(), 0, asyncio.Event()

    async def tick() -> datetime | None:
        nonlocal ticks
        ticks += 1
        if ticks < TICKS:
            return clock()
        all_done.set()
        return None

    engine = EmbeddedEngine(clock, _drain, tick, _send)
    await engine.start()
    try:
        async with asyncio.timeout(20):
            await all_done.wait()
    finally:
        await engine.stop()


async def test_the_clock_rings_on_the_loops_own_thread() -> None:
    """An event that is set on another thread may wake nobody."""
    clock, rung = MachineClock(), asyncio.Queue[int]()

    class Listening(EmbeddedEngine):
        def wake_clock(self) -> None:
            super().wake_clock()
            rung.put_nowait(threading.get_ident())

    async def tick() -> datetime | None:
        return clock() if rung.qsize() < 2 else None

    engine = Listening(clock, _drain, tick, _send)
    await engine.start()
    try:
        async with asyncio.timeout(20):
            threads = {await rung.get(), await rung.get()}
    finally:
        await engine.stop()
    assert threads == {threading.get_ident()}


async def test_finished_waits_for_the_conversations_that_are_named() -> None:
    """And for no other; one that nobody woke is finished."""
    let_go = {"topic:1": asyncio.Event(), "private:7": asyncio.Event()}
    drained = []

    async def drain(conversation: str) -> None:
        await let_go[conversation].wait()
        drained.append(conversation)

    async def tick() -> datetime | None:
        return None

    engine = EmbeddedEngine(MachineClock(), drain, tick, _send)
    await engine.start()
    try:
        for conversation in let_go:
            engine.wake_conversation(conversation)
        waiting = asyncio.create_task(engine.finished(["topic:1", "topic:2"]))
        let_go["topic:1"].set()
        await waiting
        assert drained == ["topic:1"]
    finally:
        await engine.stop()
