"""What consultations write: at their beginning, when advice is there, and when more came late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from orchestration import deliveries
from orchestration.actions.action import Action
from orchestration.actions.proposing import Proposal, propose
from orchestration.actions.surveying import Ground
from orchestration.cases.joined import timeline_of
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reading_again import read_again
from orchestration.consulting import turns
from orchestration.consulting.autonomy import answer, is_public, may_answer
from orchestration.consulting.briefing import READ, Matter, unanswered
from orchestration.consulting.consultants import writer_of
from orchestration.consulting.planned import Planned, keep_case, put_forward
from orchestration.desk import Desk
from orchestration.events import AssignmentRule
from orchestration.events.actions import Progress
from orchestration.events.specialists import Routed
from orchestration.people import Specialist
from orchestration.ports import UnitOfWork
from orchestration.specialists import triage
from orchestration.specialists.advice import Advice, Contribution
from orchestration.specialists.cast import Autonomy, Cast
from orchestration.status import ENDED
from orchestration.team.assignment import find_primary
from orchestration.ticket import Ticket

#: Beyond the time that specialists have: then the follow-up is due again.
LEASE = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Findings:
    """What came of a turn: who was called of whom and why, what they said, and the draft.

    `planned` is what workflows make of it, where the desk has any.
    """

    cast: Cast
    matter: Matter
    routed: Routed
    said: Sequence[Contribution]
    draft: Advice
    planned: Planned | None = None


async def begin_turn(uow: UnitOfWork, desk: Desk, due: FollowUp, now: datetime) -> FollowUp | None:
    """Triage reads the words at once; returns the follow-up that specialists now work on.

    None when the ticket has ended, unless a person asked. Once a ticket was read, a queue that
    assigns by skill knows whom it wants.
    """
    ticket = await uow.tickets.get(due.ticket)
    leased = replace(due, due_at=now + desk.advise_within + LEASE)
    if due.kind is FollowUpKind.ASK:
        await uow.follow_ups.schedule(leased)
        return leased
    if ticket.status in ENDED:
        return None
    unread = ticket.triage is None
    upto = await uow.timeline.last_customer_seq(ticket.id)
    read = triage.read(await timeline_of(uow, ticket, READ), upto)
    if read != ticket.triage:
        ticket.take_triage(read, upto, triage.READER, now)
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.card(ticket.id))
    by_skill = desk.queue(ticket.queue).assign is AssignmentRule.BY_SKILL
    if unread and ticket.primary is None and by_skill:
        await find_primary(uow, desk, ticket, now)
    await uow.follow_ups.schedule(leased)
    return leased


async def keep(
    uow: UnitOfWork,
    desk: Desk,
    leased: FollowUp,
    found: Findings,
    now: datetime,
) -> int | None:
    """Keeps a turn and shows it; returns the entry that it begins with.

    None, and nothing was kept, when a newer message overtook it, another desk kept it, or the
    ticket has ended. What else people asked meanwhile is answered next.
    """
    ticket = await uow.tickets.get(leased.ticket)
    if await uow.timeline.last_customer_seq(ticket.id) != found.matter.brief.upto:
        return None  # and what is due stays: it may have been due in that very moment
    ended = ticket.status in ENDED and found.matter.asked is None
    if not await uow.follow_ups.take(leased) or ended:
        return None
    begun = turns.begin(ticket, found.routed, now)
    before = ticket.reply_draft
    for each in found.said:
        _keep_contribution(ticket, begun.seq, each, now)
    last = ticket.last_reply
    overtaken = last is not None and last.seq > _newest(found.matter)
    soon = await _put_forward(uow, desk, ticket, found, now)
    if not soon and (not overtaken or found.matter.asked is not None):
        _keep_draft(desk, ticket, begun.seq, found, now)
    await uow.tickets.save(ticket)
    if found.planned is not None:
        drafted = ticket.reply_draft not in {None, before}
        supervised = found.planned.supervised
        await keep_case(uow, ticket, supervised, desk.language, drafted=drafted)
        await uow.outbox.add(deliveries.card(ticket.id))
    answered = await _answer(uow, desk, ticket, begun.seq, found, now)
    shown = found.said or ticket.reply_draft != before or answered
    if shown and not soon:  # else the result is drafted next, and one note says it all
        await uow.outbox.add(deliveries.turn(begun.ref))
    if ticket.reply_draft != before and before is not None:
        await turns.show_again(uow, ticket, before)
    if unanswered(await timeline_of(uow, ticket, READ)):
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.ASK, now))
    return begun.seq


async def _put_forward(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, found: Findings, now: datetime
) -> bool:
    """What plans and specialists propose comes before the gate.

    True where something is done at once, or the policy says no to a plan: what comes of it is
    drafted then, and nothing before.
    """
    if ticket.status in ENDED or found.planned is None:
        return False
    begun = [*await put_forward(uow, desk, ticket, found.planned, found.cast, now)]
    ground = Ground(desk, found.planned.served, now)
    for said in found.said:
        by = Specialist(said.specialist, said.name)
        for each in said.advice.actions:
            if each.tool:
                proposal = Proposal(Action(each.tool, each.arguments), by)
                proposed = await propose(uow, ground, ticket, proposal)
                if proposed is not None and proposed.undertaking is not None:
                    begun.append(proposed.undertaking)
    if any(each.progress is Progress.READY for each in begun):
        return True
    refused = any(each.progress is Progress.DENIED and each.workflow for each in begun)
    if refused:
        await read_again(uow, ticket, now)
    return refused


async def add_late(
    uow: UnitOfWork,
    desk: Desk,
    turn: int,
    found: Findings,
    late: Findings,
    now: datetime,
) -> None:
    """Adds what came late to the turn that began with that entry, if nothing overtook it."""
    ticket = await uow.tickets.get(found.matter.brief.ticket)
    overtaken = await uow.timeline.last_customer_seq(ticket.id) != found.matter.brief.upto
    if overtaken or ticket.status in ENDED:
        return
    known = {each.specialist: each for each in found.said}
    for each in late.said:
        if each != known.get(each.specialist):
            _keep_contribution(ticket, turn, each, now)
    stands = await turns.turn_of(uow, ticket, turn)
    if await _put_forward(uow, desk, ticket, late, now):  # what was before is known, and stays so
        late = replace(late, draft=found.draft)
    if late.draft.draft != found.draft.draft and (stands.is_open or stands.draft is None):
        _keep_draft(desk, ticket, turn, late, now)
    if ticket.recorded:
        await uow.tickets.save(ticket)
        await uow.outbox.add(deliveries.turn(stands.begun.ref))
    if late.planned is not None and found.planned is None:
        drafted = ticket.reply_draft is not None
        supervised = late.planned.supervised
        await keep_case(uow, ticket, supervised, desk.language, drafted=drafted)
        await uow.outbox.add(deliveries.card(ticket.id))


async def _answer(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, turn: int, found: Findings, now: datetime
) -> bool:
    """Sends the draft of a saved ticket where specialists may answer by themselves."""
    queue = desk.queue(ticket.queue)
    if queue.autonomy is not Autonomy.AUTO or not is_public(found.matter.brief.entries):
        return False
    stands = await turns.turn_of(uow, ticket, turn)
    if stands.draft is None or not may_answer(ticket, queue, found.cast, stands):
        return False
    writer = writer_of(found.cast)
    entry = answer(ticket, stands.draft, Specialist(writer.id, writer.name), now)
    await uow.tickets.save(ticket)
    await uow.follow_ups.cancel(ticket.id, FollowUpKind.UNCLAIMED)
    await uow.outbox.add(
        deliveries.to_customer(ticket, entry),
        deliveries.card(ticket.id),
        deliveries.dress(ticket.id),
    )
    return True


def _newest(matter: Matter) -> int:
    """The newest entry of the ticket itself that was read."""
    mine = (one.seq for one in matter.brief.entries if one.ticket == matter.brief.ticket)
    return max(mine, default=0)


def _keep_contribution(ticket: Ticket, turn: int, said: Contribution, now: datetime) -> None:
    turns.advise(ticket, turn, said, now)
    if said.advice.handoff is not None:
        by = Specialist(said.specialist, said.name)
        turns.pass_on(ticket, turn, said.advice.handoff, by, now)


def _keep_draft(desk: Desk, ticket: Ticket, turn: int, found: Findings, now: datetime) -> None:
    if not found.draft.draft.strip() or desk.queue(ticket.queue).autonomy is Autonomy.NOTES:
        return
    writer = writer_of(found.cast)
    turns.draft(ticket, turn, found.draft, Specialist(writer.id, writer.name), now)
