"""Asking the model of a specialist's file while it may be asked, and is not failing.

One that fails three times in a row is not asked for a while, and the supervisors hear of it.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from orchestration.ports import Clock
from orchestration.ports.models import Model, ModelError, ModelRefused
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.accounts import Accounts, BudgetSpent, Metered
from orchestration.specialists.breaker import REST, Breaker
from orchestration.specialists.cast import BUILT_IN, Profile

T = TypeVar("T")

#: Nobody failed: a refusal is about this one question, and so is a budget.
_BLAMELESS = (ModelRefused, BudgetSpent)


class Trying:
    """Tries models, and remembers which of them fail. Without a `model` there is none to ask."""

    def __init__(self, model: Model | None, accounts: Accounts, clock: Clock) -> None:
        self._model = model
        self._accounts = accounts
        self._clock = clock
        self._breaker = Breaker()

    async def ask(
        self, profile: Profile, ticket: int, work: Callable[[Model], Awaitable[T]]
    ) -> T | None:
        """What `work` makes of the model, on the account of that specialist and ticket.

        None where the model may not be asked now, or gives nothing.
        """
        if self._model is None or profile.model == BUILT_IN:
            return None
        attempt = self._breaker.attempt(f"{profile.id} {profile.model}", self._clock())
        if attempt is None:
            return None
        try:
            made = await work(Metered(self._model, self._accounts, profile, ticket))
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
        return made

    async def _say(self, sentence: StaffSentence, profile: Profile, reason: str = "") -> None:
        minutes = int(REST.total_seconds() // 60)
        facts: Facts = {
            "name": profile.name,
            "model": profile.model,
            "reason": reason,
            "minutes": minutes,
        }
        await self._accounts.say(sentence, facts)
