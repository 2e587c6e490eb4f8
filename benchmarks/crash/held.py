"""A reply is held, and somebody decides, while desks die: it goes out once.

Sam answers while Maria does, so that his words wait. He is asked, asked aloud, and presses a button
twice. Desks die at each commit on the way.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from benchmarks.crash.due import watching
from benchmarks.crash.judge import Verdict, compare, once
from benchmarks.crash.matrix import Stage, Strike, at, strike_each
from benchmarks.crash.scene import PATIENCE_SECONDS, PAUSE_SECONDS, Customer, Scene
from benchmarks.crash.witness import Witness, marks
from benchmarks.processes import Json
from bot.crash_points import CrashPoint
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.events import RepliedPublicly, ReplyHeld
from storage.unit_of_work import Database

_BY_UPDATE = (
    at(CrashPoint.INBOX_RECEIVED),
    at(CrashPoint.INBOX_COMMITTED),
    at(CrashPoint.USECASE_BEGUN),
    at(CrashPoint.USECASE_DECIDED),
    at(CrashPoint.USECASE_COMMITTED),
)
_TO_TELEGRAM = (
    at(CrashPoint.OUTBOX_CLAIMING),
    at(CrashPoint.OUTBOX_CLAIMED),
    at(CrashPoint.OUTBOX_SENDING),
)
#: His words are held.
HELD = (*_BY_UPDATE, *_TO_TELEGRAM)
#: Nobody saw the question, so it is asked aloud.
ALOUD = (at(CrashPoint.CLOCK_DECIDED, 2), at(CrashPoint.CLOCK_COMMITTED, 2), *_TO_TELEGRAM)
#: He sends it anyway.
CHOSEN = (*_BY_UPDATE, *_TO_TELEGRAM, at(CrashPoint.OUTBOX_SENT))

_SEND = "Send anyway"


class HeldScene:
    """A customer, Maria who is answering, and Sam who answers too."""

    def __init__(self, where: Stage, witness: Witness, state: Json) -> None:
        self._where = where
        self._scene = Scene(where.telegram, witness, state)
        self._sam: int = next(u["id"] for u in state["users"] if u["first_name"] == "Sam")

    @property
    def _customer(self) -> Customer:
        return self._scene.customers[0]

    async def opens(self) -> None:
        """A living desk opens the ticket, and Maria takes the lock."""
        await self._says("good morning", None)
        await self._scene.join(1)
        await self._scene.opened()
        await self._press(self._scene.staff, await self._shown("✍"), "✍")
        await self._shown("is answering until")

    async def is_held(self) -> None:
        """Sam's words wait at Telegram for a desk."""
        words = f"{self._customer.name} r0."
        self._customer.answered.append(words)
        await self._says(f"/reply {words}", self._customer.topic)

    async def is_overdue(self) -> None:
        """With no desk there: he has not decided, and two minutes have passed."""
        database = await Database.open(self._where.database)
        try:
            async with database.begin() as uow:
                ticket = await uow.tickets.current_of(self._customer.id)
                if ticket is not None:
                    now = datetime.now(UTC)
                    await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ASK_ALOUD, now))
        finally:
            await database.close()

    async def is_asked_aloud(self) -> Json:
        """Waits for the question that all can see."""
        return await self._shown(_SEND)

    async def chooses(self, question: Json) -> asyncio.Task[None]:
        """Presses twice, as people do; Telegram keeps it for the next desk."""

        async def twice() -> None:
            await asyncio.gather(*(self._press(self._sam, question, _SEND) for _ in range(2)))

        return asyncio.create_task(twice())

    async def arrives(self) -> None:
        """Waits until the customer has it."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                if self._customer.answered[0] in await self._read():
                    return
                await asyncio.sleep(PAUSE_SECONDS)

    async def _read(self) -> list[str]:
        shown = await self._scene.private_messages(self._customer)
        return [mark for message in shown for mark in marks(message["text"])]

    async def judge(self, witness: Witness) -> Verdict:
        """What the customer reads, and what timeline and rows say."""
        verdict = Verdict(kills=len(witness.deaths), due=1)
        explained: Counter[int] = Counter()
        name = f"{self._customer.name} in private"
        shown = await self._scene.private_messages(self._customer)
        seen = once(shown, (self._customer.id, None), witness, explained, verdict, name)
        compare(name, seen, self._customer.answered, verdict)
        verdict.cut = sum(explained.values())
        verdict.most_cut_at_once = max(explained.values(), default=0)
        database = await Database.open(self._where.database)
        try:
            async with database.begin() as uow:
                ticket = await uow.tickets.current_of(self._customer.id)
                number = ticket.id if ticket is not None else 0
                entries = await uow.timeline.of(number, limit=1000)
                left = await uow.held_replies.of(number)
        finally:
            await database.close()
        events = Counter(type(entry.event) for entry in entries)
        for kind in (ReplyHeld, RepliedPublicly):
            if events[kind] != 1:
                verdict.wrong.append(f"{events[kind]} times {kind.__name__} in the timeline")
        if left:
            verdict.wrong.append("what was sent still waits")
        return verdict

    async def _says(self, text: str, topic: int | None) -> None:
        body: Json = {"from": self._sam, "chat_id": self._scene.group, "text": text}
        if topic is not None:
            body["message_thread_id"] = topic
        await self._where.telegram.post("/sim/messages", body)

    async def _shown(self, words: str) -> Json:
        """Waits for a message of the topic, which all can see, with these words or that button."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                await self._scene.find_topics()
                if self._customer.topic is not None:
                    for message in await self._scene.topic_messages(self._customer):
                        if words in f"{message['text']}{_labels(message)}":
                            return message
                await asyncio.sleep(PAUSE_SECONDS)

    async def _press(self, who: int, message: Json, label: str) -> None:
        whole = next(each for each in _labels(message) if label in each)
        body = {"from": who, "chat_id": self._scene.group, "text": whole}
        body["message_id"] = message["message_id"]
        await self._where.telegram.post("/sim/presses", body)


def _labels(message: Json) -> list[str]:
    return [button["text"] for row in message["buttons"] or [] for button in row]


async def play_held(
    where: Stage,
    held: Sequence[Strike] = HELD,
    aloud: Sequence[Strike] = ALOUD,
    chosen: Sequence[Strike] = CHOSEN,
) -> Verdict:
    """One reply, from being held to being sent; the desk dies at each strike of each part."""
    witness = Witness(where.telegram)
    await witness.look()
    witness.forget()
    scene = HeldScene(where, witness, await where.telegram.get("/sim/state"))
    await where.desks.start()
    await scene.opens()
    await where.desks.stop()
    async with watching(witness):
        await scene.is_held()
        failed = await strike_each(where.desks, held, witness)
        await scene.is_overdue()
        failed += await strike_each(where.desks, aloud, witness)
        await where.desks.start()
        question = await scene.is_asked_aloud()
        await where.desks.stop()
        press = await scene.chooses(question)
        failed += await strike_each(where.desks, chosen, witness)
        await where.desks.start()
        await scene.arrives()
        await press
        await where.desks.stop()
    await witness.look()
    verdict = await scene.judge(witness)
    verdict.kills = len(held) + len(aloud) + len(chosen)
    verdict.wrong.extend(failed)
    return verdict
