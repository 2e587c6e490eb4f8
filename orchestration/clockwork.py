"""What a due follow-up does when the clock wakes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries, drafting, flooding, holding, reception
from orchestration.consultation import consult
from orchestration.desk import Desk
from orchestration.escalation import nobody_claimed
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.incidents import send_released
from orchestration.ports import Advisor, Begin, Clock, UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.relief import look_for_absent
from orchestration.sla import keeping
from orchestration.transactions import transact

#: A follow-up that failed is tried again after this; the others do not wait for it.
RETRY_AFTER = timedelta(minutes=1)


async def run_due(
    begin: Begin,
    desk: Desk,
    advisors: Sequence[Advisor],
    clock: Clock,
    failed: Callable[[FollowUp | Reception, Exception], None],
) -> datetime | None:
    """Does everything that is due and returns when the next thing is.

    One that fails is told to `failed` and put off by `RETRY_AFTER`.
    """
    opens = await reception.open_unanswered(begin, desk, clock, failed)
    while True:
        async with begin() as uow:
            due = await uow.follow_ups.due(clock())
            if not due:
                next_due = await uow.follow_ups.next_due()
                return min((each for each in (next_due, opens) if each), default=None)
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
        await consult(begin, desk, advisors, due, clock)
        return

    async def wake(uow: UnitOfWork) -> None:
        if not await uow.follow_ups.take(due):
            return
        await _wake(uow, desk, due, clock())

    await transact(begin, wake)


async def _wake(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    match due.kind:
        case FollowUpKind.UNCLAIMED:
            await nobody_claimed(uow, desk, due, now)
        case FollowUpKind.RELIEF:
            await look_for_absent(uow, desk, due, now)
        case FollowUpKind.SEND_DRAFT:
            await send_released(uow, desk, due.ticket, now)
        case FollowUpKind.FLOOD_OVER:
            await flooding.over(uow, due)
        case FollowUpKind.UNLOCK:
            await drafting.ran_out(uow, due)
        case FollowUpKind.ASK_ALOUD:
            await holding.ask_aloud(uow, due, now)
        case FollowUpKind.SLA:
            await keeping.look(uow, desk, due, now)
        case FollowUpKind.ABSENCE_OVER:
            await uow.outbox.add(deliveries.card(due.ticket))


async def _put_off(begin: Begin, due: FollowUp, until: datetime) -> None:
    async with begin() as uow:
        if await uow.follow_ups.take(due):
            await uow.follow_ups.schedule(replace(due, due_at=until))
