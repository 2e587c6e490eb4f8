"""What a tier does: people come, the ticket is filed anew, and whoever is silent is relieved."""

from datetime import timedelta

from orchestration.cases import filing
from orchestration.desk import DEFAULT_QUEUE, Desk, Queue
from orchestration.escalating.attending import deescalate
from orchestration.escalating.policy import (
    Answered,
    EscalationPolicy,
    HasPriority,
    HasTag,
    ManagerWanted,
    Tier,
)
from orchestration.events import (
    Deescalated,
    Escalated,
    PrioritySet,
    QueueChanged,
    Released,
    StatusSet,
    Urgency,
)
from orchestration.people import SYSTEM
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Ticket
from tests.unit.centre.cast import ANNA, BEN, EVA, SAM, XENIA
from tests.unit.centre.house import House

BILLING = Queue("billing", "Billing")
WANTED = "Your manager, please!"


async def house_of(*tiers: Tier) -> House:
    """Anna answers Eva's ticket; Ben, Xenia and Sam are there."""
    queues = {DEFAULT_QUEUE.id: DEFAULT_QUEUE, BILLING.id: BILLING}
    house = House(Desk(queues=queues, escalation=EscalationPolicy(tiers)))
    await house.meets(ANNA, BEN, XENIA, SAM)
    await house.writes(EVA)
    await house.does(1, lambda uow, t: assignment.claim(uow, t, ANNA, house.now))
    return house


async def escalations(house: House) -> list[Escalated]:
    return [e.event for e in await house.entries(1) if isinstance(e.event, Escalated)]


async def test_people_come_and_nobody_leaves() -> None:
    """Once for a cause, however often the customer asks; the entry says who came."""
    house = await house_of(Tier("second", (ManagerWanted(),), add=("xenia",), notify=("sam",)))
    for _ in range(3):
        await house.writes(EVA, WANTED)
    (event,) = await escalations(house)
    assert [each.name for each in event.people] == ["Xenia"]
    assert event.told == (XENIA.id, SAM.id)
    ticket = await house.ticket(1)
    assert (ticket.primary_id, [*ticket.collaborators]) == (ANNA.id, [XENIA.id])
    assert ticket.escalations == ("second",)
    async with house.begin() as uow:
        assert [len(await uow.notices.waiting(who.id)) for who in (XENIA, SAM, BEN)] == [1, 1, 0]


async def test_it_is_filed_in_the_desks_name() -> None:
    """Each change is an entry of its own; a higher priority is not lowered."""
    tier = Tier("a", (ManagerWanted(),), priority=Urgency.HIGH, status=Status.WAITING_APPROVAL)
    house = await house_of(tier)
    await house.writes(EVA, WANTED)
    did = [type(e.event) for e in await house.entries(1) if e.actor == SYSTEM][-3:]
    assert did == [Escalated, PrioritySet, StatusSet]
    ticket = await house.ticket(1)
    assert (ticket.urgency, ticket.status) == (Urgency.HIGH, Status.WAITING_APPROVAL)

    async def urgent(uow: UnitOfWork, ticket: Ticket) -> None:
        filing.set_priority(ticket, Urgency.URGENT, ANNA, house.now)
        await filing.keep(uow, ticket)

    house = await house_of(tier)
    await house.does(1, urgent)
    await house.writes(EVA, WANTED)
    assert (await house.ticket(1)).urgency is Urgency.URGENT


async def test_another_team_answers_and_whoever_did_works_along() -> None:
    """Moving a queue takes the ticket from nobody who wants to go on helping."""
    house = await house_of(Tier("a", (ManagerWanted(),), queue="billing"))
    await house.writes(EVA, WANTED)
    ticket = await house.ticket(1)
    assert (ticket.queue, ticket.primary) == ("billing", None)
    assert ticket.collaborators == {ANNA.id}
    assert any(isinstance(e.event, QueueChanged) for e in await house.entries(1))


async def test_who_is_silent_is_relieved() -> None:
    """Two hours after they did something, if it is their turn; they work along from then on."""
    house = await house_of(Tier("a", (ManagerWanted(),), reassign_after=timedelta(hours=2)))
    house.passes(hours=1)
    await house.writes(EVA, WANTED)
    await house.runs_due()
    assert (await house.ticket(1)).primary_id == ANNA.id
    house.passes(hours=1)
    await house.runs_due()
    ticket = await house.ticket(1)
    assert (ticket.primary, [*ticket.collaborators]) == (None, [ANNA.id])
    assert any(isinstance(e.event, Released) for e in await house.entries(1))


async def test_who_waits_for_the_customer_is_not_silent() -> None:
    """Their time begins when it is their turn again."""
    house = await house_of(Tier("a", (ManagerWanted(),), reassign_after=timedelta(hours=2)))
    await house.writes(EVA, WANTED)
    await house.answers(ANNA, 1)
    house.passes(hours=5)
    await house.runs_due()
    await house.writes(EVA, "Thank you, and when?")
    house.passes(hours=1)
    await house.runs_due()
    assert (await house.ticket(1)).primary_id == ANNA.id
    house.passes(hours=2)
    await house.runs_due()
    assert (await house.ticket(1)).primary_id is None


async def test_without_the_mark_nobody_is_relieved() -> None:
    """Whoever takes it back takes back what was still to come of it."""
    house = await house_of(Tier("a", (ManagerWanted(),), reassign_after=timedelta(hours=2)))
    house.passes(hours=1)
    await house.writes(EVA, WANTED)
    await house.does(1, lambda uow, t: deescalate(uow, t, "", SAM, house.now))
    house.passes(hours=3)
    await house.runs_due()
    assert (await house.ticket(1)).primary_id == ANNA.id


async def test_answers_are_counted_over_the_whole_timeline() -> None:
    """The third answer calls; a mark that is taken back does not come back by itself."""
    house = await house_of(Tier("second", (Answered(3),), add=("supervisors",)))
    for _ in range(5):
        await house.answers(ANNA, 1)
    (event,) = await escalations(house)
    assert event.cause == "answered:3"

    async def back(uow: UnitOfWork, ticket: Ticket) -> None:
        await deescalate(uow, ticket, "", SAM, house.now)

    await house.does(1, back)
    await house.answers(ANNA, 1)
    assert len(await escalations(house)) == 1
    assert isinstance((await house.entries(1))[-2].event, Deescalated)
    assert (await house.ticket(1)).escalations == ()
    assert (await house.ticket(1)).collaborators == {SAM.id}


async def test_what_a_tier_does_leads_to_no_other() -> None:
    """A tier that asks for a priority, and one that gives it."""
    house = await house_of(
        Tier("a", (HasTag(frozenset({"vip"})),), priority=Urgency.URGENT),
        Tier("b", (HasPriority(frozenset({Urgency.URGENT})),), add=("sam",)),
    )

    async def tag(uow: UnitOfWork, ticket: Ticket) -> None:
        filing.tag(ticket, "vip", ANNA, house.now)
        await filing.keep(uow, ticket)

    await house.does(1, tag)
    assert [each.tier for each in await escalations(house)] == ["a"]
