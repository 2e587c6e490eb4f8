"""Who thinks for a specialist: the model of its file while it may and can, else the built-in brain.

Whoever asks always gets advice, and `Advice.brain` names what thought. A model that fails three
times in a row is not asked for a while, and the supervisors hear of it.
"""

from collections.abc import Awaitable, Callable

from orchestration.containment.fencing import Fence
from orchestration.ports import Brain, Clock
from orchestration.ports.models import Model, ModelError, ModelRefused
from orchestration.ports.tools import Tools
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.accounts import Accounts, BudgetSpent, Metered
from orchestration.specialists.advice import Advice, Brief
from orchestration.specialists.breaker import REST, Breaker
from orchestration.specialists.cast import BUILT_IN, Profile
from orchestration.specialists.model_brain import ModelBrain

#: Nobody failed: a refusal is about this one question, and so is a budget.
_BLAMELESS = (ModelRefused, BudgetSpent)


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
        self._model = model
        self._tools = tools
        self._fence = fence
        self._accounts = accounts
        self._clock = clock
        self._breaker = Breaker()

    async def think(self, profile: Profile, brief: Brief) -> Advice:
        """What the specialist makes of the brief."""
        advice = await self._by_model(profile, brief, lambda brain: brain.think(profile, brief))
        return advice or await self._built_in.think(profile, brief)

    async def draft(self, profile: Profile, brief: Brief) -> Advice:
        """One answer out of what the others said."""
        advice = await self._by_model(profile, brief, lambda brain: brain.draft(profile, brief))
        return advice or await self._built_in.draft(profile, brief)

    async def clarify(self, profile: Profile, brief: Brief) -> Advice:
        """One question to a customer of whom it is not clear what they want."""
        advice = await self._by_model(profile, brief, lambda brain: brain.clarify(profile, brief))
        return advice or await self._built_in.clarify(profile, brief)

    async def _by_model(
        self, profile: Profile, brief: Brief, ask: Callable[[Brain], Awaitable[Advice]]
    ) -> Advice | None:
        """The model's advice; None where it may not be asked now, or gives none."""
        if self._model is None or profile.model == BUILT_IN:
            return None
        attempt = self._breaker.attempt(f"{profile.id} {profile.model}", self._clock())
        if attempt is None:
            return None
        metered = Metered(self._model, self._accounts, profile, brief.ticket)
        try:
            advice = await ask(ModelBrain(metered, self._tools, self._fence, self._clock))
        except _BLAMELESS:
            attempt.came_to_nothing()
            return None
        except ModelError as error:
            if attempt.failed(error, self._clock()):
                await self._say(StaffSentence.SPECIALIST_BYPASSED, profile, reason=str(error))
            return None
        except BaseException:  # it was called off, or something broke that is not the model
            attempt.came_to_nothing()
            raise
        if attempt.succeeded():
            await self._say(StaffSentence.SPECIALIST_BACK, profile)
        return advice

    async def _say(self, sentence: StaffSentence, profile: Profile, reason: str = "") -> None:
        minutes = int(REST.total_seconds() // 60)
        facts: Facts = {
            "name": profile.name,
            "model": profile.model,
            "reason": reason,
            "minutes": minutes,
        }
        await self._accounts.say(sentence, facts)
