"""Two desk processes on one PostgreSQL: what is due at once for both is told once."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from benchmarks.crash.desk import Desks, desks
from benchmarks.crash.due import DESK
from benchmarks.crash.scene import PATIENCE_SECONDS, PAUSE_SECONDS
from benchmarks.processes import desk_environment, sandbox
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reminders import Reminder
from orchestration.events import ClockBreached
from orchestration.events.followups import FollowUpFired
from orchestration.events.sla import ClockKind
from orchestration.ports import UnitOfWork
from orchestration.sla.clocks import SlaClock, Stage
from storage.unit_of_work import Database
from tests.postgres import postgres_server
from tests.stories.people import Telegram, eventually

pytestmark = pytest.mark.timeout(300)

CUSTOMERS = 10
#: Of each customer's ticket; one of its clocks comes on top.
REMINDERS = 30
#: Both desks are up and wait by then; where they are not, the sweep of each minute comes later.
AHEAD = timedelta(seconds=15)
ALARM = "the alarm"
_SAID = re.compile(r"t\d+ f\d+\.|a deadline of #\d+ has passed")
Plant = Callable[[UnitOfWork], Awaitable[None]]
_DAILY = "DTSTART:20260101T000000\nRRULE:FREQ=DAILY"


@pytest.fixture
def postgres() -> Iterator[str]:
    with postgres_server() as address:
        yield address


@asynccontextmanager
async def two_desks(address: str) -> AsyncIterator[tuple[Telegram, Desks, Desks]]:
    """Telegram, and two processes of one bot that are not started yet."""
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(sandbox())
        environment = await desk_environment(telegram, address)
        # That another process polls with this token is no news here.
        environment = {**environment, "LOG_LEVEL": "ERROR", "DESK_DIR": str(DESK)}
        first = await stack.enter_async_context(desks(environment))
        second = await stack.enter_async_context(desks(environment))
        yield Telegram(telegram.http, telegram.address), first, second


async def test_two_desks_tell_everything_once(postgres: str) -> None:
    """Three hundred follow-ups and ten deadlines in one moment, for which both have waited."""
    async with two_desks(postgres) as (telegram, first, second):
        await first.start()
        topics = await _open_tickets(telegram)
        await first.stop()
        began = len(await telegram.calls("getMe"))
        # Both learn of it when they start, wake for it together, and then find all the rest.
        alarm = datetime.now(UTC) + AHEAD
        await _plant(postgres, _alarm(alarm))
        await asyncio.gather(first.start(), second.start())

        async def both_are_up() -> bool:
            return len(await telegram.calls("getMe")) >= began + 2

        await eventually(both_are_up, "both desks are up")
        await _plant(postgres, _everything(alarm))
        wanted = Counter(_words(ticket, number) for ticket in topics for number in range(REMINDERS))
        wanted.update(f"a deadline of #{ticket} has passed" for ticket in topics)
        await _all_told(telegram, wanted)
        await asyncio.gather(first.stop(), second.stop())
        assert await _told(telegram) == wanted
    database = await Database.open(postgres)
    async with database.begin() as uow:
        for ticket in topics:
            entries = await uow.timeline.of(ticket, limit=1000)
            events = [entry.event for entry in entries]
            fired = Counter(each.words for each in events if isinstance(each, FollowUpFired))
            del fired[ALARM]
            assert fired == Counter(_words(ticket, number) for number in range(REMINDERS))
            assert len([each for each in events if isinstance(each, ClockBreached)]) == 1
    await database.close()


async def _open_tickets(telegram: Telegram) -> list[int]:
    """Customers write; returns the numbers of their tickets, whose cards are pinned."""
    maria = await _person(telegram, "Maria")
    group = (await telegram.forum())["id"]
    await telegram.post("/sim/messages", {"from": maria, "chat_id": group, "text": "Good morning"})
    for number in range(CUSTOMERS):
        one = await telegram.post("/sim/users", {"first_name": f"Customer {number}"})
        body = {"from": one["id"], "chat_id": one["id"], "text": "Where is my order?"}
        await telegram.post("/sim/messages", body)

    async def opened() -> list[int] | None:
        topics = await telegram.topics()
        for topic in topics:
            shown = await telegram.messages(group, topic["message_thread_id"])
            if not any(message["pinned"] for message in shown):
                return None
        numbers = sorted(int(topic["name"].split()[0].removeprefix("#")) for topic in topics)
        return numbers if len(numbers) == CUSTOMERS else None

    return await eventually(opened, "every ticket has a topic with a pinned card")


def _reminder(words: str, due_at: datetime, ticket: int, rule: str | None = None) -> Reminder:
    return Reminder(0, due_at, "UTC", words, 1, "Maria", "Maria", ticket=ticket, rule=rule)


def _words(ticket: int, number: int) -> str:
    return f"t{ticket} f{number}."


def _alarm(at: datetime) -> Plant:
    async def plant(uow: UnitOfWork) -> None:
        await uow.reminders.add(_reminder(ALARM, at, 1))

    return plant


def _everything(due_at: datetime) -> Plant:
    """Every third comes every day, and is due today."""

    async def plant(uow: UnitOfWork) -> None:
        for ticket in range(1, CUSTOMERS + 1):
            for number in range(REMINDERS):
                rule = None if number % 3 else _DAILY
                await uow.reminders.add(_reminder(_words(ticket, number), due_at, ticket, rule))
            began = due_at - timedelta(days=1)
            clock = SlaClock(
                ClockKind.FIRST_RESPONSE, "always", since=began, told=Stage.AT_RISK, due=due_at
            )
            await uow.clocks.keep(ticket, [clock])
            await uow.follow_ups.schedule(FollowUp(ticket, FollowUpKind.SLA, due_at))

    return plant


async def _plant(address: str, plant: Plant) -> None:
    database = await Database.open(address)
    try:
        async with database.begin() as uow:
            await plant(uow)
    finally:
        await database.close()


async def _told(telegram: Telegram) -> Counter[str]:
    """What reached Telegram of it, and how often."""
    calls = await telegram.calls("sendMessage")
    texts = [call["params"].get("text") or "" for call in calls if call["ok"]]
    return Counter(found for text in texts for found in _SAID.findall(text))


async def _all_told(telegram: Telegram, wanted: Counter[str]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            if wanted.keys() <= (await _told(telegram)).keys():
                return
            await asyncio.sleep(PAUSE_SECONDS)


async def _person(telegram: Telegram, name: str) -> int:
    users = (await telegram.get("/sim/state"))["users"]
    found: int = next(user["id"] for user in users if user["first_name"] == name)
    return found
