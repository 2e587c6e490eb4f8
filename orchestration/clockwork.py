"""What a due follow-up does when the clock wakes it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import lapsing, reminding, snoozing
from orchestration.consultation import consult
from orchestration.desk import Desk
from orchestration.escalation import nobody_claimed
from orchestration.followups import FollowUp, FollowUpKind
from orchestration.lapsing import STEPS
from orchestration.ports import Advisor, Begin, Clock, UnitOfWork
from orchestration.reminders import Reminder
from orchestration.transactions import transact

#: A follow-up that failed is tried again after this; the others do not wait for it.
RETRY_AFTER = timedelta(minutes=1)


#: What may be due: the desk's own, or what someone set.
Due = FollowUp | Reminder


async def run_due(
    begin: Begin,
    desk: Desk,
    advisors: Sequence[Advisor],
    clock: Clock,
    failed: Callable[[Due, Exception], None],
) -> datetime | None:
    """Does everything that is due and returns when the next thing is.

    One that fails is told to `failed` and put off by `RETRY_AFTER`.
    """
    while True:
        async with begin() as uow:
            now = clock()
            due: list[Due] = [*await uow.follow_ups.due(now), *await uow.reminders.due(now)]
            if not due:
                ahead = (await uow.follow_ups.next_due(), await uow.reminders.next_due())
                return min((each for each in ahead if each is not None), default=None)
        for each in due:
            try:
                await run(begin, desk, advisors, each, clock)
            except Exception as error:  # noqa: BLE001 - one broken follow-up must not stop the rest
                failed(each, error)
                await _put_off(begin, each, clock() + RETRY_AFTER)


async def run(
    begin: Begin, desk: Desk, advisors: Sequence[Advisor], due: Due, clock: Clock
) -> None:
    """Does what is due and forgets it, in one commit; running it twice does it once."""
    if isinstance(due, FollowUp) and due.kind is FollowUpKind.CONSULT:
        await consult(begin, advisors, due, clock)
        return

    async def work(uow: UnitOfWork) -> None:
        if isinstance(due, Reminder):
            await reminding.run(uow, desk, due, clock())
        elif await uow.follow_ups.take(due):
            await _taken(uow, desk, due, clock())

    await transact(begin, work)


async def _taken(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> None:
    match due.kind:
        case FollowUpKind.WAKE:
            await snoozing.time_to_wake(uow, desk, due, now)
        case kind if kind in STEPS:
            await lapsing.run(uow, desk, due, now)
        case _:
            await nobody_claimed(uow, desk, due, now)


async def _put_off(begin: Begin, due: Due, until: datetime) -> None:
    async with begin() as uow:
        if isinstance(due, Reminder):
            await uow.reminders.swap(due, replace(due, due_at=until))
        elif await uow.follow_ups.take(due):
            await uow.follow_ups.schedule(replace(due, due_at=until))
