"""Who has SQLite's one writer when: in order, with a short way for the urgent."""

import asyncio
import contextlib

from storage.unit_of_work import _OneByOne


class Line:
    """Tasks that take a turn each and note it; the first holds it until told to go."""

    def __init__(self) -> None:
        self.writer = _OneByOne()
        self.order: list[str] = []
        self.go = asyncio.Event()

    async def take(self, name: str, *, urgent: bool = False) -> None:
        async with self.writer.turn(urgent=urgent):
            self.order.append(name)
            await self.go.wait()

    async def join(self, *names: str, urgent: bool = False) -> list[asyncio.Task[None]]:
        tasks = [asyncio.create_task(self.take(name, urgent=urgent)) for name in names]
        await asyncio.sleep(0)
        return tasks


async def test_turns_come_in_order() -> None:
    line = Line()
    tasks = await line.join("1", "2", "3", "4", "5")
    line.go.set()
    await asyncio.gather(*tasks)
    assert line.order == ["1", "2", "3", "4", "5"]


async def test_the_urgent_pass_the_line_but_do_not_own_it() -> None:
    """Between two of them some of the others go, so that a busy courier starves nobody."""
    line = Line()
    tasks = await line.join("1", "2", "3", "4", "5")
    tasks += await line.join("a", "b", urgent=True)
    line.go.set()
    await asyncio.gather(*tasks)
    assert line.order == ["1", "a", "2", "3", "4", "b", "5"]


async def test_who_gives_up_waiting_holds_nobody_up() -> None:
    """Neither in the line, nor in the moment in which the turn is theirs."""
    line = Line()
    first, second, third, fourth = await line.join("1", "2", "3", "4")
    second.cancel()
    line.go.set()
    await first
    third.cancel()
    await fourth
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(second, third)
    assert line.order[0] == "1"
    assert line.order[-1] == "4"
    await line.take("5")
