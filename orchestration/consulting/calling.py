"""Calling specialists: side by side, within the time that there is, and one after a handoff.

What does not answer in time goes on, so that its advice can be added later.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

from orchestration.consulting.patience import end
from orchestration.events.specialists import Fate
from orchestration.ports import Brain
from orchestration.specialists.advice import Advice, Brief, Contribution
from orchestration.specialists.cast import Cast, Profile

#: A handoff calls another one, whose handoff may call a third, and no further.
DEPTH = 2

#: What a specialist's failing is told to; None is whoever finds the specialists.
Failed = Callable[[Profile | None, Exception], None]
#: A brief of the same conversation for another specialist.
BriefFor = Callable[[Profile], Awaitable[Brief]]


@dataclass
class Round:
    """Specialists at work on one conversation; closing it ends those who still are."""

    brain: Brain
    failed: Failed
    _tasks: dict[str, tuple[Profile, asyncio.Task[Contribution]]] = field(default_factory=dict)

    def call(self, profile: Profile, brief: Brief) -> None:
        """Has a specialist begin, unless it was called before."""
        if profile.id not in self._tasks:
            self._tasks[profile.id] = (profile, asyncio.create_task(self._think(profile, brief)))

    @property
    def waiting(self) -> bool:
        """Whether somebody is still at work."""
        return any(not task.done() for _, task in self._tasks.values())

    async def hear(self, within: float, cast: Cast, brief_for: BriefFor) -> Sequence[Contribution]:
        """What everybody has said after so many seconds at most, in the order of their calls.

        Work that one of them passes on is begun at once. Who has not answered is `Fate.LATE`.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + within
        passed: set[str] = set()
        for _ in range(DEPTH + 1):
            at_work = [task for _, task in self._tasks.values() if not task.done()]
            if at_work:
                await asyncio.wait(at_work, timeout=max(0.0, until - loop.time()))
            fresh = [each for each in self._said() if each.specialist not in passed]
            passed |= {each.specialist for each in fresh if each.fate is not Fate.LATE}
            if not await self._pass_on(fresh, cast, brief_for):
                break
        return self._said()

    async def close(self) -> None:
        """Ends whoever is still at work, and waits until they have ended."""
        await end(task for _, task in self._tasks.values())

    async def _pass_on(self, said: Sequence[Contribution], cast: Cast, brief_for: BriefFor) -> bool:
        """Calls whom they name; somebody who was called before is at work on it anyway."""
        called = len(self._tasks)
        for each in said:
            handoff = each.advice.handoff
            profile = cast.get(handoff.to) if handoff else None
            if handoff and profile and profile.id not in self._tasks:
                brief = await brief_for(profile)
                task = handoff.suggested or handoff.intent
                self.call(profile, replace(brief, handoff=handoff, task=task))
        return len(self._tasks) > called

    def _said(self) -> Sequence[Contribution]:
        return [
            task.result()
            if task.done() and not task.cancelled()
            else Contribution(profile.id, profile.name, Fate.LATE)
            for profile, task in self._tasks.values()
        ]

    async def _think(self, profile: Profile, brief: Brief) -> Contribution:
        loop = asyncio.get_running_loop()
        began = loop.time()
        fate, advice = Fate.ADVISED, Advice()
        try:
            advice = await self.brain.think(profile, brief)
        except Exception as error:  # noqa: BLE001 - one that fails must not silence the others
            fate = Fate.FAILED
            self.failed(profile, error)
        took = round((loop.time() - began) * 1000)
        return Contribution(profile.id, profile.name, fate, advice, took)
