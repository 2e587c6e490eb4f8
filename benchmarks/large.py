"""`make bench-large`: what 1,000,000 messages in the database cost.

(d) latency beside an empty database, (e) how long a search takes.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path

from benchmarks.__main__ import latencies, p50_and_p95
from benchmarks.generate import MESSAGES_EACH, TICKETS, Chats, generate
from benchmarks.processes import Telegram, desk, sandbox
from orchestration.cases import searching
from storage.unit_of_work import Database
from tests.postgres import fresh_database, postgres_server

MESSAGES = 200
WARM_UP = 20
#: The two take turns, so that a busy moment of the machine does not fall on one of them.
ROUNDS = 3
AIM = 1.5
SEARCHES = ("parcel", "order 4711", "page monday near", "giraffe")
SEARCHED = 20


@contextmanager
def _sqlite() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as directory:
        yield f"sqlite:///{directory}/empty.db", f"sqlite:///{directory}/large.db"


@contextmanager
def _postgresql() -> Iterator[tuple[str, str]]:
    with postgres_server() as server, fresh_database(server) as one, fresh_database(server) as two:
        yield one, two


DATABASES: Mapping[str, Callable[[], AbstractContextManager[tuple[str, str]]]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
}


async def main(asked: argparse.Namespace) -> None:
    """Builds and measures on each database asked for."""
    for name in asked.database:
        with DATABASES[name]() as (empty, large):
            await _compare(name, empty, large, asked.tickets)


async def _compare(name: str, empty: str, large: str, tickets: int) -> None:
    async with sandbox() as telegram:
        state = await telegram.get("/sim/state")
        forum = next(chat for chat in state["chats"] if chat["title"] == "Support")
        seconds = await generate(large, Chats(state["bots"][0]["id"], forum["id"]), tickets)
    print(
        f"(d) {name}: {tickets:,} tickets with {tickets * MESSAGES_EACH:,} messages "
        f"built in {seconds:.0f} s",
        flush=True,
    )
    async with _running(empty) as beside_empty, _running(large) as beside_large:
        rounds = [
            (await _figures(beside_empty), await _figures(beside_large)) for _ in range(ROUNDS)
        ]
    (p50, p95), (p50_large, p95_large) = (
        [statistics.median(each[which][figure] for each in rounds) for figure in (0, 1)]
        for which in (0, 1)
    )
    print(
        f"    update → outgoing call: empty p50 {p50:.1f} ms, p95 {p95:.1f} ms; "
        f"large p50 {p50_large:.1f} ms, p95 {p95_large:.1f} ms; "
        f"p95 ratio {p95_large / p95:.2f} (aim ≤ {AIM}); medians of {ROUNDS}",
        flush=True,
    )
    await _search(large)


async def _search(address: str) -> None:
    """(e) The worst case: every message holds the same sentence. And a word that is nowhere."""
    database = await Database.open(address)
    try:
        for asked in SEARCHES:
            taken, tickets = [], 0
            for _ in range(SEARCHED):
                async with database.begin() as uow:
                    began = time.perf_counter()
                    tickets = len(await searching.search(uow, asked))
                    taken.append((time.perf_counter() - began) * 1000)
            print(
                f"(e) search for “{asked}”: {tickets} tickets, median "
                f"{statistics.median(taken):.1f} ms, slowest of {SEARCHED} {max(taken):.1f} ms",
                flush=True,
            )
    finally:
        await database.close()


@asynccontextmanager
async def _running(address: str) -> AsyncIterator[Telegram]:
    """A desk on that database, with a Telegram of its own."""
    async with sandbox() as telegram, desk(telegram, Path(), address):
        await latencies(telegram, WARM_UP)
        yield telegram


async def _figures(telegram: Telegram) -> tuple[float, float]:
    return p50_and_p95(await latencies(telegram, MESSAGES))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large", description=__doc__)
    parser.add_argument("--tickets", type=int, default=TICKETS)
    parser.add_argument(
        "--database", nargs="*", choices=sorted(DATABASES), default=["sqlite"], metavar="NAME"
    )
    asyncio.run(main(parser.parse_args()))
