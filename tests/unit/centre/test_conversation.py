"""What customers ask of their own tickets besides writing into them."""

import pytest

from orchestration.clock.followups import FollowUpKind
from orchestration.customers import conversation
from orchestration.delivery import DressTopic, SendEntry, ShowCard, TellPrivately, TellTopic
from orchestration.errors.ticket import NoSuchTicket
from orchestration.events import Urgency
from orchestration.sentences import Facts, PublicSentence, StaffSentence
from orchestration.status import Status
from orchestration.timeline import EntryRef
from tests.unit.centre.cast import ADA, ANNA, EVA, MAX, SAM
from tests.unit.centre.house import House


async def says_new(house: House) -> None:
    async with house.begin() as uow:
        await conversation.start_another(uow, EVA)


async def says_close(house: House) -> None:
    async with house.begin() as uow:
        await conversation.close(uow, EVA, house.now)


async def says_human(house: House) -> None:
    async with house.begin() as uow:
        await conversation.ask_for_people(uow, EVA, house.now)


async def test_after_new_the_next_message_opens_another(house: House) -> None:
    """/new opens nothing by itself; the next words open a ticket that continues none."""
    await house.writes(EVA)
    await house.sent()
    await says_new(house)
    assert await house.sent() == [TellPrivately(EVA.id, PublicSentence.NEXT_IS_NEW)]
    assert await house.current(EVA) is None
    assert (await house.writes(EVA, "Another matter"))[0] == 2
    assert (await house.ticket(2)).previous is None
    assert await house.current(EVA) == 2


async def test_the_list_names_ones_own_tickets(house: House) -> None:
    """/tickets shows the customer's tickets, newest first, each as a button, and the current."""
    await house.writes(EVA, "A vase")
    await house.writes(MAX, "A book")
    await says_new(house)
    await house.writes(EVA, "A lamp")
    await house.sent()
    async with house.begin() as uow:
        await conversation.list_tickets(uow, EVA)
    (told,) = await house.sent()
    assert isinstance(told, TellPrivately)
    assert (told.sentence, told.facts) == (PublicSentence.TICKET_LIST, {"count": 2, "current": 3})
    assert list(told.choices.items()) == [("#3 A lamp", 3), ("#1 A vase", 1)]


async def test_who_has_no_tickets_is_told_so(house: House) -> None:
    """Every question about a ticket has an answer for those who have none."""
    async with house.begin() as uow:
        await conversation.list_tickets(uow, EVA)
        await conversation.tell_status(uow, EVA)
    await says_close(house)
    await says_human(house)
    assert await house.told(EVA) == [
        PublicSentence.NO_TICKETS,
        PublicSentence.NO_CURRENT,
        PublicSentence.NO_CURRENT,
        PublicSentence.NO_CURRENT,
    ]


async def test_choosing_makes_a_ticket_current(house: House) -> None:
    """Plain messages go to the chosen ticket from now on."""
    await house.writes(EVA, "A vase")
    await says_new(house)
    await house.writes(EVA, "A lamp")
    async with house.begin() as uow:
        await conversation.choose(uow, EVA, 1)
    assert (await house.told(EVA))[-1] == PublicSentence.SWITCHED
    assert (await house.writes(EVA, "the vase again"))[0] == 1


@pytest.mark.parametrize("number", [2, 99])
async def test_someone_elses_ticket_cannot_be_chosen(house: House, number: int) -> None:
    """Another's ticket and one that is not there are refused in the same words."""
    await house.writes(EVA)
    await house.writes(MAX)
    async with house.begin() as uow:
        with pytest.raises(NoSuchTicket) as refused:
            await conversation.choose(uow, EVA, number)
    assert refused.value.facts == {"ticket": number}
    assert await house.current(EVA) == 1


async def test_status_tells_of_the_current_ticket(house: House) -> None:
    """/status names the ticket, its subject and where it stands."""
    await house.writes(EVA, "A vase")
    await house.sent()
    async with house.begin() as uow:
        await conversation.tell_status(uow, EVA)
    facts: Facts = {"ticket": 1, "subject": "A vase", "status": Status.NEW}
    assert await house.sent() == [TellPrivately(EVA.id, PublicSentence.STATUS, facts)]


async def test_a_customers_close_resolves(house: House) -> None:
    """The ticket is resolved, the customer hears it, and only its end for good is ahead."""
    await house.writes(EVA)
    await house.sent()
    await says_close(house)
    assert (await house.ticket(1)).status is Status.RESOLVED
    assert await house.told(EVA) == [
        PublicSentence.RESOLVED_BY_CUSTOMER,
        PublicSentence.RATING_ASKED,
    ]
    first, *rest = await house.sent()
    assert first == SendEntry(EntryRef(1, 5))
    assert rest == [ShowCard(), DressTopic(), SendEntry(EntryRef(1, 6))]
    assert [due.kind for due in await house.scheduled()] == [FollowUpKind.CLOSE]


@pytest.mark.parametrize("ended", [Status.RESOLVED, Status.CLOSED])
async def test_what_has_ended_is_not_closed_again(house: House, ended: Status) -> None:
    """The customer is told that it has ended, and the ticket stays as it is."""
    await house.writes(EVA)
    await house.moves(1, ended)
    before = await house.ticket(1)
    await says_close(house)
    assert (await house.told(EVA))[-1] == PublicSentence.ALREADY_ENDED
    assert await house.ticket(1) == before


async def test_asking_for_people_tells_supervisors(house: House) -> None:
    """/human raises urgency, ends autonomy, and mentions every supervisor by name."""
    await house.meets(ANNA, SAM, ADA)
    await house.writes(EVA)
    await house.sent()
    await says_human(house)
    called = await house.ticket(1)
    assert (called.urgency, called.autonomy, called.people_called) == (Urgency.HIGH, False, True)
    assert await house.told(EVA) == [PublicSentence.PEOPLE_CALLED]
    (alert,) = [body for body in await house.sent() if isinstance(body, TellTopic)]
    assert alert.sentence is StaffSentence.CUSTOMER_WANTS_PERSON
    assert alert.facts == {"ticket": 1, "customer": "Eva", "supervisors": "@sam @ada"}


async def test_supervisors_are_told_once(house: House) -> None:
    """Asking again is answered, and nobody is mentioned a second time."""
    await house.writes(EVA)
    await says_human(house)
    await says_human(house)
    assert (await house.told(EVA))[-1] == PublicSentence.PEOPLE_ALREADY_CALLED
    assert await house.alerts() == [StaffSentence.CUSTOMER_WANTS_PERSON]


async def test_asking_for_people_reopens_what_was_resolved(house: House) -> None:
    """A resolved ticket comes back to people, even if they were called before."""
    await house.writes(EVA)
    await says_human(house)
    await house.moves(1, Status.RESOLVED)
    await says_human(house)
    assert (await house.ticket(1)).status is Status.OPEN
    assert (await house.told(EVA))[-1] == PublicSentence.PEOPLE_CALLED
    assert await house.alerts() == [StaffSentence.CUSTOMER_WANTS_PERSON] * 2


@pytest.mark.parametrize("called", [False, True])
async def test_nobody_is_called_to_a_closed_ticket(house: House, *, called: bool) -> None:
    """A customer whose current ticket is closed has none to call people to."""
    await house.writes(EVA)
    if called:
        await says_human(house)
    await house.moves(1, Status.CLOSED)
    before, alerts = await house.ticket(1), await house.alerts()
    await says_human(house)
    assert (await house.told(EVA))[-1] == PublicSentence.NO_CURRENT
    assert (await house.ticket(1), await house.alerts()) == (before, alerts)
