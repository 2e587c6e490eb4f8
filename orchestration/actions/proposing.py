"""Somebody proposes an action: the gate decides at once, and what follows is one commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from orchestration import deliveries
from orchestration.actions import verbs
from orchestration.actions.action import Action
from orchestration.actions.decision import Decision, Verdict
from orchestration.actions.gate import decide
from orchestration.actions.surveying import Ground, is_down, survey
from orchestration.actions.undertaking import STANDING, Undertaking
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.escalating.attending import escalate
from orchestration.escalating.conditions import Firing
from orchestration.events.actions import Progress
from orchestration.people import SYSTEM, Specialist, Staff
from orchestration.ports import UnitOfWork
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef

#: How far an action is at once, by what the gate says.
_BEGINS = {
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

    What is unproven leads to none, nor does what a server would do that is down now.
    """

    decision: Decision
    undertaking: Undertaking | None = None


async def propose(
    uow: UnitOfWork, ground: Ground, ticket: Ticket, proposal: Proposal
) -> Proposed | None:
    """Decides about a proposal and keeps it; None where it is known already.

    What is denied is kept, too: people see that it was tried. Raises `TicketClosed`.
    """
    ticket.check_not_closed()
    action, desk, now = proposal.action, ground.desk, ground.now
    known = _SETTLED if isinstance(proposal.by, Specialist) else STANDING
    same = [each for each in await uow.actions.of(ticket.id) if each.action.digest == action.digest]
    if any(each.progress in known for each in same):
        return None
    situation = await survey(uow, ground, ticket, action, proposal.instead)
    decision = decide(situation, desk.policy, desk.language)
    if decision.verdict is Verdict.UNPROVEN or is_down(desk.toolbox, ground.tools, action.tool):
        return Proposed(decision)
    progress = _BEGINS[decision.verdict]
    event = verbs.proposed(
        action,
        decision,
        progress,
        proposal.workflow,
        proposal.step,
        proposal.instead.seq if proposal.instead else None,
    )
    entry = verbs.record(ticket, event, proposal.by, now, waits=progress is Progress.WAITING)
    policy = desk.policy.actions.get(action.tool)
    undertaking = Undertaking(
        entry.ref,
        action,
        situation.customer.record,
        policy.amount_of(action.arguments) if policy else 0,
        proposal.by,
        now,
        decision,
        progress,
        proposal.workflow,
        proposal.step,
    )
    if progress is Progress.WAITING:
        undertaking.until = now + undertaking.approvers.within
    await uow.tickets.save(ticket)
    await uow.actions.add(undertaking)
    await uow.outbox.add(deliveries.action(undertaking.ref, aloud=True), deliveries.card(ticket.id))
    if progress is Progress.READY:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ACT, now))
    elif progress is Progress.WAITING:
        await plan_reminder(uow, ticket, now)
        await uow.outbox.add(deliveries.dress(ticket.id))
    elif progress is Progress.ESCALATED:
        await _escalate(uow, desk, ticket, undertaking, now)
    return Proposed(decision, undertaking)


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
    tiers: Sequence[str] = [each.id for each in desk.escalation.tiers]
    named = undertaking.decision.tier
    chosen = named if named in tiers else next(iter(tiers), "")
    for tier in desk.escalation.tiers:
        if tier.id == chosen:
            reason = undertaking.decision.reasons[0] if undertaking.decision.reasons else ""
            firing = Firing(tier, f"action:{undertaking.ref.seq}", reason)
            await escalate(uow, desk, ticket, firing, SYSTEM, now)
