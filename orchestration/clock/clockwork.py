"""What a due follow-up does when the clock wakes it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.answering import drafting, holding
from orchestration.cases.incidents import send_released
from orchestration.clock import reminding, snoozing
from orchestration.clock.claim_watch import nobody_claimed
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reminders import Reminder
from orchestration.consultation import consult
from orchestration.customers import flooding, reception
from orchestration.desk import Desk
from orchestration.ending import lapsing
from orchestration.escalating import undecided
from orchestration.ports import Advisor, Begin, Clock, UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.sla import keeping
from orchestration.team import shift_digest
from orchestration.team.relief import look_for_absent
from orchestration.team.shift_digest import ShiftEnd
from orchestration.transactions import transact

#: A follow-up that failed is tried again after this; the others do not wait for it.
RETRY_AFTER = timedelta(minutes=1)

#: What may be due: on a ticket, what someone set, or for the whole desk.
Due = FollowUp | Reminder | ShiftEnd


async def run_due(
    begin: Begin,
    desk: Desk,
    advisors: Sequence[Advisor],
    clock: Clock,
    failed: Callable[[Due | Reception, Exception], None],
) -> datetime | None:
    """Does everything that is due and returns when the next thing is.

    One that fails is told to `failed` and put off by `RETRY_AFTER`.
    """
    opens = await reception.open_unanswered(begin, desk, clock, failed)
    while True:
        async with begin() as uow:
            now = clock()
            due: list[Due] = [*await uow.follow_ups.due(now), *await uow.reminders.due(now)]
            shift = await shift_digest.watch(uow, desk, now)
            if shift is not None and shift.due_at <= now:
                due.append(shift)
            if not due:
                ends = shift.due_at if shift else None
                kept = await uow.follow_ups.next_due(), await uow.reminders.next_due()
                ahead = (*kept, ends, opens)
                return min((each for each in ahead if each), default=None)
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
        await consult(begin, desk, advisors, due, clock)
        return

    async def wake(uow: UnitOfWork) -> None:
        if isinstance(due, Reminder):
            await reminding.run(uow, desk, due, clock())
        elif isinstance(due, ShiftEnd):
            await shift_digest.run(uow, desk, due, clock())
        elif await uow.follow_ups.take(due):
            await _WAKES[due.kind](uow, desk, due, clock())

    await transact(begin, wake)


#: What each kind does, once its row is taken; `CONSULT` alone takes its time between two.
_WAKES: Mapping[FollowUpKind, Callable[[UnitOfWork, Desk, FollowUp, datetime], Awaitable[None]]] = {
    FollowUpKind.UNCLAIMED: nobody_claimed,
    FollowUpKind.RELIEF: look_for_absent,
    FollowUpKind.SEND_DRAFT: lambda uow, desk, due, now: send_released(uow, desk, due.ticket, now),
    FollowUpKind.FLOOD_OVER: lambda uow, _, due, __: flooding.over(uow, due),
    FollowUpKind.UNLOCK: lambda uow, _, due, __: drafting.ran_out(uow, due),
    FollowUpKind.ASK_ALOUD: lambda uow, _, due, now: holding.ask_aloud(uow, due, now),
    FollowUpKind.SLA: keeping.look,
    FollowUpKind.UNDECIDED: undecided.look,
    FollowUpKind.ABSENCE_OVER: lambda uow, _, due, __: uow.outbox.add(deliveries.card(due.ticket)),
    FollowUpKind.WAKE: snoozing.time_to_wake,
    FollowUpKind.NUDGE: lapsing.run,
    FollowUpKind.RESOLVE: lapsing.run,
    FollowUpKind.CLOSE: lapsing.run,
}


async def _put_off(begin: Begin, due: Due, until: datetime) -> None:
    async with begin() as uow:
        if isinstance(due, Reminder):
            await uow.reminders.swap(due, replace(due, due_at=until))
        elif isinstance(due, ShiftEnd):
            await shift_digest.put_off(uow, due, until)
        elif await uow.follow_ups.take(due):
            await uow.follow_ups.schedule(replace(due, due_at=until))
