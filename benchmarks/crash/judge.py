"""What became of a scene: who got what, in which order, and how often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import Self

from benchmarks.crash.scene import Customer, Scene
from benchmarks.crash.witness import Witness, marks
from benchmarks.processes import Json
from orchestration.events import NoteAdded
from storage.unit_of_work import Database

#: A ticket's timeline in a scene is far shorter.
WHOLE = 100_000


@dataclass
class Verdict:
    """Figures of one scene or of several, and in words what is wrong."""

    kills: int = 0
    from_customers: int = 0
    from_staff: int = 0
    notes: int = 0
    due: int = 0
    cut: int = 0
    most_cut_at_once: int = 0
    oldest_cut_ms: float = 0
    empty_topics: int = 0
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Self) -> Self:
        most = max(self.most_cut_at_once, other.most_cut_at_once)
        oldest = max(self.oldest_cut_ms, other.oldest_cut_ms)
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        self.most_cut_at_once, self.oldest_cut_ms = most, oldest
        return self


async def judge(scene: Scene, witness: Witness, database: str) -> Verdict:
    """Compares what the people of a scene wrote with what the others see."""
    verdict = Verdict(kills=len(witness.deaths))
    explained: Counter[int] = Counter()
    tickets = await _judge_topics(scene, verdict)
    for customer in scene.customers:
        verdict.from_customers += len({mark.partition("/")[0] for mark in customer.wrote})
        verdict.from_staff += len(customer.answered)
        if customer.topic is None:
            verdict.wrong.append(f"{customer.name} has no topic")
            continue
        in_topic = [
            message
            for message in await scene.topic_messages(customer)
            if message["from"] != scene.staff
        ]
        flows = (
            ("in the topic", (scene.group, customer.topic), in_topic, customer.wrote),
            (
                "in private",
                (customer.id, None),
                await scene.private_messages(customer),
                customer.answered,
            ),
        )
        for side, where, shown, expected in flows:
            seen = once(shown, where, witness, explained, verdict, f"{customer.name} {side}")
            compare(f"{customer.name} {side}", seen, expected, verdict)
    verdict.cut = sum(explained.values())
    verdict.most_cut_at_once = max(explained.values(), default=0)
    await _judge_notes(scene, tickets, database, verdict)
    return verdict


def once(
    shown: Sequence[Json],
    where: tuple[int, int | None],
    witness: Witness,
    explained: Counter[int],
    verdict: Verdict,
    name: str,
) -> list[str]:
    """The marks shown, without the repetitions that a cut answer explains."""
    seen: set[tuple[str, ...]] = set()
    once: list[str] = []
    here: Counter[int] = Counter()
    for message in shown:
        said = witness.read(message["text"])
        if said and said not in seen:
            once.extend(said)
            for cut in witness.cut_by(said, where):
                if cut is None:
                    verdict.wrong.append(f"{name}: {said[0]} came again for no reason")
                    continue
                death, age = cut
                here[death.restart] += 1
                verdict.oldest_cut_ms = max(verdict.oldest_cut_ms, 1000 * age)
        seen.add(said)
    verdict.wrong.extend(
        f"{name}: {times} messages repeated after one death" for times in here.values() if times > 1
    )
    explained.update(here)
    return once


def compare(name: str, shown: Sequence[str], expected: Sequence[str], verdict: Verdict) -> None:
    """Says in the verdict what is lost, what should not be there, or what came too early."""
    if list(shown) == list(expected):
        return
    lost = [mark for mark in expected if mark not in set(shown)]
    if lost:
        verdict.wrong.append(f"{name}: {len(lost)} lost, such as {lost[:3]}")
    stray = [mark for mark in shown if mark not in set(expected)]
    if stray:
        verdict.wrong.append(f"{name}: {stray[:3]} should not be there")
    if not lost and not stray:
        first = next(a for a, b in zip(shown, expected, strict=False) if a != b)
        verdict.wrong.append(f"{name}: out of order at {first}")


async def _judge_topics(scene: Scene, verdict: Verdict) -> dict[str, int]:
    """Exactly one topic a ticket; a spare one must be empty. Returns each customer's ticket."""
    tickets: dict[str, int] = {}
    ours = {customer.name: customer for customer in scene.customers}
    found: dict[str, list[int]] = {name: [] for name in ours}
    for topic in await scene.topics():
        for mark in marks(topic["name"])[:1]:
            name = mark.partition(" ")[0]
            if name in ours:
                found[name].append(topic["message_thread_id"])
                tickets[name] = int(topic["name"].split()[0].removeprefix("#"))
    for name, threads in found.items():
        used = [thread for thread in threads if await _is_used(scene, ours[name], thread)]
        verdict.empty_topics += len(threads) - len(used)
        if len(used) > 1:
            verdict.wrong.append(f"{name} has {len(used)} topics")
        ours[name].topic = used[0] if used else None
    return tickets


async def _is_used(scene: Scene, customer: Customer, thread: int) -> bool:
    customer.topic = thread
    messages = await scene.topic_messages(customer)
    return any(message["text"] and message["from"] != scene.staff for message in messages)


async def _judge_notes(
    scene: Scene, tickets: dict[str, int], address: str, verdict: Verdict
) -> None:
    """Notes stay where they were written; that the desk has heard them, its database says."""
    database = await Database.open(address)
    try:
        for customer in scene.customers:
            if customer.name not in tickets:
                continue
            async with database.begin() as uow:
                entries = await uow.timeline.of(tickets[customer.name], limit=WHOLE)
            events = (entry.event for entry in entries if isinstance(entry.event, NoteAdded))
            noted = list(chain.from_iterable(marks(event.content.text) for event in events))
            verdict.notes += len(customer.noted)
            compare(f"{customer.name}'s notes", noted, customer.noted, verdict)
    finally:
        await database.close()
