"""An approval that nobody decides: each tier once for a wait, in its own time."""

from datetime import timedelta

from orchestration.cases import filing
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.desk import Desk
from orchestration.escalating.policy import (
    EscalationPolicy,
    HasPriority,
    ManagerWanted,
    Reopened,
    Tier,
    Undecided,
)
from orchestration.events import Escalated, Urgency
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.ticket import Ticket
from tests.unit.centre.cast import ANNA, EVA, SAM, XENIA
from tests.unit.centre.sla.house import FRIDAY, HOUR, MINUTE, POLICY, QUEUES, ClockHouse, madrid

LEAD = Tier("lead", (Undecided(4 * HOUR),), add=("xenia",))
BOSS = Tier("boss", (Undecided(8 * HOUR),), add=("sam",))


async def house_of(*tiers: Tier) -> ClockHouse:
    """Eva's ticket, on a Friday at nine in Madrid; the office is there until six."""
    desk = Desk(
        queues=QUEUES,
        sla=POLICY,
        claim_within=timedelta(days=365),
        escalation=EscalationPolicy(tiers),
    )
    house = ClockHouse(desk, now=FRIDAY)
    await house.meets(ANNA, XENIA, SAM)
    await house.writes(EVA)
    return house


async def escalations(house: ClockHouse) -> list[tuple[str, str]]:
    events = [entry.event for entry in await house.entries(1)]
    return [(each.tier, each.cause) for each in events if isinstance(each, Escalated)]


async def due(house: ClockHouse) -> list[FollowUp]:
    return [each for each in await house.scheduled() if each.kind is FollowUpKind.UNDECIDED]


async def test_one_after_another_in_working_time() -> None:
    """Four hours from nine are two o'clock; eight end on Friday at six, with the break between."""
    house = await house_of(BOSS, LEAD)
    await house.moves(1, Status.WAITING_APPROVAL, ANNA)
    waits = (await house.ticket(1)).version
    await house.until(madrid(2026, 11, 20, 12, 59))
    assert not await escalations(house)
    await house.until(madrid(2026, 11, 20, 13))
    assert await escalations(house) == [("lead", f"undecided:4h:{waits}")]
    await house.until(madrid(2026, 11, 20, 18) - MINUTE)
    assert len(await escalations(house)) == 1
    await house.until(madrid(2026, 11, 20, 18))
    assert (await escalations(house))[1:] == [("boss", f"undecided:8h:{waits}")]
    assert (await house.ticket(1)).collaborators == {XENIA.id, SAM.id}
    assert not await due(house)


async def test_who_decides_in_time_ends_it() -> None:
    """Nothing is due any more; and another wait has its whole time."""
    house = await house_of(LEAD)
    await house.moves(1, Status.WAITING_APPROVAL, ANNA)
    await house.until(madrid(2026, 11, 20, 12))
    await house.moves(1, Status.OPEN, SAM)
    assert not await due(house)
    await house.until(madrid(2026, 11, 20, 13))
    assert not await escalations(house)
    await house.moves(1, Status.WAITING_APPROVAL, ANNA)
    (row,) = await due(house)
    assert row.due_at == madrid(2026, 11, 20, 18)


async def test_a_decision_that_itself_escalates_ends_it_too() -> None:
    """Two things happen in one commit, and the wait is over all the same."""
    house = await house_of(LEAD, Tier("back", (Reopened(1), HasPriority(frozenset(Urgency)))))
    await house.moves(1, Status.WAITING_APPROVAL, ANNA)

    async def decide(uow: UnitOfWork, ticket: Ticket) -> None:
        ticket.set_status(Status.OPEN, SAM, house.now)
        await filing.keep(uow, ticket)
        filing.set_priority(ticket, Urgency.URGENT, SAM, house.now)
        await filing.keep(uow, ticket)

    await house.does(1, decide)
    assert not await due(house)


async def test_every_wait_that_somebody_begins_is_a_cause_of_its_own() -> None:
    """Twice undecided, and Xenia hears of it twice."""
    house = await house_of(LEAD)
    for decided in (madrid(2026, 11, 20, 14), madrid(2026, 11, 23, 12)):
        await house.moves(1, Status.WAITING_APPROVAL, ANNA)
        await house.until(decided)
        await house.moves(1, Status.OPEN, SAM)
    assert len(set(await escalations(house))) == 2


async def test_a_wait_that_the_desk_begins_counts_once() -> None:
    """Two tiers that send the ticket away and back would go on for ever."""
    house = await house_of(
        Tier("asks", (ManagerWanted(),), status=Status.WAITING_APPROVAL),
        Tier("away", (Undecided(HOUR),), status=Status.OPEN),
        Tier("back", (Undecided(HOUR),), status=Status.WAITING_APPROVAL),
    )
    await house.writes(EVA, "Your manager, please!")
    await house.until(FRIDAY + timedelta(days=3))
    assert [tier for tier, _ in await escalations(house)] == ["asks", "away", "back"]
    assert not await due(house)


async def test_another_queue_has_other_hours_and_tiers() -> None:
    """What is due follows the ticket."""
    house = await house_of(Tier("lead", LEAD.when, frozenset({"support"}), LEAD.add), BOSS)
    await house.moves(1, Status.WAITING_APPROVAL, ANNA)

    async def move(uow: UnitOfWork, ticket: Ticket) -> None:
        filing.move_queue(ticket, QUEUES["night"], SAM, house.now)
        await filing.keep(uow, ticket)

    await house.does(1, move)
    (row,) = await due(house)
    # In New York it is three in the morning: five hours are left of the night, and then it is eight
    # in the evening again.
    assert row.due_at == madrid(2026, 11, 21, 5)


async def test_what_the_owner_changed_meanwhile_counts() -> None:
    """The row comes when it was due; by then the tier has more time, or is gone."""
    house = await house_of(LEAD)
    await house.moves(1, Status.WAITING_APPROVAL, ANNA)
    house.desk = Desk(queues=QUEUES, sla=POLICY, escalation=EscalationPolicy((BOSS,)))
    await house.until(madrid(2026, 11, 20, 13))
    assert not await escalations(house)
    (row,) = await due(house)
    assert row.due_at == madrid(2026, 11, 20, 18)
