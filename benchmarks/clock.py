"""(f) What 10,000 tickets cost whose clocks run and whose follow-ups wait.

How long a desk that starts takes to look through them, how late it is when one is due, what it
costs while none is, and how fast it gets through those that became due while it was down.
"""

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.processes import desk, sandbox
from bot.desk_files import folder as desk_folder
from bot.settings import Settings
from orchestration.attending import attended
from orchestration.clock import clockwork
from orchestration.clock.clockwork import Due
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.content import Content
from orchestration.events import ClockBreached
from orchestration.events.sla import ClockKind
from orchestration.people import Customer
from orchestration.ports import Begin
from orchestration.ports.reception import Reception
from orchestration.sla.clocks import SlaClock, Stage
from orchestration.sla.keeping import replan
from orchestration.ticket import Ticket
from storage.migrate import migrate
from storage.unit_of_work import Database

TICKETS = 10_000
PAGE = 500
#: So many of them become due while a desk is watched, one after another.
FIRED = 40
EVERY = timedelta(seconds=0.5)
#: From the start of the desk's process to the first of them.
HEAD_START = timedelta(seconds=20)
#: When the desk is done with what came of the last one.
BREATH_SECONDS = 5
#: Long enough for the sweep that the engine makes every minute.
WATCHED_SECONDS = 65
FAR = timedelta(days=30)
DESK = desk_folder.load(Settings.model_fields["desk_dir"].default).desk


async def clock() -> None:
    """Builds the database, and takes the figures one after another."""
    with tempfile.TemporaryDirectory() as directory:
        address = f"sqlite:///{directory}/bench.db"
        await migrate(address)
        database = await Database.open(address)
        try:
            await _build(database)
            await _sweeps(database)
            begins = datetime.now(UTC) + HEAD_START
            await _make_due(database, range(1, FIRED + 1), begins, EVERY)
        finally:
            await database.close()
        busy = await _watch(Path(directory), address)
        database = await Database.open(address)
        try:
            await _say_late(database, busy)
            await _catch_up(database)
        finally:
            await database.close()


async def _build(database: Database) -> None:
    now = datetime.now(UTC)
    for first in range(1, TICKETS + 1, PAGE):
        async with database.begin() as uow:
            for number in range(first, first + PAGE):
                customer, said = Customer(5_000_000_000 + number, "Customer"), Content("Hello?")
                ticket = Ticket.open(number, customer, said, now, None)
                ticket.receive(said, now)
                await uow.tickets.save(ticket)
                await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.UNCLAIMED, now + FAR))
                await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.SLA, now + FAR))
                clocks = [SlaClock(kind, "always", since=now) for kind in _BOTH]
                await uow.clocks.keep(number, clocks)


_BOTH = (ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)


async def _sweeps(database: Database) -> None:
    """What a start has to do before it can wait for the next one that is due."""
    begin = _attended(database)
    began = time.perf_counter()
    count = await replan(begin, DESK, _now)
    changed = time.perf_counter() - began
    began = time.perf_counter()
    await replan(begin, DESK, _now)
    await _run_due(begin)
    taken = time.perf_counter() - began
    print(
        f"(f) {TICKETS:,} tickets with clocks, {2 * TICKETS:,} follow-ups waiting: start-up sweep "
        f"{taken * 1000:.0f} ms (aim < 2 s); a changed sla.yaml is followed by "
        f"{count:,} in {changed:.1f} s, in the background",
        flush=True,
    )


async def _make_due(
    database: Database, numbers: Sequence[int], first: datetime, every: timedelta
) -> None:
    """Has the first response of these tickets run out, one after another; half are known of."""
    target = DESK.sla.targets[-1].times[ClockKind.FIRST_RESPONSE] or FAR
    async with database.begin() as uow:
        for place, number in enumerate(numbers):
            due = first + place * every
            clock = SlaClock(
                ClockKind.FIRST_RESPONSE, "always", since=due - target, told=Stage.AT_RISK, due=due
            )
            await uow.clocks.keep(number, [clock])
            await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.SLA, due))


async def _watch(directory: Path, address: str) -> float:
    """Lets a desk run while they become due; returns its share of a core once none is."""
    ticks = os.sysconf("SC_CLK_TCK")
    async with sandbox() as telegram, desk(telegram, directory, address) as pid:
        await asyncio.sleep((HEAD_START + FIRED * EVERY).total_seconds() + BREATH_SECONDS)
        before, began = _ticks(pid), time.monotonic()
        await asyncio.sleep(WATCHED_SECONDS)
        return (_ticks(pid) - before) / ticks / (time.monotonic() - began)


async def _say_late(database: Database, busy: float) -> None:
    async with database.begin() as uow:
        entries = [each for n in range(1, FIRED + 1) for each in await uow.timeline.of(n)]
    late = [
        (entry.at - entry.event.due).total_seconds() * 1000
        for entry in entries
        if isinstance(entry.event, ClockBreached)
    ]
    print(
        f"    {len(late)} of {FIRED} fired, late by p50 {statistics.median(late):.0f} ms, "
        f"at most {max(late):.0f} ms (aim < 1 s); idle CPU {busy:.2%} (aim < 2 %)",
        flush=True,
    )


async def _catch_up(database: Database) -> None:
    numbers = range(1, TICKETS + 1)
    await _make_due(database, numbers, datetime.now(UTC) - timedelta(hours=1), timedelta(0))
    began = time.perf_counter()
    await _run_due(_attended(database))
    taken = time.perf_counter() - began
    print(
        f"    all {TICKETS:,} missed while the desk was down: done in {taken:.0f} s, "
        f"{TICKETS / taken:.0f} a second",
        flush=True,
    )


def _attended(database: Database) -> Begin:
    return attended(database.begin, DESK, _now)


async def _run_due(begin: Begin) -> None:
    def failed(due: Due | Reception, error: Exception) -> None:
        msg = f"{due} failed"
        raise RuntimeError(msg) from error

    await clockwork.run_due(begin, DESK, _nobody, _now, failed)


def _nobody(_: FollowUp) -> None:
    """Nothing of this is for specialists."""


def _now() -> datetime:
    return datetime.now(UTC)


def _ticks(pid: int) -> int:
    """What a process has used of the processor, in clock ticks (proc(5), utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    asyncio.run(clock())
