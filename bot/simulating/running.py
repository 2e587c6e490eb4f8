"""Plays many scenarios, some of them side by side."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from bot import logs
from bot.desk_files.document import InvalidDeskFiles, Mistake
from bot.simulating.player import Manner, Result, play
from bot.simulating.scenario import Script


async def results(scripts: Sequence[Script], jobs: int, manner: Manner) -> AsyncIterator[Result]:
    """What came of each, in their order; so many are played at a time.

    Raises `InvalidDeskFiles` where one asks for what there is not.
    """
    if jobs == 1:
        for script in scripts:
            yield await play(script, manner)
        return
    loop = asyncio.get_running_loop()
    # Desks side by side in one process would wait for each other, and migrate at the same time.
    ways = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, ways, initializer=quiet) as pool:
        try:
            running = [loop.run_in_executor(pool, _played, each, manner) for each in scripts]
            for each in running:
                played = await each
                if not isinstance(played, Result):
                    raise InvalidDeskFiles(played)
                yield played
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def quiet() -> None:
    """What goes wrong is part of a scenario: nobody reads of it in a log."""
    logs.configure("CRITICAL")


def _played(script: Script, manner: Manner) -> Result | Sequence[Mistake]:
    """In a process of its own; an error with mistakes does not find its way out of it."""
    try:
        return asyncio.run(play(script, manner))
    except InvalidDeskFiles as error:
        return error.mistakes
