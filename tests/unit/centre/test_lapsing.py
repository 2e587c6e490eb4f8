"""A week without an answer, and everything in its minute."""

from datetime import datetime, timedelta

import pytest

from orchestration.answering import drafting, holding, suggesting
from orchestration.answering.staff_message import StaffMessage
from orchestration.cases import filing, incidents
from orchestration.clock import snoozing
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import AutoClose, BeforeClosing, Desk, Queue
from orchestration.ending import lapsing, resolution, wrapping_up
from orchestration.errors.followups import NothingToStop, NotSnoozed
from orchestration.errors.ticket import IllegalTransition, NotAllowed, TicketClosed
from orchestration.events import Obstacle, Triaged
from orchestration.events.followups import Lapsed
from orchestration.sentences import PublicSentence
from orchestration.status import Status
from orchestration.team import collaboration
from tests.unit.centre.cast import ANNA, BEN, EVA, NOW, READER, SAM, XENIA, known, words
from tests.unit.centre.house import House

MINUTE = timedelta(minutes=1)


async def ahead(house: House) -> FollowUpKind | None:
    async with house.begin() as uow:
        due = await lapsing.what_is_ahead(uow, 1)
    return due.kind if due else None


async def answered(house: House) -> None:
    """Anna has answered Eva, who may have the next word."""
    await house.meets(ANNA, SAM)
    await house.writes(EVA)
    await house.answers(ANNA, 1)


async def lives_through(house: House, **span: float) -> list[tuple[datetime, str]]:
    """What happens to the ticket by itself in that time, each with its minute."""
    end = house.now + timedelta(**span)
    happened = []
    while True:
        next_due = await house.runs_due()
        happened += [
            (house.now, entry.move.after.value if entry.move else entry.event.kind)
            for entry in await house.entries(1)
            if entry.at == house.now and not isinstance(entry.event, Triaged)
        ]
        if next_due is None or next_due > end:
            house.now = end
            return happened
        house.now = next_due


async def test_two_weeks_without_an_answer(house: House) -> None:
    """Asked after two days, resolved three days later with the question for a rating, closed."""
    await answered(house)
    house.now += MINUTE
    told = await lives_through(house, days=14)
    asked = NOW + timedelta(days=2)
    resolved = asked + timedelta(days=3)
    assert told == [
        (asked, "system_said"),
        (resolved, "resolved"),
        (resolved, "system_said"),
        (resolved + timedelta(days=7), "closed"),
    ]
    assert [each for each in await house.told(EVA) if isinstance(each, PublicSentence)][-2:] == [
        PublicSentence.NUDGE,
        PublicSentence.RATING_ASKED,
    ]
    assert await ahead(house) is None


async def test_the_customer_writes_in_between(house: House) -> None:
    """A nudge that is answered leads nowhere; the next answer begins anew."""
    await answered(house)
    house.now += MINUTE
    assert len(await lives_through(house, days=3)) == 1
    await house.writes(EVA, "Not yet")
    assert await ahead(house) is None
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    await house.answers(ANNA, 1)
    assert await ahead(house) is FollowUpKind.NUDGE


async def test_a_queue_has_its_own_times(house: House) -> None:
    """And what is never, is never."""
    ways = AutoClose(nudge=None, resolve=timedelta(hours=1), close=None)
    house.desk = Desk(queues={"support": Queue("support", "Support", auto_close=ways)})
    await answered(house)
    house.now += MINUTE
    told = await lives_through(house, days=30)
    assert [what for _, what in told] == ["resolved", "system_said"]
    house.desk = Desk(auto_close=AutoClose(None, None, None))
    await house.moves(1, Status.OPEN)
    await house.answers(ANNA, 1)
    assert await ahead(house) is None


async def _goes_to(house: House, queue: str) -> None:
    """A supervisor moves the ticket, and is at work on it for a while."""
    to = house.desk.queues[queue]
    await house.does(1, lambda uow, t: filing.move(uow, house.desk, t, to, SAM, house.now))


def _two_queues(billing: AutoClose) -> Desk:
    queues = [Queue("support", "Support"), Queue("billing", "Billing", auto_close=billing)]
    return Desk(queues={each.id: each for each in queues}, claim_within=timedelta(days=365))


async def test_another_queue_waits_by_its_own_times(house: House) -> None:
    """Counted from when the wait began; after the nudge from that, which is not said again."""
    ways = AutoClose(timedelta(days=4), timedelta(days=1), timedelta(days=2))
    house.desk = _two_queues(ways)
    await answered(house)
    house.now = NOW + timedelta(days=1)
    await _goes_to(house, "billing")
    nudge, resolve = NOW + timedelta(days=4), NOW + timedelta(days=5)
    house.now += MINUTE
    assert await lives_through(house, days=3, hours=12) == [(nudge, "system_said")]
    await _goes_to(house, "support")
    async with house.begin() as uow:
        due = await lapsing.what_is_ahead(uow, 1)
    assert due == FollowUp(1, FollowUpKind.RESOLVE, nudge + timedelta(days=3))
    await _goes_to(house, "billing")
    house.now += MINUTE
    told = await lives_through(house, days=8)
    assert told == [
        (resolve, "resolved"),
        (resolve, "system_said"),
        (resolve + timedelta(days=2), "closed"),
    ]


async def test_a_queue_that_never_ends_tickets_stops_the_wait(house: House) -> None:
    """And back in the other queue the wait has gone on, as if it had never left."""
    house.desk = _two_queues(AutoClose(None, None, None))
    await answered(house)
    await _goes_to(house, "billing")
    assert await ahead(house) is None
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    await _goes_to(house, "support")
    async with house.begin() as uow:
        due = await lapsing.what_is_ahead(uow, 1)
    assert due == FollowUp(1, FollowUpKind.NUDGE, house.now)
    house.now += MINUTE
    assert await lives_through(house, minutes=1) == []  # Sam has just been at work on it
    assert [what for _, what in await lives_through(house, hours=1)] == ["system_said"]


async def test_what_was_kept_open_stays_so_in_another_queue(house: House) -> None:
    """Whoever stopped it has decided; the next answer begins anew."""
    house.desk = _two_queues(AutoClose(timedelta(hours=1)))
    await answered(house)
    await house.does(1, lambda uow, t: lapsing.keep_open(uow, t, ANNA, house.now))
    await _goes_to(house, "billing")
    assert await ahead(house) is None
    house.now += MINUTE
    await house.answers(SAM, 1)
    assert await ahead(house) is FollowUpKind.NUDGE


async def test_nudged_and_left_alone(house: House) -> None:
    """Where nothing resolves by itself the nudge promises nothing."""
    house.desk = Desk(auto_close=AutoClose(resolve=None))
    await answered(house)
    house.now += MINUTE
    assert [what for _, what in await lives_through(house, days=30)] == ["system_said"]


async def test_who_cannot_be_reached_is_not_asked(house: House) -> None:
    """The ticket ends in its time all the same."""
    await answered(house)
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        ticket.delivery_failed(4, "blocked", house.now, unreachable=True)
        await uow.tickets.save(ticket)
    house.now += MINUTE
    told = await lives_through(house, days=5)
    assert [what for _, what in told] == ["resolved", "system_said"]


async def test_not_while_someone_is_at_work(house: House) -> None:
    """A note puts everything off by a quarter of an hour after it."""
    await answered(house)
    house.now = NOW + timedelta(days=2) - MINUTE
    await house.notes(BEN, 1, "I am calling the shop")
    noted = house.now
    async with house.begin() as uow:  # and a specialist comes after them
        ticket = await uow.tickets.get(1)
        ticket.add_note(words("An order"), READER, noted)
        await uow.tickets.save(ticket)
    house.now += MINUTE / 2
    told = await lives_through(house, minutes=30)
    assert told == [(noted + lapsing.AT_WORK, "system_said")]


async def test_not_while_an_expert_is_asked(house: House) -> None:
    """The ticket waits for them and not for its customer."""
    await answered(house)
    async with house.begin() as uow:
        await uow.people.learn(known(XENIA))
        ticket = await uow.tickets.get(1)
        asked: StaffMessage = house.written(ANNA, "Do you know?")
        await collaboration.consult(uow, ticket, known(XENIA), asked, house.now)
    assert await ahead(house) is None
    house.now += MINUTE
    assert await lives_through(house, days=30) == []


@pytest.mark.parametrize("status", [Status.WAITING_EXPERT, Status.WAITING_APPROVAL])
async def test_not_while_something_stands_open(house: House, status: Status) -> None:
    """What staff would be asked about before they end it, the desk does not end either."""
    await answered(house)
    house.now += timedelta(days=1)
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        assert await lapsing.held_until(uow, house.desk, ticket, house.now) is None
        ticket.set_status(status, ANNA, house.now)
        until = await lapsing.held_until(uow, house.desk, ticket, house.now)
    assert until == house.now + lapsing.LOOK_AGAIN


async def test_not_while_words_for_the_customer_wait(house: House) -> None:
    """A suggestion that nobody decided on: the customer is not asked what they cannot know."""
    await answered(house)
    suggested = house.written(BEN, "It left today")
    await house.does(
        1,
        lambda uow, t: holding.keep_for_author(
            uow, t, suggested, Obstacle.OFFERED, None, house.now
        ),
    )
    seq = (await house.ticket(1)).version
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    await house.does(1, lambda uow, t: suggesting.decline(uow, t, seq, ANNA, house.now))
    house.now += MINUTE
    assert [what for _, what in await lives_through(house, days=1)] == ["system_said"]


async def test_not_while_its_incident_goes_on(house: House) -> None:
    """It is the desk's turn; the last update is an answer that the customer has to read first."""
    await answered(house)
    async with house.begin() as uow:
        incident = await incidents.begin(uow, "Payments", ANNA, house.now)
        ticket = await uow.tickets.get(1)
        incidents.join(ticket, incident, ANNA, house.now)
        await incidents.keep(uow, ticket)
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    async with house.begin() as uow:
        said = {"": words("It is over")}
        await incidents.update(uow, incident, said, ANNA, house.now, last=True)
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        incidents.discard(ticket, ticket.draft or 0, ANNA, house.now)
        await incidents.keep(uow, ticket)
    house.now += MINUTE
    assert [what for _, what in await lives_through(house, days=1)] == ["system_said"]


async def test_not_closed_before_it_is_wrapped_up(house: House) -> None:
    """What its queue wants first is waited for, and the desk supplies none of it."""
    wanted = BeforeClosing(summary=True, look=True)
    house.desk = Desk(queues={"support": Queue("support", "Support", before_closing=wanted)})
    await answered(house)
    await house.moves(1, Status.RESOLVED, ANNA)
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    summary = house.written(ANNA, "Sent again")
    await house.does(1, lambda uow, t: wrapping_up.keep_summary(uow, t, summary, house.now))
    house.now += MINUTE
    assert await lives_through(house, days=30) == []
    await house.does(1, lambda uow, t: wrapping_up.keep_look(uow, t, SAM, house.now))
    house.now += MINUTE
    assert [what for _, what in await lives_through(house, days=1)] == ["closed"]


async def test_not_while_someone_answers(house: House) -> None:
    """A draft lock is waited for, however long the desk lets it be."""
    house.desk = Desk(draft_lock=timedelta(hours=1))
    await answered(house)
    house.now = NOW + timedelta(days=2) - MINUTE
    await house.does(1, lambda uow, t: drafting.take(uow, house.desk, t, ANNA, house.now))
    over = house.now + house.desk.draft_lock
    house.now += MINUTE / 2
    assert await lives_through(house, hours=2) == [(over, "system_said")]


async def test_kept_open(house: House) -> None:
    """By whoever works on it; it says so when there is nothing to stop."""
    await answered(house)
    with pytest.raises(NotAllowed):
        await house.does(1, lambda uow, t: lapsing.keep_open(uow, t, BEN, house.now))
    await house.does(1, lambda uow, t: lapsing.keep_open(uow, t, ANNA, house.now))
    with pytest.raises(NothingToStop):
        await house.does(1, lambda uow, t: lapsing.keep_open(uow, t, ANNA, house.now))
    house.now += MINUTE
    assert await lives_through(house, days=30) == []


async def test_a_week_asleep(house: House) -> None:
    """From Friday to Monday; whoever snoozed it anew has the last word."""
    await answered(house)
    monday = NOW + timedelta(days=3)
    for until in (NOW + timedelta(days=1), monday):
        async with house.begin() as uow:
            await snoozing.snooze(uow, await uow.tickets.get(1), until, ANNA, house.now)
    assert await ahead(house) is FollowUpKind.WAKE
    house.now += MINUTE
    assert await lives_through(house, days=7) == [(monday, "open")]
    assert await ahead(house) is None


async def test_nobodys_ticket_is_watched_again_when_it_wakes(house: House) -> None:
    """And nobody is alarmed while it sleeps."""
    await house.meets(SAM)
    await house.writes(EVA)
    until = NOW + timedelta(days=1)
    await house.does(1, lambda uow, t: snoozing.snooze(uow, t, until, ANNA, house.now))
    house.now += MINUTE
    told = await lives_through(house, days=2)
    kinds = [what for _, what in told if what != "triaged"]
    assert kinds == ["open", "alerted"]
    assert told[-1][0] == until + house.desk.claim_within


async def test_what_can_sleep(house: House) -> None:
    """Not what is resolved or closed; and only what sleeps is woken."""
    await answered(house)
    until = house.now + timedelta(days=1)
    with pytest.raises(NotSnoozed):
        await house.does(1, lambda uow, t: snoozing.wake(uow, house.desk, t, ANNA, house.now))
    with pytest.raises(NotAllowed):
        await house.does(1, lambda uow, t: snoozing.snooze(uow, t, until, BEN, house.now))
    for status, error in ((Status.RESOLVED, IllegalTransition), (Status.CLOSED, TicketClosed)):
        await house.moves(1, status)
        with pytest.raises(error):
            await house.does(1, lambda uow, t: snoozing.snooze(uow, t, until, ANNA, house.now))


async def test_what_moved_meanwhile_is_left_alone(house: House) -> None:
    """A step that was read as due, and whose ticket went on, does nothing."""
    await answered(house)
    async with house.begin() as uow:
        due = await lapsing.what_is_ahead(uow, 1)
        assert due is not None
        ticket = await uow.tickets.get(1)
        await resolution.set_status(uow, house.desk, ticket, Status.OPEN, ANNA, house.now)
        await lapsing.run(uow, house.desk, due, house.now)
    assert not [e for e in await house.entries(1) if isinstance(e.event, Lapsed)]
