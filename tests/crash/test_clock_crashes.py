"""A clock runs out while desks are killed: it is told, and told once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.crash.matrix import Stage, at, stage
from bot.crash_points import CrashPoint
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.events import ClockBreached
from orchestration.events.sla import ClockKind
from orchestration.sla.clocks import SlaClock
from storage.unit_of_work import Database
from tests.stories.people import Json, Telegram, eventually

pytestmark = pytest.mark.timeout(300)

#: The clock's second commit is the one that tells; then it is on its way to the topic.
DEATHS = (
    at(CrashPoint.CLOCK_DECIDED, 2),
    at(CrashPoint.CLOCK_COMMITTED, 2),
    at(CrashPoint.OUTBOX_CLAIMING),
    at(CrashPoint.OUTBOX_CLAIMED),
    at(CrashPoint.OUTBOX_SENDING),
)


async def test_killed_between_due_and_sent(tmp_path: Path) -> None:
    """Five desks die on the way; the sixth says it, and nobody hears it twice."""
    address = f"sqlite:///{tmp_path / 'desk.db'}"
    async with stage(address) as where:
        await where.desks.start()
        group, topic = await _opens_a_ticket(where)
        await where.desks.stop()
        await _runs_out(address)
        for dies in DEATHS:
            await dies(where.desks)
        await where.desks.start()

        async def told() -> list[Json] | None:
            return await _alerts(where, group, topic) or None

        await eventually(told, "a supervisor is named in the topic")
        await where.desks.stop()
        assert len(await _alerts(where, group, topic)) == 1
    database = await Database.open(address)
    async with database.begin() as uow:
        events = [entry.event for entry in await uow.timeline.of(1)]
        assert len([event for event in events if isinstance(event, ClockBreached)]) == 1
        kinds = {each.kind for each in await uow.follow_ups.due(datetime.max.replace(tzinfo=UTC))}
    assert FollowUpKind.SLA not in kinds
    await database.close()


async def _opens_a_ticket(where: Stage) -> tuple[int, int]:
    """A customer writes; returns where the topic is, once its card is pinned."""
    state = await where.telegram.get("/sim/state")
    ana = next(user["id"] for user in state["users"] if user["first_name"] == "Ana")
    await where.telegram.send(ana, "Where is my order?")
    chats = Telegram(where.telegram.http, where.telegram.address)

    async def topic() -> tuple[int, int] | None:
        for each in await chats.topics():
            group: int = (await chats.forum())["id"]
            shown = await chats.messages(group, each["message_thread_id"])
            if any(message["pinned"] for message in shown):
                return group, each["message_thread_id"]
        return None

    return await eventually(topic, "a topic with a pinned card")


async def _runs_out(address: str) -> None:
    """The desk was away for a day, and its one clock ran out meanwhile."""
    database = await Database.open(address)
    now = datetime.now(UTC)
    began = now - timedelta(days=1)
    clock = SlaClock(ClockKind.FIRST_RESPONSE, "always", since=began, due=now)
    async with database.begin() as uow:
        await uow.clocks.keep(1, [clock])
        await uow.follow_ups.schedule(FollowUp(1, FollowUpKind.SLA, began + timedelta(hours=8)))
    await database.close()


async def _alerts(where: Stage, group: int, topic: int) -> list[Json]:
    chats = Telegram(where.telegram.http, where.telegram.address)
    shown = await chats.messages(group, topic)
    return [one for one in shown if "a deadline of #1 has passed" in (one["text"] or "")]
