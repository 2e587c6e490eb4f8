"""`make crash`: every named point and 200 random instants, on SQLite and on PostgreSQL.

Then what is due, and replies that are held, on the way to the people whom they are for; what
specialists think; and what is done in business systems.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from benchmarks.crash.acted import acting, play_acted
from benchmarks.crash.consulted import DESK as CONSULT_DESK
from benchmarks.crash.consulted import play_consulted
from benchmarks.crash.due import DESK as CLOCK_DESK
from benchmarks.crash.due import ON_THE_WAY, play_due
from benchmarks.crash.held import play_held
from benchmarks.crash.judge import Verdict
from benchmarks.crash.matrix import (
    WHILE_PEOPLE_WRITE,
    Stage,
    instants,
    points,
    stage,
    whenever,
)
from tests.postgres import postgres_server

#: So many random instants share a scene of what is due.
DEATHS = 8
HEADER = (
    f"{'':<20}{'kills':>6}{'customers':>11}{'replies':>9}{'notes':>7}{'due':>5}"
    f"{'cut':>5}{'at once':>9}{'oldest':>8}{'empty topics':>14}  lost, out of order, repeated"
)


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as directory:
        yield f"sqlite:///{Path(directory) / 'crash.db'}"


DATABASES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "sqlite": _sqlite,
    "postgresql": postgres_server,
}


async def main(asked: argparse.Namespace) -> bool:
    """Plays everything asked for and prints its table; returns whether all is well."""
    well = True
    for name in asked.database:
        print(f"\n{name}\n{HEADER}")
        began, total = time.monotonic(), Verdict()
        with DATABASES[name]() as address:
            async with stage(address, asked.long_every, paced=asked.paced) as where:
                total += await _while_people_write(where, asked)
        if asked.scenes:
            with DATABASES[name]() as address:
                async with stage(address, desk_dir=CLOCK_DESK) as where:
                    total += await _on_the_clock(where, asked.scenes)
            for _ in range(asked.scenes):
                with DATABASES[name]() as address:
                    async with stage(address, desk_dir=CONSULT_DESK) as where:
                        total += _print("consulted", await play_consulted(where))
            with DATABASES[name]() as address, tempfile.TemporaryDirectory() as folder:
                async with acting(address, Path(folder)) as (where, records):
                    total += _print("acted", await play_acted(where, records))
        _print("all", total)
        print(f"{'':<20}{time.monotonic() - began:.0f} s")
        for words in total.wrong:
            print(f"  {words}")
        well &= not total.wrong
    return well


async def _while_people_write(where: Stage, asked: argparse.Namespace) -> Verdict:
    total = Verdict()
    for point in asked.points:
        total += _print(point, await points(where, point, asked.times))
    if asked.random:
        total += _print("random instants", await instants(where, asked.random))
    return total


async def _on_the_clock(where: Stage, scenes: int) -> Verdict:
    """What is due, and replies that are held: each time all the way, and at random instants."""
    total = Verdict()
    for _ in range(scenes):
        total += _print("due to sent", await play_due(where, ON_THE_WAY))
        total += _print("due, at random", await play_due(where, [whenever] * DEATHS))
        total += _print("held to sent", await play_held(where))
    return total


def _print(name: str, verdict: Verdict) -> Verdict:
    print(
        f"{name:<20}{verdict.kills:>6}{verdict.from_customers:>11,}{verdict.from_staff:>9,}"
        f"{verdict.notes:>7,}{verdict.due:>5}{verdict.cut:>5}{verdict.most_cut_at_once:>9}"
        f"{verdict.oldest_cut_ms:>5.0f} ms{verdict.empty_topics:>14}"
        f"  {len(verdict.wrong) or 'none'}",
        flush=True,
    )
    return verdict


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    names = [str(point) for point in WHILE_PEOPLE_WRITE]
    parser.add_argument("--random", type=int, default=200, help="random instants a database")
    parser.add_argument("--points", nargs="*", choices=names, default=names)
    parser.add_argument("--scenes", type=int, default=3, help="scenes of what is due, and held")
    parser.add_argument("--times", type=int, default=3, help="kills at each named point")
    parser.add_argument("--paced", action="store_true", help="30 messages a second, 1 in a chat")
    parser.add_argument("--long-every", type=int, default=0, help="a long one every so often")
    parser.add_argument("--database", nargs="*", choices=DATABASES, default=list(DATABASES))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(main(_asked())) else 1)
