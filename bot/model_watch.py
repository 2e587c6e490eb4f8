"""Says once which models of a running desk cannot be asked; files may name others at any time."""

import asyncio
from collections.abc import Callable, Mapping

import structlog

from bot.checks import models
from bot.retrying import until_done
from bot.staff_group import tell_supervisors
from orchestration.ports import Begin, UnitOfWork
from orchestration.ports.models import Model
from orchestration.sentences import StaffSentence
from orchestration.specialists.roll import Roll
from orchestration.transactions import transact

log = structlog.get_logger(__name__)

EVERY_SECONDS = 2
_BROKEN = "models:broken"


class ModelWatch:
    """Looks at which models are named, until cancelled, and at the models when these change."""

    def __init__(
        self,
        model: Model | None,
        roll: Callable[[], Roll],
        begin: Begin,
        told: Callable[[], None],
    ) -> None:
        self._model = model
        self._roll = roll
        self._begin = begin
        self._told = told
        self._seen: Mapping[str, str] | None = None

    async def run(self) -> None:
        """Keeps looking; a model that nobody can say anything of now is looked at again."""
        while True:
            await until_done("nobody can say yet whether the models can be asked", self.look)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        """Looks once; raises `ModelUnavailable`."""
        cast = self._roll().cast
        named = models.thinkers(cast)
        if named == self._seen:
            return
        findings = await models.examine_cast(self._model, cast) if named else []
        wrong = [finding for finding in findings if finding.failed]
        for finding in wrong:
            log.error("a model cannot be asked", reason=finding.words, todo=finding.advice)
        lines = "\n".join(f"▪️ {finding.sentence}" for finding in wrong)
        if await transact(self._begin, lambda uow: _tell(uow, lines)):
            self._told()
        self._seen = named


async def _tell(uow: UnitOfWork, lines: str) -> bool:
    """Tells what was not told before, also by a desk that went down since."""
    if not lines:
        await uow.memory.forget(_BROKEN)
        return False
    if await uow.memory.recall(_BROKEN) == lines:
        return False
    await uow.memory.remember(_BROKEN, lines)
    await tell_supervisors(uow, StaffSentence.MODELS_BROKEN, {"lines": lines})
    return True
