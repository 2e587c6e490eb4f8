"""`make bench`: latency, throughput beside a bare handler, memory, the clock, the gate."""

import asyncio
import os
import platform
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from benchmarks.clock import clock
from benchmarks.gate import gate
from benchmarks.processes import Telegram, bare_handler, desk, resident_mb, sandbox

CUSTOMERS = 40
LATENCY_MESSAGES = 200
THROUGHPUT_MESSAGES = 1_000
THROUGHPUT_ROUNDS = 3
MEMORY_MESSAGES = 10_000
WARM_UP = 1_000

#: What the customers write, also where the desk puts it on a card.
_NUMBERED = re.compile(r"[a-z]+ \d+\.")

Service = Callable[[Telegram, Path], AbstractAsyncContextManager[int]]


async def main() -> None:
    """Takes the figures one after another, each with processes of its own."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    await latency()
    await throughput()
    await memory()
    await clock()
    gate()


async def latency() -> None:
    """(a) From a customer's message to the desk's call, one customer at a time."""
    async with sandbox() as telegram:
        with tempfile.TemporaryDirectory() as data:
            async with desk(telegram, Path(data)):
                taken = await latencies(telegram, LATENCY_MESSAGES)
    p50, p95 = p50_and_p95(taken)
    print(f"(a) update → outgoing call: p50 {p50:.1f} ms (aim ≤ 25), p95 {p95:.1f} ms (aim ≤ 60)")


async def latencies(telegram: Telegram, messages: int) -> list[float]:
    """Milliseconds from each message of one customer to the desk's call."""
    customer = (await new_customers(telegram, 1))[0]
    since, taken = await last_call(telegram), []
    await telegram.send(customer, "the first message opens the ticket")
    await call_saying(telegram, "the first message", since)
    for number in range(messages):
        words = f"latency {number}."
        asked = time.time()
        await telegram.send(customer, words)
        taken.append((await call_saying(telegram, words, since) - asked) * 1000)
    return taken


def p50_and_p95(taken: list[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 stay below."""
    return statistics.median(taken), statistics.quantiles(taken, n=20)[18]


async def throughput() -> None:
    """(b) Updates a second from the first API call to the last delivery, desk and bare handler."""
    rates: dict[str, list[float]] = {"desk": [], "bare": []}
    services: dict[str, Service] = {"desk": desk, "bare": bare_handler}
    for _ in range(THROUGHPUT_ROUNDS):
        for name, service in services.items():
            rates[name].append(await _rate(service))
    whole, bare = statistics.median(rates["desk"]), statistics.median(rates["bare"])
    print(
        f"(b) whole desk {whole:.0f} updates/s (aim ≥ 60), bare aiogram handler {bare:.0f}/s, "
        f"ratio {whole / bare:.2f}; medians of {THROUGHPUT_ROUNDS}, "
        f"desk {min(rates['desk']):.0f} to {max(rates['desk']):.0f}"
    )


async def _rate(service: Service) -> float:
    async with sandbox() as telegram:
        with tempfile.TemporaryDirectory() as data:
            async with service(telegram, Path(data)):
                customers = await new_customers(telegram, CUSTOMERS)
                await pour(telegram, customers, CUSTOMERS, "opening")
                began = time.monotonic()
                await pour(telegram, customers, THROUGHPUT_MESSAGES, "load")
                return THROUGHPUT_MESSAGES / (time.monotonic() - began)


async def memory() -> None:
    """(c) What ten thousand messages leave in the desk's memory."""
    async with sandbox() as telegram:
        with tempfile.TemporaryDirectory() as data:
            async with desk(telegram, Path(data)) as pid:
                customers = await new_customers(telegram, CUSTOMERS)
                await pour(telegram, customers, WARM_UP, "warm")
                before = resident_mb(pid)
                await pour(telegram, customers, MEMORY_MESSAGES, "load")
                after = resident_mb(pid)
    print(
        f"(c) memory after {MEMORY_MESSAGES:,} messages: {after:.0f} MB, "
        f"grown by {after - before:.1f} MB (aim < 10)"
    )


async def new_customers(telegram: Telegram, count: int) -> list[int]:
    """So many customers who have never written."""
    return [
        (await telegram.post("/sim/users", {"first_name": f"Customer {number}"}))["id"]
        for number in range(count)
    ]


async def pour(telegram: Telegram, customers: list[int], count: int, word: str) -> None:
    """Lets the customers write `count` messages, and waits until each stands in the group."""
    since = await last_call(telegram)
    waiting = {f"{word} {number}." for number in range(count)}
    for start in range(0, count, CUSTOMERS):
        batch = range(start, min(start + CUSTOMERS, count))
        await asyncio.gather(
            *(
                telegram.send(customers[number % len(customers)], f"{word} {number}.")
                for number in batch
            )
        )
        since = await _strike(telegram, since, waiting)
    while waiting:
        since = await _strike(telegram, since, waiting)
        await asyncio.sleep(0.01)


async def _strike(telegram: Telegram, since: int, waiting: set[str]) -> int:
    """Strikes off what stands in the group by now; returns the last call seen."""
    for call in await telegram.get("/sim/calls", since=since):
        since = call["n"]
        if call["ok"] and call["chat_id"] and int(call["chat_id"]) < 0:
            waiting.difference_update(_NUMBERED.findall(str(call["params"].get("text", ""))))
    return since


async def last_call(telegram: Telegram) -> int:
    """The number of the newest Bot API call."""
    calls = await telegram.get("/sim/calls", since=0)
    return calls[-1]["n"] if calls else 0


async def call_saying(telegram: Telegram, words: str, since: int = 0) -> float:
    """When the desk called Telegram with these words, in unix seconds."""
    while True:
        for call in await telegram.get("/sim/calls", since=since):
            since = call["n"]
            if words in str(call["params"].get("text", "")):
                at: float = call["at"]
                return at
        await asyncio.sleep(0.002)


if __name__ == "__main__":
    asyncio.run(main())
