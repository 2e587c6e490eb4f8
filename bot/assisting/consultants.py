"""The specialists of a running desk: whom its files describe, what finds them, how they think."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.desk_files import routing_examples
from bot.desk_files.document import Mistake
from bot.desk_files.live_cast import LiveCast
from bot.desk_files.routing_examples import InvalidExamples
from orchestration.clock.followups import FollowUp
from orchestration.consulting.consultants import Consultants, Planning
from orchestration.consulting.consultation import consult
from orchestration.desk import Desk
from orchestration.ports import Begin, Brain, Clock
from orchestration.ports.corrections import Correction
from orchestration.ports.embedding import Embedder
from orchestration.ports.previews import Previews
from orchestration.ports.routing import Router
from orchestration.routing.examples import Example, of_specialists
from orchestration.routing.live import LiveRouter
from orchestration.specialists.cast import Cast, Profile
from orchestration.workflows import picking
from orchestration.workflows.live import LivePicker
from orchestration.workflows.workflow import Workflow

log = structlog.get_logger(__name__)

#: Who finds the specialists, given what has learned it from examples, and who they are.
Finds = Callable[[LiveRouter, Callable[[], Cast]], Router]


@dataclass(frozen=True, slots=True)
class Means:
    """What specialists work with: `finds` makes the router that is asked of the one that learns.

    With `planning` their matters are worked on by workflows, which the `picker` finds.
    """

    brain: Brain
    router: LiveRouter
    finds: Finds
    embedder: Embedder | None = None
    previews: Previews | None = None
    planning: Planning | None = None
    picker: LivePicker | None = None


class SpecialistsAtWork:
    """Follows the files of specialists, and consults whom they describe."""

    def __init__(self, folder: Path, desk: Desk, means: Means, begin: Begin) -> None:
        self._folder = folder
        self._desk = desk
        self._router = means.router
        self._begin = begin
        self.files = LiveCast(folder)
        self._learning: asyncio.Task[None] | None = None
        self._read: tuple[Cast, Sequence[Correction], float] | None = None
        router = means.finds(means.router, self._cast)
        self._picker = means.picker
        self._consultants = Consultants(
            self._cast,
            router,
            means.brain,
            _say_failed,
            means.embedder,
            means.previews,
            means.planning,
        )

    async def look(self) -> Sequence[Mistake]:
        """Takes up what changed, and has the router learn it; returns what cannot be followed.

        Learning takes seconds, which nobody waits for. What it raised, the next look raises.
        """
        mistakes = await self.files.look()
        if self._learning is None or self._learning.done():
            learned, self._learning = self._learning, None
            if learned is not None:
                learned.result()
            self._learning = asyncio.create_task(self._learn(), name="router")
        return mistakes

    async def close(self) -> None:
        """Ends learning, which begins anew with the next desk."""
        if self._learning is not None:
            self._learning.cancel()
            await asyncio.gather(self._learning, return_exceptions=True)

    async def _learn(self) -> None:
        cast = self._cast()
        async with self._begin() as uow:
            corrections = await uow.corrections.newest()
        read = (cast, corrections, _stamp(self._folder))
        if read == self._read:
            return
        examples = [*examples_of(self._folder, cast), *of_corrections(corrections, cast)]
        await asyncio.gather(self._learn_routing(examples), self._learn_workflows(examples))
        self._read = read

    async def _learn_routing(self, examples: Sequence[Example]) -> None:
        if await self._router.learn(examples):
            log.info("the router has learned who is for what", router=self._router.name)

    async def _learn_workflows(self, examples: Sequence[Example]) -> None:
        if self._picker is not None:
            known = self._desk.workflows.values()
            await self._picker.learn(of_workflows(self._folder, known, examples))

    async def consult(self, begin: Begin, leased: FollowUp, clock: Clock) -> None:
        """What is due is read by the specialists, and their advice is kept."""
        await consult(begin, self._desk, self._consultants, leased, clock)

    def _cast(self) -> Cast:
        return self.files.roll().cast


#: The desk's own messages by workflow.
WORKFLOWS_SET = "evaluation/workflows/train.csv"


def _labelled(desk: Path) -> Path:
    return desk / routing_examples.OWN_SET / "train.csv"


def _stamp(desk: Path) -> float:
    """When the labelled messages were written; 0 where there are none."""
    file = _labelled(desk)
    return file.stat().st_mtime if file.exists() else 0.0


def examples_of(desk: Path, cast: Cast) -> Sequence[Example]:
    """What a router learns from: the files' examples, and the desk's labelled messages.

    Of these only what is for specialists that there are, or for nobody.
    """
    examples = of_specialists({each.id: each.examples for each in cast.routable})
    known = {each.id for each in cast.routable}
    if not known:
        return examples
    labelled = _read_labelled(_labelled(desk))
    return [*examples, *(each for each in labelled if each.specialists <= known)]


def of_workflows(
    desk: Path, workflows: Iterable[Workflow], routing: Sequence[Example]
) -> Sequence[Example]:
    """What finding workflows is learned from: their files, the labelled messages, the router's."""
    return picking.examples_of(workflows, _read_labelled(desk / WORKFLOWS_SET), routing)


def _read_labelled(file: Path) -> Sequence[Example]:
    """The labelled messages of a file; none where it is not there or cannot be read."""
    if not file.exists():
        return ()
    try:
        return routing_examples.read(file)
    except InvalidExamples as error:
        log.warning("labelled messages are not learned from", reason=str(error))
        return ()


def of_corrections(corrections: Sequence[Correction], cast: Cast) -> Sequence[Example]:
    """What staff's corrections teach, as far as they name specialists to whom anything is routed.

    Those of one ticket are about much the same words, and stay together.
    """
    known = {each.id for each in cast.routable}
    return [
        Example(said, each.specialists, tuple(before), f"ticket {each.ticket}")
        for each in corrections
        for *before, said in (each.conversation,)
        if known and each.specialists <= known
    ]


def _say_failed(profile: Profile | None, error: Exception) -> None:
    who = profile.id if profile else "router"
    log.warning("a specialist failed", specialist=who, reason=repr(error))
