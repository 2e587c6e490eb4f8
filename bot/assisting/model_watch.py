"""Says once which models of a running desk cannot be asked; files may name others at any time."""

import asyncio
from collections.abc import Callable, Mapping
from enum import Enum, auto

import structlog

from bot.checks import models
from bot.retrying import until_done
from bot.staff_group import tell_supervisors
from orchestration.desk import Desk
from orchestration.ports import Begin, UnitOfWork
from orchestration.ports.models import Model
from orchestration.sentences import StaffSentence
from orchestration.specialists.cast import Cast
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
        desk: Desk,
        roll: Callable[[], Roll],
        begin: Begin,
        told: Callable[[], None],
    ) -> None:
        self._model = model
        self._desk = desk
        self._roll = roll
        self._begin = begin
        self._told = told
        self._seen: Mapping[str, str] | None = None
        self._untold: str | None = None

    async def run(self) -> None:
        """Keeps looking; a model that nobody can say anything of now is looked at again."""
        while True:
            await until_done("nobody can say yet whether the models can be asked", self.look)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        """Looks once, and tells it as soon as somebody can be told; raises `ModelUnavailable`."""
        cast = self._roll().cast
        named = models.thinkers(cast, self._desk, keyed=self._model is not None)
        if named != self._seen:
            await self._examine(cast, named)
        await self._tell()

    async def _examine(self, cast: Cast, named: Mapping[str, str]) -> None:
        findings = await models.examine_cast(self._model, cast, self._desk) if named else []
        wrong = [finding for finding in findings if finding.failed]
        for finding in wrong:
            log.error("a model cannot be asked", reason=finding.words, todo=finding.advice)
        self._seen = named
        self._untold = "\n".join(f"▪️ {finding.sentence}" for finding in wrong)

    async def _tell(self) -> None:
        lines = self._untold
        if lines is None:
            return
        news = await transact(self._begin, lambda uow: _tell_once(uow, lines))
        if news is not _News.NOBODY_HEARS:
            self._untold = None
        if news is _News.TOLD:
            self._told()


class _News(Enum):
    """What became of telling."""

    TOLD = auto()
    KNOWN = auto()
    NOBODY_HEARS = auto()


async def _tell_once(uow: UnitOfWork, lines: str) -> _News:
    """Tells what was not told before, also by a desk that went down since."""
    if not lines:
        await uow.memory.forget(_BROKEN)
        return _News.KNOWN
    if await uow.memory.recall(_BROKEN) == lines:
        return _News.KNOWN
    if not any(person.reachable for person in await uow.people.supervisors()):
        return _News.NOBODY_HEARS
    await uow.memory.remember(_BROKEN, lines)
    await tell_supervisors(uow, StaffSentence.MODELS_BROKEN, {"lines": lines})
    return _News.TOLD
