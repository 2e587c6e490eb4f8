"""Somebody proposes an action: the gate decides, and what follows is one commit.

It decides at once on what was read. Where people propose what nobody has read for yet, that is read
first: their proposal is kept, and decided once the reads are there.
"""

from dataclasses import dataclass
from datetime import datetime

from orchestration import deliveries
from orchestration.actions import verbs
from orchestration.actions.action import Action
from orchestration.actions.decision import Decision, Lack, Verdict
from orchestration.actions.gate import decide
from orchestration.actions.surveying import Ground, is_down, survey
from orchestration.actions.undertaking import STANDING, Undertaking
from orchestration.actions.why import Why
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.escalating.attending import escalate
from orchestration.escalating.conditions import Firing
from orchestration.events.actions import Progress
from orchestration.people import SYSTEM, Specialist, Staff
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef

#: How far an action is, by what the gate says; what is still unproven once it was read is void.
_BEGINS = {
    Verdict.UNPROVEN: Progress.VOID,
    Verdict.AUTO: Progress.READY,
    Verdict.APPROVE: Progress.WAITING,
    Verdict.ESCALATE: Progress.ESCALATED,
    Verdict.DENY: Progress.DENIED,
}
#: What specialists do not propose again with the same arguments: people, the policy or the system
#: said no. What is void, or nobody decided, they may.
_SETTLED = STANDING | {
    Progress.REJECTED,
    Progress.DENIED,
    Progress.ESCALATED,
    Progress.FAILED,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action, who proposes it, and which step of a plan it is; `instead` of an earlier one."""

    action: Action
    by: Specialist | Staff
    workflow: str = ""
    step: str = ""
    instead: EntryRef | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the gate said, and the undertaking that it led to.

    What no read can prove leads to none, nor does what a server would do that is down now.
    """

    decision: Decision
    undertaking: Undertaking | None = None


async def propose(
    uow: UnitOfWork, ground: Ground, ticket: Ticket, proposal: Proposal
) -> Proposed | None:
    """Decides about a proposal and keeps it; None where it is known already.

    What is denied is kept, too: people see that it was tried. Specialists have read before they
    propose, so what is unproven of theirs is dropped. Raises `TicketClosed`.
    """
    ticket.check_not_closed()
    action, desk, now = proposal.action, ground.desk, ground.now
    known = _SETTLED if isinstance(proposal.by, Specialist) else STANDING
    same = [each for each in await uow.actions.of(ticket.id) if each.action.digest == action.digest]
    if any(each.progress in known for each in same):
        return None
    situation = await survey(uow, ground, ticket, action, proposal.instead)
    decision = decide(situation, desk.policy, desk.language)
    is_read = isinstance(proposal.by, Staff) and _can_be_read(decision)
    progress = Progress.READING if is_read else _BEGINS[decision.verdict]
    if progress is Progress.VOID or is_down(desk.toolbox, ground.tools, action.tool):
        return Proposed(decision)
    event = verbs.proposed(
        action,
        decision,
        progress,
        proposal.workflow,
        proposal.step,
        proposal.instead.seq if proposal.instead else None,
    )
    entry = verbs.record(ticket, event, proposal.by, now, waits=progress is Progress.WAITING)
    undertaking = Undertaking(
        entry.ref,
        action,
        situation.customer.record,
        desk.policy.of(action.tool, {}).amount_of(action.arguments),
        proposal.by,
        now,
        decision,
        progress,
        proposal.workflow,
        proposal.step,
        until=_until(decision, now),
    )
    await uow.tickets.save(ticket)
    await uow.actions.add(undertaking)
    await _see_to(uow, desk, ticket, undertaking, now)
    return Proposed(decision, undertaking)


async def decide_once_read(uow: UnitOfWork, ground: Ground, ref: EntryRef) -> None:
    """Decides about a person's proposal, for which was read meanwhile what it rests on.

    Where that does not prove it, or the ticket is closed or another customer's record by now, it is
    void.
    """
    undertaking, desk, now = await uow.actions.get(ref), ground.desk, ground.now
    if undertaking is None or undertaking.progress is not Progress.READING:
        return  # another desk was first
    ticket = await uow.tickets.get(ref.ticket)
    situation = await survey(uow, ground, ticket, undertaking.action, ref)
    decision = decide(situation, desk.policy, desk.language)
    why = ""
    if ticket.status is Status.CLOSED:
        why = Why.CLOSED
    elif situation.customer.record != undertaking.record:
        why = Why.EVIDENCE
    progress = Progress.VOID if why else _BEGINS[decision.verdict]
    undertaking.move(progress)
    undertaking.decision, undertaking.until = decision, _until(decision, now)
    event = verbs.moved(undertaking, why) if why else verbs.judged(undertaking)
    verbs.record(ticket, event, SYSTEM, now, waits=progress is Progress.WAITING)
    await uow.tickets.save(ticket)
    await uow.actions.save(undertaking)
    await _see_to(uow, desk, ticket, undertaking, now)


def _can_be_read(decision: Decision) -> bool:
    """Whether something is missing, and nothing that reading would not bring."""
    missing = decision.missing
    return bool(missing) and all(each.lack in {Lack.MISSING, Lack.STALE} for each in missing)


def _until(decision: Decision, now: datetime) -> datetime | None:
    """When a missing yes becomes a no; None where none is wanted."""
    return now + decision.approvers.within if decision.approvers else None


async def _see_to(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, undertaking: Undertaking, now: datetime
) -> None:
    """People see it, and what has to happen next is due."""
    await uow.outbox.add(deliveries.action(undertaking.ref, aloud=True), deliveries.card(ticket.id))
    match undertaking.progress:
        case Progress.READING | Progress.READY:
            await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ACT, now))
        case Progress.WAITING:
            await plan_reminder(uow, ticket, now)
            await uow.outbox.add(deliveries.dress(ticket.id))
        case Progress.ESCALATED:
            await _escalate(uow, desk, ticket, undertaking, now)


async def plan_reminder(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """The clock wakes the ticket's approvals when the next of them wants a reminder, or is over."""
    moments = [moment for each in await uow.actions.of(ticket.id) if (moment := next_moment(each))]
    if moments:
        due = FollowUp(ticket.id, FollowUpKind.APPROVAL, max(now, min(moments)))
        await uow.follow_ups.schedule(due)
    else:
        await uow.follow_ups.cancel(ticket.id, FollowUpKind.APPROVAL)


def next_moment(undertaking: Undertaking) -> datetime | None:
    """When something is to be said of an approval: a reminder at its half, then that it is over."""
    if undertaking.progress is not Progress.WAITING or undertaking.until is None:
        return None
    if undertaking.reminded:
        return undertaking.until
    return undertaking.until - undertaking.approvers.within / 2


async def _escalate(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, undertaking: Undertaking, now: datetime
) -> None:
    """The tier that the policy names, else the first one; without any, the message says it."""
    tiers, decision = desk.escalation.tiers, undertaking.decision
    named = (each for each in tiers if each.id == decision.tier)
    tier = next(named, next(iter(tiers), None))
    if tier is not None:
        reason = next(iter(decision.reasons), "")
        firing = Firing(tier, f"action:{undertaking.ref.seq}", reason)
        await escalate(uow, desk, ticket, firing, SYSTEM, now)
