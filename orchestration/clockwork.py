"""What a due follow-up does when the clock wakes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import drafting, holding
from orchestration.consultation import consult
from orchestration.desk import Desk
from orchestration.escalation import nobody_claimed
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.ports import Advisor, Begin, Clock, UnitOfWork
from orchestration.transactions import transact

#: A follow-up that failed is tried again after this; the others do not wait for it.
RETRY_AFTER = timedelta(minutes=1)


async def run_due(
    begin: Begin,
    desk: Desk,
    advisors: Sequence[Advisor],
    clock: Clock,
    failed: Callable[[FollowUp, Exception], None],
) -> datetime | None:
    """Does everything that is due and returns when the next thing is.

    One that fails is told to `failed` and put off by `RETRY_AFTER`.
    """
    while True:
        async with begin() as uow:
            due = await uow.follow_ups.due(clock())
            if not due:
                return await uow.follow_ups.next_due()
        for follow_up in due:
            try:
                await run(begin, desk, advisors, follow_up, clock)
            except Exception as error:  # noqa: BLE001 - one broken follow-up must not stop the rest
                failed(follow_up, error)
                await _put_off(begin, follow_up, clock() + RETRY_AFTER)


async def run(
    begin: Begin, desk: Desk, advisors: Sequence[Advisor], due: FollowUp, clock: Clock
) -> None:
    """Does what is due and forgets it, in one commit; running it twice does it once."""
    if due.kind is FollowUpKind.CONSULT:
        await consult(begin, advisors, due, clock)
        return

    async def do(uow: UnitOfWork) -> None:
        if not await uow.follow_ups.take(due):
            return
        match due.kind:
            case FollowUpKind.UNLOCK:
                await drafting.ran_out(uow, due)
            case FollowUpKind.ASK_ALOUD:
                await holding.ask_aloud(uow, due, clock())
            case _:
                await nobody_claimed(uow, desk, due, clock())

    await transact(begin, do)


async def _put_off(begin: Begin, due: FollowUp, until: datetime) -> None:
    async with begin() as uow:
        if await uow.follow_ups.take(due):
            await uow.follow_ups.schedule(replace(due, due_at=until))
