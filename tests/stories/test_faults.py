"""Whatever goes wrong on the way to Telegram, in whatever lane: everything arrives, in order.

Only an answer that was cut off may repeat a message, once: the desk cannot know that it arrived.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from bot.demo import Demo
from orchestration import deliveries
from orchestration.content import Content
from orchestration.people import Specialist
from tests.stories.conftest import UNLIMITED, Cast
from tests.stories.desks import of_people_only
from tests.stories.people import Json, Telegram, Topic, eventually

KINDS = ("429", "500", "refuse", "cut", "slow", "to_general")
LANES = ("reply", "alert", "relay", "note", "cosmetic")


class Desk(Cast):
    """The cast, with a ticket of Ana's and the desk it is on."""

    demo: Demo
    ticket: Topic

    async def fault(self, kind: str, method: str, chat: int) -> None:
        known: dict[str, Json] = {"429": {"retry_after": 1}, "slow": {"delay_s": 0.2}}
        more = known.get(kind, {})
        wrong = {"method": method, "chat_id": chat, "kind": kind, "count": 1}
        await self.telegram.post("/sim/faults", wrong | more)

    async def patiently(self, seen: Callable[[], Awaitable[bool]], what: str) -> None:
        """Waits for it while the desk's time passes, so that nobody waits for a retry."""

        async def look() -> bool:
            if await seen():
                return True
            await self.telegram.time_passes(seconds=1)
            return False

        await eventually(look, what)

    async def has_note(self, words: str) -> None:
        """A specialist leaves a note, as they will."""
        running = self.demo._desk
        assert running is not None
        async with running._database.begin() as uow:
            ticket = await uow.tickets.get(1)
            note = ticket.add_note(Content(words), Specialist("x", "X"), running._clock())
            await uow.tickets.save(ticket)
            await uow.outbox.add(deliveries.to_topic(note))
        running._courier.wake()

    async def say(self, lane: str, number: int, card: int) -> str:
        """One thing goes out in that lane; returns the words by which it is known."""
        words = f"{lane} {number}"
        match lane:
            case "reply":
                await self.maria.writes_in(self.ticket, words, reply_to=card)
            case "relay":
                await self.ana.writes(words)
            case "note":
                await self.has_note(words)
            case "alert":
                await self.maria.writes_in(self.ticket, f"/assign @nobody_{number}")
                words = f"@nobody_{number} in this group"
            case _:
                await self.maria.writes_in(self.ticket, "/claim" if number % 2 else "/release")
                words = "#1 · Where is my order 4711?"
        return words

    async def read(self, lane: str) -> list[str]:
        """What stands now where things of that lane go, also when the topic was built anew."""
        if lane == "reply":
            return texts(await self.ana.messages())
        topics = [one for one in await self.telegram.topics() if "#1" in one["name"]]
        newest = topics[-1]["message_thread_id"]
        self.ticket = Topic(self.telegram, self.ticket.chat, newest)
        return texts(await self.ticket.messages())


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    demo = Demo(0, tmp_path, desk_dir=of_people_only(tmp_path / "desk"), **UNLIMITED)
    try:
        address = await demo.start()
        async with aiohttp.ClientSession() as http:
            telegram = Telegram(http, address)
            await telegram.post("/sim/limits", {"enabled": False})
            users = (await telegram.get("/sim/state"))["users"]
            desk = Desk(telegram, {user["first_name"]: user["id"] for user in users})
            desk.demo = demo
            await desk.ana.writes("Where is my order 4711?")
            desk.ticket = await desk.topic("#1")
            await desk.ticket.card()
            await desk.ana.hears("#1")
            yield desk
    finally:
        await demo.stop()


def texts(messages: list[Json]) -> list[str]:
    return [one["text"] or "" for one in messages]


def count(seen: list[str], words: str) -> int:
    return sum(words in text for text in seen)


@pytest.mark.parametrize("lane", LANES)
@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_is_lost(desk: Desk, kind: str, lane: str) -> None:
    """Three things are said, the first of them goes wrong; all arrive, once and in order."""
    card = (await desk.ticket.card())["message_id"]
    chat = desk.ticket.chat
    if lane == "cosmetic":
        # Its card was deleted, so what only looks after it sends a message too.
        await desk.telegram.post("/sim/deletions", {"chat_id": chat, "message_ids": [card]})
    await desk.fault(kind, "sendMessage", desk.ana.id if lane == "reply" else chat)
    words = [await desk.say(lane, number, card) for number in (1, 2, 3)]

    async def all_there() -> bool:
        seen = await desk.read(lane)
        return all(count(seen, one) for one in words)

    await desk.patiently(all_there, f"{words} after {kind}")
    seen = await desk.read(lane)
    twice = {one for one in words if count(seen, one) > 1}
    assert len(twice) <= (kind == "cut"), twice
    assert all(count(seen, one) <= 2 for one in words)
    order = [one for text in seen for one in words if one in text]
    assert list(dict.fromkeys(order)) == list(dict.fromkeys(words))
    stray = [m for m in await desk.telegram.messages(chat) if m["message_thread_id"] is None]
    assert not any(count(texts(stray), one) for one in words)
    if lane in {"note", "alert", "cosmetic"}:
        private = texts(await desk.ana.messages())
        assert not any(count(private, one) for one in words)
