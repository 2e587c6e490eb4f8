"""People decide about an action that waits for them: yes, no, or with other arguments.

A decision is one commit, which the ticket's version and the undertaking's own let happen once:
whoever presses a moment later, or twice, reads that it is decided.
"""

from datetime import datetime

from orchestration import deliveries
from orchestration.actions import verbs
from orchestration.actions.action import Action
from orchestration.actions.decision import Decision, Verdict
from orchestration.actions.gate import decide
from orchestration.actions.proposing import Proposal, Proposed, next_moment, plan_reminder, propose
from orchestration.actions.surveying import Ground, survey
from orchestration.actions.undertaking import Undertaking, check_entitled
from orchestration.actions.why import Why
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reading_again import read_again
from orchestration.errors.actions import ActionDecided, NoSuchAction, ReasonMissing
from orchestration.events.actions import ActionApproved, Progress
from orchestration.people import SYSTEM, Actor, Staff
from orchestration.ports import UnitOfWork
from orchestration.schemas import Arguments
from orchestration.sentences import Facts, StaffSentence
from orchestration.ticket import Ticket
from orchestration.timeline import EntryRef


async def approve(
    uow: UnitOfWork, ground: Ground, ticket: Ticket, which: tuple[int, str], by: Staff
) -> Undertaking:
    """`by` says yes to the action of entry and seal `which`; with the last yes it is done next.

    What it rested on is looked at again: where the records or the policy say something else by now,
    the approval is void. While no server has the tool, that is seen to before it is done. Raises
    `NoSuchAction`, `ActionDecided`, `NotEntitled` and `TicketClosed`.
    """
    ticket.check_not_closed()
    undertaking, now = await read(uow, ticket, which[0]), ground.now
    undertaking.check_open(which[1])
    if undertaking.until is not None and undertaking.until <= now:
        raise ActionDecided(ticket=ticket.id)  # nobody did in time, whether that is said yet or not
    await check(uow, ticket, undertaking, by)
    situation = await survey(uow, ground, ticket, undertaking.action, undertaking.ref)
    decision = decide(situation, ground.desk.policy, ground.desk.language)
    record = situation.customer.record
    why = outdated(undertaking, decision, record)
    if why and (undertaking.action.tool in ground.tools or record != undertaking.record):
        undertaking.move(Progress.VOID)
        await settle(uow, ticket, undertaking, by, now, why)
        await read_again(uow, ticket, now)
        return undertaking
    undertaking.approve(by, now)
    event = ActionApproved(undertaking.ref.seq, undertaking.action.tool, undertaking.left)
    verbs.record(ticket, event, by, now, goes_on=await _last(uow, ticket, undertaking))
    await uow.tickets.save(ticket)
    await uow.actions.save(undertaking)
    await _show(uow, ticket, undertaking)
    await plan_reminder(uow, ticket, now)
    if undertaking.progress is Progress.READY:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ACT, now))
    return undertaking


async def reject(
    uow: UnitOfWork, ticket: Ticket, which: tuple[int, str], reason: str, by: Staff, now: datetime
) -> Undertaking:
    """`by` says no, and why; raises what `approve` raises, and `ReasonMissing`."""
    undertaking = await read(uow, ticket, which[0])
    undertaking.check_open(which[1])
    await check(uow, ticket, undertaking, by)
    if not reason.strip():
        raise ReasonMissing(ticket=ticket.id)
    undertaking.move(Progress.REJECTED)
    await settle(uow, ticket, undertaking, by, now, reason.strip())
    await read_again(uow, ticket, now)
    return undertaking


async def amend(
    uow: UnitOfWork,
    ground: Ground,
    ticket: Ticket,
    which: tuple[int, str],
    arguments: Arguments,
    by: Staff,
) -> Proposed | None:
    """Proposes it with other arguments instead, through the gate; `by` is who proposes now.

    What takes its place may have to be read for first. Where nothing does, because no read can
    prove it or the system is down, the one that waits goes on waiting. Raises what `approve`
    raises.
    """
    undertaking = await read(uow, ticket, which[0])
    undertaking.check_open(which[1])
    await check(uow, ticket, undertaking, by)
    action = Action(undertaking.action.tool, arguments)
    proposal = Proposal(action, by, undertaking.workflow, undertaking.step, undertaking.ref)
    proposed = await propose(uow, ground, ticket, proposal)
    if proposed is not None and proposed.undertaking is not None:
        undertaking.move(Progress.VOID)
        await settle(uow, ticket, undertaking, by, ground.now, Why.REPLACED)
    return proposed


async def look(uow: UnitOfWork, due: FollowUp, now: datetime) -> None:
    """Reminds of what waits for an approval, once, and ends what nobody decided in time."""
    ticket = await uow.tickets.get(due.ticket)
    for each in await uow.actions.of(ticket.id):
        moment = next_moment(each)
        if moment is None or moment > now:
            continue
        if each.until is not None and each.until <= now:
            each.move(Progress.EXPIRED)
            await settle(uow, ticket, each, SYSTEM, now)
            await read_again(uow, ticket, now)
            sentence = StaffSentence.APPROVAL_EXPIRED
        else:
            each.reminded = True
            await uow.actions.save(each)
            sentence = StaffSentence.APPROVAL_WAITS
        facts: Facts = {"ticket": ticket.id, "tool": each.action.tool}
        await uow.outbox.add(deliveries.alert(ticket.id, sentence, facts))
    await plan_reminder(uow, ticket, now)


async def settle(
    uow: UnitOfWork,
    ticket: Ticket,
    undertaking: Undertaking,
    by: Actor,
    now: datetime,
    words: str = "",
) -> None:
    """Keeps how far it came, which its ticket and its message say."""
    event = verbs.moved(undertaking, words)
    verbs.record(ticket, event, by, now, goes_on=await _last(uow, ticket, undertaking))
    await uow.tickets.save(ticket)
    await uow.actions.save(undertaking)
    await _show(uow, ticket, undertaking)
    await plan_reminder(uow, ticket, now)


async def read(uow: UnitOfWork, ticket: Ticket, seq: int) -> Undertaking:
    """The ticket's action that entry `seq` proposed; raises `NoSuchAction`."""
    found = await uow.actions.get(EntryRef(ticket.id, seq))
    if found is None:
        raise NoSuchAction(ticket=ticket.id)
    return found


async def check(uow: UnitOfWork, ticket: Ticket, undertaking: Undertaking, by: Staff) -> None:
    """Raises `NotEntitled` for who may not decide about it."""
    person = await uow.people.get(by.id)
    skills = person.skills if person else ()
    check_entitled(undertaking, by, skills, ticket.primary_id)


def outdated(undertaking: Undertaking, decision: Decision, record: str) -> str:
    """Why it cannot happen as it was decided; empty where it can.

    What people approved, they approved on what they read. A read that is only too old is made again
    before anything is done.
    """
    before = undertaking.decision
    if undertaking.record != record:
        return Why.EVIDENCE
    if decision.verdict is Verdict.UNPROVEN:
        return ""
    if decision.verdict not in {Verdict.APPROVE, Verdict.AUTO}:
        return decision.reasons[0] if decision.reasons else Why.POLICY
    if before.verdict is Verdict.APPROVE and decision.evidence != before.evidence:
        return Why.EVIDENCE
    stricter = decision.verdict is Verdict.APPROVE and decision.approvers != before.approvers
    return Why.POLICY if stricter else ""


async def _last(uow: UnitOfWork, ticket: Ticket, undertaking: Undertaking) -> bool:
    """Whether nothing of the ticket waits for an approval once this is saved."""
    others = [each for each in await uow.actions.of(ticket.id) if each.ref != undertaking.ref]
    return all(each.progress is not Progress.WAITING for each in (*others, undertaking))


async def _show(uow: UnitOfWork, ticket: Ticket, undertaking: Undertaking) -> None:
    await uow.outbox.add(
        deliveries.action(undertaking.ref), deliveries.card(ticket.id), deliveries.dress(ticket.id)
    )
