"""A desk of its own for each scenario, and all that can be seen of it."""

import asyncio
import io
import json
import tempfile
from collections.abc import AsyncIterator, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.demo import Demo
from bot.simulating import records
from bot.simulating.overriding import write_desk
from bot.simulating.scenario import CUSTOMERS, STAFF, ScenarioPart
from bot.simulating.seen import Seen, Tables
from bot.simulating.telegram import Json, Telegram, labels_of, visited, words_of
from storage import audit

#: Nobody waits for Telegram's limits, and no model is asked: the same words give the same answer.
_SETTINGS: Mapping[str, object] = {
    "anthropic_api_key": None,
    "budget_group_per_minute": 0,
    "budget_chat_per_second": 0,
    "budget_total_per_second": 0,
}
#: A desk that has just started greets its staff within so many seconds.
_PATIENCE_S = 20


@dataclass
class Stage:
    """The running desk of a scenario.

    `people` are ids by name, `popups` what buttons answered, `greetings` the chats and messages
    with which the desk greeted its staff before the scenario began.
    """

    demo: Demo
    telegram: Telegram
    people: dict[str, int]
    before: Tables
    greetings: AbstractSet[tuple[int, int]]
    popups: dict[str, list[str]] = field(default_factory=dict)

    async def look(self, who: Iterable[str]) -> Seen:
        """All that can be seen now, of these people and of every ticket."""
        group = await self.telegram.group()
        standing: dict[int, list[str]] = {}
        for message in await self.telegram.messages(group["id"]):
            if words := words_of(message):
                standing.setdefault(message["message_thread_id"], []).append(words)
        topics = {
            number: standing.get(topic["message_thread_id"], [])
            for topic in group["topics"]
            if not topic["deleted"] and (number := _number(topic["name"]))
        }
        heard, told = dict[str, list[str]](), dict[str, list[str]]()
        said = await self._said()
        for name in who:
            heard[name] = await self._heard(name, group["id"])
            told[name] = [*said.get(self.people[name], []), *self.popups.get(name, [])]
        tables = await asyncio.to_thread(records.tables, self.demo.records)
        return Seen(heard, told, topics, await self._log(), tables, self.before)

    async def _heard(self, name: str, group: int) -> list[str]:
        person = self.people[name]
        shown = [
            each
            for each in await _answers(self.telegram, person)
            if (person, each["message_id"]) not in self.greetings
        ]
        if name in STAFF:
            seen = await self.telegram.messages(group, viewer=person)
            shown += [each for each in seen if each["ephemeral"]]
        return [*map(words_of, shown), *self.popups.get(name, [])]

    async def _said(self) -> Mapping[int, list[str]]:
        """Whatever the bot sent to each chat, or changed a message there to."""
        said: dict[int, list[str]] = {}
        for call in await self.telegram.listed("/sim/calls"):
            words = [call["params"].get(name) for name in ("text", "caption")]
            said.setdefault(call["chat_id"], []).extend(str(each) for each in words if each)
        return said

    async def _log(self) -> Mapping[int, list[Mapping[str, Any]]]:
        out = io.StringIO()
        await audit.export(self.demo.database_url, out)
        log: dict[int, list[Mapping[str, Any]]] = {}
        for line in map(json.loads, out.getvalue().splitlines()):
            if line["ticket"] is not None:
                log.setdefault(line["ticket"], []).append(line)
        return log

    async def topic(self, ticket: int) -> tuple[int, int] | None:
        """The staff group, and the thread of that ticket in it; 0 means the newest one."""
        group = await self.telegram.group()
        threads = {
            _number(topic["name"]): topic["message_thread_id"]
            for topic in group["topics"]
            if not topic["deleted"]
        }
        wanted = ticket or max(threads, default=0)
        return (group["id"], threads[wanted]) if threads.get(wanted) else None

    async def buttons(self, name: str, chat: int, topic: int | None) -> list[Json]:
        """The messages with buttons that this person sees there, the newest first."""
        seen = await self.telegram.messages(chat, topic, self.people[name])
        return [message for message in reversed(seen) if labels_of(message)]


@asynccontextmanager
async def staged(scenario: ScenarioPart, files: Path) -> AsyncIterator[Stage]:
    """The desk of these files as the scenario wants it, until the end of the block.

    Raises `InvalidDeskFiles`.
    """
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="topicdesk-")))
        data = folder / "data"
        data.mkdir()
        desk = await asyncio.to_thread(write_desk, files, folder / "desk", scenario.desk)
        offset = (scenario.beginning - datetime.now(UTC)).total_seconds()
        (data / "clock.json").write_text(json.dumps({"offset_s": offset}))
        demo = Demo(0, data, systems=True, desk_dir=desk, **_SETTINGS)
        stack.push_async_callback(demo.stop)
        address = await demo.start()
        telegram = await stack.enter_async_context(visited(address))
        await telegram.post("/sim/limits", {"enabled": False})
        users = (await telegram.get("/sim/state"))["users"]
        ids = {user["first_name"].lower(): user["id"] for user in users}
        people = {name: ids[name] for name in (*CUSTOMERS, *STAFF)}
        people["customer"] = await _customer(scenario, demo, telegram, people)
        await _good_morning(telegram, people)
        await demo.equipped()
        greetings = await _greetings(telegram, people)
        before = await asyncio.to_thread(records.tables, demo.records)
        yield Stage(demo, telegram, people, before, greetings)


async def _good_morning(telegram: Telegram, people: Mapping[str, int]) -> None:
    """The staff are known to the desk, and can be told things in private."""
    group = (await telegram.group())["id"]
    for name in STAFF:
        body = {"from": people[name], "chat_id": group, "text": "Good morning"}
        await telegram.post("/sim/messages", body)
        body |= {"chat_id": people[name], "text": "/start"}
        await telegram.post("/sim/messages", body)


async def _greetings(telegram: Telegram, people: Mapping[str, int]) -> AbstractSet[tuple[int, int]]:
    """Waits until the desk has answered each of them, and names the answers."""
    found = set[tuple[int, int]]()
    async with asyncio.timeout(_PATIENCE_S):
        for person in (people[name] for name in STAFF):
            while not (answers := await _answers(telegram, person)):
                await telegram.change()
            found |= {(person, each["message_id"]) for each in answers}
    return found


async def _answers(telegram: Telegram, person: int) -> list[Json]:
    return [each for each in await telegram.messages(person) if each["from"] != person]


async def _customer(
    scenario: ScenarioPart, demo: Demo, telegram: Telegram, people: Mapping[str, int]
) -> int:
    who = scenario.customer
    if not who.new:
        customer = people[who.name.lower()]
    else:
        body = {"first_name": who.name, "language_code": who.language}
        customer = int((await telegram.post("/sim/users", body))["id"])
    if who.record is not None:
        await demo.introduce(customer, who.record)
    return customer


def _number(name: str) -> int:
    """The ticket whose topic has that name; 0 if it is none's."""
    found = name.partition("#")[2]
    digits = found[: len(found) - len(found.lstrip("0123456789"))]
    return int(digits) if digits else 0
