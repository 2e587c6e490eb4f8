"""What is due while desks die: each kind of it once, on tickets of its own, told once.

The rows are made while no desk runs, as those of a desk that was down for an hour: all of it is due
when the next one starts.
"""

import asyncio
import contextlib
import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.crash.judge import Verdict, compare, once
from benchmarks.crash.matrix import Stage, Strike, at, strike_each
from benchmarks.crash.scene import PATIENCE_SECONDS, PAUSE_SECONDS, Customer, Scene
from benchmarks.crash.witness import Witness, marks
from benchmarks.processes import Json
from bot.crash_points import CrashPoint
from orchestration.clock import snoozing
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reminders import Reminder
from orchestration.content import Content
from orchestration.events import ClockAtRisk, ClockBreached, SystemSaid
from orchestration.events.escalation import Escalated
from orchestration.events.followups import FollowUpFired, Woken
from orchestration.events.sla import ClockKind
from orchestration.people import Person, Role, Staff
from orchestration.ports import UnitOfWork
from orchestration.sla.clocks import SlaClock
from orchestration.sla.clocks import Stage as Reached
from orchestration.team import oncall
from storage.unit_of_work import Database

#: The desk whose shifts end, and whose breaches escalate.
DESK = Path(__file__).parent / "clock_desk"
#: One after another on the way from "due" to "sent". Of the clock's commits the second is the first
#: that does something.
ON_THE_WAY = (
    at(CrashPoint.CLOCK_DECIDED, 2),
    at(CrashPoint.CLOCK_COMMITTED, 2),
    at(CrashPoint.CLOCK_DECIDED, 3),
    at(CrashPoint.OUTBOX_CLAIMING),
    at(CrashPoint.OUTBOX_CLAIMED),
    at(CrashPoint.OUTBOX_SENDING),
    at(CrashPoint.OUTBOX_SENT),
    at(CrashPoint.OUTBOX_RECORDING),
    at(CrashPoint.OUTBOX_RECORDED),
)

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
#: What the people read of each kind; follow-ups bear marks of their own.
AWAKE, BREACHED, AT_RISK = "is awake", "has passed", "is near"
NUDGE, DIGEST, CALLED = "still open for you", "Left open for your shift", "was escalated to you"
_SAID = re.compile(rf"c\d+ f\d+\.|{AWAKE}|{BREACHED}|{AT_RISK}|{NUDGE}|{DIGEST}|{CALLED}")
_DAILY = "DTSTART:20260101T000000\nRRULE:FREQ=DAILY"
#: One customer each.
ROLES = ("reminded", "asleep", "quiet", "late", "risky")
#: What each role's ticket has in its timeline in the end, and how often.
_EVENTS: dict[str, dict[type, int]] = {
    "reminded": {FollowUpFired: 2},
    "asleep": {Woken: 1},
    "quiet": {SystemSaid: 2},  # at first the customer was greeted
    "late": {ClockBreached: 1, Escalated: 1},
    "risky": {ClockAtRisk: 1},
}


def told(text: str | None) -> tuple[str, ...]:
    """What a message tells of what was due, each once, in order."""
    return tuple(dict.fromkeys(_SAID.findall(text or "")))


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is told, and what, in its order."""

    name: str
    chat: int
    thread: int | None
    wanted: list[str]


class DueScene:
    """A few customers, and something due on each one's ticket."""

    def __init__(self, where: Stage, witness: Witness, state: Json) -> None:
        self._where = where
        self._state = state
        self._witness = witness
        self._scene = Scene(where.telegram, witness, state)
        self.tickets: dict[str, int] = {}
        self.places: list[Place] = []
        #: What Joe was told in other scenes.
        self._told_joe: set[int] = set()

    async def opens(self) -> None:
        """A living desk opens the tickets, and meets its staff."""
        # The first words are what the scene waits for.
        self._witness.read = marks
        for name, chat in (("Maria", self._scene.group), ("Joe", self._person("Joe"))):
            body = {"from": self._person(name), "chat_id": chat, "text": "/start"}
            await self._where.telegram.post("/sim/messages", body)
        await self._scene.join(len(ROLES))
        await self._scene.opened()
        for role, customer in self._cast().items():
            await self._topic_of(role, customer)
        self._witness.read = told

    async def becomes_due(self) -> None:
        """With no desk there: an hour ago all of it was due."""
        now, joe = datetime.now(UTC), self._person("Joe")
        found = await self._where.telegram.get("/sim/messages", chat_id=joe)
        self._told_joe = {message["message_id"] for message in found}
        database = await Database.open(self._where.database)
        try:
            async with database.begin() as uow:
                for each in await uow.follow_ups.due(datetime.max.replace(tzinfo=UTC), 1000):
                    await uow.follow_ups.cancel(each.ticket, each.kind)
                await self._staff(uow)
                await self._reminded(uow, now)
                await self._asleep(uow, now)
                await self._quiet(uow, now)
                await self._clocks(uow, now)
                await uow.memory.remember("shift-end", (now - _HOUR).isoformat())
        finally:
            await database.close()

    async def all_told(self) -> bool:
        """Waits until everything was told once; False when something never is."""
        wanted = Counter((one.chat, one.thread, each) for one in self.places for each in one.wanted)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    await self._witness.look()
                    sent = {(*one.where, each) for one in self._witness.sent for each in one.marks}
                    if wanted.keys() <= sent:
                        return True
                    await asyncio.sleep(PAUSE_SECONDS)
        return False

    async def judge(self) -> Verdict:
        """What stands where, and what the timelines and the rows say."""
        verdict = Verdict(kills=len(self._witness.deaths))
        explained: Counter[int] = Counter()
        for place in self.places:
            shown = await self._shown(place)
            name, where = place.name, (place.chat, place.thread)
            seen = once(shown, where, self._witness, explained, verdict, name)
            compare(name, seen, place.wanted, verdict)
            verdict.due += len(place.wanted)
        verdict.cut = sum(explained.values())
        verdict.most_cut_at_once = max(explained.values(), default=0)
        database = await Database.open(self._where.database)
        try:
            async with database.begin() as uow:
                await self._judge_timelines(uow, verdict)
        finally:
            await database.close()
        return verdict

    async def _judge_timelines(self, uow: UnitOfWork, verdict: Verdict) -> None:
        for role, wanted in _EVENTS.items():
            entries = await uow.timeline.of(self.tickets[role], limit=1000)
            found = Counter(type(entry.event) for entry in entries)
            verdict.wrong.extend(
                f"{role}: {found[kind]} times {kind.__name__} in the timeline"
                for kind, times in wanted.items()
                if found[kind] != times
            )
        left = [
            *await uow.follow_ups.due(datetime.now(UTC)),
            *await uow.reminders.due(datetime.now(UTC)),
        ]
        verdict.wrong.extend(f"{each} is still due" for each in left)

    async def _shown(self, place: Place) -> list[Json]:
        query = {"chat_id": place.chat}
        if place.thread is not None:
            query["message_thread_id"] = place.thread
        found: list[Json] = await self._where.telegram.get("/sim/messages", **query)
        people = {user["id"] for user in self._state["users"]}
        people |= {one.id for one in self._scene.customers}
        if place.thread is None and place.chat == self._person("Joe"):
            found = [one for one in found if one["message_id"] not in self._told_joe]
        return [message for message in found if message["from"] not in people]

    def _cast(self) -> dict[str, Customer]:
        return dict(zip(ROLES, self._scene.customers, strict=True))

    def _person(self, name: str) -> int:
        found: int = next(u["id"] for u in self._state["users"] if u["first_name"] == name)
        return found

    async def _topic_of(self, role: str, customer: Customer) -> None:
        """Waits for the pinned card: then the desk has written down where the topic is."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while role not in self.tickets:
                for topic in await self._scene.topics():
                    said = marks(topic["name"])[:1]
                    if not said or said[0].partition(" ")[0] != customer.name:
                        continue
                    customer.topic = topic["message_thread_id"]
                    shown = await self._scene.topic_messages(customer)
                    if any(message["pinned"] for message in shown):
                        self.tickets[role] = int(topic["name"].split()[0].removeprefix("#"))
                await asyncio.sleep(PAUSE_SECONDS)

    def _tells(self, role: str, *wanted: str) -> None:
        customer = self._cast()[role]
        topic = Place(f"{role} in the topic", self._scene.group, customer.topic, [*wanted])
        self.places.append(topic)

    async def _staff(self, uow: UnitOfWork) -> None:
        """Joe is on call, and alone can be told in private; Sam supervises."""
        joe = await uow.people.get(self._person("Joe"))
        if joe is None or not joe.reachable:
            msg = "Joe was not met"
            raise RuntimeError(msg)
        sam = Person(self._person("Sam"), "Sam", "sam", role=Role.SUPERVISOR, reachable=False)
        await uow.people.learn(sam)
        await oncall.call_on(uow, (joe,), Staff(sam.id, "Sam", Role.SUPERVISOR))
        words = f"{self._scene.customers[0].name} f9."
        await self._set(uow, words, joe, datetime.now(UTC) - _HOUR)
        self.places.append(Place("Joe in private", joe.id, None, [words, DIGEST]))

    async def _set(
        self,
        uow: UnitOfWork,
        words: str,
        whom: Person,
        due_at: datetime,
        ticket: int | None = None,
        rule: str | None = None,
    ) -> None:
        await uow.reminders.add(
            Reminder(
                0, due_at, "UTC", words, whom.id, whom.name, whom.name, whom.id, ticket, rule=rule
            )
        )

    async def _reminded(self, uow: UnitOfWork, now: datetime) -> None:
        """One that comes once, and one that comes every day and was missed."""
        name, number = self._cast()["reminded"].name, self.tickets["reminded"]
        maria = Person(self._scene.staff, "Maria")
        words = [f"{name} f{place}." for place in range(2)]
        await self._set(uow, words[0], maria, now - _HOUR, number)
        await self._set(uow, words[1], maria, now - _HOUR + _MINUTE, number, _DAILY)
        self._tells("reminded", *words)

    async def _asleep(self, uow: UnitOfWork, now: datetime) -> None:
        ticket = await uow.tickets.get(self.tickets["asleep"])
        snoozing.put_to_sleep(ticket, now - _HOUR, self._maria(), now - _DAY)
        await uow.tickets.save(ticket)
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.WAKE, now - _HOUR))
        self._tells("asleep", AWAKE)

    async def _quiet(self, uow: UnitOfWork, now: datetime) -> None:
        ticket = await uow.tickets.get(self.tickets["quiet"])
        ticket.reply_publicly(Content("Is it there by now?"), self._maria(), now - _DAY)
        await uow.tickets.save(ticket)
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.NUDGE, now - _HOUR))
        self.places.append(Place("quiet in private", ticket.customer.id, None, [NUDGE]))

    async def _clocks(self, uow: UnitOfWork, now: datetime) -> None:
        """The usual target is eight hours, and at risk half an hour before."""
        for role, since, known in (
            ("late", _DAY, Reached.AT_RISK),
            ("risky", 8 * _HOUR - 20 * _MINUTE, Reached.FINE),
        ):
            number, began = self.tickets[role], now - since
            clock = SlaClock(
                ClockKind.FIRST_RESPONSE, "always", since=began, told=known, due=began + 8 * _HOUR
            )
            await uow.clocks.keep(number, [clock])
            await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.SLA, now - _MINUTE))
        self._tells("late", BREACHED, CALLED)
        self._tells("risky", AT_RISK)

    def _maria(self) -> Staff:
        return Staff(self._scene.staff, "Maria", Role.AGENT)


async def play_due(where: Stage, strikes: Sequence[Strike]) -> Verdict:
    """One scene: all of it is due, the desk dies at each strike, and the last one lives."""
    witness = Witness(where.telegram)
    await witness.look()
    witness.forget()
    scene = DueScene(where, witness, await where.telegram.get("/sim/state"))
    await where.desks.start()
    await scene.opens()
    await where.desks.stop()
    await scene.becomes_due()
    async with watching(witness):
        failed = await strike_each(where.desks, strikes, witness)
        await where.desks.start()
        arrived = await scene.all_told()
        await where.desks.stop()
    await witness.look()
    verdict = await scene.judge()
    verdict.kills = len(strikes)
    verdict.wrong.extend(failed)
    if not arrived and not verdict.wrong:
        verdict.wrong.append("something was told too late")
    return verdict


@contextlib.asynccontextmanager
async def watching(witness: Witness) -> AsyncIterator[None]:
    """The log of calls is read on, so that each death stands in its place."""

    async def watch() -> None:
        while True:
            await witness.look()
            await asyncio.sleep(PAUSE_SECONDS)

    task = asyncio.create_task(watch())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
