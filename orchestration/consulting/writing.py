"""Whoever writes the one answer out of all that was said."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from orchestration.consulting.briefing import Matter
from orchestration.consulting.consultants import Consultants, writer_of
from orchestration.consulting.patience import end, within
from orchestration.desk import Queue
from orchestration.ports.previews import Watch
from orchestration.specialists.advice import Advice, Contribution
from orchestration.specialists.cast import BUILT_IN, Autonomy, Cast, Profile


@dataclass
class Writing:
    """The draft while it is written; where it is not clear what for, the `asker` asks.

    What a colleague asked is for the colleague, and nothing is written.
    """

    consultants: Consultants
    cast: Cast
    matter: Matter
    asker: Profile | None
    _said: Sequence[Contribution] = ()
    _tasks: list[asyncio.Task[Advice]] = field(default_factory=list)

    @property
    def waiting(self) -> bool:
        """Whether the draft is not there yet."""
        return not self._tasks[-1].done()

    def begin(self, said: Sequence[Contribution]) -> None:
        """Writes it out of what was said, unless it is being written out of just that."""
        if not self._tasks or said != self._said:
            self._said = said
            self._tasks.append(asyncio.create_task(self._write(said)))

    async def hear(self, seconds: float) -> Advice:
        """The draft, if it is there within so many seconds; nothing of it otherwise."""
        return await within(seconds, self._tasks[-1]) or Advice()

    async def close(self) -> None:
        """Ends whoever still writes."""
        await end(self._tasks)

    async def _write(self, said: Sequence[Contribution]) -> Advice:
        if self.matter.brief.question:
            return Advice()
        writer, brain = writer_of(self.cast), self.consultants.brain
        brief = replace(self.matter.brief, said=_may_draft(self.cast, said))
        try:
            drafted = await brain.draft(writer, brief, self._watch())
            if not drafted.draft.strip() and self.asker is not None:
                drafted = await brain.clarify(self.asker, brief)
        except Exception as error:  # noqa: BLE001 - a note without a draft is worth showing
            self.consultants.failed(writer, error)
            return Advice()
        return drafted

    def _watch(self) -> Watch | None:
        """What shows the draft, while it is written, to whoever waits for it."""
        previews, reader = self.consultants.previews, self.matter.reader
        if previews is None or reader is None:
            return None
        return partial(previews.show, reader, self.matter.brief.ticket)


def asker_of(cast: Cast, queue: Queue) -> Profile:
    """Who asks what it is about: without a model where the question may go out by itself.

    Nothing bears out the words of a model that has no source.
    """
    writer = writer_of(cast)
    return replace(writer, model=BUILT_IN) if queue.autonomy is Autonomy.AUTO else writer


def _may_draft(cast: Cast, said: Sequence[Contribution]) -> Sequence[Contribution]:
    """What was said, without the words for the customer of who writes notes only."""
    kept: list[Contribution] = []
    for each in said:
        profile = cast.get(each.specialist)
        notes = profile is not None and profile.autonomy is Autonomy.NOTES
        advice = replace(each.advice, draft="") if notes else each.advice
        kept.append(replace(each, advice=advice))
    return kept
