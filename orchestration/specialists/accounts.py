"""The account of what models take: budgets are asked before, tokens are written down after.

Each answer is written down by itself: what a newer message overtakes has been paid for, too.
"""

from collections.abc import Awaitable, Callable
from datetime import date, tzinfo
from typing import TypeVar

from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.models import Answer, Hear, Model, ModelError, Question, Usage
from orchestration.sentences import Facts, StaffSentence
from orchestration.specialists.budgeting import Limit, reached
from orchestration.specialists.cast import Profile
from orchestration.transactions import transact

T = TypeVar("T")

#: Has the supervisors told in private.
Tell = Callable[[UnitOfWork, StaffSentence, Facts], Awaitable[None]]

_DAY_SPENT = "models:day_spent:"


class BudgetSpent(ModelError):
    """The specialist has used up what its file allows; the model was not asked."""


class Accounts:
    """Keeps the account, and tells supervisors what they should know of it.

    A day is one of `zone`. `told` is called after something was said.
    """

    def __init__(
        self, begin: Begin, clock: Clock, zone: tzinfo, tell: Tell, told: Callable[[], None]
    ) -> None:
        self._begin = begin
        self._clock = clock
        self._zone = zone
        self._tell = tell
        self._told = told

    async def check(self, profile: Profile, ticket: int) -> None:
        """Raises `BudgetSpent` where the specialist may ask no more; of a day, tells it once."""
        day = self._today()
        async with self._begin() as uow:
            spent = await uow.usage.spent(ticket, profile.id, day)
        limit = reached(profile.budget, spent)
        if limit is Limit.DAY:
            await self._tell_day_spent(profile, day)
        if limit is not None:
            msg = f"the budget of {profile.id} is used up: {limit}"
            raise BudgetSpent(msg)

    async def add(self, profile: Profile, ticket: int, usage: Usage) -> None:
        """Writes down what an answer took, or a failure."""
        if not usage.tokens:
            return
        day = self._today()

        async def write(uow: UnitOfWork) -> None:
            await uow.usage.add(ticket, profile.id, profile.model, day, usage)

        await transact(self._begin, write)

    async def say(self, sentence: StaffSentence, facts: Facts) -> None:
        """Tells the supervisors."""
        await transact(self._begin, lambda uow: self._tell(uow, sentence, facts))
        self._told()

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()

    async def _tell_day_spent(self, profile: Profile, day: date) -> None:
        name = f"{_DAY_SPENT}{profile.id}"
        facts: Facts = {"name": profile.name, "tokens": profile.budget.day}

        async def once(uow: UnitOfWork) -> bool:
            if await uow.memory.recall(name) == day.isoformat():
                return False
            await uow.memory.remember(name, day.isoformat())
            await self._tell(uow, StaffSentence.DAY_BUDGET_SPENT, facts)
            return True

        if await transact(self._begin, once):
            self._told()


class Metered:
    """A model on the account of one specialist and ticket; fills `Model`."""

    def __init__(self, model: Model, accounts: Accounts, profile: Profile, ticket: int) -> None:
        self._model = model
        self._accounts = accounts
        self._profile = profile
        self._ticket = ticket

    async def ask(self, question: Question[T], hear: Hear | None = None) -> Answer[T]:
        """Asks while the budget lasts; raises `BudgetSpent` once it does not."""
        await self._accounts.check(self._profile, self._ticket)
        try:
            answer = await self._model.ask(question, hear)
        except ModelError as error:
            await self._accounts.add(self._profile, self._ticket, error.usage)
            raise
        await self._accounts.add(self._profile, self._ticket, answer.usage)
        return answer

    async def examine(self, name: str | None = None) -> None:
        """Whether the model can be asked."""
        await self._model.examine(name)
