"""Waiting for work that may take longer than there is time."""

import asyncio
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


async def within(seconds: float, work: asyncio.Task[T]) -> T | None:
    """What came of it, if it is there within that time; else None, and it goes on."""
    await asyncio.wait({work}, timeout=max(0.0, seconds))
    return work.result() if work.done() else None


async def end(work: Iterable[asyncio.Task[object]]) -> None:
    """Ends what is still under way, and waits until it has ended."""
    tasks = list(work)
    for each in tasks:
        each.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
