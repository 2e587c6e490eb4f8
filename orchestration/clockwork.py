"""What a due follow-up does when the clock wakes it."""

from collections.abc import Sequence

from orchestration.consultation import consult
from orchestration.escalation import nobody_claimed
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.ports import Advisor, Begin, Clock, UnitOfWork
from orchestration.transactions import transact


async def run(begin: Begin, advisors: Sequence[Advisor], due: FollowUp, clock: Clock) -> None:
    """Does what is due and forgets it, in one commit; running it twice does it once."""
    if due.kind is FollowUpKind.CONSULT:
        await consult(begin, advisors, due, clock)
        return

    async def warn(uow: UnitOfWork) -> None:
        if await uow.follow_ups.take(due):
            await nobody_claimed(uow, due.ticket, clock())

    await transact(begin, warn)
