"""What is looked at before a system is asked: the evidence anew, the gate anew, who said yes.

Only what still stands is begun, and that it is begun is committed before anything is asked.
"""

from dataclasses import dataclass

from orchestration.actions import approving, verbs
from orchestration.actions.decision import Decision, Verdict
from orchestration.actions.expressions import ExpressionFailed
from orchestration.actions.gate import decide
from orchestration.actions.policy import ActionPolicy
from orchestration.actions.proof import asked_by
from orchestration.actions.surveying import Ground, served, survey
from orchestration.actions.undertaking import Undertaking, check_entitled
from orchestration.actions.why import Why
from orchestration.clock.reading_again import read_again
from orchestration.desk import Desk
from orchestration.errors.actions import NotEntitled
from orchestration.events.actions import Progress
from orchestration.people import SYSTEM, Staff
from orchestration.ports import Begin, Clock, UnitOfWork
from orchestration.ports.tools import (
    Reader,
    ToolError,
    ToolFailed,
    ToolRefused,
    Tools,
    ToolServers,
)
from orchestration.schemas import Arguments
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef


@dataclass(frozen=True, slots=True)
class Hands:
    """What actions are done with."""

    begin: Begin
    desk: Desk
    servers: ToolServers
    reads: Tools
    clock: Clock

    @property
    def ground(self) -> Ground:
        """What decisions stand on now."""
        return Ground(self.desk, served(self.desk.toolbox, self.servers), self.clock())


def policy_of(hands: Hands, undertaking: Undertaking) -> ActionPolicy:
    """What holds for it, also where the owner wrote nothing of the tool."""
    name = undertaking.action.tool
    tool = hands.ground.tools.get(name)
    return hands.desk.policy.of(name, tool.arguments if tool else {})


async def prove(hands: Hands, undertaking: Undertaking, policy: ActionPolicy) -> bool:
    """Makes the reads anew that it rests on; False where a system cannot be asked."""
    async with hands.begin() as uow:
        ticket = await uow.tickets.get(undertaking.ref.ticket)
    try:
        wanted = [(each.tool, asked_by(each, undertaking.action)) for each in policy.evidence]
    except ExpressionFailed:
        return True  # the gate says what it makes of that
    for tool, arguments in wanted:
        if not await _read(hands, ticket, tool, arguments):
            return False
    return True


async def _read(hands: Hands, ticket: Ticket, tool: str, arguments: Arguments) -> bool:
    reader = Reader.desk(tool, ticket.customer.id, ticket.id)
    try:
        await hands.reads.read(reader, tool, arguments)
    except ToolFailed as error:
        return bool(error.said)  # it answered that there is no such thing
    except ToolRefused:
        return True  # nobody is bound any more, or it is no read: the gate says so
    except ToolError:
        return False
    return True


async def begin(uow: UnitOfWork, hands: Hands, ground: Ground, ref: EntryRef) -> Undertaking | None:
    """Writes down that the system is about to be asked; None where that may not be any more."""
    undertaking, now = await uow.actions.get(ref), hands.clock()
    if undertaking is None or undertaking.progress not in {Progress.READY, Progress.RUNNING}:
        return None
    if undertaking.progress is Progress.RUNNING and not policy_of(hands, undertaking).key:
        return None  # another desk has begun, and it is asked for once
    ticket = await uow.tickets.get(ref.ticket)
    if undertaking.progress is Progress.READY:
        situation = await survey(uow, ground, ticket, undertaking.action, ref)
        decision = decide(situation, hands.desk.policy, hands.desk.language)
        why = approving.outdated(undertaking, decision, situation.customer.record)
        why = why or _unproven(decision) or await _disowned(uow, ticket, undertaking)
        if why:
            undertaking.move(Progress.VOID)
            await approving.settle(uow, ticket, undertaking, SYSTEM, now, why)
            await read_again(uow, ticket, now)
            return None
        undertaking.move(Progress.RUNNING)
        verbs.record(ticket, verbs.moved(undertaking), SYSTEM, now)
        await uow.tickets.save(ticket)
    undertaking.attempts += 1
    undertaking.tried_at = now
    await uow.actions.save(undertaking)
    return undertaking


async def _disowned(uow: UnitOfWork, ticket: Ticket, undertaking: Undertaking) -> str:
    """Whether somebody's yes would not count any more: they left, or answer the ticket now."""
    for each in undertaking.approvals:
        if each.seal != undertaking.seal:
            return Why.POLICY
        person = await uow.people.get(each.by)
        if person is None or person.role is None:
            return Why.POLICY
        try:
            by = Staff(each.by, each.name, person.role)
            check_entitled(undertaking, by, person.skills, ticket.primary_id)
        except NotEntitled:
            return Why.POLICY
    return ""


def _unproven(decision: Decision) -> str:
    """What is missing though it was read just now: it is not there any more."""
    return decision.reasons[0] if decision.verdict is Verdict.UNPROVEN else ""
