"""Plays many scenarios, some of them side by side."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from bot.simulating.player import Result, play
from bot.simulating.scenario import Script


async def results(scripts: Sequence[Script], jobs: int, patience: float) -> AsyncIterator[Result]:
    """What came of each, in their order; so many are played at a time.

    Raises `InvalidDeskFiles` where one asks for what there is not.
    """
    free = asyncio.Semaphore(jobs)

    async def run(script: Script) -> Result:
        async with free:
            return await play(script, patience)

    running = [asyncio.ensure_future(run(script)) for script in scripts]
    try:
        for each in running:
            yield await each
    finally:
        for each in running:
            each.cancel()
        await asyncio.gather(*running, return_exceptions=True)
