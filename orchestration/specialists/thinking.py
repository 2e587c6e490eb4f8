"""Who thinks for a specialist: the model of its file while it may and can, else the built-in brain.

Whoever asks always gets advice, and `Advice.brain` names what thought.
"""

from collections.abc import Awaitable, Callable

from orchestration.containment.fencing import Fence
from orchestration.ports import Brain, Clock
from orchestration.ports.models import Model
from orchestration.ports.previews import Watch
from orchestration.ports.tools import Tools
from orchestration.specialists.accounts import Accounts
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.cast import Profile
from orchestration.specialists.model_brain import ModelBrain
from orchestration.specialists.trying import Trying


class Thinking:
    """Fills `Brain`. Without a `model`, everybody thinks with the built-in brain."""

    def __init__(
        self,
        built_in: Brain,
        model: Model | None,
        tools: Tools | None,
        fence: Callable[[], Fence],
        accounts: Accounts,
        clock: Clock,
    ) -> None:
        self._built_in = built_in
        self._tools = tools
        self._fence = fence
        self._clock = clock
        self._trying = Trying(model, accounts, clock)

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        """What the specialist makes of the brief."""
        advice = await self._by_model(profile, brief, lambda brain: brain.think(profile, brief))
        return advice or await self._built_in.think(profile, brief)

    async def draft(self, profile: Profile, brief: Brief, watch: Watch | None = None) -> Advice:
        """One answer out of what the others said."""

        def write(brain: Brain) -> Awaitable[Advice]:
            return brain.draft(profile, brief, watch)

        advice = await self._by_model(profile, brief, write)
        return advice or await self._built_in.draft(profile, brief)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        """One question to a customer of whom it is not clear what they want."""
        advice = await self._by_model(profile, brief, lambda brain: brain.clarify(profile, brief))
        return advice or await self._built_in.clarify(profile, brief)

    async def _by_model(
        self, profile: Profile, brief: Brief, ask: Callable[[Brain], Awaitable[Advice]]
    ) -> Advice | None:
        """The model's advice; None where it may not be asked now, or gives none."""

        async def work(model: Model) -> Advice:
            return await ask(ModelBrain(model, self._tools, self._fence, self._clock))

        return await self._trying.ask(profile, brief.ticket, work)
