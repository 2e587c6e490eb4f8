"""What every unit of work sees to before it commits, so that no use case can forget it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from orchestration.desk import Desk
from orchestration.ending.lapsing import look_ahead
from orchestration.escalating import undecided
from orchestration.escalating.attending import apply_tiers
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.sla.keeping import wind
from orchestration.telling.notices import announce

#: Tiers escalate; people are told of what changed, which is now also that; clocks are wound, and
#: waits begin anew, for the customer and for an approval.
_CARES: Sequence[Callable[[UnitOfWork, Desk, datetime], Awaitable[None]]] = (
    apply_tiers,
    announce,
    wind,
    look_ahead,
    undecided.watch,
)


def attended(begin: Begin, desk: Desk, clock: Clock) -> Begin:
    """Units of work that see to what their changes mean for people, and for what is due."""

    @asynccontextmanager
    async def begun() -> AsyncIterator[UnitOfWork]:
        async with begin() as uow:
            yield uow
            now = clock()
            for care in _CARES:
                await care(uow, desk, now)

    return begun
