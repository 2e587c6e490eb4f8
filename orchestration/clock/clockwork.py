"""What a due follow-up does when the clock wakes it."""

import contextlib
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.actions import approving
from orchestration.actions.executing import begin_acting
from orchestration.answering import drafting, holding
from orchestration.cases.incidents import send_released
from orchestration.clock import reminding, snoozing
from orchestration.clock.claim_watch import nobody_claimed
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reminders import Reminder
from orchestration.consulting.keeping import begin_turn
from orchestration.customers import flooding, reception
from orchestration.desk import Desk
from orchestration.ending import lapsing
from orchestration.escalating import undecided
from orchestration.escalating.attending import look_for_silent
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.reception import Reception
from orchestration.sla import keeping
from orchestration.team import shift_digest
from orchestration.team.relief import look_for_absent
from orchestration.team.shift_digest import ShiftEnd
from orchestration.transactions import transact

#: A follow-up that failed is tried again after this; the others do not wait for it.
RETRY_AFTER = timedelta(minutes=1)

#: So much that was missed shares a commit, which nobody waits long for.
TOGETHER = 20

#: What may be due: on a ticket, what someone set, or for the whole desk.
Due = FollowUp | Reminder | ShiftEnd

#: Takes up what specialists are to think about, and returns at once.
Consult = Callable[[FollowUp], None]


async def run_due(
    begin: Begin,
    desk: Desk,
    consult: Consult,
    clock: Clock,
    failed: Callable[[Due | Reception, Exception], None],
) -> datetime | None:
    """Does everything that is due and returns when the next thing is.

    What takes its time is given to `consult`, and due again should it come to nothing. One that
    fails is told to `failed` and put off by `RETRY_AFTER`.
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
        for together in _groups(due):
            for each, error in await _run_group(begin, desk, consult, together, clock):
                failed(each, error)
                await _put_off(begin, each, clock() + RETRY_AFTER)


async def run(begin: Begin, desk: Desk, consult: Consult, due: Due, clock: Clock) -> None:
    """Does what is due and forgets it, in one commit; running it twice does it once."""
    await _run_together(begin, desk, consult, [due], clock)


def _groups(due: Iterable[Due]) -> Iterator[list[Due]]:
    """What may share a commit, in its order, of a ticket one thing at most.

    What is seen to at the end of a unit of work, such as clocks, so comes between any two of them.
    """
    group: dict[object, Due] = {}
    for each in due:
        ticket = None if isinstance(each, ShiftEnd) else each.ticket
        place = each if ticket is None else ticket
        if place in group or len(group) == TOGETHER:
            yield [*group.values()]
            group = {}
        group[place] = each
    yield [*group.values()]


async def _run_group(
    begin: Begin, desk: Desk, consult: Consult, group: Sequence[Due], clock: Clock
) -> Sequence[tuple[Due, Exception]]:
    """Does these in one commit; where one of them fails, each in its own. Returns what failed."""
    if len(group) > 1:
        with contextlib.suppress(Exception):  # nothing was done, and one of them says why below
            await _run_together(begin, desk, consult, group, clock)
            return []
    broken: list[tuple[Due, Exception]] = []
    for each in group:
        try:
            await run(begin, desk, consult, each, clock)
        except Exception as error:  # noqa: BLE001 - one broken follow-up must not stop the rest
            broken.append((each, error))
    return broken


async def _run_together(
    begin: Begin, desk: Desk, consult: Consult, group: Sequence[Due], clock: Clock
) -> None:
    async def wake(uow: UnitOfWork) -> Sequence[FollowUp]:
        leased = [await _wake(uow, desk, due, clock()) for due in group]
        return [each for each in leased if each is not None]

    for leased in await transact(begin, wake):
        consult(leased)


async def _wake(uow: UnitOfWork, desk: Desk, due: Due, now: datetime) -> FollowUp | None:
    """Does what is due; returns what is to be taken up after the commit."""
    if isinstance(due, Reminder):
        await reminding.run(uow, desk, due, now)
    elif isinstance(due, ShiftEnd):
        await shift_digest.run(uow, desk, due, now)
    elif await uow.follow_ups.take(due):
        if due.kind is FollowUpKind.ACT:
            return await begin_acting(uow, due, now)
        if due.kind in _CONSULTS:
            return await begin_turn(uow, desk, due, now)
        await _WAKES[due.kind](uow, desk, due, now)
    return None


#: What specialists think about: that takes its time.
_CONSULTS = frozenset({FollowUpKind.CONSULT, FollowUpKind.ASK})

#: What each of the others does, once its row is taken.
_WAKES: Mapping[FollowUpKind, Callable[[UnitOfWork, Desk, FollowUp, datetime], Awaitable[None]]] = {
    FollowUpKind.UNCLAIMED: nobody_claimed,
    FollowUpKind.RELIEF: look_for_absent,
    FollowUpKind.SEND_DRAFT: lambda uow, desk, due, now: send_released(uow, desk, due.ticket, now),
    FollowUpKind.FLOOD_OVER: lambda uow, _, due, __: flooding.over(uow, due),
    FollowUpKind.UNLOCK: lambda uow, _, due, __: drafting.ran_out(uow, due),
    FollowUpKind.ASK_ALOUD: lambda uow, _, due, now: holding.ask_aloud(uow, due, now),
    FollowUpKind.SLA: keeping.look,
    FollowUpKind.UNDECIDED: undecided.look,
    FollowUpKind.SILENT: look_for_silent,
    FollowUpKind.APPROVAL: lambda uow, _, due, now: approving.look(uow, due, now),
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
