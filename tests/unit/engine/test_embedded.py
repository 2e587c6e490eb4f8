"""The engine wakes: each conversation in order, what is due, what nobody was woken for."""

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from engine.clock import MachineClock
from engine.embedded import EmbeddedEngine, Work


class Desk:
    """A desk whose work is written down, and lasts until it is let go."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.ended: list[str] = []
        self.in_inbox: list[str] = []
        self.due: datetime | None = None
        self.trouble: list[Exception] = []
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.stopped = False
        work = Work(self._drain, self._waiting, self._tick, self._tidy, lambda: None)
        self.engine = EmbeddedEngine(MachineClock(), work)

    async def until(self, *expected: str) -> None:
        """Lets everything else run until all this was begun."""
        while not set(expected) <= set(self.done):  # noqa: ASYNC110 - lists ring no bell
            await asyncio.sleep(0)

    def count(self, name: str) -> int:
        return self.done.count(name)

    async def _drain(self, conversation: str) -> None:
        self.done.append(conversation)
        await self.go_on.wait()
        self.ended.append(conversation)

    async def _waiting(self) -> Sequence[str]:
        self.done.append("sweep")
        return self.in_inbox

    async def _tick(self) -> datetime | None:
        self.done.append("tick")
        if self.trouble:
            raise self.trouble.pop()
        return self.due

    async def _tidy(self) -> None:
        self.done.append("tidy")


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    desk.go_on.set()
    if not desk.stopped:
        await desk.engine.stop()


async def test_everything_is_done_at_the_start(desk: Desk) -> None:
    """What is due, what waits in the inbox, and the housekeeping."""
    desk.in_inbox = ["left over"]
    await desk.engine.start()
    await desk.until("tick", "sweep", "tidy", "left over")


async def test_a_conversation_is_drained_by_one_at_a_time(desk: Desk) -> None:
    """Woken meanwhile it is looked at once more; others do not wait for it."""
    await desk.engine.start()
    desk.go_on.clear()
    desk.engine.wake_conversation("a")
    await desk.until("a")
    for conversation in ("a", "a", "b"):
        desk.engine.wake_conversation(conversation)
    await desk.until("b")
    assert desk.count("a") == 1
    desk.go_on.set()
    while len(desk.ended) < 3:  # noqa: ASYNC110 - lists ring no bell
        await asyncio.sleep(0)
    assert sorted(desk.ended) == ["a", "a", "b"]


async def test_what_fails_is_done_again_when_it_is_next_woken(desk: Desk) -> None:
    """It is logged, and the clock does not stop for it."""
    desk.trouble = [ConnectionError()]
    with capture_logs() as logs:
        await desk.engine.start()
        await desk.until("tick")
        desk.engine.wake_clock()
        while desk.count("tick") < 2:  # noqa: ASYNC110 - lists ring no bell
            await asyncio.sleep(0)
    assert [each["what"] for each in logs] == ["what is due"]


async def test_the_next_thing_due_wakes_the_clock(desk: Desk) -> None:
    """At its moment, also one that is over already."""
    desk.due = datetime.now(UTC) - timedelta(seconds=1)
    await desk.engine.start()
    await desk.until("tick")
    while desk.count("tick") < 2:  # noqa: ASYNC110 - lists ring no bell
        await asyncio.sleep(0)
    desk.due = None


async def test_stopping_lets_what_is_under_way_end(desk: Desk) -> None:
    """And begins nothing more."""
    await desk.engine.start()
    desk.go_on.clear()
    desk.engine.wake_conversation("a")
    await desk.until("a")
    desk.engine.wake_conversation("a")
    stopping = asyncio.create_task(desk.engine.stop())
    await asyncio.sleep(0)
    desk.engine.wake_conversation("b")
    assert desk.ended == []
    desk.go_on.set()
    await stopping
    desk.stopped = True
    assert (desk.ended, desk.count("b")) == (["a"], 0)


async def test_no_wake_up_is_skipped_when_the_next_is_due_already(desk: Desk) -> None:
    """The sweep a minute later is not what finds it."""
    desk.due = datetime.now(UTC) - timedelta(seconds=1)
    await desk.engine.start()
    while desk.count("tick") < 40:  # noqa: ASYNC110 - lists ring no bell
        await asyncio.sleep(0)
    desk.due = None


async def test_the_clock_rings_on_the_loops_own_thread(desk: Desk) -> None:
    """An event that is set on another thread may wake nobody."""
    rung: list[int] = []
    wake = desk.engine._tick.wake

    def listening() -> None:
        rung.append(threading.get_ident())
        wake()

    desk.engine._tick.wake = listening  # type: ignore[method-assign]
    desk.due = datetime.now(UTC) - timedelta(seconds=1)
    await desk.engine.start()
    while len(rung) < 2:  # noqa: ASYNC110 - lists ring no bell
        await asyncio.sleep(0)
    desk.due = None
    assert set(rung) == {threading.get_ident()}


async def test_finished_waits_for_the_conversations_that_are_named(desk: Desk) -> None:
    """And for no other; one that nobody woke is finished."""
    await desk.engine.start()
    desk.go_on.clear()
    desk.engine.wake_conversation("a")
    await desk.until("a")
    await desk.engine.finished(["b"])
    waiting = asyncio.create_task(desk.engine.finished(["a", "b"]))
    await asyncio.sleep(0)
    assert not waiting.done()
    desk.go_on.set()
    await waiting
    assert desk.ended == ["a"]
