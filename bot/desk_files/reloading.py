"""Follows the files that may change while the desk runs, and says once what is broken in them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.desk_files.document import Mistake
from bot.staff_group import listed, tell_supervisors
from orchestration.ports import Begin, UnitOfWork
from orchestration.sentences import StaffSentence
from orchestration.transactions import transact

log = structlog.get_logger(__name__)

EVERY_SECONDS = 2

#: Looks at files, takes up what changed, and returns all that is broken in them now.
Look = Callable[[], Awaitable[Sequence[Mistake]]]


class Reloading:
    """Looks at the files every now and then, until cancelled."""

    def __init__(self, looks: Sequence[Look], begin: Begin, told: Callable[[], None]) -> None:
        self._looks = looks
        self._begin = begin
        self._told = told
        self._known: frozenset[Mistake] = frozenset()
        self._trouble = ""

    async def run(self) -> None:
        """Keeps looking; what fails is said once, and tried again at each look."""
        while True:
            try:
                await self.look()
            except Exception as error:
                if repr(error) != self._trouble:
                    log.exception("the desk's files are not followed now")
                self._trouble = repr(error)
            else:
                self._trouble = ""
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        """Looks once; a mistake that was there at the last look is not told again."""
        found = [mistake for look in self._looks for mistake in await look()]
        fresh = [mistake for mistake in found if mistake not in self._known]
        if fresh:
            for mistake in fresh:
                log.error("a desk file cannot be followed; what it said holds", reason=str(mistake))
            await transact(self._begin, lambda uow: _tell(uow, fresh))
            self._told()
        self._known = frozenset(found)


async def _tell(uow: UnitOfWork, mistakes: Sequence[Mistake]) -> None:
    facts = listed([each.short for each in mistakes])
    await tell_supervisors(uow, StaffSentence.FILES_BROKEN, facts)
