"""The plans of a conversation's matters, which are worked out while specialists think."""

import asyncio
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from orchestration.consulting.briefing import Matter
from orchestration.consulting.calling import Failed
from orchestration.consulting.consultants import Consultants, Planning
from orchestration.consulting.findings import Planned
from orchestration.consulting.patience import end, within
from orchestration.consulting.proposals import actions_of
from orchestration.specialists.advice import Contribution
from orchestration.specialists.built_in.answering import USUAL_LANGUAGE
from orchestration.specialists.cast import Cast
from orchestration.workflows.picking import Pick
from orchestration.workflows.supervising import Opened, Supervised, remembered
from orchestration.workflows.workflow import Workflow


class Plans:
    """What plans contribute to a consultation: here nothing, because no case was opened."""

    #: What the customer named before, by its kind.
    known: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    #: The workflows that the newest words are about, each with these words.
    picked: Sequence[tuple[Workflow, Pick]] = ()

    @property
    def waiting(self) -> bool:
        """Whether they are still at work."""
        return False

    async def hear(self, seconds: float) -> Planned | None:
        """What they came to, if that is known within so many seconds; they go on otherwise."""

    async def prove(self, said: Sequence[Contribution]) -> None:
        """Reads what the policy wants to have read before what specialists propose."""

    async def close(self) -> None:
        """Ends their work."""


class OpenPlans(Plans):
    """The plans of a ticket's open case, at work from their beginning on."""

    def __init__(self, planning: Planning, opened: Opened, language: str, failed: Failed) -> None:
        self.known = remembered(opened.case)
        self._workflows = planning.supervisor.workflows
        self.picked = [(self._workflows[each.workflow], each) for each in opened.picks]
        self._planning = planning
        self._opened = opened
        self._language = language
        self._looking = asyncio.create_task(self._look(failed))

    @property
    def waiting(self) -> bool:
        """Whether systems are still being read."""
        return not self._looking.done()

    async def hear(self, seconds: float) -> Planned | None:
        """None, too, where they failed, which was told."""
        supervised = await within(seconds, self._looking)
        if supervised is None:
            return None
        planning = self._planning
        served, say = planning.served(), planning.say
        return Planned(supervised, self._workflows, served, say, self._language)

    async def prove(self, said: Sequence[Contribution]) -> None:
        """The gate judges what was read."""
        actions = actions_of(said)
        if actions:
            await self._planning.supervisor.prove(self._opened.case, actions)

    async def close(self) -> None:
        """What was read by then is kept."""
        await end([self._looking])

    async def _look(self, failed: Failed) -> Supervised | None:
        try:
            return await self._planning.supervisor.look(self._opened)
        except Exception as error:  # noqa: BLE001 - a note without a plan is worth showing
            failed(None, error)
            return None


async def open_plans(consultants: Consultants, cast: Cast, matter: Matter) -> Plans:
    """Begins what there is to plan: nothing where nobody plans, or a colleague asks."""
    planning, brief = consultants.planning, matter.brief
    if planning is None or brief.question or not brief.customer:
        return Plans()
    everybody = [each.id for each in cast.profiles]
    opened = await planning.supervisor.open(brief, matter.conversation, everybody)
    return OpenPlans(planning, opened, brief.language or USUAL_LANGUAGE, consultants.failed)
