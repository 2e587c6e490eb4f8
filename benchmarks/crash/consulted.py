"""Specialists read what a customer wrote, while desks die: their turn is kept once, and shown once.

What they work on is leased: no desk has it until the lease is over, and then the next one begins
anew. The scene ends most leases itself, with no desk there, and waits for one.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.crash.judge import Verdict
from benchmarks.crash.matrix import Stage, Strike, at, strike_each
from benchmarks.crash.scene import PATIENCE_SECONDS, PAUSE_SECONDS, Scene
from benchmarks.crash.witness import Witness
from benchmarks.processes import Json
from bot.crash_points import CrashPoint
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.events.specialists import Advised, Routed
from orchestration.timeline import Entry
from storage.unit_of_work import Database

#: The desk whose one specialist the words are for.
DESK = Path(__file__).parent / "consult_desk"
SAID = "I was charged twice for my box, please look into it."
#: Transactions of a consultation: the matter is read, and the specialist's articles; then the turn
#: is kept.
_READ, _BRIEFED, _KEPT = 1, 2, 3
_NOTE = "🧭"


@dataclass(frozen=True, slots=True)
class Death:
    """Where a desk dies, how many turns are kept then, and whether the next one waits."""

    strike: Strike
    kept: int = 0
    waits: bool = False


DEATHS = (
    Death(at(CrashPoint.CONSULT_BEGUN)),
    Death(at(CrashPoint.CONSULT_DECIDED, _READ)),
    Death(at(CrashPoint.CONSULT_COMMITTED, _BRIEFED)),
    Death(at(CrashPoint.CONSULT_DECIDED, _KEPT), waits=True),
    Death(at(CrashPoint.CONSULT_COMMITTED, _KEPT), kept=1),
    Death(at(CrashPoint.OUTBOX_CLAIMED), kept=1),
)


class ConsultedScene:
    """A customer whose words are for a specialist."""

    def __init__(self, where: Stage, witness: Witness, state: Json) -> None:
        self._where = where
        self._scene = Scene(where.telegram, witness, state)

    async def asks(self) -> None:
        """The words wait at Telegram for a desk."""
        await self._scene.join(1)
        await self._where.telegram.send(self._scene.customers[0].id, SAID)

    async def kept(self) -> list[Entry]:
        """The ticket's timeline."""
        database = await Database.open(self._where.database)
        try:
            number = await self._ticket(database)
            async with database.begin() as uow:
                return list(await uow.timeline.of(number, limit=1000))
        finally:
            await database.close()

    async def lease_ends(self) -> None:
        """With no desk there: so much time has passed."""
        database = await Database.open(self._where.database)
        try:
            number = await self._ticket(database)
            async with database.begin() as uow:
                now = datetime.now(UTC)
                await uow.follow_ups.schedule(FollowUp(number, FollowUpKind.CONSULT, now))
        finally:
            await database.close()

    async def shown(self) -> None:
        """Waits for the specialists' note in the topic."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                if await self._notes():
                    return
                await asyncio.sleep(PAUSE_SECONDS)

    async def judge(self) -> Verdict:
        """One turn in the timeline, one note in the topic, and nothing is due any more."""
        verdict = Verdict(due=1)
        events = Counter(type(entry.event) for entry in await self.kept())
        for kind in (Routed, Advised):
            if events[kind] != 1:
                verdict.wrong.append(f"{events[kind]} times {kind.__name__} in the timeline")
        notes = await self._notes()
        if len(notes) != 1:
            verdict.wrong.append(f"{len(notes)} notes in the topic: {notes}")
        database = await Database.open(self._where.database)
        try:
            async with database.begin() as uow:
                left = await uow.follow_ups.due(datetime.max.replace(tzinfo=UTC), 1000)
        finally:
            await database.close()
        verdict.wrong.extend(f"{each} is due" for each in left if each.kind in _CONSULTING)
        return verdict

    async def _ticket(self, database: Database) -> int:
        async with database.begin() as uow:
            ticket = await uow.tickets.current_of(self._scene.customers[0].id)
        if ticket is None:
            msg = "the ticket was not opened"
            raise RuntimeError(msg)
        return ticket.id

    async def _notes(self) -> list[str]:
        await self._scene.find_topics()
        customer = self._scene.customers[0]
        if customer.topic is None:
            return []
        texts = [message["text"] or "" for message in await self._scene.topic_messages(customer)]
        return [text for text in texts if text.startswith(_NOTE)]


_CONSULTING = frozenset({FollowUpKind.CONSULT, FollowUpKind.ASK})


async def play_consulted(where: Stage, deaths: Sequence[Death] = DEATHS) -> Verdict:
    """One turn, from being leased to being shown; the desk dies again and again."""
    witness = Witness(where.telegram)
    await witness.look()
    witness.forget()
    scene = ConsultedScene(where, witness, await where.telegram.get("/sim/state"))
    await scene.asks()
    failed: list[str] = []
    for death in deaths:
        failed += await strike_each(where.desks, [death.strike], witness)
        turns = sum(isinstance(entry.event, Routed) for entry in await scene.kept())
        if turns != death.kept:
            failed.append(f"{turns} turns were kept where {death.kept} should be")
        if not death.kept and not death.waits:
            await scene.lease_ends()
    await where.desks.start()
    await scene.shown()
    await where.desks.stop()
    verdict = await scene.judge()
    verdict.kills = len(deaths)
    verdict.wrong.extend(failed)
    return verdict
