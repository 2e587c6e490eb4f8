"""What the clocks tell, when, to whom, and that they tell it once."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from orchestration.cases import filing
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.customers import forgetting
from orchestration.delivery import NameInTopic, ShowCard, TellTopic
from orchestration.desk import Desk
from orchestration.errors import StaleTicket
from orchestration.events import Alerted, Urgency
from orchestration.people import Staff
from orchestration.sentences import StaffSentence
from orchestration.sla import keeping
from orchestration.sla.calendar import DAY, Calendar
from orchestration.sla.policy import Policy, Target
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.telling.notice import Cause, Interest, Rule
from tests.unit.centre.cast import ADA, ANNA, EVA, SAM, known
from tests.unit.centre.sla.house import (
    FIRST,
    HOUR,
    MADRID,
    NEXT,
    POLICY,
    RESOLUTION,
    ClockHouse,
    clock_house,
    madrid,
)


async def sla_row(house: ClockHouse) -> FollowUp:
    (row,) = [each for each in await house.scheduled() if each.kind is FollowUpKind.SLA]
    return row


async def waiting(house: ClockHouse, staff: Staff) -> list[Cause]:
    async with house.begin() as uow:
        return [notice.cause for notice in await uow.notices.waiting(staff.id)]


async def test_a_week_minute_by_minute(house: ClockHouse) -> None:
    """A weekend, a holiday, breaks and nights: every event at its minute, and once."""
    house.now = madrid(2026, 12, 4, 9)
    await house.writes(EVA)
    await house.until(madrid(2026, 12, 4, 16))
    assert await house.ran_out() == [
        ("at_risk", FIRST, madrid(2026, 12, 4, 12, 30), 0),
        ("breached", FIRST, madrid(2026, 12, 4, 13), 0),
    ]
    await house.answers(ANNA, 1)
    await house.until(madrid(2026, 12, 7, 16))
    await house.writes(EVA, "That did not help")
    await house.until(madrid(2026, 12, 20, 0))
    # Six hours had gone on that Friday; Monday has two more, Tuesday none and Wednesday eight.
    assert (await house.ran_out())[2:] == [
        ("at_risk", NEXT, madrid(2026, 12, 7, 17, 30), 0),
        ("breached", NEXT, madrid(2026, 12, 7, 18), 0),
        ("at_risk", RESOLUTION, madrid(2026, 12, 9, 17, 30), 0),
        ("breached", RESOLUTION, madrid(2026, 12, 9, 18), 0),
    ]


@pytest.mark.parametrize(
    ("day", "hours"), [((2026, 3, 28), 8), ((2026, 3, 29), 7), ((2026, 10, 25), 9)]
)
async def test_the_night_of_the_change(day: tuple[int, int, int], hours: int) -> None:
    """A night's shift is an hour shorter or longer, and a target of so many hours ends with it."""
    nights = Calendar(MADRID, (((0, 6 * 60), (22 * 60, DAY)),) * 7)
    targets = (Target({FIRST: hours * HOUR}),)
    house = clock_house(Policy({"nights": nights}, "nights", targets=targets))
    house.now = madrid(*day, 6) - timedelta(hours=hours)
    assert house.now.astimezone(MADRID).hour == 22
    await house.writes(EVA)
    await house.until(madrid(*day, 12))
    assert await house.ran_out() == [
        ("at_risk", FIRST, madrid(*day, 5, 30), 0),
        ("breached", FIRST, madrid(*day, 6), 0),
    ]


async def test_down_meanwhile_it_is_told_once_and_how_late(house: ClockHouse) -> None:
    """Of a clock that ran out in the night of a desk only that is told, ninety minutes late."""
    await house.writes(EVA)
    house.now = madrid(2026, 11, 20, 14, 30)
    row = await sla_row(house)
    await house.runs_due()
    await house.runs(row)
    await house.runs_due()
    assert await house.ran_out() == [("breached", FIRST, house.now, 90)]


async def test_a_narrower_target_is_not_late(house: ClockHouse) -> None:
    """The desk was there; it is the promise that changed."""
    await house.writes(EVA)
    house.passes(hours=3)

    async def urgent(uow: object, ticket: object) -> None:
        filing.set_priority(ticket, Urgency.URGENT, ADA, house.now)  # type: ignore[arg-type]
        await filing.keep(uow, ticket)  # type: ignore[arg-type]

    await house.does(1, urgent)
    await house.runs_due()
    assert await house.ran_out() == [("breached", FIRST, house.now, 0)]


async def test_a_wider_target_can_warn_again(house: ClockHouse) -> None:
    """What was breached as urgent is in time as normal, and is at risk once more."""
    await house.writes(EVA)
    for urgency in (Urgency.URGENT, Urgency.NORMAL):
        async with house.begin() as uow:
            ticket = await uow.tickets.get(1)
            filing.set_priority(ticket, urgency, ADA, house.now)
            await filing.keep(uow, ticket)
        if urgency is Urgency.URGENT:
            await house.until(madrid(2026, 11, 20, 11, 30))
    await house.until(madrid(2026, 11, 20, 12, 45))
    assert [(what, at) for what, _, at, _ in await house.ran_out()] == [
        ("at_risk", madrid(2026, 11, 20, 10, 30)),
        ("breached", madrid(2026, 11, 20, 11)),
        ("at_risk", madrid(2026, 11, 20, 12, 30)),
    ]


async def test_a_pause_does_not_warn_again(house: ClockHouse) -> None:
    """A clock that was at risk, stood still and goes on is still at risk, which is known."""
    policy = replace(POLICY, pause={FIRST: frozenset({Status.SNOOZED})})
    house = clock_house(policy)
    await house.writes(EVA)
    await house.until(madrid(2026, 11, 20, 12, 45))
    await house.moves(1, Status.SNOOZED)
    await house.until(madrid(2026, 11, 23, 10))
    await house.moves(1, Status.OPEN)
    await house.until(madrid(2026, 11, 23, 12))
    assert [(what, at) for what, clock, at, _ in await house.ran_out() if clock is FIRST] == [
        ("at_risk", madrid(2026, 11, 20, 12, 30)),
        ("breached", madrid(2026, 11, 23, 10, 15)),
    ]


async def test_what_stands_still_is_told_when_it_goes_on(house: ClockHouse) -> None:
    """A target that became narrower in a pause, while another clock told something."""
    narrow = Target({RESOLUTION: HOUR}, tiers=frozenset({"vip"}))
    house = clock_house(replace(POLICY, targets=(narrow, *POLICY.targets)))
    await house.writes(EVA)
    house.passes(hours=2)
    await house.moves(1, Status.WAITING_CUSTOMER)
    async with house.begin() as uow:
        ticket = await uow.tickets.get(1)
        filing.tag(ticket, "vip", ADA, house.now)
        await filing.keep(uow, ticket)
    await house.until(madrid(2026, 11, 23, 9))
    assert {clock for _, clock, _, _ in await house.ran_out()} == {FIRST}
    await house.moves(1, Status.OPEN)
    await house.runs_due()
    assert (await house.ran_out())[-1] == ("breached", RESOLUTION, house.now, 0)


async def test_who_is_told(house: ClockHouse) -> None:
    """At risk: whoever answers, or the supervisors. Breached: all of these, in private."""
    await house.meets(ANNA, SAM, ADA)
    await house.writes(EVA)
    await house.until(madrid(2026, 11, 20, 12, 35))
    for staff, causes in ((ANNA, []), (SAM, [Cause.SLA_AT_RISK])):
        assert await waiting(house, staff) == causes
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    await house.until(madrid(2026, 11, 20, 13, 5))
    assert await waiting(house, ANNA) == [Cause.SLA_BREACHED]
    assert await waiting(house, SAM) == [Cause.SLA_AT_RISK, Cause.SLA_BREACHED]
    assert [body for body in await house.sent() if isinstance(body, NameInTopic)] == []


async def test_who_cannot_be_told_is_named_once(house: ClockHouse) -> None:
    """The group has one edit of the card, and one message for all of them."""
    async with house.begin() as uow:
        for staff in (SAM, ADA):
            await uow.people.learn(replace(known(staff), reachable=False))
    await house.writes(EVA)
    await house.sent()
    await house.until(madrid(2026, 11, 20, 12, 35))
    assert await house.sent() == [
        ShowCard(),
        NameInTopic((SAM.id, ADA.id), StaffSentence.SLA_AT_RISK, ""),
    ]


async def test_who_only_follows_is_not_named(house: ClockHouse) -> None:
    """What needs somebody else is told to followers in private or not at all."""
    await house.meets(SAM, ADA)
    async with house.begin() as uow:
        await uow.people.learn(replace(known(ANNA), reachable=False))
        await uow.notices.keep_rule(Rule(ANNA.id, Interest.RISK, wanted=True))
    await house.writes(EVA)
    await house.until(madrid(2026, 11, 20, 12, 35))
    assert await waiting(house, SAM) == [Cause.SLA_AT_RISK]
    assert [body for body in await house.sent() if isinstance(body, NameInTopic)] == []


async def test_the_card_follows_a_deadline_that_moves(house: ClockHouse) -> None:
    """An answer that changes no status still ends a clock, which stood on the card."""
    await house.writes(EVA)
    await house.answers(ANNA, 1)
    await house.moves(1, Status.WAITING_EXPERT)
    await house.writes(EVA, "Hello?")
    await house.sent()
    await house.notes(ANNA, 1)
    assert ShowCard() not in await house.sent()
    await house.answers(ANNA, 1)
    assert (await house.sent()).count(ShowCard()) == 1


async def test_another_writer_was_first(house: ClockHouse) -> None:
    """Two commits on one ticket: the clocks are those of the one that won."""
    await house.writes(EVA)

    async def too_late() -> None:
        async with house.begin() as uow:
            ticket = await uow.tickets.get(1)
            await house.answers(ANNA, 1)
            ticket.add_note(house.written(ADA, "Hm").content, ADA, house.now)
            await uow.tickets.save(ticket)

    with pytest.raises(StaleTicket):
        await too_late()
    assert list(await house.clocks()) == [RESOLUTION]


async def test_another_file_sets_every_clock_anew(house: ClockHouse) -> None:
    """At the next start, once; what had passed when a clock last started stays."""
    await house.writes(EVA)
    house.passes(hours=1)
    narrower = replace(POLICY, targets=(Target({FIRST: 2 * HOUR}),), edition="2")
    after = replace(house, desk=replace(house.desk, sla=narrower))
    assert await keeping.replan(after.begin, after.desk, after.clock) == 1
    assert await after.due() == {FIRST: madrid(2026, 11, 20, 11)}
    assert (await sla_row(after)).due_at == madrid(2026, 11, 20, 10, 30)
    assert await keeping.replan(after.begin, after.desk, after.clock) == 0
    none = replace(POLICY, targets=(), edition="3")
    last = replace(house, desk=replace(house.desk, sla=none))
    assert await keeping.replan(last.begin, last.desk, last.clock) == 1
    assert await last.due() == {}
    assert [each.kind for each in await last.scheduled()] == [
        FollowUpKind.CONSULT,
        FollowUpKind.UNCLAIMED,
    ]


async def test_a_forgotten_ticket_has_no_clocks(house: ClockHouse) -> None:
    """Nothing runs out any more; what the clocks had told is counted like all else."""
    await house.meets(SAM)
    await house.writes(EVA)
    await house.until(madrid(2026, 11, 20, 14))
    async with house.begin() as uow:
        await forgetting.ask(uow, EVA, {"en"}, house.now)
    await house.does(1, lambda uow, t: forgetting.confirm(uow, t, SAM, {"en"}, house.now))
    assert await house.clocks() == {}
    assert await house.scheduled() == []
    assert len(await house.ran_out()) == 2


async def test_deadlines_are_said_in_the_teams_time(house: ClockHouse) -> None:
    """The event keeps the offset of the wall that the team looks at."""
    await house.writes(EVA)
    await house.until(madrid(2026, 11, 20, 12, 35))
    event = (await house.entries(1))[-1].event
    due = getattr(event, "due", None)
    assert due == madrid(2026, 11, 20, 13)
    assert (due.hour, due.utcoffset()) == (13, HOUR)
    assert POLICY.local(house.now, "night").tzinfo == ZoneInfo("America/New_York")


async def test_nobody_is_called_at_night_for_what_nobody_could_claim(house: ClockHouse) -> None:
    """A claim is awaited in open hours; the supervisors hear of it in the morning, once."""
    await house.meets(SAM)
    house.desk = replace(house.desk, claim_within=timedelta(minutes=30))
    house.now = madrid(2026, 12, 4, 17, 50)
    await house.writes(EVA)
    await house.until(madrid(2026, 12, 9, 18))
    alerts = [each for each in await house.entries(1) if isinstance(each.event, Alerted)]
    assert [each.at for each in alerts] == [madrid(2026, 12, 7, 9, 20)]


async def test_a_claim_that_was_missed_says_how_long_it_was_open(house: ClockHouse) -> None:
    """What passed while nobody was at work is no waiting, also where the desk was down."""
    await house.meets(SAM)
    house.desk = replace(house.desk, claim_within=timedelta(minutes=30))
    house.now = madrid(2026, 12, 4, 17, 50)
    await house.writes(EVA)
    house.now = madrid(2026, 12, 7, 10)
    await house.runs_due()
    (told,) = [each.body for each in await house.outbox() if isinstance(each.body, TellTopic)]
    assert told.sentence is StaffSentence.UNCLAIMED
    assert told.facts["minutes"] == 70


async def test_a_queue_that_is_always_open_calls_at_any_hour(house: ClockHouse) -> None:
    """Without hours of its own, a queue is at work at night too."""
    await house.meets(SAM)
    house.desk = Desk(claim_within=timedelta(minutes=30))
    house.now = madrid(2026, 12, 5, 3)
    await house.writes(EVA)
    await house.until(madrid(2026, 12, 5, 4))
    alerts = [each for each in await house.entries(1) if isinstance(each.event, Alerted)]
    assert [each.at for each in alerts] == [madrid(2026, 12, 5, 3, 30)]
