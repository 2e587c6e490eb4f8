"""Rules where a ticket wants somebody, absences, and relief on the desk's clock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from orchestration.cases import filing
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.delivery import ShowCard, TellTopic
from orchestration.desk import DEFAULT_QUEUE, Desk, Queue
from orchestration.errors import StaleTicket
from orchestration.errors.absence import NotAway
from orchestration.errors.ticket import AlreadyOwned
from orchestration.events import Alerted, Assigned, AssignmentRule, Joined, Released, ReleaseReason
from orchestration.events.team import Part, Participant
from orchestration.sentences import StaffSentence
from orchestration.status import Status
from orchestration.team import assignment, away
from orchestration.team.absence import Absence
from orchestration.team.staffing import assign_by_rule, give
from orchestration.ticket import Primary
from tests.unit.centre.cast import ANNA, BEN, EVA, MAX, NOW, SAM, XENIA, known, ticket
from tests.unit.centre.house import House

FOUR = timedelta(hours=4)


def ruled(rule: AssignmentRule, **more: object) -> House:
    """A desk whose only queue assigns so."""
    queue = replace(DEFAULT_QUEUE, assign=rule, **more)  # type: ignore[arg-type]
    return House(Desk(queues={queue.id: queue}))


@pytest.fixture
async def relieving() -> House:
    """In turn, and relieved after four hours; Eva's ticket is Anna's."""
    house = ruled(AssignmentRule.ROUND_ROBIN, relieve_after=FOUR)
    await house.meets(ANNA, BEN, SAM)
    await house.writes(EVA)
    await owner(house, "Anna")
    return house


async def owner(house: House, name: str | None, number: int = 1) -> None:
    primary = (await house.ticket(number)).primary
    assert (primary.name if primary else None) == name


async def wakes(house: House, **span: float) -> None:
    house.passes(**span)
    await house.runs_due()


async def test_a_new_ticket_is_given_in_turn() -> None:
    """To agents and experts; the entry names the rule, and nobody has to claim it."""
    house = ruled(AssignmentRule.ROUND_ROBIN)
    await house.meets(ANNA, BEN, XENIA, SAM)
    for customer, name in enumerate(("Anna", "Ben", "Xenia", "Anna"), EVA.id):
        number, _ = await house.writes(replace(EVA, id=customer))
        await owner(house, name, number)
    assert (await house.entries(1))[-1].event == Assigned(11, "Anna", AssignmentRule.ROUND_ROBIN)
    assert FollowUpKind.UNCLAIMED not in {due.kind for due in await house.scheduled()}


async def test_two_tickets_at_once_are_not_one_turn() -> None:
    """Whoever read the turns before another ticket was given away reads them again."""
    house = ruled(AssignmentRule.ROUND_ROBIN)
    await house.meets(ANNA, BEN)

    async def overtaken() -> None:
        async with house.begin() as first:
            await give(first, house.desk, ticket(), known(ANNA), NOW)
            await house.writes(EVA)

    with pytest.raises(StaleTicket):
        await overtaken()


async def test_the_skill_is_known_once_it_was_read() -> None:
    """Until then nobody has it; what is read again later gives it to nobody else."""
    house = ruled(AssignmentRule.BY_SKILL)
    await house.meets(ANNA)
    async with house.begin() as uow:
        await uow.people.learn(replace(known(XENIA), skills=("order_status",)))
    await house.writes(EVA)
    await owner(house, None)
    house.passes(seconds=2)
    await house.runs_due()
    await owner(house, "Xenia")
    await house.does(1, lambda uow, t: assignment.release(uow, house.desk, t, XENIA, house.now))
    await owner(house, "Anna")
    await house.does(1, lambda uow, t: assignment.assign(uow, t, known(SAM), ANNA, house.now))
    await house.writes(EVA, "And?")
    await wakes(house, seconds=2)
    await owner(house, "Sam")


async def test_who_comes_back_to_a_resolved_ticket_of_nobody_finds_somebody() -> None:
    """Anna left meanwhile, so it is Ben's; what was open when she left went to him at once."""
    house = ruled(AssignmentRule.LEAST_BUSY)
    await house.meets(ANNA)
    await house.writes(EVA)
    await house.writes(MAX)
    await house.moves(1, Status.RESOLVED)
    await house.meets(BEN)
    async with house.begin() as uow:
        gone = known(ANNA).in_group(None)
        await uow.people.learn(gone)
        await assignment.someone_left(uow, house.desk, gone, house.now)
    await owner(house, None)
    await owner(house, "Ben", 2)
    assert await house.alerts() == []
    await house.writes(EVA, "One more question")
    await owner(house, "Ben")


async def test_a_move_asks_the_new_queue() -> None:
    """And a ticket that has ended stays nobody's."""
    billing = Queue("billing", "Billing", assign=AssignmentRule.ROUND_ROBIN, people=("ben",))
    house = House(Desk(queues={DEFAULT_QUEUE.id: DEFAULT_QUEUE, "billing": billing}))
    await house.meets(ANNA, BEN)
    for customer, ended in ((EVA, False), (MAX, True)):
        number, _ = await house.writes(customer)
        if ended:
            await house.moves(number, Status.RESOLVED)
        await house.does(
            number, lambda uow, t: filing.move(uow, house.desk, t, billing, ANNA, house.now)
        )
    await owner(house, "Ben", 1)
    await owner(house, None, 2)


def test_a_rule_takes_a_ticket_from_nobody() -> None:
    """It only gives what nobody has."""
    owned = ticket(Status.OPEN, ANNA)
    with pytest.raises(AlreadyOwned):
        assign_by_rule(owned, known(BEN), AssignmentRule.ROUND_ROBIN, NOW)
    assert owned.primary == Primary(ANNA.id, "Anna")


async def test_silence_is_relieved(relieving: House) -> None:
    """After four hours it is Ben's, and Anna works along."""
    await relieving.sent()
    await wakes(relieving, hours=3, minutes=59)
    await owner(relieving, "Anna")
    await wakes(relieving, minutes=1)
    await owner(relieving, "Ben")
    events = [entry.event for entry in await relieving.entries(1)]
    kept = Participant(ANNA.id, "Anna", Part.COLLABORATOR)
    assert events[-3:] == [
        Released(ANNA.id, ReleaseReason.ABSENT),
        Joined((kept,)),
        Assigned(BEN.id, "Ben", AssignmentRule.ROUND_ROBIN),
    ]
    await wakes(relieving, hours=4)
    await owner(relieving, "Anna")


async def test_an_answer_ends_the_wait_and_the_next_message_begins_another(
    relieving: House,
) -> None:
    """Further messages of a customer who waits do not put it off."""
    await relieving.answers(ANNA, 1)
    await wakes(relieving, hours=9)
    await owner(relieving, "Anna")
    await relieving.writes(EVA, "And?")
    await wakes(relieving, hours=3)
    await relieving.writes(EVA, "Hello?")
    await owner(relieving, "Anna")
    await wakes(relieving, hours=1)
    await owner(relieving, "Ben")


async def test_who_works_on_it_is_not_absent(relieving: House) -> None:
    """A note counts until they go away; then it is the customer's wait that does."""
    await wakes(relieving, hours=3)
    await relieving.notes(ANNA, 1)
    await wakes(relieving, hours=2)
    await owner(relieving, "Anna")
    async with relieving.begin() as uow:
        absence, count = await away.go_away(uow, relieving.desk, ANNA.id, "2h", relieving.now)
    assert (absence, count) == (Absence(ANNA.id, relieving.now + timedelta(hours=2)), 1)
    await wakes(relieving)
    await owner(relieving, "Ben")


async def test_an_expert_is_waited_for_without_relief(relieving: House) -> None:
    """And what was resolved meanwhile is left in peace."""
    await relieving.moves(1, Status.WAITING_EXPERT)
    await wakes(relieving, hours=5)
    await owner(relieving, "Anna")
    await relieving.moves(1, Status.OPEN)
    await wakes(relieving, hours=3, minutes=59)
    await owner(relieving, "Anna")
    await relieving.moves(1, Status.RESOLVED)
    await wakes(relieving, hours=9)
    await owner(relieving, "Anna")
    await relieving.writes(EVA, "It is back")
    await wakes(relieving, hours=4)
    await owner(relieving, "Ben")


async def test_with_nobody_else_supervisors_are_called_at_once(relieving: House) -> None:
    """Once, and the claim of one of them begins another wait."""
    async with relieving.begin() as uow:
        await away.go_away(uow, relieving.desk, BEN.id, "", relieving.now)
    await relieving.sent()
    await wakes(relieving, hours=4)
    await owner(relieving, None)
    alerts = [body for body in await relieving.sent() if isinstance(body, TellTopic)]
    assert [body.sentence for body in alerts] == [StaffSentence.NOBODY_RELIEVES]
    assert (alerts[0].facts["who"], alerts[0].facts["supervisors"]) == ("Anna", "@sam")
    assert (await relieving.entries(1))[-1].event == Alerted("absent")
    await wakes(relieving, hours=3)
    await relieving.does(1, lambda uow, t: assignment.claim(uow, t, SAM, relieving.now))
    await wakes(relieving, hours=3)
    assert StaffSentence.UNCLAIMED not in await relieving.alerts()
    await owner(relieving, "Sam")
    await wakes(relieving, hours=1)
    await owner(relieving, "Anna")


async def test_an_absence_shows_and_ends(relieving: House) -> None:
    """The card is shown when it begins, when it ends by itself, and when they are back."""
    await relieving.answers(ANNA, 1)
    await relieving.sent()
    async with relieving.begin() as uow:
        await away.go_away(uow, relieving.desk, ANNA.id, "2h", relieving.now)
    end = FollowUp(1, FollowUpKind.ABSENCE_OVER, relieving.now + timedelta(hours=2))
    assert end in await relieving.scheduled()
    assert await relieving.sent() == [ShowCard()]
    await wakes(relieving, hours=2)
    assert await relieving.sent() == [ShowCard()]
    async with relieving.begin() as uow:
        assert await away.absences_of(uow, [ANNA.id], relieving.now) == {}
        with pytest.raises(NotAway):
            await away.come_back(uow, ANNA.id, relieving.now)
        await away.go_away(uow, relieving.desk, ANNA.id, "", relieving.now)
        await away.come_back(uow, ANNA.id, relieving.now)
    assert await relieving.sent() == [ShowCard()]
