"""Does what may be done: each action once, whatever breaks in between.

That it is about to be done is committed before the system is asked, with the idempotency key. A
desk that finds an action so begun knows that its outcome is unknown. A system that honours the key
is asked again with the same one, and does it once. Of any other it is looked up whether it
happened, and never asked twice: where no read can tell, people look.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from orchestration.actions import approving, outcome
from orchestration.actions.beginning import Hands, begin, policy_of, prove
from orchestration.actions.expressions import ExpressionFailed
from orchestration.actions.policy import ActionPolicy
from orchestration.actions.proposing import decide_once_read
from orchestration.actions.undertaking import MOVES, Undertaking
from orchestration.actions.why import Why
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reading_again import read_again
from orchestration.events.actions import Progress
from orchestration.people import SYSTEM
from orchestration.ports import UnitOfWork
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.tools import (
    Answer,
    Reader,
    ToolError,
    ToolFailed,
    ToolRefused,
)
from orchestration.schemas import Json, properties
from orchestration.timeline import EntryRef
from orchestration.tools import whose
from orchestration.transactions import transact

#: Beyond this another desk, or the next one, takes it that whoever began is gone.
LEASE = timedelta(minutes=2)
#: Between attempts: what cannot be asked now may be later.
PAUSE = timedelta(seconds=30)
#: So often is a system asked that does not answer, before people look.
ATTEMPTS = 5
#: So long is a system tried that cannot be reached at all.
PATIENCE = timedelta(minutes=15)
#: No system was asked to do any of it.
_UNTOUCHED = frozenset({Progress.READING, Progress.READY})
#: So much of what a system says of its refusal is kept, in characters.
SAID = 300


@dataclass(frozen=True, slots=True)
class End:
    """What came of an action: how far it is, why, and what the system answered."""

    to: Progress
    words: str = ""
    reference: str = ""
    result: Json = None


async def begin_acting(uow: UnitOfWork, due: FollowUp, now: datetime) -> FollowUp:
    """Takes a ticket's actions up; should it come to nothing, they are due again."""
    leased = replace(due, due_at=now + LEASE)
    await uow.follow_ups.schedule(leased)
    return leased


async def act(hands: Hands, leased: FollowUp) -> None:
    """Does all that may be done on a ticket, one action after the other, in their order."""
    async with hands.begin() as uow:
        known = await uow.actions.of(leased.ticket)
    again = False
    for each in known:
        if each.progress in _UNTOUCHED | {Progress.RUNNING}:
            again |= await _attend(hands, each.ref)

    async def done(uow: UnitOfWork) -> None:
        if not await uow.follow_ups.take(leased):
            return  # something else became due meanwhile
        if again:
            due = FollowUp(leased.ticket, FollowUpKind.ACT, hands.clock() + PAUSE)
            await uow.follow_ups.schedule(due)

    await transact(hands.begin, done)


async def _attend(hands: Hands, ref: EntryRef) -> bool:
    """Brings one action further; True where it has to be tried again later."""
    async with hands.begin() as uow:
        undertaking = await uow.actions.get(ref)
    if undertaking is None:
        return False
    policy = policy_of(hands, undertaking)
    untouched = undertaking.progress in _UNTOUCHED
    running = undertaking.progress is Progress.RUNNING
    if untouched and not await _can_be_judged(hands, undertaking, policy):
        return await _later(hands, ref)
    if untouched or (running and policy.key):
        return await _go_on(hands, undertaking, policy)
    if running:
        if undertaking.tried_at is not None and hands.clock() - undertaking.tried_at < PAUSE:
            return True  # another desk may be asking just now
        return await _look_up(hands, undertaking, policy)
    return False


async def _can_be_judged(hands: Hands, undertaking: Undertaking, policy: ActionPolicy) -> bool:
    """Whether all that it rests on was read just now, and its tool is there."""
    proven = await prove(hands, undertaking, policy)
    return proven and undertaking.action.tool in hands.ground.tools


async def _go_on(hands: Hands, undertaking: Undertaking, policy: ActionPolicy) -> bool:
    """Has decided what was read for, and done what may be; True where it is to be tried again."""
    ground, ref = hands.ground, undertaking.ref
    if undertaking.progress is Progress.READING:
        await transact(hands.begin, lambda uow: decide_once_read(uow, ground, ref))
        return False  # what may be done now is due already
    begun = await transact(hands.begin, lambda uow: begin(uow, hands, ground, ref))
    if begun is None:
        return await _is_asked(hands, ref)
    return await _ask(hands, begun, policy)


async def _is_asked(hands: Hands, ref: EntryRef) -> bool:
    """Whether another desk was first to ask: should that one be gone, somebody has to look."""
    async with hands.begin() as uow:
        undertaking = await uow.actions.get(ref)
    return undertaking is not None and undertaking.progress is Progress.RUNNING


async def _ask(hands: Hands, undertaking: Undertaking, policy: ActionPolicy) -> bool:
    """Asks the system, once, and keeps what came of it; True where it is to be asked again."""
    arguments = dict(undertaking.action.arguments)
    if policy.customer:
        tool = hands.ground.tools.get(undertaking.action.tool)
        wanted = properties(tool.arguments) if tool else {}
        arguments[policy.customer] = whose.fit(undertaking.record, wanted.get(policy.customer))
    if policy.key:
        arguments[policy.key] = undertaking.key
    try:
        answer = await hands.servers.call(undertaking.action.tool, arguments)
    except ToolFailed:
        return await _unanswered(hands, undertaking, policy)
    except ToolRefused as error:
        await _end(hands, undertaking.ref, _refused(undertaking, error))
        return False
    except ToolError:
        return await _not_asked(hands, undertaking)
    await _answered(hands, undertaking, policy, answer)
    return False


def _refused(undertaking: Undertaking, error: ToolRefused) -> End:
    """Nothing was asked; of an earlier attempt nobody knows."""
    if undertaking.attempts > 1:
        return End(Progress.UNKNOWN, Why.NO_ANSWER)
    return End(Progress.FAILED, error.reason)


async def _answered(
    hands: Hands, undertaking: Undertaking, policy: ActionPolicy, answer: Answer
) -> None:
    """The system said what came of it: a no of its own is a no."""
    if answer.error:
        await _end(hands, undertaking.ref, End(Progress.FAILED, answer.text[:SAID]))
        return
    reference = outcome.reference(policy, answer.data)
    await _end(hands, undertaking.ref, End(Progress.DONE, "", reference, answer.data))


async def _unanswered(hands: Hands, undertaking: Undertaking, policy: ActionPolicy) -> bool:
    """Nobody knows whether it happened."""
    if policy.key:
        if undertaking.attempts < ATTEMPTS:
            return True
        await _end(hands, undertaking.ref, End(Progress.UNKNOWN, Why.NO_ANSWER))
        return False
    return await _look_up(hands, undertaking, policy)


async def _not_asked(hands: Hands, undertaking: Undertaking) -> bool:
    """The system cannot be reached: nothing was asked, and of an earlier attempt nobody knows."""
    if undertaking.attempts >= ATTEMPTS:
        await _end(hands, undertaking.ref, End(Progress.UNKNOWN, Why.NO_ANSWER))
        return False
    if undertaking.attempts == 1:
        await transact(hands.begin, lambda uow: _unbegin(uow, undertaking.ref))
        return await _later(hands, undertaking.ref)
    return True


async def _unbegin(uow: UnitOfWork, ref: EntryRef) -> None:
    """It is as if nobody had begun."""
    undertaking = await uow.actions.get(ref)
    if undertaking is None or undertaking.attempts > 1:
        return  # another desk has asked meanwhile
    if undertaking.progress is Progress.RUNNING:
        undertaking.move(Progress.READY)
        undertaking.attempts, undertaking.tried_at = 0, None
        await uow.actions.save(undertaking)


async def _look_up(hands: Hands, undertaking: Undertaking, policy: ActionPolicy) -> bool:
    """Reads whether it happened; it is asked for once at most, so people decide what else."""
    check = policy.check
    if check is None:
        await _end(hands, undertaking.ref, End(Progress.UNKNOWN, Why.NO_ANSWER))
        return False
    async with hands.begin() as uow:
        ticket = await uow.tickets.get(undertaking.ref.ticket)
    action, now = undertaking.action, hands.clock()
    try:
        arguments = outcome.asked(check, action)
        reader = Reader.desk(check.tool, ticket.customer.id, ticket.id)
        read = await hands.reads.read(reader, check.tool, arguments)
        happened = read.found and outcome.happened(check, action, read.data, now)
    except ToolError:
        if undertaking.tried_at is not None and now - undertaking.tried_at < ATTEMPTS * PAUSE:
            return True
        await _end(hands, undertaking.ref, End(Progress.UNKNOWN, Why.NO_ANSWER))
        return False
    except ExpressionFailed:
        await _end(hands, undertaking.ref, End(Progress.UNKNOWN, Why.NO_ANSWER))
        return False
    if happened:
        await _end(hands, undertaking.ref, End(Progress.DONE, Why.LOOKED_UP, "", read.data))
    else:
        await _end(hands, undertaking.ref, End(Progress.UNKNOWN, Why.NOT_SEEN))
    return False


async def _end(hands: Hands, ref: EntryRef, end: End) -> None:
    """Keeps what came of it, with what the system answered as evidence for the next step."""

    async def keep(uow: UnitOfWork) -> None:
        undertaking, now = await uow.actions.get(ref), hands.clock()
        if undertaking is None or end.to not in MOVES[undertaking.progress]:
            return  # another desk was first
        ticket = await uow.tickets.get(ref.ticket)
        undertaking.reference = end.reference
        if end.to is Progress.DONE:
            undertaking.result = end.result
            action = undertaking.action
            read = RecordedRead(
                ticket.id, action.tool, action.arguments, undertaking.record, now, end.result
            )
            await uow.evidence.add(read)
        undertaking.move(end.to)
        await approving.settle(uow, ticket, undertaking, SYSTEM, now, end.words)
        await read_again(uow, ticket, now)

    await transact(hands.begin, keep)


async def _later(hands: Hands, ref: EntryRef) -> bool:
    """A system that its evidence is of cannot be asked: it is tried again, and not for ever."""

    async def look(uow: UnitOfWork) -> bool:
        undertaking, now = await uow.actions.get(ref), hands.clock()
        if undertaking is None or undertaking.progress not in _UNTOUCHED:
            return False
        last = max([undertaking.proposed_at, *(each.at for each in undertaking.approvals)])
        if now - last < PATIENCE:
            return True
        ticket = await uow.tickets.get(ref.ticket)
        undertaking.move(Progress.FAILED)
        await approving.settle(uow, ticket, undertaking, SYSTEM, now, Why.NOT_ASKED)
        return False

    return await transact(hands.begin, look)
