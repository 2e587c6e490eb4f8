"""The matrix: which desks die where, while which people write."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crash.desk import PATIENCE_SECONDS, Desks, NeverReached, desks
from benchmarks.crash.judge import Verdict, judge
from benchmarks.crash.scene import Scene
from benchmarks.crash.witness import Witness
from benchmarks.processes import Telegram, desk_environment, sandbox
from bot.crash_points import CrashPoint

#: Who is there when a scene begins, and who joins for each further death.
CAST = 8
NEWCOMERS = 1
#: So many random instants share a scene, and are judged together.
INSTANTS = 20
#: A random instant is at most this long after the process began; it polls after about half.
LONGEST_LIFE_SECONDS = 1.6
#: While people write, no burst of theirs settles, no specialist reads it, and nothing is done.
WHILE_PEOPLE_WRITE = tuple(
    each for each in CrashPoint if not each.startswith(("consult.", "action."))
)
#: Ordinary work reaches a point this often in one life, unless it is one of the rarer ones.
OFTEN = 40
RARER = {
    CrashPoint.OUTBOX_RECOVERED: 1,
    CrashPoint.TOPIC_CREATED: NEWCOMERS,
    CrashPoint.TOPIC_PLACED: NEWCOMERS,
    CrashPoint.USECASE_REFUSED: 2,
}

#: Telegram's own pace, but for the group's: 20 operations a minute would take all day.
PACED = {"BUDGET_CHAT_PER_SECOND": "1", "BUDGET_TOTAL_PER_SECOND": "30"}

#: Brings the desk to its death.
Strike = Callable[[Desks], Awaitable[None]]


@dataclass(frozen=True)
class Stage:
    """A sandbox that lives through it all, the desks that die, and their database.

    With `long_every` 7 every seventh message takes two in the topic.
    """

    telegram: Telegram
    desks: Desks
    database: str
    long_every: int = 0


@contextlib.asynccontextmanager
async def stage(
    database: str,
    long_every: int = 0,
    *,
    paced: bool = False,
    desk_dir: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[Stage]:
    """Budgets are off, which is the worst case: as much as can be is on its way at a death.

    A `paced` desk sends no more than Telegram lets it. `settings` are the desks' own beside that.
    """
    async with sandbox() as telegram:
        environment = await desk_environment(telegram, database)
        # A desk that begins says that it takes up again, which is no news here.
        more = {"LOG_LEVEL": "ERROR"} | (PACED if paced else {}) | dict(settings or {})
        if desk_dir is not None:
            more["DESK_DIR"] = str(desk_dir)
        async with desks({**environment, **more}) as started:
            yield Stage(telegram, started, database, long_every)


async def points(where: Stage, point: CrashPoint | str, times: int) -> Verdict:
    """Dies at one point: at the first of its occurrences, and then at others."""
    most = RARER.get(CrashPoint(point), OFTEN)
    strikes = [at(point, random.randint(1, most) if number else 1) for number in range(times)]
    if point == CrashPoint.OUTBOX_RECOVERED:
        # What a restart takes back has to be under way first.
        under_way = [at(CrashPoint.OUTBOX_SENT, random.randint(1, OFTEN)) for _ in strikes]
        strikes = [strike for pair in zip(under_way, strikes, strict=True) for strike in pair]
    return await play(where, strikes)


async def instants(where: Stage, times: int) -> Verdict:
    """Dies at so many random instants."""
    total = Verdict()
    while total.kills < times:
        total += await play(where, [whenever] * min(INSTANTS, times - total.kills))
    return total


def at(point: CrashPoint | str, occurrence: int = 1, patience: float = PATIENCE_SECONDS) -> Strike:
    """A death at a named point, within so many seconds."""

    async def strike(started: Desks) -> None:
        await started.start(f"{point}:{occurrence}")
        try:
            await started.dies(patience)
        except NeverReached as error:
            msg = f"{point}:{occurrence} was not reached{error}"
            raise NeverReached(msg) from None

    return strike


async def whenever(started: Desks) -> None:
    """A death at a random instant of a desk's life, its start included."""
    await started.start()
    await asyncio.sleep(random.uniform(0, LONGEST_LIFE_SECONDS))
    await started.kill()


async def strike_each(desks: Desks, strikes: Sequence[Strike], witness: Witness) -> list[str]:
    """The desk dies at one after another; returns in words which were never reached."""
    failed: list[str] = []
    for strike in strikes:
        try:
            await strike(desks)
        except NeverReached as error:
            failed.append(str(error))
        witness.desk_died()
    return failed


async def play(where: Stage, strikes: Sequence[Strike]) -> Verdict:
    """One scene: everyone writes, the desk dies again and again, and the last one lives."""
    witness = Witness(where.telegram)
    await witness.look()
    witness.forget()
    state = await where.telegram.get("/sim/state")
    scene = Scene(where.telegram, witness, state, where.long_every)
    await scene.join(CAST)
    failed: list[str] = []
    async with scene.playing():
        await where.desks.start()
        await scene.opened()
        await where.desks.stop()
        for strike in strikes:
            await scene.join(NEWCOMERS)
            try:
                await strike(where.desks)
            except NeverReached as error:
                failed.append(str(error))
            witness.desk_died()
        await where.desks.start()
    arrived = await scene.last_words()
    await where.desks.stop()
    verdict = await judge(scene, witness, where.database)
    verdict.kills = len(strikes)
    verdict.wrong.extend(failed)
    if not arrived and not verdict.wrong:
        verdict.wrong.append("the last words came too late")
    return verdict
